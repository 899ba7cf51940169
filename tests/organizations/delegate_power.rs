//! Granting a power to an inspection body.

use std::sync::Arc;

use serde_json::json;

use super::scene::{Attempt, Scene, look};
use crate::support::{contents::nothing_changed, house::House, on_each_database};

on_each_database!(says_who_granted_what, is_refused);

/// The input that works, and what it is about.
async fn attempt(scene: &Scene) -> Attempt<'_> {
    Attempt {
        scene,
        person: &scene.secretary,
        verb: "delegatePower",
        noun: "delegatedPower",
        input: json!({ "organization": scene.object(0), "kind": "MONEY", "scope": "专项经费", "grantedBy": scene.dispatcher(), "startsOn": "2021-01-01" }),
    }
}

async fn says_who_granted_what(house: Arc<House>) {
    let scene = Scene::build(&house).await;
    let attempt = attempt(&scene).await;
    let done = attempt.works().await;
    let id = done.text_at("/done/delegatedPower/id");
    let it = look(
        &scene.office,
        "delegatedPower",
        &id,
        "kind scope grantedBy { id }",
    )
    .await;
    assert_eq!(*it.data("/it/grantedBy/id"), json!(scene.dispatcher()));
}

async fn is_refused(house: Arc<House>) {
    let scene = Scene::build(&house).await;
    let attempt = attempt(&scene).await;
    nothing_changed(&house, async {
        attempt.refuses_ids(&["organization", "grantedBy"]).await;
        attempt.refuses_texts(&["scope"]).await;
        attempt.refuses_dates(&["startsOn", "endsOn"]).await;
        attempt.refuses_others().await;
        let answer = attempt.with("endsOn", json!("2020-12-31")).await;
        answer.refused("BAD_USER_INPUT").of_field("input.endsOn");
        let answer = attempt.with("kind", json!("MAGIC")).await;
        answer.refused("BAD_USER_INPUT");
    })
    .await;
    attempt.works().await;
}
