//! Ending the connection of an inspection body to a platform.

use std::sync::Arc;

use serde_json::json;

use super::connect_platform::office;
use crate::{
    organizations::scene::{Attempt, Scene, call, created, look},
    support::{contents::nothing_changed, house::House, on_each_database},
};

on_each_database!(stays_on_record, is_refused);

async fn attempt(scene: &Scene) -> Attempt<'_> {
    let input = json!({ "organization": office(scene).await, "kind": "VIDEO_CONSULTATION", "startsOn": "2022-06-01" });
    let connection = created(
        &scene.office,
        "connectPlatform",
        "platformConnection",
        input,
    )
    .await;
    Attempt {
        scene,
        person: &scene.office,
        verb: "endPlatformConnection",
        noun: "platformConnection",
        input: json!({ "connection": connection, "version": 1, "endsOn": "2022-08-31" }),
    }
}

async fn stays_on_record(house: Arc<House>) {
    let scene = Scene::build(&house).await;
    let attempt = attempt(&scene).await;
    attempt.works().await;
    let select = "during: hasVideoConsultation(asOf: \"2022-08-31\") after: hasVideoConsultation(asOf: \"2022-09-01\")";
    let it = look(&scene.office, "organization", &office(&scene).await, select).await;
    assert_eq!(
        (it.data("/it/during"), it.data("/it/after")),
        (&json!(true), &json!(false))
    );
    let mut again = attempt.input.clone();
    again["version"] = json!(2);
    let again = call(
        &scene.office,
        "endPlatformConnection",
        "platformConnection",
        "",
        again,
    )
    .await;
    again.refused("GATE").by_gate("ALREADY_ENDED");
    let input = json!({ "organization": office(&scene).await, "kind": "VIDEO_CONSULTATION", "startsOn": "2022-09-01" });
    created(
        &scene.office,
        "connectPlatform",
        "platformConnection",
        input,
    )
    .await;
}

async fn is_refused(house: Arc<House>) {
    let scene = Scene::build(&house).await;
    let attempt = attempt(&scene).await;
    nothing_changed(&house, async {
        attempt.refuses_ids(&["connection"]).await;
        attempt.refuses_dates(&["endsOn"]).await;
        attempt.refuses_stale().await;
        attempt.refuses_others().await;
        for day in ["2999-01-01", "2022-05-31"] {
            let answer = attempt.with("endsOn", json!(day)).await;
            answer.refused("BAD_USER_INPUT").of_field("input.endsOn");
        }
    })
    .await;
    attempt.works().await;
}
