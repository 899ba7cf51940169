//! Every test has a migrated database of its own, on SQLite and on PostgreSQL.

use std::sync::Arc;

use inspectorate_migration::Migrator;
use sea_orm_migration::MigratorTrait;

use crate::support::{
    contents::nothing_changed, database::TestDatabase, house::House, on_each_database,
    place::Place, postgres,
};

on_each_database!(is_migrated, can_be_taken_back, notice_what_is_written);

async fn is_migrated(test: Arc<TestDatabase>) {
    let database = sea_orm::Database::connect(&test.url).await.unwrap();
    let pending = Migrator::get_pending_migrations(&database).await;
    assert!(pending.unwrap().is_empty());
}

/// `migrate down` undoes every migration, and `up` runs them again.
async fn can_be_taken_back(test: Arc<TestDatabase>) {
    let database = sea_orm::Database::connect(&test.url).await.unwrap();
    Migrator::down(&database, None).await.unwrap();
    Migrator::up(&database, None).await.unwrap();
}

/// The proof that nothing changed is worth something: it sees a place being built.
async fn notice_what_is_written(house: Arc<House>) {
    nothing_changed(&house, async {}).await;
    let watched = house.clone();
    let writing = tokio::spawn(async move {
        nothing_changed(&watched, Place::build(&watched, "XM")).await;
    });
    assert!(writing.await.is_err_and(|failure| failure.is_panic()));
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
