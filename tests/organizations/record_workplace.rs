//! Recording where an inspection body works.

use std::sync::Arc;

use serde_json::json;

use super::scene::{Attempt, Scene, look};
use crate::support::{contents::nothing_changed, house::House, on_each_database};

on_each_database!(follows_what_was_before, is_refused);

/// The input that works, and what it is about.
async fn attempt(scene: &Scene) -> Attempt<'_> {
    Attempt {
        scene,
        person: &scene.office,
        verb: "recordWorkplace",
        noun: "workplace",
        input: json!({ "organization": scene.object(0), "address": "某路1号", "areaSquareMetres": 3000, "isShared": true, "formerly": "培训中心", "startsOn": "2021-01-01" }),
    }
}

async fn follows_what_was_before(house: Arc<House>) {
    let scene = Scene::build(&house).await;
    let attempt = attempt(&scene).await;
    let done = attempt.works().await;
    done.data("/done/workplace/id");
    let later = attempt.with("startsOn", json!("2022-01-01")).await;
    later.data("/done/workplace/id");
    let it = look(
        &scene.office,
        "organization",
        &scene.object(0),
        "list: workplaces { nodes { address isShared startsOn endsOn } }",
    )
    .await;
    assert_eq!(*it.data("/it/list/nodes/0/endsOn"), json!(null));
    assert_eq!(*it.data("/it/list/nodes/1/endsOn"), json!("2021-12-31"));
    assert_eq!(*it.data("/it/list/nodes/0/address"), json!("某路1号"));
    let early = attempt.with("startsOn", json!("2022-01-01")).await;
    early.refused("BAD_USER_INPUT").of_field("input.startsOn");
}

async fn is_refused(house: Arc<House>) {
    let scene = Scene::build(&house).await;
    let attempt = attempt(&scene).await;
    nothing_changed(&house, async {
        attempt.refuses_ids(&["organization"]).await;
        attempt.refuses_texts(&["address", "formerly"]).await;
        attempt.refuses_dates(&["startsOn"]).await;
        attempt.refuses_others().await;
        let answer = attempt.with("areaSquareMetres", json!(-1)).await;
        answer
            .refused("BAD_USER_INPUT")
            .of_field("input.areaSquareMetres");
    })
    .await;
    attempt.works().await;
}
