//! Correcting the record of what a leader did.

use std::sync::Arc;

use serde_json::json;

use super::scene::{Attempt, Scene, created, look};
use crate::support::{contents::nothing_changed, house::House, on_each_database};

on_each_database!(
    changes_only_what_is_given,
    a_secretary_who_leads_names_the_duty,
    is_refused
);

/// The input that works, and what it is about.
async fn attempt(scene: &Scene) -> Attempt<'_> {
    let person = scene.person("P-1", "化名甲").await;
    let input = json!({ "dispatcher": scene.dispatcher(), "person": person, "kind": "SUPERVISE", "actedOn": "2022-03-01", "matter": "督办第二轮整改" });
    let action = created(&scene.office, "recordLeaderAction", "leaderAction", input).await;
    Attempt {
        scene,
        person: &scene.office,
        verb: "correctLeaderAction",
        noun: "leaderAction",
        input: json!({ "leaderAction": action, "version": 1, "kind": "INQUIRE", "actedOn": "2022-03-02" }),
    }
}

async fn changes_only_what_is_given(house: Arc<House>) {
    let scene = Scene::build(&house).await;
    let attempt = attempt(&scene).await;
    let done = attempt.works().await;
    let id = done.text_at("/done/leaderAction/id");
    let select = "kind actedOn matter version person { name } history { totalCount nodes { action changes { field old new } } }";
    let it = look(&scene.office, "leaderAction", &id, select).await;
    assert_eq!(*it.data("/it/kind"), json!("INQUIRE"));
    assert_eq!(*it.data("/it/actedOn"), json!("2022-03-02"));
    assert_eq!(*it.data("/it/matter"), json!("督办第二轮整改"));
    assert_eq!(*it.data("/it/person/name"), json!("化名甲"));
    assert_eq!(*it.data("/it/version"), json!(2));
    assert_eq!(*it.data("/it/history/totalCount"), json!(2));
    let corrected = it.data("/it/history/nodes/1");
    assert_eq!(corrected["action"], "correctLeaderAction");
    let changes = corrected["changes"].as_array().unwrap();
    assert!(changes.contains(&json!({ "field": "kind", "old": "SUPERVISE", "new": "INQUIRE" })));
}

async fn a_secretary_who_leads_names_the_duty(house: Arc<House>) {
    let scene = Scene::build(&house).await;
    let attempt = attempt(&scene).await;
    let secretary = scene.person("P-9", "化名书记").await;
    let post = scene
        .post(&scene.dispatcher(), "PARTY_SECRETARY", true)
        .await;
    scene.appointment(&secretary, &post, "2021-01-01").await;
    let group = scene.leading_group().await;
    let input = json!({ "leadingGroup": group, "person": secretary, "post": "LEADER", "startsOn": "2021-02-01" });
    created(
        &scene.secretary,
        "seatLeadingGroupMember",
        "leadingGroupMember",
        input,
    )
    .await;
    nothing_changed(&house, async {
        let answer = attempt.with("person", json!(secretary)).await;
        answer.refused("GATE").by_gate("DUTY_NOT_NAMED");
    })
    .await;
    let mut input = attempt.input.clone();
    input["person"] = json!(secretary);
    input["duty"] = json!("GUIDANCE");
    let attempt = Attempt { input, ..attempt };
    let done = attempt.works().await;
    let id = done.text_at("/done/leaderAction/id");
    let it = look(&scene.office, "leaderAction", &id, "duty person { name }").await;
    assert_eq!(*it.data("/it/duty"), json!("GUIDANCE"));
    assert_eq!(*it.data("/it/person/name"), json!("化名书记"));
}

async fn is_refused(house: Arc<House>) {
    let scene = Scene::build(&house).await;
    let attempt = attempt(&scene).await;
    nothing_changed(&house, async {
        attempt.refuses_ids(&["leaderAction", "person"]).await;
        attempt.refuses_texts(&["matter"]).await;
        attempt.refuses_dates(&["actedOn"]).await;
        attempt.refuses_stale().await;
        attempt.refuses_others().await;
        let answer = attempt.with("actedOn", json!("2999-01-01")).await;
        answer.refused("BAD_USER_INPUT").of_field("input.actedOn");
    })
    .await;
    attempt.works().await;
}
