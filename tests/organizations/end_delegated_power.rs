//! Ending a delegated power.

use std::sync::Arc;

use serde_json::json;

use super::scene::{Attempt, Scene, call, created, look};
use crate::support::{contents::nothing_changed, house::House, on_each_database};

on_each_database!(stays_on_record, is_refused);

/// The input that works, and what it is about.
async fn attempt(scene: &Scene) -> Attempt<'_> {
    let input = json!({ "organization": scene.object(0), "kind": "PEOPLE", "scope": "抽调", "grantedBy": scene.dispatcher(), "startsOn": "2021-01-01" });
    let subject = created(&scene.secretary, "delegatePower", "delegatedPower", input).await;
    Attempt {
        scene,
        person: &scene.secretary,
        verb: "endDelegatedPower",
        noun: "delegatedPower",
        input: json!({ "power": subject, "version": 1, "endsOn": "2023-06-30" }),
    }
}

async fn stays_on_record(house: Arc<House>) {
    let scene = Scene::build(&house).await;
    let attempt = attempt(&scene).await;
    let done = attempt.works().await;
    let id = done.text_at("/done/delegatedPower/id");
    let it = look(&scene.office, "delegatedPower", &id, "endsOn").await;
    assert_eq!(*it.data("/it/endsOn"), json!("2023-06-30"));
    let input = json!({ "power": id, "version": 2, "endsOn": "2023-07-01" });
    let again = call(attempt.person, attempt.verb, attempt.noun, "", input).await;
    again.refused("GATE").by_gate("ALREADY_ENDED");
}

async fn is_refused(house: Arc<House>) {
    let scene = Scene::build(&house).await;
    let attempt = attempt(&scene).await;
    nothing_changed(&house, async {
        attempt.refuses_ids(&["power"]).await;
        attempt.refuses_dates(&["endsOn"]).await;
        attempt.refuses_stale().await;
        attempt.refuses_others().await;
        let answer = attempt.with("endsOn", json!("2020-12-31")).await;
        answer.refused("BAD_USER_INPUT").of_field("input.endsOn");
    })
    .await;
    attempt.works().await;
}
