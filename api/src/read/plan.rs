//! From a selection to a plan: which columns and relations each level needs, and in which order they are written out.

use async_graphql::{Name, Pos, Positioned, parser::types::Field};

use super::{
    noun::{ComputeFn, FieldDef, FieldKind, NounDef, Via},
    page::Page,
    rows::CellKind,
    selection::{Document, Merged},
};
use crate::{
    access::{policy, viewer::Viewer},
    error::{Error, Result},
};

/// One level of the answer: rows of one noun.
#[derive(Debug)]
pub struct Level<'q> {
    pub noun: &'static NounDef,
    /// What the statement selects; the id is always the first.
    pub columns: Vec<(&'static str, CellKind)>,
    pub relations: Vec<Relation<'q>>,
}

/// What hangs on the rows of a level.
#[derive(Debug)]
pub enum Relation<'q> {
    /// One row by the id in this column.
    One {
        key: usize,
        level: Level<'q>,
        shape: Shape<'q>,
    },
    /// A page of rows a parent.
    List(List<'q>),
    /// The first row a parent.
    First {
        via: Via,
        page: Page,
        level: Level<'q>,
        shape: Shape<'q>,
    },
    /// One row of the noun that the first column names, by the id in the second.
    Any {
        noun: usize,
        key: usize,
        nouns: Vec<(Level<'q>, Shape<'q>)>,
    },
    /// A function over the rows.
    Computed {
        compute: ComputeFn,
        field: Box<Positioned<Field>>,
        def: &'static FieldDef,
    },
}

/// A page of rows, at the root or under a parent.
#[derive(Debug)]
pub struct List<'q> {
    pub via: Option<Via>,
    pub page: Page,
    pub level: Level<'q>,
    pub parts: Vec<Entry<'q, ListPart<'q>>>,
    pub needs_rows: bool,
    pub needs_total: bool,
}

/// A field of a connection.
#[derive(Debug)]
pub enum ListPart<'q> {
    TypeName,
    Nodes(Shape<'q>),
    Edges(Vec<Entry<'q, EdgePart<'q>>>),
    PageInfo(Vec<Entry<'q, PagePart>>),
    TotalCount,
}

/// A field of an edge.
#[derive(Debug)]
pub enum EdgePart<'q> {
    TypeName,
    Cursor,
    Node(Shape<'q>),
}

/// A field of a page info.
#[derive(Clone, Copy, Debug)]
pub enum PagePart {
    TypeName,
    HasNextPage,
    HasPreviousPage,
    StartCursor,
    EndCursor,
}

/// The fields of an object in the order of the answer.
pub type Shape<'q> = Vec<Entry<'q, What>>;

/// One field of the answer.
#[derive(Debug)]
pub struct Entry<'q, T> {
    pub key: &'q Name,
    pub pos: Pos,
    pub what: T,
}

/// Where a field of a noun is taken from.
#[derive(Debug)]
pub enum What {
    TypeName(&'static str),
    Id(&'static str),
    Column { index: usize, nullable: bool },
    Relation { index: usize, nullable: bool },
    Refused(Error),
}

/// Makes plans for one request.
#[derive(Clone, Copy)]
pub struct Planner<'q> {
    pub document: Document<'q>,
    pub viewer: &'q Viewer,
}

impl<'q> Planner<'q> {
    /// A level of `noun` with nothing asked of it yet.
    pub fn level(&self, noun: &'static NounDef) -> Level<'q> {
        Level {
            noun,
            columns: vec![("id", CellKind::Id)],
            relations: Vec::new(),
        }
    }

    /// Ask of `level` what the selections under `fields` want, and say how to write it.
    pub fn shape(&self, level: &mut Level<'q>, fields: &[&'q Positioned<Field>]) -> Shape<'q> {
        let merged = self.document.merge_under(level.noun.name, fields);
        self.entries(merged, |name, fields| match name {
            "__typename" => What::TypeName(level.noun.name),
            "id" => What::Id(level.noun.name),
            name => match self.field(level, name, fields) {
                Ok(what) => what,
                Err(error) => What::Refused(error),
            },
        })
    }

    /// The fields of a connection of `noun` that `fields` ask for.
    pub fn list(
        &self,
        via: Option<Via>,
        noun: &'static NounDef,
        fields: &[&'q Positioned<Field>],
    ) -> Result<List<'q>> {
        policy::require(self.viewer, noun.reads, noun.name)?;
        let Some(first) = fields.first() else {
            return Err(Error::internal("a list without a field"));
        };
        let page = Page::read(self.document, &first.node, noun, self.viewer)?;
        let mut level = self.level(noun);
        for key in &page.order {
            column(&mut level, key.column, key.kind);
        }
        let (mut needs_rows, mut needs_total) = (false, false);
        let merged = self
            .document
            .merge_under(&format!("{}Connection", noun.name), fields);
        let parts = self.entries(merged, |name, fields| match name {
            "nodes" => {
                needs_rows = true;
                ListPart::Nodes(self.shape(&mut level, fields))
            }
            "edges" => {
                needs_rows = true;
                ListPart::Edges(self.edges(&mut level, fields))
            }
            "pageInfo" => {
                needs_rows = true;
                ListPart::PageInfo(self.page_info(fields))
            }
            "totalCount" => {
                needs_total = true;
                ListPart::TotalCount
            }
            _ => ListPart::TypeName,
        });
        Ok(List {
            via,
            page,
            level,
            parts,
            needs_rows,
            needs_total,
        })
    }

    fn edges(
        &self,
        level: &mut Level<'q>,
        fields: &[&'q Positioned<Field>],
    ) -> Vec<Entry<'q, EdgePart<'q>>> {
        let merged = self
            .document
            .merge_under(&format!("{}Edge", level.noun.name), fields);
        self.entries(merged, |name, fields| match name {
            "cursor" => EdgePart::Cursor,
            "node" => EdgePart::Node(self.shape(level, fields)),
            _ => EdgePart::TypeName,
        })
    }

    fn page_info(&self, fields: &[&'q Positioned<Field>]) -> Vec<Entry<'q, PagePart>> {
        self.entries(
            self.document.merge_under("PageInfo", fields),
            |name, _| match name {
                "hasNextPage" => PagePart::HasNextPage,
                "hasPreviousPage" => PagePart::HasPreviousPage,
                "startCursor" => PagePart::StartCursor,
                "endCursor" => PagePart::EndCursor,
                _ => PagePart::TypeName,
            },
        )
    }

    /// Give each response key of `merged` its place in the answer.
    pub fn entries<T>(
        &self,
        merged: Merged<'q>,
        mut what: impl FnMut(&str, &[&'q Positioned<Field>]) -> T,
    ) -> Vec<Entry<'q, T>> {
        merged
            .into_iter()
            .filter_map(|(key, fields)| {
                let first = fields.first()?;
                Some(Entry {
                    key,
                    pos: first.pos,
                    what: what(&first.node.name.node, &fields),
                })
            })
            .collect()
    }

    fn field(
        &self,
        level: &mut Level<'q>,
        name: &str,
        fields: &[&'q Positioned<Field>],
    ) -> Result<What> {
        let noun = level.noun;
        let def = noun
            .field(name)
            .ok_or_else(|| Error::internal(format!("{} has no field {name}", noun.name)))?;
        let coordinate = || format!("{}.{}", noun.name, def.name);
        if let Some(action) = def.reads {
            policy::require(self.viewer, action, &coordinate())?;
        }
        let relation = match &def.kind {
            FieldKind::Column {
                column: name,
                scalar,
            } => {
                let index = column(level, name, CellKind::Scalar(*scalar));
                return Ok(What::Column {
                    index,
                    nullable: def.nullable,
                });
            }
            FieldKind::One { column: name, noun } => {
                policy::require(self.viewer, noun().reads, &coordinate())?;
                let mut below = self.level(noun());
                let shape = self.shape(&mut below, fields);
                Relation::One {
                    key: column(level, name, CellKind::Id),
                    level: below,
                    shape,
                }
            }
            FieldKind::Many { via, noun } => {
                Relation::List(self.list(Some(*via), noun(), fields)?)
            }
            FieldKind::First { via, noun, order } => {
                policy::require(self.viewer, noun().reads, &coordinate())?;
                let page = Page::first_row(noun(), order)?;
                let mut below = self.level(noun());
                let shape = self.shape(&mut below, fields);
                Relation::First {
                    via: *via,
                    page,
                    level: below,
                    shape,
                }
            }
            FieldKind::Any {
                noun_column,
                id_column,
            } => Relation::Any {
                noun: column(
                    level,
                    noun_column,
                    CellKind::Scalar(super::noun::Scalar::Text),
                ),
                key: column(level, id_column, CellKind::Id),
                nouns: self.any(fields),
            },
            FieldKind::Computed {
                needs,
                ids,
                compute,
                ..
            } => {
                for (name, scalar) in *needs {
                    column(level, name, CellKind::Scalar(*scalar));
                }
                for name in *ids {
                    column(level, name, CellKind::Id);
                }
                let Some(field) = together(fields) else {
                    return Err(Error::internal("no field"));
                };
                Relation::Computed {
                    compute: *compute,
                    field: Box::new(field),
                    def,
                }
            }
        };
        level.relations.push(relation);
        Ok(What::Relation {
            index: level.relations.len() - 1,
            nullable: def.nullable,
        })
    }

    /// A level for every noun that the viewer may read and that `fields`, on the interface `Node`, may turn out to be.
    pub fn any(&self, fields: &[&'q Positioned<Field>]) -> Vec<(Level<'q>, Shape<'q>)> {
        crate::schema::nouns()
            .filter(|noun| policy::may_read(self.viewer, noun.reads))
            .map(|noun| {
                let mut level = self.level(noun);
                let shape = self.shape(&mut level, fields);
                (level, shape)
            })
            .collect()
    }
}

/// The place of `name` among the columns of `level`, added when it is not there yet.
fn column(level: &mut Level<'_>, name: &'static str, kind: CellKind) -> usize {
    if let Some(index) = level.columns.iter().position(|(other, _)| *other == name) {
        return index;
    }
    level.columns.push((name, kind));
    level.columns.len() - 1
}

/// One field with the selections of all of `fields`, which validation has found mergeable.
pub fn together(fields: &[&Positioned<Field>]) -> Option<Positioned<Field>> {
    let (first, rest) = fields.split_first()?;
    let mut whole = (*first).clone();
    for field in rest {
        let items = &field.node.selection_set.node.items;
        whole
            .node
            .selection_set
            .node
            .items
            .extend(items.iter().cloned());
    }
    Some(whole)
}
