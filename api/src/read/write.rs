//! From loaded rows straight to JSON text, with each error at the path where it happened.

use async_graphql::{Name, PathSegment, Pos, ServerError};

use super::{
    execute::{Found, Loaded},
    plan::{Entry, Level, Relation, Shape, What},
    rows::{Cell, write_node_id, write_string},
};
use crate::error::Error;

/// Whether a value could be written; if not, the nearest nullable parent becomes null.
pub type Written = Result<(), NoValue>;

/// A field that must not be null has none.
#[derive(Debug)]
pub struct NoValue;

/// JSON text in the making.
pub struct Writer {
    out: Vec<u8>,
    path: Vec<PathSegment>,
    errors: Vec<ServerError>,
}

impl Writer {
    /// Nothing written yet; `at` is where in the response it will stand.
    pub fn new(at: Option<PathSegment>) -> Self {
        Self {
            out: Vec::with_capacity(4096),
            path: Vec::from_iter(at),
            errors: Vec::new(),
        }
    }

    /// The text and the errors inside it.
    pub fn finish(self) -> (String, Vec<ServerError>) {
        (String::from_utf8(self.out).unwrap_or_default(), self.errors)
    }

    /// Forget what was written: the whole is null.
    pub fn clear_to_null(&mut self) {
        self.out.clear();
        self.out.extend_from_slice(b"null");
    }

    pub fn null(&mut self) -> Written {
        self.raw("null")
    }

    pub fn raw(&mut self, text: &str) -> Written {
        self.out.extend_from_slice(text.as_bytes());
        Ok(())
    }

    /// A JSON array.
    pub fn array<T>(
        &mut self,
        items: impl Iterator<Item = T>,
        mut write: impl FnMut(&mut Self, T) -> Written,
    ) -> Written {
        self.out.push(b'[');
        for (index, item) in items.enumerate() {
            if index > 0 {
                self.out.push(b',');
            }
            self.path.push(PathSegment::Index(index));
            let written = write(self, item);
            self.path.pop();
            written?;
        }
        self.out.push(b']');
        Ok(())
    }

    /// A JSON object.
    pub fn members<T>(
        &mut self,
        entries: &[Entry<'_, T>],
        mut write: impl FnMut(&mut Self, &Entry<'_, T>) -> Written,
    ) -> Written {
        self.out.push(b'{');
        for (index, entry) in entries.iter().enumerate() {
            if index > 0 {
                self.out.push(b',');
            }
            self.key(entry.key);
            write(self, entry)?;
        }
        self.out.push(b'}');
        Ok(())
    }

    /// Write `value` below `key` of the path; when it has none and may be null, it is null.
    pub(super) fn below(
        &mut self,
        key: &Name,
        nullable: bool,
        value: impl FnOnce(&mut Self) -> Written,
    ) -> Written {
        let start = self.out.len();
        self.path.push(PathSegment::Field(key.to_string()));
        let written = value(self);
        self.path.pop();
        if written.is_err() && nullable {
            self.out.truncate(start);
            return self.null();
        }
        written
    }

    fn key(&mut self, key: &Name) {
        self.out.push(b'"');
        self.out.extend_from_slice(key.as_bytes());
        self.out.extend_from_slice(b"\":");
    }

    fn fail(&mut self, error: Error, pos: Pos) -> Written {
        let error = error.into_server_error(pos);
        self.fail_with(error)
    }

    fn fail_with(&mut self, error: ServerError) -> Written {
        self.errors.push(ServerError {
            path: self.path.clone(),
            ..error
        });
        Err(NoValue)
    }

    /// Name the refused fields that no row was there to be asked of, at the path where the writer stands.
    pub fn refuse(&mut self, refusals: Vec<(Pos, Error)>) {
        for (pos, error) in refusals {
            let told = |other: &ServerError| other.locations.contains(&pos);
            if !self.errors.iter().any(told) {
                // That the field has no value is known already.
                let _ = self.fail(error, pos);
            }
        }
    }

    /// Row `row` of `data` as an object.
    pub fn object(
        &mut self,
        shape: &Shape<'_>,
        level: &Level<'_>,
        data: &Loaded,
        row: usize,
    ) -> Written {
        self.members(shape, |writer, entry| match &entry.what {
            What::TypeName(name) => {
                write_string(name, &mut writer.out);
                Ok(())
            }
            What::Id(noun) => {
                if let Some(id) = data.rows.cell(row, 0).id() {
                    write_node_id(noun, id, &mut writer.out);
                }
                Ok(())
            }
            What::Column { index, nullable } => {
                let cell = data.rows.cell(row, *index);
                if *cell == Cell::Null && !nullable {
                    let what = format!("{}.{} is empty", level.noun.name, entry.key);
                    return writer.below(entry.key, false, |writer| {
                        writer.fail(Error::internal(what), entry.pos)
                    });
                }
                cell.write(&mut writer.out);
                Ok(())
            }
            What::Refused(error) => writer.below(entry.key, true, |writer| {
                writer.fail(error.clone(), entry.pos)
            }),
            What::Relation { index, nullable } => writer.below(entry.key, *nullable, |writer| {
                writer.relation(
                    &level.relations[*index],
                    &data.found[*index],
                    data,
                    row,
                    entry.pos,
                )
            }),
        })
    }

    fn relation(
        &mut self,
        relation: &Relation<'_>,
        found: &Found,
        data: &Loaded,
        row: usize,
        pos: Pos,
    ) -> Written {
        match (relation, found) {
            (_, Found::Failed(error)) => self.fail(error.clone(), pos),
            (Relation::One { key, level, shape }, Found::Rows(below)) => {
                let target = data
                    .rows
                    .cell(row, *key)
                    .id()
                    .and_then(|id| below.index.get(&id));
                self.maybe(target.copied(), shape, level, below)
            }
            (Relation::First { level, shape, .. }, Found::Page(page)) => {
                let span = data.rows.cell(row, 0).id().map(|id| page.span(Some(id)));
                let first = span.filter(|span| !span.is_empty()).map(|span| span.start);
                self.maybe(first, shape, level, &page.below)
            }
            (Relation::List(list), Found::Page(page)) => {
                self.list(list, page, data.rows.cell(row, 0).id())
            }
            (Relation::Any { noun, key, nouns }, Found::Any(found)) => {
                let Some(id) = data.rows.cell(row, *key).id() else {
                    return self.null();
                };
                let name = data.rows.cell(row, *noun);
                for ((level, shape), below) in nouns.iter().zip(found) {
                    if *name == Cell::Text(level.noun.name.to_owned()) {
                        return self.maybe(below.index.get(&id).copied(), shape, level, below);
                    }
                }
                self.null()
            }
            (Relation::Computed { def, .. }, Found::Values(values)) => match values.get(row) {
                Some(Ok(text)) if text != "null" || def.nullable => self.raw(text),
                Some(Err(error)) => self.fail_with(error.clone()),
                _ => self.fail(Error::internal(format!("{} has no value", def.name)), pos),
            },
            _ => self.fail(Error::internal("a relation was loaded as another"), pos),
        }
    }

    fn maybe(
        &mut self,
        row: Option<usize>,
        shape: &Shape<'_>,
        level: &Level<'_>,
        data: &Loaded,
    ) -> Written {
        match row {
            Some(row) => self.object(shape, level, data, row),
            None => self.null(),
        }
    }
}
