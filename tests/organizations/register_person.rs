//! Entering a person in the registry.

use std::sync::Arc;

use serde_json::json;

use super::scene::{Attempt, Scene, look};
use crate::support::{contents::nothing_changed, house::House, on_each_database};

on_each_database!(is_found_as_people_type, is_refused);

/// The input that works, and what it is about.
async fn attempt(scene: &Scene) -> Attempt<'_> {
    Attempt {
        scene,
        person: &scene.office,
        verb: "registerPerson",
        noun: "person",
        input: json!({ "code": "P-1", "name": "化名甲", "gender": "FEMALE", "dispatcher": scene.dispatcher() }),
    }
}

async fn is_found_as_people_type(house: Arc<House>) {
    let scene = Scene::build(&house).await;
    let attempt = attempt(&scene).await;
    let done = attempt.works().await;
    let id = done.text_at("/done/person/id");
    let it = look(&scene.office, "person", &id, "name gender").await;
    assert_eq!(*it.data("/it/name"), json!("化名甲"));
    for typed in ["化名", "huaming", "HMJ", "p-1"] {
        let query = "query($typed: String!) { people(filter: { search: { contains: $typed } }) { nodes { id } } }";
        let found = scene.office.graphql(query, json!({ "typed": typed })).await;
        assert_eq!(
            *found.data("/people/nodes"),
            json!([{ "id": id }]),
            "{typed}"
        );
    }
}

async fn is_refused(house: Arc<House>) {
    let scene = Scene::build(&house).await;
    let attempt = attempt(&scene).await;
    nothing_changed(&house, async {
        attempt.refuses_ids(&["dispatcher"]).await;
        attempt.refuses_texts(&["code", "name"]).await;
        attempt.refuses_others().await;
        let answer = attempt.with("dispatcher", json!(scene.object(0))).await;
        answer
            .refused("GATE")
            .of_field("input.dispatcher")
            .by_gate("NOT_A_DISPATCHER");
        let answer = attempt.with("gender", json!("X")).await;
        answer.refused("BAD_USER_INPUT");
    })
    .await;
    attempt.works().await;
    nothing_changed(&house, async {
        let again = attempt.with("name", json!("化名乙")).await;
        again.refused("CONFLICT").of_field("input.code");
    })
    .await;
}
