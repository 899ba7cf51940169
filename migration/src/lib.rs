//! The history of the database schema: one file per change, on SQLite and PostgreSQL alike, never edited once released.

use sea_orm_migration::{MigrationTrait, MigratorTrait};

mod m20261122_000001_organizations;
mod table;

/// Runs the changes in their order.
pub struct Migrator;

impl MigratorTrait for Migrator {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        vec![Box::new(m20261122_000001_organizations::Migration)]
    }
}
