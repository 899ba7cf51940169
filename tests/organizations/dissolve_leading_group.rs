//! Dissolving a leading group.

use std::sync::Arc;

use serde_json::json;

use super::scene::{Attempt, Scene, call, created, look};
use crate::support::{contents::nothing_changed, house::House, on_each_database};

on_each_database!(ends_its_seats, is_refused);

/// The input that works, and what it is about.
async fn attempt(scene: &Scene) -> Attempt<'_> {
    let group = scene.leading_group().await;
    Attempt {
        scene,
        person: &scene.secretary,
        verb: "dissolveLeadingGroup",
        noun: "leadingGroup",
        input: json!({ "leadingGroup": group, "version": 1, "dissolvedOn": "2025-12-31", "reason": "换届" }),
    }
}

async fn ends_its_seats(house: Arc<House>) {
    let scene = Scene::build(&house).await;
    let attempt = attempt(&scene).await;
    let done = attempt.works().await;
    let first = done.text_at("/done/leadingGroup/id");
    let input = json!({ "dispatcher": scene.dispatcher(), "termLabel": "第十四届", "constitutedOn": "2026-01-01" });
    let group = created(
        &scene.secretary,
        "constituteLeadingGroup",
        "leadingGroup",
        input,
    )
    .await;
    let person = scene.person("P-1", "化名甲").await;
    let input = json!({ "leadingGroup": group, "person": person, "post": "LEADER", "startsOn": "2026-01-01" });
    let seat = created(
        &scene.secretary,
        "seatLeadingGroupMember",
        "leadingGroupMember",
        input,
    )
    .await;
    let input = json!({ "leadingGroup": group, "version": 1, "dissolvedOn": "2026-06-30", "reason": "调整" });
    call(
        &scene.secretary,
        "dissolveLeadingGroup",
        "leadingGroup",
        "",
        input,
    )
    .await
    .data("/done");
    let it = look(
        &scene.office,
        "leadingGroupMember",
        &seat,
        "endsOn leadingGroup { id dissolutionReason }",
    )
    .await;
    assert_eq!(*it.data("/it/endsOn"), json!("2026-06-30"));
    assert_eq!(
        *it.data("/it/leadingGroup/dissolutionReason"),
        json!("调整")
    );
    assert_ne!(*it.data("/it/leadingGroup/id"), json!(first));
}

async fn is_refused(house: Arc<House>) {
    let scene = Scene::build(&house).await;
    let attempt = attempt(&scene).await;
    nothing_changed(&house, async {
        attempt.refuses_ids(&["leadingGroup"]).await;
        attempt.refuses_texts(&["reason"]).await;
        attempt.refuses_dates(&["dissolvedOn"]).await;
        attempt.refuses_stale().await;
        attempt.refuses_others().await;
        let answer = attempt.with("dissolvedOn", json!("2020-12-31")).await;
        answer
            .refused("BAD_USER_INPUT")
            .of_field("input.dissolvedOn");
    })
    .await;
    attempt.works().await;
}
