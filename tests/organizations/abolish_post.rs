//! Abolishing a post.

use std::sync::Arc;

use serde_json::json;

use super::scene::{Attempt, Scene, call, look};
use crate::support::{contents::nothing_changed, house::House, on_each_database};

on_each_database!(ends_who_holds_it, is_refused);

/// The input that works, and what it is about.
async fn attempt(scene: &Scene) -> Attempt<'_> {
    let post = scene.post(&scene.object(0), "OTHER", false).await;
    Attempt {
        scene,
        person: &scene.office,
        verb: "abolishPost",
        noun: "post",
        input: json!({ "post": post, "version": 1, "abolishedOn": "2023-12-31" }),
    }
}

async fn ends_who_holds_it(house: Arc<House>) {
    let scene = Scene::build(&house).await;
    let attempt = attempt(&scene).await;
    let done = attempt.works().await;
    let id = done.text_at("/done/post/id");
    let person = scene.person("P-1", "化名甲").await;
    let input = json!({ "person": person, "post": id, "startsOn": "2024-01-01" });
    let late = call(&scene.office, "appointToPost", "appointment", "", input).await;
    late.refused("GATE")
        .of_field("input.post")
        .by_gate("POST_ABOLISHED");
    let other = scene.post(&scene.object(0), "OTHER", false).await;
    let held = scene.appointment(&person, &other, "2022-01-01").await;
    let input = json!({ "post": other, "version": 1, "abolishedOn": "2023-12-31" });
    call(&scene.office, "abolishPost", "post", "", input)
        .await
        .data("/done");
    let it = look(&scene.office, "appointment", &held, "endsOn endReason").await;
    assert_eq!(
        *it.data("/it"),
        json!({ "endsOn": "2023-12-31", "endReason": "BODY_ENDED" })
    );
}

async fn is_refused(house: Arc<House>) {
    let scene = Scene::build(&house).await;
    let attempt = attempt(&scene).await;
    nothing_changed(&house, async {
        attempt.refuses_ids(&["post"]).await;
        attempt.refuses_dates(&["abolishedOn"]).await;
        attempt.refuses_stale().await;
        attempt.refuses_others().await;
    })
    .await;
    attempt.works().await;
}
