//! Cursors: the ordering keys of a row, so that a page starts where the last one ended, however deep.

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use chrono::{DateTime, NaiveDate, Utc};
use serde_json::Value as Json;

use super::{
    noun::{Direction, Scalar},
    rows::{Cell, CellKind, time_text},
};
use crate::error::{Error, Result};

/// One key of an ordering.
#[derive(Clone, Copy, Debug)]
pub struct OrderKey {
    pub column: &'static str,
    pub kind: CellKind,
    pub direction: Direction,
    pub nullable: bool,
}

/// The cursor of the row with these `keys` in the list that `mark` stands for.
pub fn encode<'a>(mark: u32, keys: impl Iterator<Item = &'a Cell>) -> String {
    let mut list = vec![Json::from(mark)];
    list.extend(keys.map(|key| match key {
        Cell::Null => Json::Null,
        Cell::Text(text) => Json::from(text.as_str()),
        Cell::Int(number) => Json::from(*number),
        Cell::Bool(truth) => Json::from(*truth),
        Cell::Id(id) => Json::from(id.simple().to_string()),
        Cell::Date(date) => Json::from(date.to_string()),
        Cell::Time(time) => Json::from(time_text(time)),
    }));
    URL_SAFE_NO_PAD.encode(Json::from(list).to_string())
}

/// The keys in `cursor`, given as argument `name`, for a list with this `mark` and `order`.
pub fn decode(name: &str, cursor: &str, mark: u32, order: &[OrderKey]) -> Result<Vec<Cell>> {
    read(cursor, mark, order).ok_or_else(|| {
        Error::bad_input(
            name,
            format!("`{name}` is no cursor of this list in this ordering: use a cursor that the same list gave, or leave it out."),
            format!("“{name}”不是本列表在此排序下的游标：请使用同一列表返回的游标，或不传。"),
        )
    })
}

fn read(cursor: &str, mark: u32, order: &[OrderKey]) -> Option<Vec<Cell>> {
    let bytes = URL_SAFE_NO_PAD.decode(cursor).ok()?;
    let list: Vec<Json> = serde_json::from_slice(&bytes).ok()?;
    let (head, keys) = list.split_first()?;
    if head.as_u64() != Some(mark.into()) || keys.len() != order.len() {
        return None;
    }
    keys.iter()
        .zip(order)
        .map(|(key, order)| cell(key, order))
        .collect()
}

fn cell(key: &Json, order: &OrderKey) -> Option<Cell> {
    if key.is_null() {
        return order.nullable.then_some(Cell::Null);
    }
    Some(match order.kind {
        CellKind::Id => Cell::Id(key.as_str()?.parse().ok()?),
        CellKind::Scalar(Scalar::Int) => Cell::Int(key.as_i64()?),
        CellKind::Scalar(Scalar::Bool) => Cell::Bool(key.as_bool()?),
        CellKind::Scalar(Scalar::Date) => Cell::Date(key.as_str()?.parse::<NaiveDate>().ok()?),
        CellKind::Scalar(Scalar::DateTime) => {
            Cell::Time(key.as_str()?.parse::<DateTime<Utc>>().ok()?)
        }
        CellKind::Scalar(
            Scalar::Text | Scalar::Search | Scalar::Decimal | Scalar::RegionCode | Scalar::Enum(_),
        ) => Cell::Text(key.as_str()?.to_owned()),
    })
}

/// A number that stands for a list and its ordering, so that a cursor of another is refused (FNV-1a).
pub fn mark(noun: &str, order: &[OrderKey]) -> u32 {
    let mut hash = 0x811c_9dc5_u32;
    let mut eat = |text: &str| {
        for byte in text.bytes() {
            hash = (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193);
        }
    };
    eat(noun);
    for key in order {
        eat(if key.direction == Direction::Asc {
            "+"
        } else {
            "-"
        });
        eat(key.column);
    }
    hash
}
