//! Correcting the record of a person.

use std::sync::Arc;

use serde_json::json;

use super::scene::{Attempt, Scene, look};
use crate::support::{contents::nothing_changed, house::House, on_each_database};

on_each_database!(changes_only_what_is_given, is_refused);

/// The input that works, and what it is about.
async fn attempt(scene: &Scene) -> Attempt<'_> {
    let person = scene.person("P-1", "化名甲").await;
    Attempt {
        scene,
        person: &scene.office,
        verb: "correctPerson",
        noun: "person",
        input: json!({ "person": person, "version": 1, "name": "化名甲甲" }),
    }
}

async fn changes_only_what_is_given(house: Arc<House>) {
    let scene = Scene::build(&house).await;
    let attempt = attempt(&scene).await;
    let done = attempt.works().await;
    let id = done.text_at("/done/person/id");
    let it = look(
        &scene.office,
        "person",
        &id,
        "name gender history { totalCount }",
    )
    .await;
    assert_eq!(*it.data("/it/name"), json!("化名甲甲"));
    assert!(it.data("/it/gender").is_null());
    assert_eq!(*it.data("/it/history/totalCount"), json!(2));
}

async fn is_refused(house: Arc<House>) {
    let scene = Scene::build(&house).await;
    let attempt = attempt(&scene).await;
    nothing_changed(&house, async {
        attempt.refuses_ids(&["person"]).await;
        attempt.refuses_texts(&["name"]).await;
        attempt.refuses_stale().await;
        attempt.refuses_others().await;
    })
    .await;
    attempt.works().await;
}
