//! Changing what kind of body an organization is.

use std::sync::Arc;

use serde_json::json;

use super::scene::{Attempt, Scene, call, look};
use crate::support::{contents::nothing_changed, house::House, on_each_database};

on_each_database!(changes_only_what_is_given, is_refused);

/// The input that works, and what it is about.
async fn attempt(scene: &Scene) -> Attempt<'_> {
    Attempt {
        scene,
        person: &scene.office,
        verb: "reclassifyOrganization",
        noun: "organization",
        input: json!({ "organization": scene.object(0), "version": 1, "kind": "SCHOOL", "sectorCode": "education", "regionCode": "350203" }),
    }
}

async fn changes_only_what_is_given(house: Arc<House>) {
    let scene = Scene::build(&house).await;
    let attempt = attempt(&scene).await;
    let done = attempt.works().await;
    let id = done.text_at("/done/organization/id");
    let it = look(
        &scene.office,
        "organization",
        &id,
        "kind level sectorCode regionCode",
    )
    .await;
    assert_eq!(*it.data("/it/kind"), json!("SCHOOL"));
    assert_eq!(*it.data("/it/level"), json!("COUNTY"));
    let input = json!({ "organization": id, "version": 2, "sectorCode": null });
    let cleared = call(
        &scene.office,
        "reclassifyOrganization",
        "organization",
        "sectorCode regionCode",
        input,
    )
    .await;
    assert!(cleared.data("/done/organization/sectorCode").is_null());
    assert_eq!(
        *cleared.data("/done/organization/regionCode"),
        json!("350203")
    );
}

async fn is_refused(house: Arc<House>) {
    let scene = Scene::build(&house).await;
    let attempt = attempt(&scene).await;
    nothing_changed(&house, async {
        attempt.refuses_ids(&["organization"]).await;
        attempt.refuses_texts(&["sectorCode"]).await;
        attempt.refuses_stale().await;
        attempt.refuses_others().await;
        let answer = attempt.with("regionCode", json!("35")).await;
        answer
            .refused("BAD_USER_INPUT")
            .of_field("input.regionCode");
    })
    .await;
    attempt.works().await;
}
