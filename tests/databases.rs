//! Every test has a migrated database of its own, on SQLite and on PostgreSQL.

use std::{collections::BTreeSet, sync::Arc};

use inspectorate::{
    access::{
        duplicate,
        policy::{Agency, Role},
    },
    graphql::node_id,
};
use inspectorate_migration::Migrator;
use sea_orm::{ConnectionTrait, DatabaseBackend, Statement};
use sea_orm_migration::MigratorTrait;
use serde_json::json;

use crate::support::{
    contents::nothing_changed, database::TestDatabase, house::House, on_each_database,
    place::Place, postgres,
};

on_each_database!(
    is_migrated,
    can_be_taken_back,
    notice_what_is_written,
    every_unique_index_names_its_input,
    the_second_of_two_alike_is_told_which_input,
);

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

/// `access/duplicate.rs` says of every unique index which input fills it, so that a conflict names its field.
async fn every_unique_index_names_its_input(test: Arc<TestDatabase>) {
    let database = sea_orm::Database::connect(&test.url).await.unwrap();
    let select = match database.get_database_backend() {
        DatabaseBackend::Postgres => {
            "SELECT indexname::text FROM pg_indexes WHERE schemaname = current_schema() AND indexname LIKE 'ux\\_%'"
        }
        _ => {
            "SELECT name FROM sqlite_master WHERE type = 'index' AND name LIKE 'ux\\_%' ESCAPE '\\'"
        }
    };
    let rows = database.query_all_raw(Statement::from_string(
        database.get_database_backend(),
        select,
    ));
    let names = rows.await.unwrap();
    let names: BTreeSet<String> = names
        .iter()
        .map(|row| row.try_get_by_index(0).unwrap())
        .filter(|name: &String| !name.starts_with("ux_event_"))
        .collect();
    let known = duplicate::FIELDS.iter().map(|(name, _)| (*name).to_owned());
    assert_eq!(names, known.collect(), "the list in access/duplicate.rs");
}

/// Two writers who both found the code free: the index stands against the second, and the answer names the field.
async fn the_second_of_two_alike_is_told_which_input(house: Arc<House>) {
    let place = Place::build(&house, "XM").await;
    let office = place.person(Agency::Office, Role::Admin);
    let parent = node_id::encode("Organization", place.dispatcher.id);
    let mut met = 0;
    for round in 0..6 {
        let input = json!({ "code": format!("XM-TWIN-{round}"), "name": "同码单位", "level": "CITY", "kind": "DIVISION", "parent": parent });
        let query = "mutation($input: RegisterOrganizationInput!) { registerOrganization(input: $input) { organization { id } } }";
        let register = || office.graphql(query, json!({ "input": input }));
        let answers = futures::join!(register(), register(), register());
        for answer in [answers.0, answers.1, answers.2] {
            if answer.body.get("errors").is_some() {
                answer.refused("CONFLICT").of_field("input.code");
                met += 1;
            }
        }
    }
    assert_eq!(met, 12, "two of three are refused each time");
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
