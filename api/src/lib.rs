//! Inspectorate: one typed GraphQL contract for inspection work.

pub mod access;
pub mod blocks;
pub mod database;
pub mod error;
pub mod graphql;
pub mod settings;
