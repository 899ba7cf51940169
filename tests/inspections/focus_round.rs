//! Saying what a round is about, until it is approved.

use std::sync::Arc;

use inspectorate::access::policy::Agency;
use serde_json::json;

use super::camp::Camp;
use crate::{
    coverage::desk::{act, refused},
    support::{house::House, on_each_database},
};

on_each_database!(names_topic_and_batch, is_settled_with_the_approval);

async fn names_topic_and_batch(house: Arc<House>) {
    let camp = Camp::pitch(&house).await;
    let input = |topic: &str, batch: i32| json!({ "round": camp.round, "version": 1, "topic": topic, "batch": batch });
    let office = &camp.desk.office;
    let unknown = input("NO_SUCH_TOPIC", 1);
    let unknown = refused(&house, office, "focusRound", "round { id }", unknown).await;
    unknown.refused("BAD_USER_INPUT").of_field("input.topic");
    let none = input("BUSINESS_ENVIRONMENT", 0);
    let none = refused(&house, office, "focusRound", "round { id }", none).await;
    none.refused("BAD_USER_INPUT").of_field("input.batch");
    let answer = act(
        office,
        "focusRound",
        "round { topic batch version }",
        input("BUSINESS_ENVIRONMENT", 2),
    )
    .await;
    let expected = json!({ "topic": "BUSINESS_ENVIRONMENT", "batch": 2, "version": 2 });
    assert_eq!(*answer.data("/focusRound/round"), expected);
}

async fn is_settled_with_the_approval(house: Arc<House>) {
    let camp = Camp::pitch(&house).await;
    let input = json!({ "round": camp.round, "version": 1, "batch": 2 });
    camp.desk
        .only(&[Agency::Office], "focusRound", "round { id }", input)
        .await;
    camp.propose(json!({})).await;
    camp.approve_round().await;
    let input = json!({ "round": camp.round, "version": 2, "batch": 2 });
    let late = refused(
        &house,
        &camp.desk.office,
        "focusRound",
        "round { id }",
        input,
    )
    .await;
    late.refused("GATE")
        .by_gate("WRONG_STATE")
        .of_field("input.round");
}
