//! Calling a team to its task: it was approved, and still is what was approved.

use std::sync::Arc;

use serde_json::json;

use super::camp::Camp;
use crate::support::{contents::nothing_changed, house::House, on_each_database};

on_each_database!(calls_an_approved_team);

async fn calls_an_approved_team(house: Arc<House>) {
    let camp = Camp::build(&house).await;
    let team = camp.team(1, "REGULAR").await;
    let seat = camp
        .seat(&team, "示例组长", "LEADER", &camp.place.objects[0])
        .await;
    let early = nothing_changed(&house, camp.step(&camp.office, "mobilizeTeam", &team)).await;
    early.refused("GATE").by_gate("WRONG_STATE");
    camp.step(&camp.dispatcher, "approveTeam", &team)
        .await
        .data("/done");
    let version = camp.version("teamMember", &seat).await;
    let input =
        json!({ "teamMember": seat, "version": version, "endsOn": "2022-04-06", "reason": "调离" });
    camp.made("endTeamMembership", "teamMember", input).await;
    let headless = nothing_changed(&house, camp.step(&camp.office, "mobilizeTeam", &team)).await;
    headless.refused("GATE").by_gate("TEAM_WITHOUT_LEADER");
    camp.seat(&team, "示例新组长", "LEADER", &camp.place.objects[0])
        .await;
    let answer = camp.step(&camp.office, "mobilizeTeam", &team).await;
    assert_eq!(answer.data("/done/team/status"), "MOBILIZED");
}
