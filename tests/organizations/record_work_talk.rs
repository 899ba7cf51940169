//! Recording a talk of a leader with those who do the work.

use std::sync::Arc;

use serde_json::json;

use super::scene::{Attempt, Scene, look};
use crate::support::{contents::nothing_changed, house::House, on_each_database};

on_each_database!(says_with_whom_and_what_for, is_refused);

/// The input that works, and what it is about.
async fn attempt(scene: &Scene) -> Attempt<'_> {
    let leader = scene.person("P-1", "化名甲").await;
    let counterpart = scene.person("P-2", "化名乙").await;
    let post = scene.post(&scene.object(0), "OFFICE_DIRECTOR", true).await;
    scene.appointment(&counterpart, &post, "2021-01-01").await;
    Attempt {
        scene,
        person: &scene.office,
        verb: "recordWorkTalk",
        noun: "workTalk",
        input: json!({ "dispatcher": scene.dispatcher(), "leader": leader, "counterpart": counterpart, "talkedOn": "2022-03-01", "purpose": "队伍建设", "requirements": "从严管理" }),
    }
}

async fn says_with_whom_and_what_for(house: Arc<House>) {
    let scene = Scene::build(&house).await;
    let attempt = attempt(&scene).await;
    let done = attempt.works().await;
    let id = done.text_at("/done/workTalk/id");
    let it = look(
        &scene.office,
        "workTalk",
        &id,
        "purpose requirements counterpart { name }",
    )
    .await;
    assert_eq!(*it.data("/it/counterpart/name"), json!("化名乙"));
}

async fn is_refused(house: Arc<House>) {
    let scene = Scene::build(&house).await;
    let attempt = attempt(&scene).await;
    nothing_changed(&house, async {
        attempt
            .refuses_ids(&["dispatcher", "leader", "counterpart"])
            .await;
        attempt.refuses_texts(&["purpose", "requirements"]).await;
        attempt.refuses_dates(&["talkedOn"]).await;
        attempt.refuses_others().await;
        let answer = attempt.with("talkedOn", json!("2020-12-31")).await;
        answer
            .refused("GATE")
            .of_field("input.counterpart")
            .by_gate("NOT_OFFICE_DIRECTOR_OR_TEAM_LEADER");
        let answer = attempt.with("talkedOn", json!("2999-01-01")).await;
        answer.refused("BAD_USER_INPUT").of_field("input.talkedOn");
    })
    .await;
    attempt.works().await;
}
