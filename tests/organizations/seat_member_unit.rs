//! Seating a unit in a leading group.

use std::sync::Arc;

use serde_json::json;

use super::scene::{Attempt, Scene, look};
use crate::support::{contents::nothing_changed, house::House, on_each_database};

on_each_database!(sits_from_a_day_on, is_refused);

/// The input that works, and what it is about.
async fn attempt(scene: &Scene) -> Attempt<'_> {
    let group = scene.leading_group().await;
    Attempt {
        scene,
        person: &scene.secretary,
        verb: "seatMemberUnit",
        noun: "leadingGroupMemberUnit",
        input: json!({ "leadingGroup": group, "organization": scene.object(0), "startsOn": "2021-02-01" }),
    }
}

async fn sits_from_a_day_on(house: Arc<House>) {
    let scene = Scene::build(&house).await;
    let attempt = attempt(&scene).await;
    let done = attempt.works().await;
    let id = done.text_at("/done/leadingGroupMemberUnit/id");
    let it = look(
        &scene.office,
        "leadingGroupMemberUnit",
        &id,
        "organization { id } startsOn",
    )
    .await;
    assert_eq!(*it.data("/it/organization/id"), json!(scene.object(0)));
}

async fn is_refused(house: Arc<House>) {
    let scene = Scene::build(&house).await;
    let attempt = attempt(&scene).await;
    nothing_changed(&house, async {
        attempt.refuses_ids(&["leadingGroup", "organization"]).await;
        attempt.refuses_dates(&["startsOn", "endsOn"]).await;
        attempt.refuses_others().await;
        let answer = attempt.with("startsOn", json!("2020-12-31")).await;
        answer
            .refused("GATE")
            .of_field("input.startsOn")
            .by_gate("LEADING_GROUP_DISSOLVED");
    })
    .await;
    attempt.works().await;
    nothing_changed(&house, async {
        let twice = attempt.with("startsOn", json!("2022-01-01")).await;
        twice
            .refused("GATE")
            .of_field("input.organization")
            .by_gate("SEATED_ALREADY");
    })
    .await;
}
