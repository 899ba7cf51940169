//! A client's filter as a condition in SQL: on columns, on related rows that the viewer may see, joined by and, or, not.

use async_graphql::Value;

use super::{
    noun::{FieldDef, FieldKind, NounDef, Via},
    operand::{Operand, operator_sql, shape, too_much},
    sql::Sql,
};
use crate::{
    access::{policy, viewer::Viewer, visible},
    error::{Error, Result},
};

/// The most conditions in one filter, and how deep they may nest.
pub const MAXIMUM_CONDITIONS: usize = 100;
const MAXIMUM_DEPTH: usize = 6;

/// Writes one filter; counts what it writes.
pub struct Filter<'a> {
    pub viewer: &'a Viewer,
    conditions: usize,
}

impl<'a> Filter<'a> {
    pub fn new(viewer: &'a Viewer) -> Self {
        Self {
            viewer,
            conditions: 0,
        }
    }

    /// ` AND` the conditions of `value` on rows of `noun`, which stand as `alias`.
    pub fn write(
        &mut self,
        noun: &NounDef,
        alias: &str,
        value: &Value,
        sql: &mut Sql,
    ) -> Result<()> {
        sql.push(" AND ");
        self.all(noun, alias, value, "filter", 0, sql)
    }

    fn all(
        &mut self,
        noun: &NounDef,
        alias: &str,
        value: &Value,
        path: &str,
        depth: usize,
        sql: &mut Sql,
    ) -> Result<()> {
        let Value::Object(parts) = value else {
            return Err(shape(path, value));
        };
        if depth > MAXIMUM_DEPTH {
            return Err(too_much(path, "deep", MAXIMUM_DEPTH));
        }
        sql.push("(TRUE");
        for (name, value) in parts {
            if *value == Value::Null {
                continue;
            }
            let path = format!("{path}.{name}");
            sql.push(" AND ");
            match name.as_str() {
                "and" => self.list(noun, alias, value, &path, depth, ("TRUE", " AND "), sql)?,
                "or" => self.list(noun, alias, value, &path, depth, ("FALSE", " OR "), sql)?,
                "not" => {
                    sql.push("NOT COALESCE(");
                    self.all(noun, alias, value, &path, depth + 1, sql)?;
                    sql.push(", FALSE)");
                }
                "id" => self.operators(alias, "id", Operand::Id(noun.name), value, &path, sql)?,
                _ => {
                    let field = noun.field(name).ok_or_else(|| shape(&path, value))?;
                    self.field(noun, field, alias, value, &path, depth, sql)?;
                }
            }
        }
        sql.push(")");
        Ok(())
    }

    #[expect(
        clippy::too_many_arguments,
        reason = "one call for the two joining words"
    )]
    fn list(
        &mut self,
        noun: &NounDef,
        alias: &str,
        value: &Value,
        path: &str,
        depth: usize,
        word: (&str, &str),
        sql: &mut Sql,
    ) -> Result<()> {
        let one = std::slice::from_ref(value);
        let items = if let Value::List(items) = value {
            items.as_slice()
        } else {
            one
        };
        if items.is_empty() {
            sql.push(word.0);
            return Ok(());
        }
        sql.push("(");
        for (index, item) in items.iter().enumerate() {
            if index > 0 {
                sql.push(word.1);
            }
            self.all(noun, alias, item, path, depth + 1, sql)?;
        }
        sql.push(")");
        Ok(())
    }

    #[expect(
        clippy::too_many_arguments,
        reason = "the place in the filter and in the statement"
    )]
    fn field(
        &mut self,
        noun: &NounDef,
        field: &FieldDef,
        alias: &str,
        value: &Value,
        path: &str,
        depth: usize,
        sql: &mut Sql,
    ) -> Result<()> {
        if let Some(action) = field.reads {
            policy::require(
                self.viewer,
                action,
                &format!("{}.{}", noun.name, field.name),
            )
            .map_err(|error| error.field(path))?;
        }
        match &field.kind {
            FieldKind::Column { column, scalar } => {
                self.operators(alias, column, Operand::Scalar(*scalar), value, path, sql)
            }
            FieldKind::One { column, noun } => {
                let (other, noun) = (sql.alias(), noun());
                sql.push("EXISTS (SELECT 1 FROM \"")
                    .push(noun.table)
                    .push("\" ")
                    .push(&other)
                    .push(" WHERE ");
                sql.column(&other, "id")
                    .push(" = ")
                    .column(alias, column)
                    .push(" AND ");
                visible::rows(noun, self.viewer, &other, sql);
                sql.push(" AND ");
                self.all(noun, &other, value, path, depth + 1, sql)?;
                sql.push(")");
                Ok(())
            }
            FieldKind::Many { via, noun } => {
                self.many(*via, noun(), alias, value, path, depth, sql)
            }
            _ => Err(shape(path, value)),
        }
    }

    #[expect(
        clippy::too_many_arguments,
        reason = "the place in the filter and in the statement"
    )]
    fn many(
        &mut self,
        via: Via,
        noun: &NounDef,
        alias: &str,
        value: &Value,
        path: &str,
        depth: usize,
        sql: &mut Sql,
    ) -> Result<()> {
        let (Value::Object(parts), Via::Column(column)) = (value, via) else {
            return Err(shape(path, value));
        };
        sql.push("(TRUE");
        for (name, value) in parts.iter().filter(|(_, value)| **value != Value::Null) {
            let other = sql.alias();
            sql.push(if name == "none" { " AND NOT" } else { " AND" });
            sql.push(" EXISTS (SELECT 1 FROM \"")
                .push(noun.table)
                .push("\" ")
                .push(&other)
                .push(" WHERE ");
            sql.column(&other, column)
                .push(" = ")
                .column(alias, "id")
                .push(" AND ");
            visible::rows(noun, self.viewer, &other, sql);
            sql.push(" AND ");
            self.all(
                noun,
                &other,
                value,
                &format!("{path}.{name}"),
                depth + 1,
                sql,
            )?;
            sql.push(")");
        }
        sql.push(")");
        Ok(())
    }

    fn operators(
        &mut self,
        alias: &str,
        column: &str,
        operand: Operand,
        value: &Value,
        path: &str,
        sql: &mut Sql,
    ) -> Result<()> {
        let Value::Object(parts) = value else {
            return Err(shape(path, value));
        };
        sql.push("(TRUE");
        for (operator, value) in parts {
            let path = format!("{path}.{operator}");
            if *value == Value::Null {
                return Err(Error::bad_input(
                    path.clone(),
                    format!("`{path}` is null: use `isNull`, or leave it out."),
                    format!("“{path}”为 null：请使用 isNull，或不传。"),
                ));
            }
            self.conditions += 1;
            if self.conditions > MAXIMUM_CONDITIONS {
                return Err(too_much(&path, "long", MAXIMUM_CONDITIONS));
            }
            sql.push(" AND ");
            operator_sql(alias, column, operand, operator, value, &path, sql)?;
        }
        sql.push(")");
        Ok(())
    }
}
