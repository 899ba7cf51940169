//! Recording what a leader did in person.

use std::sync::Arc;

use serde_json::json;

use super::scene::{Attempt, Scene, call, created, look};
use crate::support::{contents::nothing_changed, house::House, on_each_database};

on_each_database!(
    counts_by_leader_and_year,
    a_secretary_who_leads_names_the_duty,
    is_refused
);

/// The input that works, and what it is about.
async fn attempt(scene: &Scene) -> Attempt<'_> {
    let person = scene.person("P-1", "化名甲").await;
    Attempt {
        scene,
        person: &scene.office,
        verb: "recordLeaderAction",
        noun: "leaderAction",
        input: json!({ "dispatcher": scene.dispatcher(), "person": person, "kind": "SUPERVISE", "actedOn": "2022-03-01", "matter": "督办第二轮整改" }),
    }
}

async fn counts_by_leader_and_year(house: Arc<House>) {
    let scene = Scene::build(&house).await;
    let attempt = attempt(&scene).await;
    let done = attempt.works().await;
    let id = done.text_at("/done/leaderAction/id");
    let it = look(&scene.office, "leaderAction", &id, "person { id }").await;
    let person = it.text_at("/it/person/id");
    let query = "query($person: ID!, $from: Date!, $to: Date!) { leaderActions(filter: { person: { id: { eq: $person } }, kind: { eq: SUPERVISE }, actedOn: { gte: $from, lte: $to } }) { totalCount } }";
    for (year, count) in [(2021, 0), (2022, 1)] {
        let variables = json!({ "person": person, "from": format!("{year}-01-01"), "to": format!("{year}-12-31") });
        let counted = scene.office.graphql(query, variables).await;
        assert_eq!(*counted.data("/leaderActions/totalCount"), json!(count));
    }
}

async fn is_refused(house: Arc<House>) {
    let scene = Scene::build(&house).await;
    let attempt = attempt(&scene).await;
    nothing_changed(&house, async {
        attempt.refuses_ids(&["dispatcher", "person"]).await;
        attempt.refuses_texts(&["matter"]).await;
        attempt.refuses_dates(&["actedOn"]).await;
        attempt.refuses_others().await;
        let answer = attempt.with("actedOn", json!("2999-01-01")).await;
        answer.refused("BAD_USER_INPUT").of_field("input.actedOn");
        let answer = attempt.with("kind", json!("SLEEP")).await;
        answer.refused("BAD_USER_INPUT");
        let answer = attempt.with("duty", json!("GUIDANCE")).await;
        answer.refused("BAD_USER_INPUT").of_field("input.duty");
    })
    .await;
    attempt.works().await;
}

async fn a_secretary_who_leads_names_the_duty(house: Arc<House>) {
    let scene = Scene::build(&house).await;
    let mut attempt = attempt(&scene).await;
    let person = attempt.input["person"]
        .as_str()
        .unwrap_or_default()
        .to_owned();
    let group = scene.leading_group().await;
    let input = json!({ "leadingGroup": group, "person": person, "post": "LEADER", "startsOn": "2021-02-01" });
    created(
        &scene.secretary,
        "seatLeadingGroupMember",
        "leadingGroupMember",
        input,
    )
    .await;
    let measure = "secretaryLeadsGroup(asOf: \"2022-03-01\") secretariesLeadingBelow(asOf: \"2022-03-01\") { value numerator denominator definition { code } }";
    let before = look(&scene.office, "organization", &scene.dispatcher(), measure).await;
    assert_eq!(*before.data("/it/secretaryLeadsGroup"), json!(false));
    let post = scene
        .post(&scene.dispatcher(), "PARTY_SECRETARY", true)
        .await;
    scene.appointment(&person, &post, "2021-01-01").await;
    let after = look(&scene.office, "organization", &scene.dispatcher(), measure).await;
    assert_eq!(*after.data("/it/secretaryLeadsGroup"), json!(true));
    assert_eq!(
        *after.data("/it/secretariesLeadingBelow/denominator"),
        json!("0")
    );
    nothing_changed(&house, async {
        let input = attempt.input.clone();
        let answer = call(
            &scene.office,
            "recordLeaderAction",
            "leaderAction",
            "",
            input,
        )
        .await;
        answer
            .refused("GATE")
            .of_field("input.duty")
            .by_gate("DUTY_NOT_NAMED");
    })
    .await;
    attempt.input["duty"] = json!("IMPLEMENTATION");
    attempt.works().await;
}
