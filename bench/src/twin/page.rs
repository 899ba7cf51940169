//! The page arguments of a list, keyset cursors, and the connection that a list answers with.

use std::{borrow::Cow, marker::PhantomData, sync::Arc};

use async_graphql::{Context, Object, OutputType, SimpleObject, TypeName, dataloader::DataLoader};
use inspectorate::error::{Error, Result};
use sea_orm::{
    ColumnTrait, Condition, Order, QueryFilter, QueryOrder, Select, Value,
    sea_query::{Expr, NullOrdering},
};
use uuid::Uuid;

use super::{
    cursor::{decode, encode},
    loader::{CountKey, ListKey, Reads},
    row::{ColumnOf, Columns, Row},
};

/// The arguments of every list.
#[derive(Default)]
pub struct Arguments {
    pub first: Option<i32>,
    pub after: Option<String>,
    pub last: Option<i32>,
    pub before: Option<String>,
    pub offset: Option<i32>,
}

/// A list as asked for: which rows, in which order, which part of them.
pub struct Page<T> {
    /// Everything that distinguishes this list from another of the same type; lists with the same key are loaded together.
    pub key: String,
    pub filter: Condition,
    pub order: Vec<(usize, Order)>,
    pub limit: usize,
    pub backwards: bool,
    pub after: Option<Vec<Option<Value>>>,
    pub before: Option<Vec<Option<Value>>>,
    pub offset: usize,
    of: PhantomData<T>,
}

impl<T: Row> Page<T> {
    pub fn new(
        arguments: Arguments,
        filter: (Condition, String),
        order: Vec<(usize, Order)>,
    ) -> Result<Self> {
        let first = number("first", arguments.first, 100)?;
        let last = number("last", arguments.last, 100)?;
        let offset = number("offset", arguments.offset, 10_000)?;
        if first.is_some() && last.is_some() {
            return Err(bad("last"));
        }
        let mut order = if order.is_empty() {
            T::default_order()
        } else {
            order
        };
        let direction = order.first().map_or(Order::Asc, |(_, order)| order.clone());
        order.push((0, direction));
        let cursor = |name: &str, text: Option<String>| {
            text.map(|text| decode::<T>(&text, &order).ok_or_else(|| bad(name)))
                .transpose()
        };
        let (after, before) = (
            cursor("after", arguments.after)?,
            cursor("before", arguments.before)?,
        );
        if offset.is_some() && (last.is_some() || after.is_some() || before.is_some()) {
            return Err(bad("offset"));
        }
        let limit = first.or(last).unwrap_or(20);
        let key = format!(
            "{}|{order:?}|{limit}|{}|{after:?}|{before:?}|{offset:?}",
            filter.1,
            last.is_some()
        );
        Ok(Self {
            key,
            filter: filter.0,
            order,
            limit,
            backwards: last.is_some(),
            after,
            before,
            offset: offset.unwrap_or(0),
            of: PhantomData,
        })
    }

    /// The columns that order the list: a cursor needs them, whatever else is selected.
    pub fn order_columns(&self) -> Columns {
        Columns(
            self.order
                .iter()
                .fold(1, |all, (place, _)| all | (1 << place)),
        )
    }

    /// Only rows of the list, and only those between the cursors.
    pub fn restrict(&self, mut select: Select<T::Entity>) -> Select<T::Entity> {
        select = select.filter(self.filter.clone());
        if let Some(keys) = &self.after {
            select = select.filter(beyond::<T>(&self.order, keys, false));
        }
        if let Some(keys) = &self.before {
            select = select.filter(beyond::<T>(&self.order, keys, true));
        }
        select
    }

    /// The order to load in: backwards for the last rows.
    pub fn direction(&self, order: &Order) -> Order {
        match (order, self.backwards) {
            (Order::Asc, false) | (Order::Desc, true) => Order::Asc,
            _ => Order::Desc,
        }
    }

    pub fn sort(&self, mut select: Select<T::Entity>) -> Select<T::Entity> {
        for (place, order) in &self.order {
            let order = self.direction(order);
            let column = T::COLUMNS[*place];
            select = if T::nullable(*place) {
                let nulls = nulls(&order);
                select.order_by_with_nulls(column, order, nulls)
            } else {
                select.order_by(column, order)
            };
        }
        select
    }
}

/// An empty key counts as the greatest, on both databases.
pub fn nulls(order: &Order) -> NullOrdering {
    match order {
        Order::Desc => NullOrdering::First,
        _ => NullOrdering::Last,
    }
}

fn number(name: &str, value: Option<i32>, most: usize) -> Result<Option<usize>> {
    match value.map(usize::try_from) {
        None => Ok(None),
        Some(Ok(number)) if number <= most => Ok(Some(number)),
        Some(_) => Err(bad(name)),
    }
}

fn bad(argument: &str) -> Error {
    Error::bad_input(argument, format!("`{argument}` is no good."), "参数无效。")
}

/// Rows that stand after `keys`, or before them.
fn beyond<T: Row>(order: &[(usize, Order)], keys: &[Option<Value>], before: bool) -> Condition {
    let mut any = Condition::any();
    for last in 0..order.len() {
        let mut all = Condition::all();
        for ((place, _), value) in order.iter().zip(keys).take(last) {
            let column = T::COLUMNS[*place];
            all = all.add(match value {
                None => column.is_null(),
                Some(value) => column.eq(value.clone()),
            });
        }
        let (place, direction) = &order[last];
        let column = T::COLUMNS[*place];
        let ascending = (*direction == Order::Asc) != before;
        all = all.add(match (&keys[last], ascending) {
            (None, true) => Condition::all().add(Expr::value(false)),
            (None, false) => Condition::all().add(column.is_not_null()),
            (Some(value), true) => Condition::any()
                .add(column.gt(value.clone()))
                .add_option(T::nullable(*place).then(|| column.is_null())),
            (Some(value), false) => Condition::all().add(column.lt(value.clone())),
        });
        any = any.add(all);
    }
    any
}

/// A page of a list.
pub struct Connection<T: Row> {
    pub rows: Vec<T>,
    /// Whether rows follow in the direction of the page.
    pub more: bool,
    pub page: Arc<Page<T>>,
    /// The column that holds the parent and the parent's id; none at the root.
    pub parent: Option<(ColumnOf<T>, Uuid)>,
}

/// A row and its place in the list.
pub struct Edge<T> {
    node: T,
    cursor: String,
}

/// Where a page stands in its list.
#[derive(SimpleObject)]
#[graphql(name = "PageInfo")]
pub struct PageInfo {
    has_next_page: bool,
    has_previous_page: bool,
    start_cursor: Option<String>,
    end_cursor: Option<String>,
}

impl<T: Row> TypeName for Connection<T> {
    fn type_name() -> Cow<'static, str> {
        format!("{}Connection", T::NAME).into()
    }
}

impl<T: Row> TypeName for Edge<T> {
    fn type_name() -> Cow<'static, str> {
        format!("{}Edge", T::NAME).into()
    }
}

#[Object(name_type)]
impl<T: Row + OutputType> Edge<T> {
    async fn node(&self) -> &T {
        &self.node
    }

    async fn cursor(&self) -> &str {
        &self.cursor
    }
}

#[Object(name_type)]
impl<T: Row + OutputType> Connection<T> {
    async fn nodes(&self) -> &[T] {
        &self.rows
    }

    async fn edges(&self) -> Vec<Edge<T>> {
        let edge = |row: &T| Edge {
            node: row.clone(),
            cursor: encode(&self.page.order, row),
        };
        self.rows.iter().map(edge).collect()
    }

    async fn page_info(&self) -> PageInfo {
        let page = &self.page;
        let cursor = |row: Option<&T>| row.map(|row| encode(&page.order, row));
        let (next, previous) = if page.backwards {
            (page.before.is_some(), self.more)
        } else {
            (self.more, page.after.is_some() || page.offset > 0)
        };
        PageInfo {
            has_next_page: next,
            has_previous_page: previous,
            start_cursor: cursor(self.rows.first()),
            end_cursor: cursor(self.rows.last()),
        }
    }

    async fn total_count(&self, ctx: &Context<'_>) -> async_graphql::Result<i64> {
        let reads = ctx.data::<DataLoader<Reads>>()?;
        let page = self.page.clone();
        Ok(match self.parent {
            None => reads.loader().count(&page).await?,
            Some((column, parent)) => {
                let key = ListKey::new(column, parent, Columns(1), page);
                let count = reads.load_one(CountKey(key)).await?;
                count.unwrap_or(0)
            }
        })
    }
}
