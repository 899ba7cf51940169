//! Taking an organization off a team: it stays on record, once, and can be given again.

use std::sync::Arc;

use serde_json::json;

use super::camp::Camp;
use crate::support::{house::House, on_each_database};

on_each_database!(takes_an_organization_off);

async fn takes_an_organization_off(house: Arc<House>) {
    let camp = Camp::build(&house).await;
    let team = camp.team(1, "REGULAR").await;
    let object = camp.assign(&team, &camp.units[0]).await;
    let input = |version: i32, day: &str| json!({ "teamObject": object, "version": version, "on": day, "reason": "改由他组" });
    let answer = camp
        .refused("releaseTeamObject", "teamObject", input(1, "2022-03-01"))
        .await;
    answer.refused("BAD_USER_INPUT").of_field("input.on");
    camp.made("releaseTeamObject", "teamObject", input(1, "2022-04-01"))
        .await;
    let answer = camp
        .refused("releaseTeamObject", "teamObject", input(2, "2022-04-02"))
        .await;
    answer.refused("GATE").by_gate("ALREADY_ENDED");
    camp.assign(&team, &camp.units[0]).await;
}
