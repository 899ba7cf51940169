//! Which part of a list is asked for: filter, ordering, and the page by key or by number.

use async_graphql::{Value, parser::types::Field};

use super::{
    cursor::{self, OrderKey},
    noun::{Direction, FieldKind, NounDef},
    rows::{Cell, CellKind},
    selection::Document,
};
use crate::{
    access::{policy, viewer::Viewer},
    error::{Error, Result},
};

/// Rows on a page when the client names no number, and the most it may name.
pub const DEFAULT_PAGE: usize = 20;
pub const MAXIMUM_PAGE: usize = 100;
/// The farthest row that `offset` reaches; cursors have no such bound.
pub const MAXIMUM_OFFSET: usize = 10_000;

/// The page asked for.
#[derive(Debug)]
pub struct Page {
    pub filter: Option<Value>,
    pub order: Vec<OrderKey>,
    /// Stands for the list and its ordering in cursors.
    pub mark: u32,
    pub limit: usize,
    /// From the end of the list (`last`).
    pub backwards: bool,
    pub after: Option<Vec<Cell>>,
    pub before: Option<Vec<Cell>>,
    pub offset: usize,
}

impl Page {
    /// The page that the arguments of `field` ask of a list of `noun`.
    pub fn read(
        document: Document<'_>,
        field: &Field,
        noun: &NounDef,
        viewer: &Viewer,
    ) -> Result<Self> {
        let given = |name: &str| {
            document
                .argument(field, name)
                .filter(|value| *value != Value::Null)
        };
        let first = number("first", given("first"), MAXIMUM_PAGE)?;
        let last = number("last", given("last"), MAXIMUM_PAGE)?;
        let offset = number("offset", given("offset"), MAXIMUM_OFFSET)?;
        if first.is_some() && last.is_some() {
            return Err(Error::bad_input(
                "last",
                "Ask for `first` or for `last`, not for both.",
                "“first”与“last”只能使用其一。",
            ));
        }
        let order = order(given("orderBy"), noun, viewer)?;
        let mark = cursor::mark(noun.name, &order);
        let cursor = |name: &str| match given(name) {
            Some(Value::String(text)) => cursor::decode(name, &text, mark, &order).map(Some),
            Some(_) => cursor::decode(name, "", mark, &order).map(Some),
            None => Ok(None),
        };
        let (after, before) = (cursor("after")?, cursor("before")?);
        if offset.is_some() && (last.is_some() || after.is_some() || before.is_some()) {
            return Err(Error::bad_input(
                "offset",
                "`offset` goes with `first` only; cursors say where a page starts by themselves.",
                "“offset”只能与“first”一起使用；游标本身已指明起点。",
            ));
        }
        Ok(Self {
            filter: given("filter"),
            order,
            mark,
            limit: first.or(last).unwrap_or(DEFAULT_PAGE),
            backwards: last.is_some(),
            after,
            before,
            offset: offset.unwrap_or(0),
        })
    }

    /// The one first row of a list in a fixed ordering.
    pub fn first_row(noun: &NounDef, order: &[(&'static str, Direction)]) -> Result<Self> {
        let order = keys(noun, order)?;
        Ok(Self {
            filter: None,
            mark: 0,
            order,
            limit: 1,
            backwards: false,
            after: None,
            before: None,
            offset: 0,
        })
    }
}

fn number(name: &str, value: Option<Value>, most: usize) -> Result<Option<usize>> {
    let Some(value) = value else { return Ok(None) };
    let number = match &value {
        Value::Number(number) => number.as_i64(),
        _ => None,
    };
    match number {
        Some(number) if number >= 0 && number as usize <= most => Ok(Some(number as usize)),
        _ => Err(Error::bad_input(
            name,
            format!("`{name}` must be a whole number from 0 to {most}; {value} is not."),
            format!("“{name}”须为 0 至 {most} 的整数，收到的是 {value}。"),
        )),
    }
}

fn order(value: Option<Value>, noun: &NounDef, viewer: &Viewer) -> Result<Vec<OrderKey>> {
    let items = match value {
        None => return keys(noun, noun.order),
        Some(Value::List(items)) => items,
        Some(item) => vec![item],
    };
    if items.len() > 4 {
        return Err(Error::limited(
            format!("`orderBy` takes at most 4 keys, not {}.", items.len()),
            format!("“orderBy”最多 4 个排序键，收到 {} 个。", items.len()),
        )
        .field("orderBy"));
    }
    let mut chosen = Vec::with_capacity(items.len());
    for item in &items {
        let Value::Object(parts) = item else {
            return Err(unknown_key(item));
        };
        let name = parts.get("field").map(value_text).unwrap_or_default();
        let field = noun
            .fields
            .iter()
            .find(|field| field.order && super::contract::enum_value(field.name) == name)
            .ok_or_else(|| unknown_key(item))?;
        if let Some(action) = field.reads {
            policy::require(viewer, action, &format!("{}.{}", noun.name, field.name))
                .map_err(|error| error.field("orderBy"))?;
        }
        let FieldKind::Column { column, .. } = field.kind else {
            return Err(unknown_key(item));
        };
        if chosen.iter().any(|(other, _)| *other == column) {
            continue;
        }
        let direction = match parts.get("direction").map(value_text).as_deref() {
            Some("DESC") => Direction::Desc,
            _ => Direction::Asc,
        };
        chosen.push((column, direction));
    }
    keys(noun, &chosen)
}

fn unknown_key(item: &Value) -> Error {
    Error::bad_input(
        "orderBy",
        format!("{item} is no ordering of this list."),
        format!("{item} 不是本列表的排序方式。"),
    )
}

fn value_text(value: &Value) -> String {
    match value {
        Value::Enum(name) => name.to_string(),
        Value::String(text) => text.clone(),
        _ => String::new(),
    }
}

/// The keys of an ordering by columns, with the id as the last, so that no two rows stand equal.
fn keys(noun: &NounDef, columns: &[(&'static str, Direction)]) -> Result<Vec<OrderKey>> {
    let mut keys = Vec::with_capacity(columns.len() + 1);
    for (column, direction) in columns {
        let field = noun.field_of_column(column).ok_or_else(|| {
            Error::internal(format!(
                "{} is ordered by {column}, which is no field",
                noun.name
            ))
        })?;
        let FieldKind::Column { scalar, .. } = field.kind else {
            continue;
        };
        keys.push(OrderKey {
            column,
            kind: CellKind::Scalar(scalar),
            direction: *direction,
            nullable: field.nullable,
        });
    }
    keys.push(OrderKey {
        column: "id",
        kind: CellKind::Id,
        direction: columns
            .first()
            .map_or(Direction::Asc, |(_, direction)| *direction),
        nullable: false,
    });
    Ok(keys)
}
