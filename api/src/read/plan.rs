//! From a selection to a plan: which columns and relations each level needs, and in which order they are written out.

use async_graphql::{Name, Pos, Positioned, parser::types::Field};

use super::{
    noun::{ComputeFn, FieldDef, NounDef, Via},
    page::Page,
    rows::CellKind,
};
use crate::error::Error;

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
