//! What ships with the service is there after every start, once.

use std::{sync::Arc, time::Duration};

use inspectorate::{blocks::shipped, database::Database};
use inspectorate_entity::rules::{code_list, code_list_entry, deadline_rule, workday_calendar};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, EntityTrait, PaginatorTrait};

use crate::support::{database::TestDatabase, on_each_database};

on_each_database!(loading_again_changes_nothing, what_a_place_changed_stays);

async fn connected(test: &TestDatabase) -> Database {
    Database::connect(&test.url, 2, Duration::from_secs(10))
        .await
        .expect("the test's database answers")
}

async fn counts(database: &Database) -> [u64; 4] {
    let reader = &database.reader;
    [
        code_list::Entity::find().count(reader).await,
        code_list_entry::Entity::find().count(reader).await,
        workday_calendar::Entity::find().count(reader).await,
        deadline_rule::Entity::find().count(reader).await,
    ]
    .map(|count| count.expect("rows are counted"))
}

async fn loading_again_changes_nothing(test: Arc<TestDatabase>) {
    let database = connected(&test).await;
    shipped::load(&database).await.expect("it loads");
    let first = counts(&database).await;
    assert!(first.iter().all(|count| *count > 0), "{first:?}");
    assert_eq!(first[2], 254);
    shipped::load(&database).await.expect("it loads again");
    assert_eq!(counts(&database).await, first);
}

async fn what_a_place_changed_stays(test: Arc<TestDatabase>) {
    let database = connected(&test).await;
    shipped::load(&database).await.expect("it loads");
    let day = workday_calendar::Entity::find()
        .one(&database.reader)
        .await
        .expect("rows are read")
        .expect("the calendar is loaded");
    let amended = workday_calendar::ActiveModel {
        source: Set("an amending notice".to_owned()),
        ..day.clone().into()
    };
    amended
        .update(&database.writer)
        .await
        .expect("it is written");
    shipped::load(&database).await.expect("it loads again");
    let kept = workday_calendar::Entity::find_by_id(day.id)
        .one(&database.reader)
        .await
        .expect("rows are read")
        .expect("still there");
    assert_eq!(kept.source, "an amending notice");
}
