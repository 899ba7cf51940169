//! Ending the naming of a contact.

use std::sync::Arc;

use serde_json::json;

use super::scene::{Attempt, Scene, call, created, look};
use crate::support::{contents::nothing_changed, house::House, on_each_database};

on_each_database!(stays_on_record, is_refused);

/// The input that works, and what it is about.
async fn attempt(scene: &Scene) -> Attempt<'_> {
    let person = scene.person("P-1", "化名甲").await;
    let input = json!({ "code": "XM-DIV", "name": "联络处", "level": "CITY", "kind": "DIVISION", "parent": scene.object(0) });
    let division = created(&scene.office, "registerOrganization", "organization", input).await;
    let post = scene.post(&division, "DIVISION_HEAD", false).await;
    scene.appointment(&person, &post, "2020-01-01").await;
    let input = json!({ "organization": scene.object(0), "division": division, "post": post, "person": person, "matter": "日常联络", "startsOn": "2021-01-01" });
    let subject = created(&scene.office, "nameLiaison", "liaisonContact", input).await;
    Attempt {
        scene,
        person: &scene.office,
        verb: "endLiaison",
        noun: "liaisonContact",
        input: json!({ "liaison": subject, "version": 1, "endsOn": "2023-06-30" }),
    }
}

async fn stays_on_record(house: Arc<House>) {
    let scene = Scene::build(&house).await;
    let attempt = attempt(&scene).await;
    let done = attempt.works().await;
    let id = done.text_at("/done/liaisonContact/id");
    let it = look(&scene.office, "liaisonContact", &id, "endsOn").await;
    assert_eq!(*it.data("/it/endsOn"), json!("2023-06-30"));
    let input = json!({ "liaison": id, "version": 2, "endsOn": "2023-07-01" });
    let again = call(attempt.person, attempt.verb, attempt.noun, "", input).await;
    again.refused("GATE").by_gate("ALREADY_ENDED");
}

async fn is_refused(house: Arc<House>) {
    let scene = Scene::build(&house).await;
    let attempt = attempt(&scene).await;
    nothing_changed(&house, async {
        attempt.refuses_ids(&["liaison"]).await;
        attempt.refuses_dates(&["endsOn"]).await;
        attempt.refuses_stale().await;
        attempt.refuses_others().await;
        let answer = attempt.with("endsOn", json!("2020-12-31")).await;
        answer.refused("BAD_USER_INPUT").of_field("input.endsOn");
    })
    .await;
    attempt.works().await;
}
