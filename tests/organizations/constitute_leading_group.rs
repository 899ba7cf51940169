//! Constituting a leading group.

use std::sync::Arc;

use serde_json::json;

use super::scene::{Attempt, Scene, look};
use crate::support::{contents::nothing_changed, house::House, on_each_database};

on_each_database!(stands_under_its_dispatcher, is_refused);

/// The input that works, and what it is about.
async fn attempt(scene: &Scene) -> Attempt<'_> {
    Attempt {
        scene,
        person: &scene.secretary,
        verb: "constituteLeadingGroup",
        noun: "leadingGroup",
        input: json!({ "dispatcher": scene.dispatcher(), "termLabel": "第十三届", "constitutedOn": "2021-01-01" }),
    }
}

async fn stands_under_its_dispatcher(house: Arc<House>) {
    let scene = Scene::build(&house).await;
    let attempt = attempt(&scene).await;
    let done = attempt.works().await;
    let id = done.text_at("/done/leadingGroup/id");
    let it = look(
        &scene.office,
        "leadingGroup",
        &id,
        "termLabel dispatcher { id }",
    )
    .await;
    assert_eq!(*it.data("/it/dispatcher/id"), json!(scene.dispatcher()));
}

async fn is_refused(house: Arc<House>) {
    let scene = Scene::build(&house).await;
    let attempt = attempt(&scene).await;
    nothing_changed(&house, async {
        attempt.refuses_ids(&["dispatcher"]).await;
        attempt.refuses_texts(&["termLabel"]).await;
        attempt.refuses_dates(&["constitutedOn"]).await;
        attempt.refuses_others().await;
        let answer = attempt.with("dispatcher", json!(scene.object(0))).await;
        answer
            .refused("GATE")
            .of_field("input.dispatcher")
            .by_gate("NOT_A_DISPATCHER");
    })
    .await;
    attempt.works().await;
    nothing_changed(&house, async {
        let second = attempt.with("constitutedOn", json!("2022-01-01")).await;
        second
            .refused("GATE")
            .of_field("input.constitutedOn")
            .by_gate("LEADING_GROUP_STANDS");
    })
    .await;
}
