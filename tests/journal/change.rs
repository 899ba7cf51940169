//! One way to write: found through the viewer, at the version seen, all of it with its event or nothing.

use std::sync::Arc;

use futures::future::join_all;
use inspectorate::error::ErrorCode;
use inspectorate_entity::journal::{event, event_subject};
use sea_orm::EntityTrait;
use serde_json::{Value, json};

use super::desk::Desk;
use crate::support::{database::TestDatabase, on_each_database};

on_each_database!(
    writes_one_event_with_old_and_new,
    hides_what_the_viewer_may_not_see,
    lets_one_of_two_writers_win,
);

async fn writes_one_event_with_old_and_new(database: Arc<TestDatabase>) {
    let desk = Desk::at(&database).await;
    let id = desk.organization("A").await;
    let done = desk.rename(id, "甲\u{1F600}’\"", 1, None).await.unwrap();
    assert_eq!(done.subject, id);
    let row = desk.row(id).await;
    assert_eq!((row.name.as_str(), row.version), ("甲\u{1F600}’\"", 2));
    let events = event::Entity::find().all(&desk.database.reader).await;
    let [event] = &events.unwrap()[..] else {
        panic!("one change, one event")
    };
    assert_eq!(event.id, done.event);
    assert_eq!(event.actor_subject, "u-1");
    assert_eq!(event.agency, "OFFICE");
    assert_eq!(event.roles, "admin");
    let changes: Value = serde_json::from_str(&event.changes).unwrap();
    let expected = json!([{ "noun": "Organization", "id": id, "field": "name", "old": "A", "new": "甲\u{1F600}’\"" }]);
    assert_eq!(changes, expected);
    let subjects = event_subject::Entity::find()
        .all(&desk.database.reader)
        .await;
    let subjects = subjects.unwrap();
    assert_eq!(subjects.len(), 1);
    assert_eq!(
        (subjects[0].event_id, subjects[0].subject_id),
        (event.id, id)
    );
}

async fn hides_what_the_viewer_may_not_see(database: Arc<TestDatabase>) {
    let desk = Desk::at(&database).await;
    let id = desk.organization("A").await;
    let mut outsider = desk.clone();
    outsider.viewer.jurisdiction = format!("/{}/", uuid::Uuid::now_v7().simple());
    let hidden = outsider.rename(id, "B", 1, None).await.unwrap_err();
    let missing = desk
        .rename(uuid::Uuid::now_v7(), "B", 1, None)
        .await
        .unwrap_err();
    assert_eq!(hidden.code, ErrorCode::NotFound);
    assert_eq!(
        (hidden.message, hidden.field),
        (missing.message, missing.field)
    );
    assert_eq!(desk.row(id).await.name, "A");
    assert_eq!(desk.events().await, 0);
}

async fn lets_one_of_two_writers_win(database: Arc<TestDatabase>) {
    let desk = Desk::at(&database).await;
    let id = desk.organization("A").await;
    let calls = (0..8).map(|n| {
        let desk = desk.clone();
        async move { desk.rename(id, &format!("B{n}"), 1, None).await }
    });
    let outcomes = join_all(calls).await;
    let (won, lost): (Vec<_>, Vec<_>) = outcomes.into_iter().partition(Result::is_ok);
    assert_eq!(won.len(), 1);
    for error in lost.into_iter().filter_map(Result::err) {
        assert_eq!(error.code, ErrorCode::Conflict);
        assert_eq!(error.current_version, Some(2));
        assert_eq!(error.field.as_deref(), Some("input.version"));
    }
    assert_eq!(desk.row(id).await.version, 2);
    assert_eq!(desk.events().await, 1);
}
