//! Merging an organization into another.

use std::sync::Arc;

use serde_json::json;

use super::scene::{Attempt, Scene, look};
use crate::support::{contents::nothing_changed, house::House, on_each_database};

on_each_database!(ends_one_and_says_into_which, is_refused);

/// The input that works, and what it is about.
async fn attempt(scene: &Scene) -> Attempt<'_> {
    Attempt {
        scene,
        person: &scene.office,
        verb: "mergeOrganizations",
        noun: "organization",
        input: json!({ "organization": scene.object(1), "version": 1, "into": scene.object(2), "mergedOn": "2022-12-31", "approvedBy": "市委编办", "reason": "机构改革" }),
    }
}

async fn ends_one_and_says_into_which(house: Arc<House>) {
    let scene = Scene::build(&house).await;
    let attempt = attempt(&scene).await;
    let done = attempt.works().await;
    let id = done.text_at("/done/organization/id");
    let it = look(
        &scene.office,
        "organization",
        &id,
        "retiredOn mergedInto { id } relations { nodes { kind approvedBy } }",
    )
    .await;
    assert_eq!(*it.data("/it/retiredOn"), json!("2022-12-31"));
    assert_eq!(*it.data("/it/mergedInto/id"), json!(scene.object(2)));
    let tie = json!([{ "kind": "MERGED", "approvedBy": "市委编办" }]);
    assert_eq!(*it.data("/it/relations/nodes"), tie);
}

async fn is_refused(house: Arc<House>) {
    let scene = Scene::build(&house).await;
    let attempt = attempt(&scene).await;
    nothing_changed(&house, async {
        attempt.refuses_ids(&["organization", "into"]).await;
        attempt.refuses_texts(&["reason", "approvedBy"]).await;
        attempt.refuses_dates(&["mergedOn"]).await;
        attempt.refuses_stale().await;
        attempt.refuses_others().await;
        let answer = attempt.with("into", json!(scene.object(1))).await;
        answer
            .refused("GATE")
            .of_field("input.into")
            .by_gate("CYCLE_IN_TREE");
        let answer = attempt.with("mergedOn", json!("2999-01-01")).await;
        answer.refused("BAD_USER_INPUT").of_field("input.mergedOn");
    })
    .await;
    attempt.works().await;
}
