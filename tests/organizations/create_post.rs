//! Creating a post.

use std::sync::Arc;

use serde_json::json;

use super::scene::{Attempt, Scene, look};
use crate::support::{contents::nothing_changed, house::House, on_each_database};

on_each_database!(stands_in_its_organization, is_refused);

/// The input that works, and what it is about.
async fn attempt(scene: &Scene) -> Attempt<'_> {
    Attempt {
        scene,
        person: &scene.office,
        verb: "createPost",
        noun: "post",
        input: json!({ "organization": scene.object(0), "title": "党组书记", "function": "PARTY_SECRETARY", "rankOrder": 1, "isHead": true, "isFullTime": true }),
    }
}

async fn stands_in_its_organization(house: Arc<House>) {
    let scene = Scene::build(&house).await;
    let attempt = attempt(&scene).await;
    let done = attempt.works().await;
    let id = done.text_at("/done/post/id");
    let it = look(
        &scene.office,
        "post",
        &id,
        "title function isHead organization { id }",
    )
    .await;
    assert_eq!(*it.data("/it/organization/id"), json!(scene.object(0)));
}

async fn is_refused(house: Arc<House>) {
    let scene = Scene::build(&house).await;
    let attempt = attempt(&scene).await;
    nothing_changed(&house, async {
        attempt.refuses_ids(&["organization"]).await;
        attempt.refuses_texts(&["title"]).await;
        attempt.refuses_others().await;
        let answer = attempt.with("rankOrder", json!(0)).await;
        answer.refused("BAD_USER_INPUT").of_field("input.rankOrder");
        let answer = attempt.with("function", json!("KING")).await;
        answer.refused("BAD_USER_INPUT");
    })
    .await;
    attempt.works().await;
}
