//! Computed fields: functions over a whole batch of rows, so that a statement per row cannot be written.

use async_graphql::{InputType, OutputType, Positioned, ServerError, parser::types::Field};
use chrono::NaiveDate;
use sea_orm::QueryResult;
use uuid::Uuid;

use super::{
    noun::NounDef,
    plan::Level,
    reader::Reader,
    rows::{Cell, Rows},
    selection::Document,
    sql::Sql,
};
use crate::{
    access::viewer::Viewer,
    error::{Error, Result},
    graphql::input,
};

/// JSON text, or what went wrong, for each row of a batch.
pub type Values = Vec<Result<String, ServerError>>;

/// The rows that a computed field is asked for, and the door to what else it needs.
pub struct Batch<'a> {
    pub(super) reader: &'a Reader<'a>,
    pub(super) document: Document<'a>,
    pub(super) field: &'a Positioned<Field>,
    pub(super) level: &'a Level<'a>,
    pub(super) rows: &'a Rows,
}

impl<'a> Batch<'a> {
    /// Who asks.
    pub fn viewer(&self) -> &'a Viewer {
        self.reader.viewer
    }

    /// How many rows.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether there is no row.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The ids of the rows, in order.
    pub fn ids(&self) -> Vec<Uuid> {
        (0..self.len())
            .filter_map(|row| self.rows.cell(row, 0).id())
            .collect()
    }

    /// The text in a needed column; none when it is empty.
    pub fn text(&self, row: usize, column: &str) -> Option<&str> {
        match self.cell(row, column) {
            Some(Cell::Text(text)) => Some(text),
            _ => None,
        }
    }

    /// The number in a needed column.
    pub fn integer(&self, row: usize, column: &str) -> Option<i64> {
        match self.cell(row, column) {
            Some(Cell::Int(number)) => Some(*number),
            _ => None,
        }
    }

    /// The date in a needed column.
    pub fn date(&self, row: usize, column: &str) -> Option<NaiveDate> {
        match self.cell(row, column) {
            Some(Cell::Date(date)) => Some(*date),
            _ => None,
        }
    }

    /// Whether a needed column says yes.
    pub fn truth(&self, row: usize, column: &str) -> Option<bool> {
        match self.cell(row, column) {
            Some(Cell::Bool(truth)) => Some(*truth),
            _ => None,
        }
    }

    /// The id in a needed column.
    pub fn id(&self, row: usize, column: &str) -> Option<Uuid> {
        self.cell(row, column)?.id()
    }

    fn cell(&self, row: usize, column: &str) -> Option<&Cell> {
        let index = self
            .level
            .columns
            .iter()
            .position(|(name, _)| *name == column)?;
        Some(self.rows.cell(row, index))
    }

    /// An argument of the field, parsed; an absent one is what `T` makes of nothing.
    pub fn argument<T: InputType>(&self, name: &str) -> Result<T> {
        input::argument(name, self.document.argument(&self.field.node, name))
    }

    /// An empty statement for the database at hand.
    pub fn sql(&self) -> Sql {
        Sql::new(self.reader.database.backend())
    }

    /// Run a statement that selects; rights are the caller's part, by `access::visible::rows`.
    pub async fn fetch(&self, sql: Sql) -> Result<Vec<QueryResult>> {
        self.reader.fetch(sql).await
    }

    /// Write into the log of reads that `rows` values of `field` are shown here, when the field is one that it is kept of.
    pub async fn note_field(&self, noun: &'static NounDef, field: &str, rows: usize) {
        self.reader.note_field(noun, field, rows).await;
    }

    /// Write one value a row by what the request selects of it.
    pub async fn answer<T: OutputType>(&self, values: Vec<T>) -> Result<Values> {
        let context = self.document.query.create_context(
            self.document.schema,
            None,
            &self.field.node.selection_set,
            None,
        );
        let mut answers = Vec::with_capacity(values.len());
        for value in &values {
            answers.push(match value.resolve(&context, self.field).await {
                Ok(value) => Ok(serde_json::to_string(&value).map_err(Error::internal)?),
                Err(error) => Err(error),
            });
        }
        Ok(answers)
    }
}
