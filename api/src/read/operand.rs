//! One comparison of a filter: an operator of the contract on a column.

use async_graphql::Value;

use super::{filter::MAXIMUM_CONDITIONS, noun::Scalar, sql::Sql};
use crate::{
    domain::organizations::search,
    error::{Error, Result},
    graphql::{
        node_id,
        scalars::{Date, DateTime, TextScalar},
    },
};

/// What a column is compared with.
#[derive(Clone, Copy)]
pub enum Operand {
    Id(&'static str),
    Scalar(Scalar),
}

/// Write the comparison of `operator` with `value`.
pub fn operator_sql(
    alias: &str,
    column: &str,
    operand: Operand,
    operator: &str,
    value: &Value,
    path: &str,
    sql: &mut Sql,
) -> Result<()> {
    let comparison = match operator {
        "eq" => " = ",
        "gt" => " > ",
        "gte" => " >= ",
        "lt" => " < ",
        "lte" => " <= ",
        "isNull" => {
            let empty = *value == Value::Boolean(true);
            sql.column(alias, column)
                .push(if empty { " IS NULL" } else { " IS NOT NULL" });
            return Ok(());
        }
        "contains" => {
            let Value::String(part) = value else {
                return Err(shape(path, value));
            };
            match operand {
                Operand::Scalar(Scalar::Search) => sql.contains(alias, column, &search::fold(part)),
                _ => sql.contains(alias, column, part),
            };
            return Ok(());
        }
        "in" | "notIn" => {
            let one = std::slice::from_ref(value);
            let items = if let Value::List(items) = value {
                items.as_slice()
            } else {
                one
            };
            if items.len() > MAXIMUM_CONDITIONS {
                return Err(too_much(path, "long", MAXIMUM_CONDITIONS));
            }
            sql.push(if operator == "in" {
                "(FALSE"
            } else {
                "NOT (FALSE"
            });
            for item in items {
                sql.push(" OR ").column(alias, column).push(" = ");
                bind(operand, item, path, sql)?;
            }
            sql.push(")");
            return Ok(());
        }
        _ => return Err(shape(path, value)),
    };
    sql.column(alias, column).push(comparison);
    bind(operand, value, path, sql)
}

fn bind(operand: Operand, value: &Value, path: &str, sql: &mut Sql) -> Result<()> {
    let bad = || shape(path, value);
    match (operand, value) {
        (Operand::Id(noun), Value::String(text)) => {
            let (name, id) = node_id::decode(text).ok_or_else(bad)?;
            // An id of another noun names no row of this one.
            sql.bind(if name == noun { id } else { uuid::Uuid::nil() });
        }
        (Operand::Scalar(Scalar::Text), Value::String(text)) => {
            sql.bind(text.as_str());
        }
        (Operand::Scalar(Scalar::RegionCode), Value::String(text)) => {
            sql.bind(text.as_str());
        }
        (Operand::Scalar(Scalar::Decimal), Value::String(text)) => {
            sql.bind(
                text.parse::<rust_decimal::Decimal>()
                    .map_err(|_| bad())?
                    .to_string(),
            );
        }
        (Operand::Scalar(Scalar::Enum(def)), Value::Enum(name)) => {
            let entry = def.knows(name).then(|| name.as_str()).ok_or_else(bad)?;
            sql.bind(entry);
        }
        (Operand::Scalar(Scalar::Enum(def)), Value::String(name)) => {
            let entry = def.knows(name).then_some(name.as_str()).ok_or_else(bad)?;
            sql.bind(entry);
        }
        (Operand::Scalar(Scalar::Int), Value::Number(number)) => {
            sql.bind(number.as_i64().ok_or_else(bad)?);
        }
        (Operand::Scalar(Scalar::Bool), Value::Boolean(truth)) => {
            sql.bind(*truth);
        }
        (Operand::Scalar(Scalar::Date), Value::String(text)) => {
            let date = Date::read(text).map_err(|error| error.field(path))?.0;
            sql.bind(date);
        }
        (Operand::Scalar(Scalar::DateTime), Value::String(text)) => {
            let time = DateTime::read(text).map_err(|error| error.field(path))?.0;
            sql.bind(time);
        }
        _ => return Err(bad()),
    }
    Ok(())
}

/// The error of a value that does not fit its place.
pub fn shape(path: &str, value: &Value) -> Error {
    let value = node_id::shortened(&value.to_string());
    Error::bad_input(
        path,
        format!("{value} is no value for `{path}`."),
        format!("{value} 不能用于“{path}”。"),
    )
}

/// The error of a filter that is too long or too deep.
pub fn too_much(path: &str, how: &str, limit: usize) -> Error {
    Error::limited(
        format!("The filter is too {how} at `{path}`: the limit is {limit}."),
        format!("过滤条件在“{path}”处超出上限 {limit}。"),
    )
    .field(path)
}
