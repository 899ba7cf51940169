//! What `#[derive(Noun)]` writes down about a noun: everything that the engine, the schema and the doors need to know of it.

use async_graphql::registry::Registry;
use futures::future::BoxFuture;

use super::computed::{Batch, Values};
use crate::{
    access::{policy::Action, viewer::Viewer, visible::Visible},
    error::Result,
};

/// A type of record that can be read. Implemented by `#[derive(Noun)]` only.
pub trait Noun: Send + Sync + 'static {
    const DEF: &'static NounDef;
}

/// The declaration of a noun.
#[derive(Debug)]
pub struct NounDef {
    /// Name of the GraphQL type, such as `CoveragePlan`.
    pub name: &'static str,
    /// Field of `Query` that looks one up, and of payloads that carries it, such as `coveragePlan`.
    pub singular: &'static str,
    /// Field of `Query` that lists it, such as `coveragePlans`.
    pub plural: &'static str,
    pub doc: &'static str,
    pub table: &'static str,
    /// What an agency must be allowed to do to see the type at all.
    pub reads: Action,
    /// Which rows exist for a viewer.
    pub visible: fn(&Viewer) -> Visible,
    /// Which of these rows stand in the root list; none: all of them.
    pub listed: Option<fn(&Viewer) -> Visible>,
    pub fields: &'static [FieldDef],
    /// Ordering when the client asks for none; the id is always the last key.
    pub order: &'static [(&'static str, Direction)],
}

impl NounDef {
    /// The field called `name` in the schema.
    pub fn field(&self, name: &str) -> Option<&'static FieldDef> {
        self.fields.iter().find(|field| field.name == name)
    }

    /// The field that shows `column`.
    pub fn field_of_column(&self, column: &str) -> Option<&'static FieldDef> {
        self.fields.iter().find(
            |field| matches!(field.kind, FieldKind::Column { column: own, .. } if own == column),
        )
    }
}

/// One field of a noun.
#[derive(Debug)]
pub struct FieldDef {
    pub name: &'static str,
    pub doc: &'static str,
    /// What an agency must be allowed to do to read this field; none: whoever may read the noun.
    pub reads: Option<Action>,
    pub deprecated: Option<&'static str>,
    pub nullable: bool,
    /// Whether clients may filter, or order, by it.
    pub filter: bool,
    pub order: bool,
    pub kind: FieldKind,
}

/// Where a field's value comes from.
#[derive(Debug)]
pub enum FieldKind {
    /// A column of the noun's table.
    Column {
        column: &'static str,
        scalar: Scalar,
    },
    /// The row of another noun whose id stands in `column`.
    One {
        column: &'static str,
        noun: fn() -> &'static NounDef,
    },
    /// A page of the rows of another noun that belong to this one.
    Many {
        via: Via,
        noun: fn() -> &'static NounDef,
    },
    /// The first of the rows that `Many` would list, in `order`.
    First {
        via: Via,
        noun: fn() -> &'static NounDef,
        order: &'static [(&'static str, Direction)],
    },
    /// A row of any noun, or of one of the members of `union`: `noun_column` names it, `id_column` is its id.
    Any {
        noun_column: &'static str,
        id_column: &'static str,
        union: Option<&'static UnionDef>,
    },
    /// A function over the whole batch of rows, which also needs these columns.
    Computed {
        needs: &'static [(&'static str, Scalar)],
        ids: &'static [&'static str],
        arguments: &'static [ArgumentDef],
        /// Registers the type and returns its name without the `!`.
        output: fn(&mut Registry) -> String,
        compute: ComputeFn,
    },
}

/// A union of the schema: the closed list of nouns of which a record can be.
#[derive(Debug)]
pub struct UnionDef {
    /// Name of the GraphQL type, such as `DeadlineRecord`.
    pub name: &'static str,
    pub doc: &'static str,
    pub members: &'static [&'static NounDef],
}

/// How the rows of a list know their parent.
#[derive(Clone, Copy, Debug)]
pub enum Via {
    /// By a column of their own that holds the parent's id.
    Column(&'static str),
    /// By a table of pairs; `noun` restricts it to pairs of the parent's kind.
    Link {
        table: &'static str,
        parent: &'static str,
        child: &'static str,
        noun: Option<(&'static str, &'static str)>,
    },
}

/// An argument of a computed field.
#[derive(Debug)]
pub struct ArgumentDef {
    pub name: &'static str,
    pub doc: &'static str,
    /// Registers the type and returns its qualified name.
    pub input: fn(&mut Registry) -> String,
}

/// A computed field: called once for the whole batch, answers one value a row, in order.
pub type ComputeFn = for<'a> fn(Batch<'a>) -> BoxFuture<'a, Result<Values>>;

/// Which way an ordering runs (排序方向).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, async_graphql::Enum)]
#[graphql(name = "OrderDirection")]
pub enum Direction {
    /// Smallest, earliest or first letter first (升序).
    Asc,
    /// Largest, latest or last letter first (降序).
    Desc,
}

impl Direction {
    /// The other way.
    pub fn reversed(self) -> Self {
        match self {
            Self::Asc => Self::Desc,
            Self::Desc => Self::Asc,
        }
    }
}

/// How a column is read, written to JSON, filtered and named in the schema.
#[derive(Clone, Copy, Debug)]
pub enum Scalar {
    Text,
    /// Text folded for searching; what a client looks for is folded the same way.
    Search,
    Int,
    Bool,
    Date,
    DateTime,
    /// Stored as text, so that no database rounds it.
    Decimal,
    RegionCode,
    /// Stored as text; the entries come from the `Vocabulary` of the entity crate.
    Enum(&'static EnumDef),
}

/// A closed vocabulary of the entity crate, as the schema shows it.
#[derive(Debug)]
pub struct EnumDef {
    pub name: &'static str,
    pub doc: &'static str,
    pub entries: fn() -> &'static [inspectorate_entity::vocabulary::Entry],
}

impl EnumDef {
    /// Whether `value` is one of the entries.
    pub fn knows(&self, value: &str) -> bool {
        (self.entries)().iter().any(|entry| entry.value == value)
    }
}
