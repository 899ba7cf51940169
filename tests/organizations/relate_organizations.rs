//! Tying an organization to another beside the tree.

use std::sync::Arc;

use serde_json::json;

use super::scene::{Attempt, Scene, look};
use crate::support::{contents::nothing_changed, house::House, on_each_database};

on_each_database!(is_dated_and_says_who_approved, is_refused);

/// The input that works, and what it is about.
async fn attempt(scene: &Scene) -> Attempt<'_> {
    Attempt {
        scene,
        person: &scene.office,
        verb: "relateOrganizations",
        noun: "organizationRelation",
        input: json!({ "organization": scene.object(0), "related": scene.object(1), "kind": "ATTACHED_TO", "approvedBy": "中央编办", "startsOn": "2017-06-01", "endsOn": "2019-12-31" }),
    }
}

async fn is_dated_and_says_who_approved(house: Arc<House>) {
    let scene = Scene::build(&house).await;
    let attempt = attempt(&scene).await;
    let done = attempt.works().await;
    let id = done.text_at("/done/organizationRelation/id");
    let it = look(
        &scene.office,
        "organizationRelation",
        &id,
        "kind approvedBy startsOn endsOn related { id }",
    )
    .await;
    assert_eq!(*it.data("/it/kind"), json!("ATTACHED_TO"));
    assert_eq!(*it.data("/it/related/id"), json!(scene.object(1)));
    assert_eq!(*it.data("/it/endsOn"), json!("2019-12-31"));
}

async fn is_refused(house: Arc<House>) {
    let scene = Scene::build(&house).await;
    let attempt = attempt(&scene).await;
    nothing_changed(&house, async {
        attempt.refuses_ids(&["organization", "related"]).await;
        attempt.refuses_texts(&["approvedBy", "note"]).await;
        attempt.refuses_dates(&["startsOn", "endsOn"]).await;
        attempt.refuses_others().await;
        let answer = attempt.with("endsOn", json!("2017-05-31")).await;
        answer.refused("BAD_USER_INPUT").of_field("input.endsOn");
        let answer = attempt.with("related", json!(scene.object(0))).await;
        answer.refused("BAD_USER_INPUT").of_field("input.related");
        let answer = attempt.with("related", json!(null)).await;
        answer.refused("BAD_USER_INPUT").of_field("input.related");
        let answer = attempt.with("kind", json!("MERGED")).await;
        answer.refused("BAD_USER_INPUT").of_field("input.kind");
        let answer = attempt.with("nameplate", json!("巡视办")).await;
        answer.refused("BAD_USER_INPUT").of_field("input.nameplate");
    })
    .await;
    attempt.works().await;
}
