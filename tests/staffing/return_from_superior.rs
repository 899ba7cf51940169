//! Coming back from a superior: once, not before it began; the person can be sent again.

use std::sync::Arc;

use serde_json::json;

use super::send_to_superior::sent;
use crate::{
    support::{house::House, on_each_database},
    teams::camp::Camp,
};

on_each_database!(comes_back_once);

async fn comes_back_once(house: Arc<House>) {
    let camp = Camp::build(&house).await;
    let person = camp.person("示例甲").await;
    let mut input = sent(&person);
    input["endsOn"] = json!(null);
    let away = camp
        .made("sendToSuperior", "outgoingSecondment", input.clone())
        .await;
    let back = |version: i32, day: &str| json!({ "outgoingSecondment": away, "version": version, "on": day });
    let verb = "returnFromSuperior";
    let early = camp
        .refused(verb, "outgoingSecondment", back(1, "2022-02-28"))
        .await;
    early.refused("BAD_USER_INPUT").of_field("input.on");
    camp.made(verb, "outgoingSecondment", back(1, "2022-06-30"))
        .await;
    let again = camp
        .refused(verb, "outgoingSecondment", back(2, "2022-07-31"))
        .await;
    again
        .refused("GATE")
        .by_gate("ALREADY_ENDED")
        .of_field("input.outgoingSecondment");
    input["startsOn"] = json!("2022-07-01");
    camp.made("sendToSuperior", "outgoingSecondment", input)
        .await;
}
