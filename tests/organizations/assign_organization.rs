//! Saying whose object an organization is.

use std::sync::Arc;

use serde_json::json;

use super::scene::{Attempt, Scene, call, look};
use crate::support::{contents::nothing_changed, house::House, on_each_database};

on_each_database!(keeps_whose_it_was, is_refused);

/// The input that works, and what it is about.
async fn attempt(scene: &Scene) -> Attempt<'_> {
    Attempt {
        scene,
        person: &scene.office,
        verb: "assignOrganization",
        noun: "organization",
        input: json!({ "organization": scene.object(0), "version": 1, "dispatcher": scene.dispatcher(), "startsOn": "2021-01-01" }),
    }
}

async fn keeps_whose_it_was(house: Arc<House>) {
    let scene = Scene::build(&house).await;
    let attempt = attempt(&scene).await;
    let done = attempt.works().await;
    let id = done.text_at("/done/organization/id");
    let it = look(
        &scene.office,
        "organization",
        &id,
        "dispatcher { id } affiliations { nodes { startsOn endsOn } }",
    )
    .await;
    assert_eq!(*it.data("/it/dispatcher/id"), json!(scene.dispatcher()));
    let input = json!({ "organization": id, "version": 2, "startsOn": "2022-01-01" });
    let released = call(
        &scene.office,
        "assignOrganization",
        "organization",
        "dispatcher { id } affiliations { nodes { endsOn } }",
        input,
    )
    .await;
    assert!(released.data("/done/organization/dispatcher").is_null());
    let ended = json!([{ "endsOn": "2021-12-31" }]);
    assert_eq!(
        *released.data("/done/organization/affiliations/nodes"),
        ended
    );
}

async fn is_refused(house: Arc<House>) {
    let scene = Scene::build(&house).await;
    let attempt = attempt(&scene).await;
    nothing_changed(&house, async {
        attempt.refuses_ids(&["organization", "dispatcher"]).await;
        attempt.refuses_dates(&["startsOn"]).await;
        attempt.refuses_stale().await;
        attempt.refuses_others().await;
        let answer = attempt.with("dispatcher", json!(scene.object(1))).await;
        answer
            .refused("GATE")
            .of_field("input.dispatcher")
            .by_gate("NOT_A_DISPATCHER");
        let answer = attempt.with("dispatcher", json!(scene.object(0))).await;
        answer
            .refused("GATE")
            .of_field("input.dispatcher")
            .by_gate("OWN_DISPATCHER");
        let answer = attempt.with("startsOn", json!("2999-01-01")).await;
        answer.refused("BAD_USER_INPUT").of_field("input.startsOn");
    })
    .await;
    attempt.works().await;
}
