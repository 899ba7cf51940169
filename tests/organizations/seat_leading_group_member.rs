//! Seating a person in a leading group.

use std::sync::Arc;

use serde_json::json;

use super::scene::{Attempt, Scene, look};
use crate::support::{contents::nothing_changed, house::House, on_each_database};

on_each_database!(sits_from_a_day_on, is_refused);

/// The input that works, and what it is about.
async fn attempt(scene: &Scene) -> Attempt<'_> {
    let group = scene.leading_group().await;
    let person = scene.person("P-1", "化名甲").await;
    Attempt {
        scene,
        person: &scene.secretary,
        verb: "seatLeadingGroupMember",
        noun: "leadingGroupMember",
        input: json!({ "leadingGroup": group, "person": person, "post": "LEADER", "startsOn": "2021-02-01" }),
    }
}

async fn sits_from_a_day_on(house: Arc<House>) {
    let scene = Scene::build(&house).await;
    let attempt = attempt(&scene).await;
    let done = attempt.works().await;
    let id = done.text_at("/done/leadingGroupMember/id");
    let it = look(
        &scene.office,
        "leadingGroupMember",
        &id,
        "post startsOn endsOn person { name }",
    )
    .await;
    assert_eq!(*it.data("/it/person/name"), json!("化名甲"));
    assert!(it.data("/it/endsOn").is_null());
}

async fn is_refused(house: Arc<House>) {
    let scene = Scene::build(&house).await;
    let attempt = attempt(&scene).await;
    nothing_changed(&house, async {
        attempt.refuses_ids(&["leadingGroup", "person"]).await;
        attempt.refuses_dates(&["startsOn", "endsOn"]).await;
        attempt.refuses_others().await;
        let answer = attempt.with("startsOn", json!("2020-12-31")).await;
        answer
            .refused("GATE")
            .of_field("input.startsOn")
            .by_gate("LEADING_GROUP_DISSOLVED");
        let answer = attempt.with("endsOn", json!("2021-01-31")).await;
        answer.refused("BAD_USER_INPUT").of_field("input.endsOn");
        let answer = attempt.with("post", json!("EMPEROR")).await;
        answer.refused("BAD_USER_INPUT");
    })
    .await;
    attempt.works().await;
    let other = scene.person("P-2", "化名乙").await;
    nothing_changed(&house, async {
        let second = attempt.with("person", json!(other)).await;
        second
            .refused("GATE")
            .of_field("input.post")
            .by_gate("ONE_LEADER_AT_A_TIME");
        let twice = attempt.with("post", json!("MEMBER")).await;
        twice
            .refused("GATE")
            .of_field("input.person")
            .by_gate("SEATED_ALREADY");
    })
    .await;
}
