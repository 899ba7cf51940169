//! Making a plan: what a selection asks of each level, and what the viewer may not have.

use async_graphql::{Positioned, parser::types::Field};

use super::{
    noun::{FieldKind, NounDef, Scalar, Via},
    page::Page,
    plan::{EdgePart, Entry, Level, List, ListPart, PagePart, Relation, Shape, What},
    rows::CellKind,
    selection::{Document, Merged},
};
use crate::{
    access::{policy, viewer::Viewer},
    error::{Error, Result},
};

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
                union,
            } => Relation::Any {
                noun: column(level, noun_column, CellKind::Scalar(Scalar::Text)),
                key: column(level, id_column, CellKind::Id),
                nouns: match union {
                    Some(union) => self.each(union.members.iter().copied(), fields),
                    None => self.any(fields),
                },
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
        self.each(crate::schema::nouns(), fields)
    }

    /// The same for `nouns` only, such as the members of a union.
    fn each(
        &self,
        nouns: impl Iterator<Item = &'static NounDef>,
        fields: &[&'q Positioned<Field>],
    ) -> Vec<(Level<'q>, Shape<'q>)> {
        nouns
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
