//! Every test has a migrated database of its own, on SQLite and on PostgreSQL.

use std::sync::Arc;

use inspectorate_migration::Migrator;
use sea_orm_migration::MigratorTrait;

use crate::support::{database::TestDatabase, on_each_database, postgres};

on_each_database!(is_migrated, can_be_taken_back);

async fn is_migrated(database: Arc<TestDatabase>) {
    let connection = sea_orm::Database::connect(&database.url).await.unwrap();
    let pending = Migrator::get_pending_migrations(&connection).await.unwrap();
    assert!(pending.is_empty());
}

/// `migrate down` undoes every migration, and `up` runs them again.
async fn can_be_taken_back(database: Arc<TestDatabase>) {
    let connection = sea_orm::Database::connect(&database.url).await.unwrap();
    Migrator::down(&connection, None).await.unwrap();
    Migrator::up(&connection, None).await.unwrap();
}

/// Says which databases this run is about, in one line; CI never leaves one out.
#[test]
fn are_both_tested() {
    match postgres::server() {
        Some(server) => println!(
            "Databases under test: SQLite and PostgreSQL at {}",
            server.url("…")
        ),
        None => {
            postgres::say_that_it_is_left_out();
            assert!(std::env::var_os("CI").is_none(), "CI tests both databases");
        }
    }
}
