//! The statements of the twin, batched by DataLoader: rows by id, pages under many parents, counts.

use std::{
    collections::HashMap,
    hash::{Hash, Hasher},
    marker::PhantomData,
    sync::Arc,
};

use async_graphql::dataloader::Loader;
use inspectorate::{
    access::viewer::Viewer,
    database::Database,
    error::{Error, Result},
};
use sea_orm::{
    ColumnTrait, ConnectionTrait, IdenStatic, QueryFilter, QuerySelect, QueryTrait,
    sea_query::{Alias, Expr, ExprTrait, Func, Query, WindowStatement},
};
use uuid::Uuid;

use super::{
    page::{Page, nulls},
    row::{ColumnOf, Columns, Row, select, selected},
};

/// Reads for one viewer, for the length of a request.
pub struct Reads {
    pub database: Database,
    pub viewer: Arc<Viewer>,
}

/// A row by its id.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct RowKey<T> {
    id: Uuid,
    columns: Columns,
    of: PhantomData<T>,
}

impl<T> RowKey<T> {
    pub fn new(id: Uuid, columns: Columns) -> Self {
        Self {
            id,
            columns,
            of: PhantomData,
        }
    }
}

/// A page of the rows whose `column` holds `parent`.
pub struct ListKey<T: Row> {
    column: ColumnOf<T>,
    parent: Uuid,
    columns: Columns,
    page: Arc<Page<T>>,
}

impl<T: Row> ListKey<T> {
    pub fn new(column: ColumnOf<T>, parent: Uuid, columns: Columns, page: Arc<Page<T>>) -> Self {
        Self {
            column,
            parent,
            columns,
            page,
        }
    }

    /// Keys that agree in this are loaded by one statement.
    fn batch(&self) -> (&'static str, Columns, &str) {
        (self.column.as_str(), self.columns, &self.page.key)
    }
}

impl<T: Row> Clone for ListKey<T> {
    fn clone(&self) -> Self {
        Self::new(self.column, self.parent, self.columns, self.page.clone())
    }
}

impl<T: Row> PartialEq for ListKey<T> {
    fn eq(&self, other: &Self) -> bool {
        self.parent == other.parent && self.batch() == other.batch()
    }
}

impl<T: Row> Eq for ListKey<T> {}

impl<T: Row> Hash for ListKey<T> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        (self.parent, self.batch()).hash(state);
    }
}

/// How many rows a list under a parent holds in all.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct CountKey<T: Row>(pub ListKey<T>);

impl Reads {
    /// A page at the root, and whether rows follow it.
    pub async fn page<T: Row>(&self, columns: Columns, page: &Page<T>) -> Result<(Vec<T>, bool)> {
        let select =
            page.sort(page.restrict(select::<T>(columns, &self.viewer, self.database.backend())));
        let mut select = select.limit(page.limit as u64 + 1);
        if page.offset > 0 {
            select = select.offset(page.offset as u64);
        }
        let rows = self.fetch(&select.into_query()).await?;
        let rows = rows.iter().map(|row| T::read(columns, row, 0));
        Ok(cut(rows.collect::<Result<_, _>>()?, page))
    }

    /// How many rows the list holds in all.
    pub async fn count<T: Row>(&self, page: &Page<T>) -> Result<i64> {
        let select = select::<T>(Columns(0), &self.viewer, self.database.backend())
            .filter(page.filter.clone());
        let count = select.expr(Expr::col(T::COLUMNS[0]).count()).into_query();
        match self.fetch(&count).await?.first() {
            Some(row) => Ok(row.try_get_by_index(0)?),
            None => Ok(0),
        }
    }

    async fn fetch(
        &self,
        select: &sea_orm::sea_query::SelectStatement,
    ) -> Result<Vec<sea_orm::QueryResult>> {
        Ok(self.database.reader.query_all(select).await?)
    }

    async fn pages<T: Row>(
        &self,
        keys: &[&ListKey<T>],
        found: &mut HashMap<ListKey<T>, (Vec<T>, bool)>,
    ) -> Result<()> {
        let Some(first) = keys.first() else {
            return Ok(());
        };
        let (page, columns) = (&first.page, first.columns);
        let mut window = WindowStatement::partition_by(first.column);
        for (place, order) in &page.order {
            let (column, order) = (T::COLUMNS[*place], page.direction(order));
            if T::nullable(*place) {
                let nulls = nulls(&order);
                window.order_by_with_nulls(column, order, nulls);
            } else {
                window.order_by(column, order);
            }
        }
        let place = Alias::new("place");
        let mut inner = page
            .restrict(select::<T>(columns, &self.viewer, self.database.backend()))
            .filter(first.column.is_in(keys.iter().map(|key| key.parent)))
            .into_query();
        inner
            .expr_as(Expr::col(first.column), Alias::new("parent"))
            .expr_window_as(Func::cust("row_number"), window, place.clone());
        let mut outer = Query::select();
        outer.column(Alias::new("parent"));
        for column in selected::<T>(columns) {
            outer.column(Alias::new(column.as_str()));
        }
        outer
            .from_subquery(inner, Alias::new("numbered"))
            .and_where(Expr::col(place.clone()).gt(page.offset as i64))
            .and_where(Expr::col(place.clone()).lte((page.offset + page.limit + 1) as i64))
            .order_by(Alias::new("parent"), sea_orm::Order::Asc)
            .order_by(place, sea_orm::Order::Asc);
        let mut lists: HashMap<Uuid, Vec<T>> = HashMap::new();
        for row in self.fetch(&outer).await? {
            let list = lists.entry(row.try_get_by_index(0)?).or_default();
            list.push(T::read(columns, &row, 1)?);
        }
        for key in keys {
            let rows = lists.remove(&key.parent).unwrap_or_default();
            found.insert((*key).clone(), cut(rows, page));
        }
        Ok(())
    }
}

/// A page without the row that shows that more follow, in the order of the list.
fn cut<T: Row>(mut rows: Vec<T>, page: &Page<T>) -> (Vec<T>, bool) {
    let more = rows.len() > page.limit;
    rows.truncate(page.limit);
    if page.backwards {
        rows.reverse();
    }
    (rows, more)
}

impl<T: Row> Loader<RowKey<T>> for Reads {
    type Value = T;
    type Error = Error;

    async fn load(&self, keys: &[RowKey<T>]) -> Result<HashMap<RowKey<T>, T>> {
        let mut batches: HashMap<Columns, Vec<Uuid>> = HashMap::new();
        for key in keys {
            batches.entry(key.columns).or_default().push(key.id);
        }
        let mut found = HashMap::new();
        for (columns, ids) in batches {
            let select = select::<T>(columns, &self.viewer, self.database.backend())
                .filter(T::COLUMNS[0].is_in(ids));
            for row in self.fetch(&select.into_query()).await? {
                let row = T::read(columns, &row, 0)?;
                found.insert(RowKey::new(row.uuid(), columns), row);
            }
        }
        Ok(found)
    }
}

impl<T: Row> Loader<ListKey<T>> for Reads {
    type Value = (Vec<T>, bool);
    type Error = Error;

    async fn load(&self, keys: &[ListKey<T>]) -> Result<HashMap<ListKey<T>, Self::Value>> {
        let mut found = HashMap::new();
        for batch in batches(keys.iter()) {
            self.pages(&batch, &mut found).await?;
        }
        Ok(found)
    }
}

impl<T: Row> Loader<CountKey<T>> for Reads {
    type Value = i64;
    type Error = Error;

    async fn load(&self, keys: &[CountKey<T>]) -> Result<HashMap<CountKey<T>, i64>> {
        let mut found = HashMap::new();
        for batch in batches(keys.iter().map(|key| &key.0)) {
            let column = batch[0].column;
            let counts = select::<T>(Columns(0), &self.viewer, self.database.backend())
                .filter(batch[0].page.filter.clone())
                .filter(column.is_in(batch.iter().map(|key| key.parent)))
                .expr(Expr::col(column))
                .expr(Expr::col(T::COLUMNS[0]).count())
                .group_by(column);
            let mut by_parent: HashMap<Uuid, i64> = HashMap::new();
            for row in self.fetch(&counts.into_query()).await? {
                by_parent.insert(row.try_get_by_index(0)?, row.try_get_by_index(1)?);
            }
            for key in batch {
                let count = by_parent.get(&key.parent).copied().unwrap_or(0);
                found.insert(CountKey(key.clone()), count);
            }
        }
        Ok(found)
    }
}

fn batches<'a, T: Row>(
    keys: impl Iterator<Item = &'a ListKey<T>>,
) -> impl Iterator<Item = Vec<&'a ListKey<T>>> {
    let mut batches: HashMap<_, Vec<&ListKey<T>>> = HashMap::new();
    for key in keys {
        batches.entry(key.batch()).or_default().push(key);
    }
    batches.into_values()
}
