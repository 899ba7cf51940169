//! Conditions on columns, one input type for each type of value.

use async_graphql::{Enum, InputObject, InputType};
use chrono::NaiveDate;
use sea_orm::{
    ColumnTrait, Condition, Value,
    sea_query::{Expr, ExprTrait, Func},
};

/// What every filter on rows can do: say which rows it wants.
pub trait Filter {
    fn condition(&self) -> Condition;
}

/// Which way an ordering runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[graphql(name = "OrderDirection")]
pub enum Direction {
    Asc,
    Desc,
}

impl From<Direction> for sea_orm::Order {
    fn from(direction: Direction) -> Self {
        match direction {
            Direction::Asc => Self::Asc,
            Direction::Desc => Self::Desc,
        }
    }
}

/// Conditions on a text.
#[derive(Clone, Debug, Default, InputObject)]
#[graphql(name = "StringFilter")]
pub struct TextFilter {
    eq: Option<String>,
    r#in: Option<Vec<String>>,
    not_in: Option<Vec<String>>,
    contains: Option<String>,
    is_null: Option<bool>,
}

impl TextFilter {
    pub fn on(&self, column: impl ColumnTrait) -> Condition {
        let contains = self.contains.as_ref().map(|part| {
            let lower = Func::lower(Expr::col(column));
            Expr::expr(lower).like(escaped(&part.to_ascii_lowercase()))
        });
        same(
            column,
            self.eq.clone(),
            self.r#in.clone(),
            self.not_in.clone(),
        )
        .add_option(contains)
        .add_option(null(column, self.is_null))
    }
}

fn escaped(part: &str) -> sea_orm::sea_query::LikeExpr {
    let part = part
        .replace('\\', "\\\\")
        .replace('%', "\\%")
        .replace('_', "\\_");
    sea_orm::sea_query::LikeExpr::new(format!("%{part}%")).escape('\\')
}

/// Conditions on a value of an enum.
#[derive(Clone, Debug, InputObject)]
#[graphql(concrete(
    name = "OrganizationLevelFilter",
    params(super::vocabulary::OrganizationLevel)
))]
#[graphql(concrete(name = "PriorityFilter", params(super::vocabulary::Priority)))]
pub struct EnumFilter<T: InputType> {
    eq: Option<T>,
    r#in: Option<Vec<T>>,
    not_in: Option<Vec<T>>,
    is_null: Option<bool>,
}

impl<T: InputType + Copy + Into<&'static str>> EnumFilter<T> {
    pub fn on(&self, column: impl ColumnTrait) -> Condition {
        let texts = |values: &Option<Vec<T>>| {
            let values = values.as_ref()?.iter();
            Some(values.map(|value| (*value).into()).collect::<Vec<&str>>())
        };
        same(
            column,
            self.eq.map(Into::into),
            texts(&self.r#in),
            texts(&self.not_in),
        )
        .add_option(null(column, self.is_null))
    }
}

/// Conditions on a value on a scale.
#[derive(Clone, Debug, InputObject)]
#[graphql(concrete(name = "DateFilter", params(NaiveDate)))]
pub struct ScaleFilter<T: InputType> {
    eq: Option<T>,
    r#in: Option<Vec<T>>,
    not_in: Option<Vec<T>>,
    gt: Option<T>,
    gte: Option<T>,
    lt: Option<T>,
    lte: Option<T>,
    is_null: Option<bool>,
}

impl<T: InputType + Clone + Into<Value>> ScaleFilter<T> {
    pub fn on(&self, column: impl ColumnTrait) -> Condition {
        let value = |value: &Option<T>| value.clone().map(Into::into);
        let compare =
            |given: &Option<T>, with: fn(&_, Value) -> Expr| Some(with(&column, value(given)?));
        same(
            column,
            self.eq.clone(),
            self.r#in.clone(),
            self.not_in.clone(),
        )
        .add_option(compare(&self.gt, ColumnTrait::gt))
        .add_option(compare(&self.gte, ColumnTrait::gte))
        .add_option(compare(&self.lt, ColumnTrait::lt))
        .add_option(compare(&self.lte, ColumnTrait::lte))
        .add_option(null(column, self.is_null))
    }
}

/// Conditions on yes or no.
#[derive(Clone, Debug, InputObject)]
#[graphql(name = "BooleanFilter")]
pub struct TruthFilter {
    eq: Option<bool>,
    is_null: Option<bool>,
}

impl TruthFilter {
    pub fn on(&self, column: impl ColumnTrait) -> Condition {
        same(column, self.eq, None, None).add_option(null(column, self.is_null))
    }
}

fn same<V: Into<Value>>(
    column: impl ColumnTrait,
    eq: Option<V>,
    within: Option<Vec<V>>,
    without: Option<Vec<V>>,
) -> Condition {
    Condition::all()
        .add_option(eq.map(|value| column.eq(value)))
        .add_option(within.map(|values| column.is_in(values)))
        .add_option(without.map(|values| column.is_not_in(values)))
}

fn null(column: impl ColumnTrait, wanted: Option<bool>) -> Option<Expr> {
    wanted.map(|empty| {
        if empty {
            column.is_null()
        } else {
            column.is_not_null()
        }
    })
}

/// `and`, `or` and `not` of a filter on rows.
pub fn joined<F: Filter>(
    own: Condition,
    and: Option<&Vec<F>>,
    or: Option<&Vec<F>>,
    not: Option<&F>,
) -> Condition {
    let all = |filters: &Vec<F>| {
        let parts = filters.iter().map(Filter::condition);
        parts.fold(Condition::all(), Condition::add)
    };
    let any = |filters: &Vec<F>| {
        let parts = filters.iter().map(Filter::condition);
        parts.fold(Condition::any().add(Expr::value(false)), Condition::add)
    };
    // Unknown is not true: a row whose value is empty is not like a filter that compares it.
    let none = |filter: &F| {
        let case = sea_orm::sea_query::CaseStatement::new()
            .case(filter.condition(), false)
            .finally(true);
        Expr::expr(case)
    };
    own.add_option(and.map(all))
        .add_option(or.map(any))
        .add_option(not.map(none))
}
