//! Appointing a person to a post.

use std::sync::Arc;

use serde_json::json;

use super::scene::{Attempt, Scene, call, look};
use crate::support::{contents::nothing_changed, house::House, on_each_database};

on_each_database!(former_heads_are_found, is_refused);

/// The input that works, and what it is about.
async fn attempt(scene: &Scene) -> Attempt<'_> {
    let person = scene.person("P-1", "化名甲").await;
    let post = scene.post(&scene.object(0), "PARTY_SECRETARY", true).await;
    Attempt {
        scene,
        person: &scene.office,
        verb: "appointToPost",
        noun: "appointment",
        input: json!({ "person": person, "post": post, "startsOn": "2020-01-01", "endsOn": "2021-06-30" }),
    }
}

async fn former_heads_are_found(house: Arc<House>) {
    let scene = Scene::build(&house).await;
    let attempt = attempt(&scene).await;
    let done = attempt.works().await;
    let id = done.text_at("/done/appointment/id");
    let it = look(&scene.office, "appointment", &id, "post { id }").await;
    let post = it.text_at("/it/post/id");
    let second = scene.person("P-2", "化名乙").await;
    scene.appointment(&second, &post, "2021-07-01").await;
    let heads = "heads(from: \"2021-06-30\", to: \"2021-12-31\") { name startsOn endsOn }";
    let it = look(&scene.office, "organization", &scene.object(0), heads).await;
    let both = json!([
        { "name": "化名甲", "startsOn": "2020-01-01", "endsOn": "2021-06-30" },
        { "name": "化名乙", "startsOn": "2021-07-01", "endsOn": null },
    ]);
    assert_eq!(*it.data("/it/heads"), both);
    let heads = "heads(from: \"2021-07-01\", to: \"2021-12-31\") { name }";
    let it = look(&scene.office, "organization", &scene.object(0), heads).await;
    assert_eq!(*it.data("/it/heads"), json!([{ "name": "化名乙" }]));
    let backwards = "heads(from: \"2021-07-01\", to: \"2021-01-01\") { name }";
    let refused = look(&scene.office, "organization", &scene.object(0), backwards).await;
    refused.refused("BAD_USER_INPUT").of_field("to");
}

async fn is_refused(house: Arc<House>) {
    let scene = Scene::build(&house).await;
    let attempt = attempt(&scene).await;
    nothing_changed(&house, async {
        attempt.refuses_ids(&["person", "post"]).await;
        attempt.refuses_dates(&["startsOn", "endsOn"]).await;
        attempt.refuses_others().await;
        let answer = attempt.with("endsOn", json!("2019-12-31")).await;
        answer.refused("BAD_USER_INPUT").of_field("input.endsOn");
    })
    .await;
    attempt.works().await;
    let other = scene.person("P-2", "化名乙").await;
    nothing_changed(&house, async {
        let second = attempt.with("person", json!(other)).await;
        second
            .refused("GATE")
            .of_field("input.post")
            .by_gate("ONE_HEAD_AT_A_TIME");
        let input = attempt.input.clone();
        let twice = call(&scene.office, "appointToPost", "appointment", "", input).await;
        twice
            .refused("GATE")
            .of_field("input.person")
            .by_gate("POST_HELD_ALREADY");
    })
    .await;
}
