//! What a statement brought back: a table of cells, and what hangs on each row.

use chrono::{DateTime, NaiveDate, SecondsFormat, Utc};
use sea_orm::QueryResult;
use uuid::Uuid;

use super::noun::Scalar;
use crate::{error::Result, graphql::node_id};

/// How a column is taken from the database.
#[derive(Clone, Copy, Debug)]
pub enum CellKind {
    Id,
    Scalar(Scalar),
}

/// One value of one row.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    Null,
    Text(String),
    Int(i64),
    Bool(bool),
    Id(Uuid),
    Date(NaiveDate),
    Time(DateTime<Utc>),
}

impl Cell {
    /// The value in column `index` of `row`.
    pub fn read(row: &QueryResult, index: usize, kind: CellKind) -> Result<Self> {
        fn get<T: sea_orm::TryGetable>(
            row: &QueryResult,
            index: usize,
            cell: fn(T) -> Cell,
        ) -> Result<Cell> {
            let value: Option<T> = row.try_get_by_index(index)?;
            Ok(value.map_or(Cell::Null, cell))
        }
        match kind {
            CellKind::Id => get(row, index, Cell::Id),
            CellKind::Scalar(scalar) => match scalar {
                Scalar::Text
                | Scalar::Search
                | Scalar::Decimal
                | Scalar::RegionCode
                | Scalar::Enum(_) => get(row, index, Cell::Text),
                Scalar::Int => {
                    // Columns are 32 or 64 bits wide. PostgreSQL is strict about which, and nearly all are narrow; SQLite would cut
                    // a wide value that is asked for as a narrow one.
                    let narrow = match row.try_as_pg_row() {
                        Some(_) => row.try_get_by_index::<Option<i32>>(index).ok(),
                        None => None,
                    };
                    match narrow {
                        Some(value) => {
                            Ok(value.map_or(Cell::Null, |number| Cell::Int(number.into())))
                        }
                        None => get(row, index, Cell::Int),
                    }
                }
                Scalar::Bool => get(row, index, Cell::Bool),
                Scalar::Date => get(row, index, Cell::Date),
                Scalar::DateTime => get(row, index, Cell::Time),
            },
        }
    }

    /// The value as JSON text at the end of `out`; ids belong to no scalar field and are written by whoever knows the noun.
    pub fn write(&self, out: &mut Vec<u8>) {
        match self {
            Self::Null => out.extend_from_slice(b"null"),
            Self::Text(text) => write_string(text, out),
            Self::Int(number) => out.extend_from_slice(number.to_string().as_bytes()),
            Self::Bool(true) => out.extend_from_slice(b"true"),
            Self::Bool(false) => out.extend_from_slice(b"false"),
            Self::Id(id) => write_string(&id.to_string(), out),
            Self::Date(date) => write_string(&date.to_string(), out),
            Self::Time(time) => write_string(&time_text(time), out),
        }
    }

    /// The id in this cell.
    pub fn id(&self) -> Option<Uuid> {
        match self {
            Self::Id(id) => Some(*id),
            _ => None,
        }
    }
}

/// RFC 3339 in UTC, as the scalar `DateTime` promises.
pub fn time_text(time: &DateTime<Utc>) -> String {
    time.to_rfc3339_opts(SecondsFormat::AutoSi, true)
}

/// `text` as a JSON string at the end of `out`.
pub fn write_string(text: &str, out: &mut Vec<u8>) {
    let plain = |byte: &u8| *byte >= 0x20 && *byte != b'"' && *byte != b'\\';
    out.push(b'"');
    if text.as_bytes().iter().all(plain) {
        out.extend_from_slice(text.as_bytes());
    } else {
        for piece in text.chars() {
            match piece {
                '"' => out.extend_from_slice(b"\\\""),
                '\\' => out.extend_from_slice(b"\\\\"),
                '\n' => out.extend_from_slice(b"\\n"),
                '\r' => out.extend_from_slice(b"\\r"),
                '\t' => out.extend_from_slice(b"\\t"),
                '\u{8}' => out.extend_from_slice(b"\\b"),
                '\u{c}' => out.extend_from_slice(b"\\f"),
                piece if (piece as u32) < 0x20 => {
                    out.extend_from_slice(format!("\\u{:04x}", piece as u32).as_bytes());
                }
                piece => out.extend_from_slice(piece.encode_utf8(&mut [0; 4]).as_bytes()),
            }
        }
    }
    out.push(b'"');
}

/// The global id of a row as a JSON string at the end of `out`.
pub fn write_node_id(noun: &str, id: Uuid, out: &mut Vec<u8>) {
    out.push(b'"');
    out.extend_from_slice(node_id::encode(noun, id).as_bytes());
    out.push(b'"');
}

/// Rows of one statement, all of the same columns.
#[derive(Debug, Default)]
pub struct Rows {
    cells: Vec<Cell>,
    width: usize,
}

impl Rows {
    /// No rows yet, of `width` columns.
    pub fn new(width: usize) -> Self {
        Self {
            cells: Vec::new(),
            width,
        }
    }

    /// Take one row from the database; columns start at `offset`.
    pub fn take(
        &mut self,
        row: &QueryResult,
        offset: usize,
        kinds: impl Iterator<Item = CellKind>,
    ) -> Result<()> {
        for (index, kind) in kinds.enumerate() {
            self.cells.push(Cell::read(row, index + offset, kind)?);
        }
        Ok(())
    }

    /// How many rows.
    pub fn len(&self) -> usize {
        self.cells.len().checked_div(self.width).unwrap_or(0)
    }

    /// The cell of `row` in `column`.
    pub fn cell(&self, row: usize, column: usize) -> &Cell {
        &self.cells[row * self.width + column]
    }

    /// The ids in `column`, each once, in the order of the rows.
    pub fn ids(&self, column: usize) -> Vec<Uuid> {
        let mut seen = std::collections::HashSet::new();
        (0..self.len())
            .filter_map(|row| self.cell(row, column).id())
            .filter(|id| seen.insert(*id))
            .collect()
    }
}
