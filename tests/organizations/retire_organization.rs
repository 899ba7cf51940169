//! Ending an organization.

use std::sync::Arc;

use serde_json::json;

use super::scene::{Attempt, Scene, call, look};
use crate::support::{contents::nothing_changed, house::House, on_each_database};

on_each_database!(ends_what_ran_for_it, is_refused);

/// The input that works, and what it is about.
async fn attempt(scene: &Scene) -> Attempt<'_> {
    Attempt {
        scene,
        person: &scene.office,
        verb: "retireOrganization",
        noun: "organization",
        input: json!({ "organization": scene.object(1), "version": 1, "retiredOn": "2022-12-31", "reason": "撤销" }),
    }
}

async fn ends_what_ran_for_it(house: Arc<House>) {
    let scene = Scene::build(&house).await;
    let attempt = attempt(&scene).await;
    let done = attempt.works().await;
    let id = done.text_at("/done/organization/id");
    let it = look(
        &scene.office,
        "organization",
        &id,
        "retiredOn retirementReason dispatcher { id }",
    )
    .await;
    assert_eq!(*it.data("/it/retiredOn"), json!("2022-12-31"));
    assert!(it.data("/it/dispatcher").is_null());
    let input =
        json!({ "organization": id, "version": 2, "name": "新名", "renamedOn": "2023-01-01" });
    let late = call(
        &scene.office,
        "renameOrganization",
        "organization",
        "",
        input,
    )
    .await;
    late.refused("GATE").by_gate("ORGANIZATION_RETIRED");
}

async fn is_refused(house: Arc<House>) {
    let scene = Scene::build(&house).await;
    let attempt = attempt(&scene).await;
    nothing_changed(&house, async {
        attempt.refuses_ids(&["organization"]).await;
        attempt.refuses_texts(&["reason"]).await;
        attempt.refuses_dates(&["retiredOn"]).await;
        attempt.refuses_stale().await;
        attempt.refuses_others().await;
        let answer = attempt
            .with("organization", json!(scene.dispatcher()))
            .await;
        answer.refused("GATE").by_gate("ORGANIZATION_HAS_PARTS");
        let answer = attempt.with("retiredOn", json!("2999-01-01")).await;
        answer.refused("BAD_USER_INPUT").of_field("input.retiredOn");
    })
    .await;
    attempt.works().await;
}
