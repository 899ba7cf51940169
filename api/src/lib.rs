//! Inspectorate: one typed GraphQL contract for inspection work.

pub mod access;
pub mod blocks;
pub mod commands;
pub mod database;
pub mod demo;
pub mod domain;
pub mod error;
pub mod graphql;
pub mod read;
pub mod schema;
pub mod server;
pub mod settings;
pub mod telemetry;
