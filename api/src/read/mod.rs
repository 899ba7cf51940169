//! The read path: one engine reads every noun, in queries, payloads and subscriptions.
//!
//! In reading order: a [`noun`] declares itself; a [`selection`] of a request becomes a [`plan`]; [`execute`] runs one statement a
//! level, written by [`statement`] with [`filter`], [`page`] and [`cursor`]; [`rows`] hold what came back; [`write`] puts it into
//! JSON. [`computed`] is the door for fields that are functions over a batch, [`contract`] the schema that all this makes.
#![expect(
    clippy::disallowed_methods,
    reason = "this is the one door through which rows are read"
)]

pub mod computed;
pub mod contract;
pub mod cursor;
mod execute;
pub mod feed;
mod filter;
mod keyset;
pub mod mixed;
mod noted;
pub mod noun;
mod one;
mod operand;
pub mod page;
mod plan;
mod planner;
pub mod reader;
mod refusals;
mod root;
mod rows;
mod selection;
pub mod sql;
mod statement;
pub mod stored_file;
mod write;
mod write_list;

pub use computed::{Batch, Values};
pub use reader::{Reader, Statements};
pub use rows::time_text;
pub use sql::Sql;

/// Marks a field that is one row of another noun.
pub struct One<N>(std::marker::PhantomData<N>);

/// Marks a field that is a page of the rows of another noun.
pub struct Many<N>(std::marker::PhantomData<N>);

/// Marks a column of text folded for searching.
pub struct Search;

/// Marks a field that is a row of any noun.
pub struct AnyNoun;
