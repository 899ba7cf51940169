//! Correcting the record of a talk.

use std::sync::Arc;

use serde_json::json;

use super::scene::{Attempt, Scene, created, look};
use crate::support::{contents::nothing_changed, house::House, on_each_database};

on_each_database!(changes_only_what_is_given, is_refused);

/// The input that works, and what it is about.
async fn attempt(scene: &Scene) -> Attempt<'_> {
    let leader = scene.person("P-1", "化名甲").await;
    let counterpart = scene.person("P-2", "化名乙").await;
    let post = scene.post(&scene.object(0), "OFFICE_DIRECTOR", true).await;
    scene.appointment(&counterpart, &post, "2021-01-01").await;
    let input = json!({ "dispatcher": scene.dispatcher(), "leader": leader, "counterpart": counterpart, "talkedOn": "2022-03-01", "purpose": "队伍建设", "requirements": "从严管理" });
    let talk = created(&scene.office, "recordWorkTalk", "workTalk", input).await;
    Attempt {
        scene,
        person: &scene.office,
        verb: "correctWorkTalk",
        noun: "workTalk",
        input: json!({ "workTalk": talk, "version": 1, "talkedOn": "2022-03-03", "purpose": "队伍建设与纪律" }),
    }
}

async fn changes_only_what_is_given(house: Arc<House>) {
    let scene = Scene::build(&house).await;
    let attempt = attempt(&scene).await;
    let done = attempt.works().await;
    let id = done.text_at("/done/workTalk/id");
    let select =
        "talkedOn purpose requirements counterpart { name } version history { totalCount }";
    let it = look(&scene.office, "workTalk", &id, select).await;
    assert_eq!(*it.data("/it/talkedOn"), json!("2022-03-03"));
    assert_eq!(*it.data("/it/purpose"), json!("队伍建设与纪律"));
    assert_eq!(*it.data("/it/requirements"), json!("从严管理"));
    assert_eq!(*it.data("/it/counterpart/name"), json!("化名乙"));
    assert_eq!(*it.data("/it/version"), json!(2));
    assert_eq!(*it.data("/it/history/totalCount"), json!(2));
}

async fn is_refused(house: Arc<House>) {
    let scene = Scene::build(&house).await;
    let attempt = attempt(&scene).await;
    nothing_changed(&house, async {
        attempt
            .refuses_ids(&["workTalk", "leader", "counterpart"])
            .await;
        attempt.refuses_texts(&["purpose", "requirements"]).await;
        attempt.refuses_dates(&["talkedOn"]).await;
        attempt.refuses_stale().await;
        attempt.refuses_others().await;
        let answer = attempt.with("talkedOn", json!("2999-01-01")).await;
        answer.refused("BAD_USER_INPUT").of_field("input.talkedOn");
        let answer = attempt.with("talkedOn", json!("2020-12-31")).await;
        answer
            .refused("GATE")
            .by_gate("NOT_OFFICE_DIRECTOR_OR_TEAM_LEADER");
    })
    .await;
    attempt.works().await;
}
