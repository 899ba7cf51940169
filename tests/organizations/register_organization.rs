//! Entering an organization in the registry.

use std::sync::Arc;

use serde_json::json;

use super::scene::{Attempt, Scene, look};
use crate::support::{contents::nothing_changed, house::House, on_each_database};

on_each_database!(is_entered_under_its_parent, is_refused);

/// The input that works, and what it is about.
async fn attempt(scene: &Scene) -> Attempt<'_> {
    Attempt {
        scene,
        person: &scene.office,
        verb: "registerOrganization",
        noun: "organization",
        input: json!({ "code": "XM-NEW", "name": "厦门市新设局", "shortName": "新设局", "level": "CITY", "kind": "GOVERNMENT_DEPARTMENT", "regionCode": "350200", "parent": scene.dispatcher(), "establishedOn": "2020-01-01" }),
    }
}

async fn is_entered_under_its_parent(house: Arc<House>) {
    let scene = Scene::build(&house).await;
    let attempt = attempt(&scene).await;
    let done = attempt.works().await;
    let id = done.text_at("/done/organization/id");
    let it = look(
        &scene.office,
        "organization",
        &id,
        "name kind regionCode parent { id } history { nodes { action } }",
    )
    .await;
    assert_eq!(*it.data("/it/name"), json!("厦门市新设局"));
    assert_eq!(*it.data("/it/parent/id"), json!(scene.dispatcher()));
    assert_eq!(
        *it.data("/it/history/nodes/0/action"),
        json!("registerOrganization")
    );
}

async fn is_refused(house: Arc<House>) {
    let scene = Scene::build(&house).await;
    let attempt = attempt(&scene).await;
    nothing_changed(&house, async {
        attempt.refuses_ids(&["parent"]).await;
        attempt.refuses_texts(&["code", "name", "shortName"]).await;
        attempt.refuses_dates(&["establishedOn"]).await;
        attempt.refuses_others().await;
        let answer = attempt
            .with("code", json!(scene.place.objects[0].code))
            .await;
        answer.refused("CONFLICT").of_field("input.code");
        let answer = attempt.with("regionCode", json!("3502")).await;
        answer
            .refused("BAD_USER_INPUT")
            .of_field("input.regionCode");
        let answer = attempt.with("regionCode", json!("990000")).await;
        answer
            .refused("BAD_USER_INPUT")
            .of_field("input.regionCode");
        let answer = attempt.with("level", json!("GALAXY")).await;
        answer.refused("BAD_USER_INPUT");
    })
    .await;
    attempt.works().await;
}
