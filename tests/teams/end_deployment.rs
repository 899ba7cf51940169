//! Ending a deployment: once, not before it began; the person is free for another.

use std::sync::Arc;

use serde_json::json;

use super::{camp::Camp, deploy_person::sent};
use crate::support::{house::House, on_each_database};

on_each_database!(ends_once);

async fn ends_once(house: Arc<House>) {
    let camp = Camp::build(&house).await;
    let person = camp.person("示例组员").await;
    let input = sent(&camp, &person);
    let deployment = camp.made("deployPerson", "deployment", input.clone()).await;
    let end = |version: i32, day: &str| json!({ "deployment": deployment, "version": version, "on": day });
    let early = camp
        .refused("endDeployment", "deployment", end(1, "2022-06-30"))
        .await;
    early.refused("BAD_USER_INPUT").of_field("input.on");
    camp.made("endDeployment", "deployment", end(1, "2022-07-31"))
        .await;
    let again = camp
        .refused("endDeployment", "deployment", end(2, "2022-08-01"))
        .await;
    again
        .refused("GATE")
        .by_gate("ALREADY_ENDED")
        .of_field("input.deployment");
    let mut next = input;
    next["startsOn"] = json!("2022-08-01");
    camp.made("deployPerson", "deployment", next).await;
}
