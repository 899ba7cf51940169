//! Keyset cursors: the ordering keys of a row.

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use chrono::NaiveDate;
use sea_orm::{IdenStatic, Order, Value};
use serde_json::Value as Json;
use uuid::Uuid;

use super::row::{Kind, Row};

/// A number that stands for a list and its ordering (FNV-1a), so that a cursor of another list is refused.
fn mark<T: Row>(order: &[(usize, Order)]) -> u32 {
    let mut text = T::NAME.to_owned();
    for (place, order) in order {
        text.push(if *order == Order::Asc { '+' } else { '-' });
        text.push_str(T::COLUMNS[*place].as_str());
    }
    text.bytes().fold(0x811c_9dc5, |hash: u32, byte| {
        (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
    })
}

/// The cursor of `row` in a list of this order.
pub fn encode<T: Row>(order: &[(usize, Order)], row: &T) -> String {
    let mut list = vec![Json::from(mark::<T>(order))];
    list.extend(order.iter().map(|(place, _)| match row.key(*place) {
        Some(Value::Uuid(Some(id))) => id.simple().to_string().into(),
        Some(Value::String(Some(text))) => Json::from(text.as_str()),
        Some(Value::ChronoDate(Some(date))) => date.to_string().into(),
        _ => Json::Null,
    }));
    URL_SAFE_NO_PAD.encode(Json::from(list).to_string())
}

/// The keys in `cursor`, if it is one of a list of this order.
pub fn decode<T: Row>(cursor: &str, order: &[(usize, Order)]) -> Option<Vec<Option<Value>>> {
    let bytes = URL_SAFE_NO_PAD.decode(cursor).ok()?;
    let list: Vec<Json> = serde_json::from_slice(&bytes).ok()?;
    let (head, keys) = list.split_first()?;
    if head.as_u64() != Some(mark::<T>(order).into()) || keys.len() != order.len() {
        return None;
    }
    let value = |(key, (place, _)): (&Json, &(usize, Order))| {
        if key.is_null() {
            return T::nullable(*place).then_some(None);
        }
        Some(Some(match T::kind(*place) {
            Kind::Id => key.as_str()?.parse::<Uuid>().ok()?.into(),
            Kind::Text => key.as_str()?.into(),
            Kind::Date => key.as_str()?.parse::<NaiveDate>().ok()?.into(),
        }))
    };
    keys.iter().zip(order).map(value).collect()
}
