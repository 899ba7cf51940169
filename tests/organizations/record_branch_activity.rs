//! Recording what a Party branch held.

use std::sync::Arc;

use serde_json::json;

use super::scene::{Attempt, Scene, created, look};
use crate::support::{contents::nothing_changed, house::House, on_each_database};

on_each_database!(is_held_by_a_branch, is_refused);

/// The input that works, and what it is about.
async fn attempt(scene: &Scene) -> Attempt<'_> {
    let input = json!({ "code": "XM-BRANCH", "name": "第一党支部", "level": "CITY", "kind": "PARTY_BRANCH", "parent": scene.object(0) });
    let branch = created(&scene.office, "registerOrganization", "organization", input).await;
    Attempt {
        scene,
        person: &scene.office,
        verb: "recordBranchActivity",
        noun: "partyBranchActivity",
        input: json!({ "organization": branch, "heldOn": "2022-07-01", "subject": "主题党日", "attendees": 12 }),
    }
}

async fn is_held_by_a_branch(house: Arc<House>) {
    let scene = Scene::build(&house).await;
    let attempt = attempt(&scene).await;
    let done = attempt.works().await;
    let id = done.text_at("/done/partyBranchActivity/id");
    let it = look(
        &scene.office,
        "partyBranchActivity",
        &id,
        "subject attendees organization { kind }",
    )
    .await;
    assert_eq!(*it.data("/it/organization/kind"), json!("PARTY_BRANCH"));
}

async fn is_refused(house: Arc<House>) {
    let scene = Scene::build(&house).await;
    let attempt = attempt(&scene).await;
    nothing_changed(&house, async {
        attempt.refuses_ids(&["organization"]).await;
        attempt.refuses_texts(&["subject"]).await;
        attempt.refuses_dates(&["heldOn"]).await;
        attempt.refuses_others().await;
        let answer = attempt.with("organization", json!(scene.object(1))).await;
        answer
            .refused("GATE")
            .of_field("input.organization")
            .by_gate("NOT_A_PARTY_BRANCH");
        let answer = attempt.with("attendees", json!(-1)).await;
        answer.refused("BAD_USER_INPUT").of_field("input.attendees");
        let answer = attempt.with("heldOn", json!("2999-01-01")).await;
        answer.refused("BAD_USER_INPUT").of_field("input.heldOn");
    })
    .await;
    attempt.works().await;
}
