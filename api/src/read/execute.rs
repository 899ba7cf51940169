//! Running a plan: each level is one statement, whatever number of rows it concerns.

use std::{collections::HashMap, ops::Range};

use futures::future::{BoxFuture, FutureExt, join_all};
use uuid::Uuid;

use super::{
    computed::{Batch, Values},
    plan::{Level, List, Relation},
    reader::Reader,
    rows::{Cell, Rows},
    statement,
};
use crate::error::{Error, Result};

/// The rows of a level and what hangs on them.
#[derive(Debug)]
pub struct Loaded {
    pub rows: Rows,
    /// Where each row stands, by its id.
    pub index: HashMap<Uuid, usize>,
    /// One for each relation of the level.
    pub found: Vec<Found>,
}

/// What a relation found.
#[derive(Debug)]
pub enum Found {
    Rows(Loaded),
    Any(Vec<Loaded>),
    Page(Page),
    Values(Values),
    Failed(Error),
}

/// The rows of a list: of one, at the root, or of many parents.
#[derive(Debug)]
pub struct Page {
    pub below: Loaded,
    spans: HashMap<Option<Uuid>, Span>,
    totals: HashMap<Option<Uuid>, i64>,
}

#[derive(Clone, Debug)]
struct Span {
    rows: Range<usize>,
    more: bool,
}

impl Page {
    /// Which rows belong to `parent`.
    pub fn span(&self, parent: Option<Uuid>) -> Range<usize> {
        self.spans
            .get(&parent)
            .map_or(0..0, |span| span.rows.clone())
    }

    /// How many rows the list of `parent` holds in all.
    pub fn total(&self, parent: Option<Uuid>) -> i64 {
        self.totals.get(&parent).copied().unwrap_or(0)
    }

    /// Whether rows follow the page.
    pub fn more_after(&self, list: &List<'_>, parent: Option<Uuid>) -> bool {
        if list.page.backwards {
            list.page.before.is_some()
        } else {
            self.more(parent)
        }
    }

    /// Whether rows stand before the page.
    pub fn more_before(&self, list: &List<'_>, parent: Option<Uuid>) -> bool {
        if list.page.backwards {
            self.more(parent)
        } else {
            list.page.after.is_some() || list.page.offset > 0
        }
    }

    fn more(&self, parent: Option<Uuid>) -> bool {
        self.spans.get(&parent).is_some_and(|span| span.more)
    }
}

impl<'a> Reader<'a> {
    /// The rows of `level` with these ids that exist for the viewer.
    pub(super) async fn load_rows(&self, level: &Level<'a>, ids: &[Uuid]) -> Result<Loaded> {
        let mut rows = Rows::new(level.columns.len());
        if !ids.is_empty() {
            let sql = statement::by_ids(level, ids, self.viewer, self.database.backend());
            for row in self.fetch(sql).await? {
                rows.take(&row, 0, level.columns.iter().map(|(_, kind)| *kind))?;
            }
        }
        self.complete(level, rows).await
    }

    /// A page at the root.
    pub(super) async fn load_list(&self, list: &List<'a>) -> Result<Page> {
        self.note_list(list).await;
        let backend = self.database.backend();
        let mut found = Rows::new(list.level.columns.len());
        let mut spans = HashMap::new();
        if list.needs_rows {
            let sql = statement::root_page(list, self.viewer, backend)?;
            let mut results = self.fetch(sql).await?;
            let more = results.len() > list.page.limit;
            results.truncate(list.page.limit);
            if list.page.backwards {
                results.reverse();
            }
            for row in &results {
                found.take(row, 0, list.level.columns.iter().map(|(_, kind)| *kind))?;
            }
            spans.insert(
                None,
                Span {
                    rows: 0..results.len(),
                    more,
                },
            );
        }
        let mut totals = HashMap::new();
        if list.needs_total {
            let sql = statement::root_total(list, self.viewer, backend)?;
            for row in self.fetch(sql).await? {
                totals.insert(None, row.try_get_by_index(0)?);
            }
        }
        let below = self.complete(&list.level, found).await?;
        Ok(Page {
            below,
            spans,
            totals,
        })
    }

    /// A page under each of `parents`.
    async fn load_nested(&self, list: &List<'a>, parents: &[Uuid]) -> Result<Page> {
        let Some(via) = list.via else {
            return Err(Error::internal("a nested list without a parent"));
        };
        self.note_list(list).await;
        let mut page = if list.needs_rows {
            self.load_under(&list.level, via, &list.page, 1, parents)
                .await?
        } else {
            Page {
                below: self.complete(&list.level, Rows::new(1)).await?,
                spans: HashMap::new(),
                totals: HashMap::new(),
            }
        };
        if list.needs_total && !parents.is_empty() {
            let sql =
                statement::nested_total(list, via, parents, self.viewer, self.database.backend())?;
            for row in self.fetch(sql).await? {
                page.totals
                    .insert(Some(row.try_get_by_index(0)?), row.try_get_by_index(1)?);
            }
        }
        Ok(page)
    }

    async fn load_under(
        &self,
        level: &Level<'a>,
        via: super::noun::Via,
        page: &super::page::Page,
        more: usize,
        parents: &[Uuid],
    ) -> Result<Page> {
        let mut rows = Rows::new(level.columns.len());
        let mut spans = HashMap::new();
        if !parents.is_empty() {
            let sql = statement::nested_page(
                level,
                via,
                page,
                more,
                parents,
                self.viewer,
                self.database.backend(),
            )?;
            let results = self.fetch(sql).await?;
            let mut start = 0;
            while start < results.len() {
                let parent: Uuid = results[start].try_get_by_index(0)?;
                let mut end = start + 1;
                while end < results.len() && results[end].try_get_by_index::<Uuid>(0)? == parent {
                    end += 1;
                }
                let kept = (end - start).min(page.limit);
                let first = rows.len();
                let mut own: Vec<_> = results[start..start + kept].iter().collect();
                if page.backwards {
                    own.reverse();
                }
                for row in own {
                    rows.take(row, 1, level.columns.iter().map(|(_, kind)| *kind))?;
                }
                spans.insert(
                    Some(parent),
                    Span {
                        rows: first..rows.len(),
                        more: end - start > page.limit,
                    },
                );
                start = end;
            }
        }
        Ok(Page {
            below: self.complete(level, rows).await?,
            spans,
            totals: HashMap::new(),
        })
    }

    /// Load what hangs on `rows`, all relations of the level side by side.
    fn complete<'b>(&'b self, level: &'b Level<'a>, rows: Rows) -> BoxFuture<'b, Result<Loaded>> {
        async move {
            self.note_rows(level, rows.len()).await;
            let found = match level.relations.as_slice() {
                [] => Vec::new(),
                [relation] => vec![self.relation(level, relation, &rows).await],
                relations => {
                    join_all(
                        relations
                            .iter()
                            .map(|relation| self.relation(level, relation, &rows)),
                    )
                    .await
                }
            };
            let index = (0..rows.len())
                .filter_map(|row| Some((rows.cell(row, 0).id()?, row)))
                .collect();
            Ok(Loaded { rows, index, found })
        }
        .boxed()
    }

    async fn relation(&self, level: &Level<'a>, relation: &Relation<'a>, rows: &Rows) -> Found {
        let found = match relation {
            Relation::One { key, level, .. } => self
                .load_rows(level, &rows.ids(*key))
                .await
                .map(Found::Rows),
            Relation::List(list) => self.load_nested(list, &rows.ids(0)).await.map(Found::Page),
            Relation::First {
                via, page, level, ..
            } => self
                .load_under(level, *via, page, 0, &rows.ids(0))
                .await
                .map(Found::Page),
            Relation::Any { noun, key, nouns } => self
                .load_any(*noun, *key, nouns, rows)
                .await
                .map(Found::Any),
            // Nothing to compute for: the function is spared its statements.
            Relation::Computed { .. } if rows.len() == 0 => Ok(Found::Values(Vec::new())),
            Relation::Computed { compute, field, .. } => {
                let batch = Batch {
                    reader: self,
                    document: self.document(),
                    field,
                    level,
                    rows,
                };
                compute(batch).await.map(Found::Values)
            }
        };
        found.unwrap_or_else(Found::Failed)
    }

    async fn load_any(
        &self,
        noun: usize,
        key: usize,
        nouns: &[(Level<'a>, super::plan::Shape<'a>)],
        rows: &Rows,
    ) -> Result<Vec<Loaded>> {
        let mut all = Vec::with_capacity(nouns.len());
        for (level, _) in nouns {
            let name = Cell::Text(level.noun.name.to_owned());
            let ids: Vec<Uuid> = (0..rows.len())
                .filter(|row| *rows.cell(*row, noun) == name)
                .filter_map(|row| rows.cell(row, key).id())
                .collect();
            all.push(self.load_rows(level, &ids).await?);
        }
        Ok(all)
    }
}
