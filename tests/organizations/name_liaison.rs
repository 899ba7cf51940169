//! Naming who answers for a matter.

use std::sync::Arc;

use serde_json::json;

use super::scene::{Attempt, Scene, created, look};
use crate::support::{contents::nothing_changed, house::House, on_each_database};

on_each_database!(comes_to_matter_post_and_person, is_refused);

/// The input that works, and what it is about.
async fn attempt(scene: &Scene) -> Attempt<'_> {
    let person = scene.person("P-1", "化名甲").await;
    let input = json!({ "code": "XM-DIV", "name": "联络处", "level": "CITY", "kind": "DIVISION", "parent": scene.object(0) });
    let division = created(&scene.office, "registerOrganization", "organization", input).await;
    let post = scene.post(&division, "DIVISION_HEAD", false).await;
    scene.appointment(&person, &post, "2020-01-01").await;
    Attempt {
        scene,
        person: &scene.office,
        verb: "nameLiaison",
        noun: "liaisonContact",
        input: json!({ "organization": scene.object(0), "division": division, "post": post, "person": person, "matter": "巡察整改日常联络", "startsOn": "2021-01-01" }),
    }
}

async fn comes_to_matter_post_and_person(house: Arc<House>) {
    let scene = Scene::build(&house).await;
    let attempt = attempt(&scene).await;
    let done = attempt.works().await;
    let id = done.text_at("/done/liaisonContact/id");
    let it = look(
        &scene.office,
        "liaisonContact",
        &id,
        "matter division { name } post { function } person { name }",
    )
    .await;
    assert_eq!(*it.data("/it/person/name"), json!("化名甲"));
    assert_eq!(*it.data("/it/division/name"), json!("联络处"));
}

async fn is_refused(house: Arc<House>) {
    let scene = Scene::build(&house).await;
    let attempt = attempt(&scene).await;
    nothing_changed(&house, async {
        attempt
            .refuses_ids(&["organization", "division", "post", "person"])
            .await;
        attempt.refuses_texts(&["matter"]).await;
        attempt.refuses_dates(&["startsOn", "endsOn"]).await;
        attempt.refuses_others().await;
        let answer = attempt.with("division", json!(scene.object(1))).await;
        answer
            .refused("GATE")
            .of_field("input.division")
            .by_gate("DIVISION_OF_ANOTHER_BODY");
        let answer = attempt.with("startsOn", json!("2019-12-31")).await;
        answer
            .refused("GATE")
            .of_field("input.person")
            .by_gate("POST_NOT_HELD");
    })
    .await;
    attempt.works().await;
    let elsewhere = scene.post(&scene.object(1), "OTHER", false).await;
    nothing_changed(&house, async {
        let answer = attempt.with("post", json!(elsewhere)).await;
        answer
            .refused("GATE")
            .of_field("input.post")
            .by_gate("POST_OF_ANOTHER_BODY");
    })
    .await;
}
