//! Rows as structs that hold what was asked for: only selected columns are read from the database.

use std::hash::Hash;

use async_graphql::Lookahead;
use inspectorate::{
    access::{viewer::Viewer, visible},
    read::{Sql, noun::NounDef},
};
use sea_orm::{
    DbBackend, DbErr, EntityTrait, Order, QueryFilter, QueryResult, QuerySelect, Select, Statement,
    TryGetable, Value, sea_query::Expr,
};
use uuid::Uuid;

/// A column of the row's table.
pub type ColumnOf<T> = <<T as Row>::Entity as EntityTrait>::Column;

/// A set of columns, one bit each, by their place in [`Row::COLUMNS`]; the id is always the first and always selected.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Columns(pub u32);

impl Columns {
    pub fn has(self, place: usize) -> bool {
        self.0 & (1 << place) != 0
    }

    pub fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

/// What a column holds, as far as cursors have to know.
#[derive(Clone, Copy)]
pub enum Kind {
    Id,
    Text,
    Date,
}

/// What every type of record of the twin has to say about itself.
pub trait Row: Clone + Eq + Hash + Send + Sync + 'static {
    type Entity: EntityTrait;

    const NAME: &'static str;

    /// The columns that can be selected, the id first.
    const COLUMNS: &'static [ColumnOf<Self>];

    /// Which columns the selection below `look` needs.
    fn needed(look: &Lookahead<'_>) -> Columns;

    /// Read the selected columns of `row`, in the order of [`Row::COLUMNS`].
    fn read(columns: Columns, row: &QueryResult, first: usize) -> Result<Self, DbErr>;

    /// The noun of the service whose right the twin applies: the same condition, so that only the reading differs.
    fn noun() -> &'static NounDef;

    /// The key of the row; `id` is the field of the schema.
    fn uuid(&self) -> Uuid;

    /// The value that orders the row by the column at `place`.
    fn key(&self, place: usize) -> Option<Value>;

    fn kind(place: usize) -> Kind;

    /// Whether the column at `place` may be empty.
    fn nullable(place: usize) -> bool;

    /// Ordering when none is asked for.
    fn default_order() -> Vec<(usize, Order)>;
}

/// Selects `columns` of all rows that exist for `viewer`.
pub fn select<T: Row>(columns: Columns, viewer: &Viewer, backend: DbBackend) -> Select<T::Entity> {
    T::Entity::find()
        .select_only()
        .columns(selected::<T>(columns))
        .filter(visible::<T>(viewer, backend))
}

/// Which rows exist for the viewer.
pub fn visible<T: Row>(viewer: &Viewer, backend: DbBackend) -> Expr {
    let noun = T::noun();
    let mut sql = Sql::new(backend);
    visible::rows(noun, viewer, &format!("\"{}\"", noun.table), &mut sql);
    let Statement { sql, values, .. } = sql.finish();
    Expr::cust_with_values(sql, values.map(|values| values.0).unwrap_or_default())
}

/// The columns of the set, in their order.
pub fn selected<T: Row>(columns: Columns) -> impl Iterator<Item = ColumnOf<T>> {
    let places = T::COLUMNS.iter().enumerate();
    places.filter_map(move |(place, column)| columns.has(place).then_some(*column))
}

/// Takes the selected columns of a row one after the other.
pub struct Cells<'a> {
    row: &'a QueryResult,
    columns: Columns,
    place: usize,
    next: usize,
}

impl<'a> Cells<'a> {
    pub fn new(row: &'a QueryResult, columns: Columns, first: usize) -> Self {
        Self {
            row,
            columns,
            place: 0,
            next: first,
        }
    }

    /// The next column if it was selected, else nothing.
    pub fn take<T: TryGetable>(&mut self) -> Result<Option<T>, DbErr> {
        let selected = self.columns.has(self.place);
        self.place += 1;
        if !selected {
            return Ok(None);
        }
        self.next += 1;
        self.row.try_get_by_index(self.next - 1)
    }
}
