//! A key makes a call safe to repeat: done once, answered alike, and never answered for something else.

use std::sync::Arc;

use chrono::{TimeDelta, Utc};
use futures::future::join_all;
use inspectorate::error::ErrorCode;
use inspectorate_entity::journal::idempotency_key;
use sea_orm::{EntityTrait, sea_query::Expr};

use super::desk::Desk;
use crate::support::{database::TestDatabase, on_each_database};

on_each_database!(
    answers_the_second_call_like_the_first,
    refuses_the_key_for_another_input,
    does_simultaneous_calls_once,
    belongs_to_one_client,
    is_free_again_after_a_refusal,
    ends_after_a_day,
    has_a_shape,
);

async fn answers_the_second_call_like_the_first(database: Arc<TestDatabase>) {
    let desk = Desk::at(&database).await;
    let id = desk.organization("A").await;
    let first = desk.rename(id, "B", 1, Some("k")).await.unwrap();
    let second = desk.rename(id, "B", 1, Some("k")).await.unwrap();
    assert_eq!((first.subject, first.event), (second.subject, second.event));
    assert_eq!(desk.events().await, 1);
    assert_eq!(desk.row(id).await.version, 2);
}

async fn refuses_the_key_for_another_input(database: Arc<TestDatabase>) {
    let desk = Desk::at(&database).await;
    let id = desk.organization("A").await;
    desk.rename(id, "B", 1, Some("key-17")).await.unwrap();
    let error = desk.rename(id, "C", 2, Some("key-17")).await.unwrap_err();
    assert_eq!(error.code, ErrorCode::Conflict);
    assert_eq!(error.field.as_deref(), Some("input.clientMutationId"));
    assert!(error.message.contains("key-17"), "{}", error.message);
    assert_eq!(desk.row(id).await.name, "B");
    assert_eq!(desk.events().await, 1);
}

async fn does_simultaneous_calls_once(database: Arc<TestDatabase>) {
    let desk = Desk::at(&database).await;
    let id = desk.organization("A").await;
    let calls = (0..8).map(|_| {
        let desk = desk.clone();
        async move { desk.rename(id, "B", 1, Some("k")).await.unwrap().event }
    });
    let mut events = join_all(calls).await;
    events.dedup();
    assert_eq!(events.len(), 1);
    assert_eq!(desk.events().await, 1);
}

async fn belongs_to_one_client(database: Arc<TestDatabase>) {
    let desk = Desk::at(&database).await;
    let id = desk.organization("A").await;
    desk.rename(id, "B", 1, Some("k")).await.unwrap();
    let colleague = desk.colleague("u-2");
    colleague.rename(id, "C", 2, Some("k")).await.unwrap();
    assert_eq!(desk.events().await, 2);
}

async fn is_free_again_after_a_refusal(database: Arc<TestDatabase>) {
    let desk = Desk::at(&database).await;
    let id = desk.organization("A").await;
    desk.rename(id, "B", 7, Some("k")).await.unwrap_err();
    desk.rename(id, "B", 1, Some("k")).await.unwrap();
    assert_eq!(desk.row(id).await.name, "B");
}

async fn ends_after_a_day(database: Arc<TestDatabase>) {
    let desk = Desk::at(&database).await;
    let id = desk.organization("A").await;
    desk.rename(id, "B", 1, Some("k")).await.unwrap();
    let age = |hours| {
        let then = Utc::now() - TimeDelta::hours(hours);
        idempotency_key::Entity::update_many()
            .col_expr(idempotency_key::Column::CreatedAt, Expr::value(then))
            .exec(&desk.database.writer)
    };
    age(23).await.unwrap();
    desk.rename(id, "C", 2, Some("k")).await.unwrap_err();
    age(25).await.unwrap();
    // Two that come together: one does it, the other gets that answer.
    let (one, other) = tokio::join!(
        desk.rename(id, "C", 2, Some("k")),
        desk.rename(id, "C", 2, Some("k")),
    );
    assert_eq!(one.unwrap().event, other.unwrap().event);
    assert_eq!(desk.events().await, 2);
}

async fn has_a_shape(database: Arc<TestDatabase>) {
    let desk = Desk::at(&database).await;
    let id = desk.organization("A").await;
    for key in ["", "a\u{0}b", "a\nb", &"x".repeat(101)] {
        let error = desk.rename(id, "B", 1, Some(key)).await.unwrap_err();
        assert_eq!(error.code, ErrorCode::BadUserInput, "{key:?}");
        assert_eq!(error.field.as_deref(), Some("input.clientMutationId"));
    }
    assert_eq!(desk.events().await, 0);
}
