//! The twin: two nouns of the service as a plain async-graphql server reads them, with a resolver for each field.
//!
//! It follows the usual best practice: DataLoader without delay for every relation, also for pages under a parent, and only
//! those columns that the selection needs.

mod coverage_object;
mod cursor;
mod filter;
mod loader;
mod organization;
mod page;
mod query;
mod row;
mod vocabulary;

pub use query::{Twin, execute, schema};
