//! Saying how an inspection body is run.

use std::sync::Arc;

use serde_json::json;

use super::scene::{Attempt, Scene, look};
use crate::support::{contents::nothing_changed, house::House, on_each_database};

on_each_database!(follows_what_was_before, is_refused);

/// The input that works, and what it is about.
async fn attempt(scene: &Scene) -> Attempt<'_> {
    Attempt {
        scene,
        person: &scene.office,
        verb: "arrangeManagement",
        noun: "managementArrangement",
        input: json!({ "organization": scene.object(0), "mode": "OFFICE_STATIONED_CENTRALIZED", "recognizedBy": scene.dispatcher(), "source": "种子文件", "startsOn": "2021-01-01" }),
    }
}

async fn follows_what_was_before(house: Arc<House>) {
    let scene = Scene::build(&house).await;
    let attempt = attempt(&scene).await;
    let done = attempt.works().await;
    done.data("/done/managementArrangement/id");
    let later = attempt.with("startsOn", json!("2022-01-01")).await;
    later.data("/done/managementArrangement/id");
    let it = look(
        &scene.office,
        "organization",
        &scene.object(0),
        "list: managementArrangements { nodes { mode startsOn endsOn } }",
    )
    .await;
    assert_eq!(*it.data("/it/list/nodes/0/endsOn"), json!(null));
    assert_eq!(*it.data("/it/list/nodes/1/endsOn"), json!("2021-12-31"));
    assert_eq!(
        *it.data("/it/list/nodes/0/mode"),
        json!("OFFICE_STATIONED_CENTRALIZED")
    );
    let early = attempt.with("startsOn", json!("2022-01-01")).await;
    early.refused("BAD_USER_INPUT").of_field("input.startsOn");
}

async fn is_refused(house: Arc<House>) {
    let scene = Scene::build(&house).await;
    let attempt = attempt(&scene).await;
    nothing_changed(&house, async {
        attempt.refuses_ids(&["organization", "recognizedBy"]).await;
        attempt.refuses_texts(&["source"]).await;
        attempt.refuses_dates(&["startsOn"]).await;
        attempt.refuses_others().await;
        let answer = attempt.with("mode", json!("CHAOS")).await;
        answer.refused("BAD_USER_INPUT");
    })
    .await;
    attempt.works().await;
}
