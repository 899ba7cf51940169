//! Approving a team: it has a leader, and a cross team is led from above and mixed.

use std::sync::Arc;

use serde_json::json;

use super::camp::Camp;
use crate::support::{contents::nothing_changed, house::House, on_each_database};

on_each_database!(needs_a_leader, a_cross_team_is_mixed);

async fn needs_a_leader(house: Arc<House>) {
    let camp = Camp::build(&house).await;
    let team = camp.team(1, "REGULAR").await;
    let answer = nothing_changed(&house, camp.step(&camp.dispatcher, "approveTeam", &team)).await;
    answer
        .refused("GATE")
        .by_gate("TEAM_WITHOUT_LEADER")
        .of_field("input.team");
    let query = "query($id: ID!) { team(id: $id) { availableActions { action enabled blockedBy { gate } } } }";
    let before = camp.dispatcher.graphql(query, json!({ "id": team })).await;
    let actions = before.data("/team/availableActions");
    assert_eq!(actions[0]["action"], "approveTeam");
    assert_eq!(actions[0]["blockedBy"][0]["gate"], "TEAM_WITHOUT_LEADER");
    camp.seat(&team, "示例组长", "LEADER", &camp.place.objects[0])
        .await;
    let answer = camp.step(&camp.dispatcher, "approveTeam", &team).await;
    assert_eq!(answer.data("/done/team/status"), "APPROVED");
    let again = nothing_changed(&house, camp.step(&camp.dispatcher, "approveTeam", &team)).await;
    again.refused("GATE").by_gate("WRONG_STATE");
}

async fn a_cross_team_is_mixed(house: Arc<House>) {
    let camp = Camp::build(&house).await;
    let team = camp.team(1, "CROSS").await;
    let leader = camp
        .seat(&team, "示例县组长", "LEADER", &camp.units[1])
        .await;
    camp.seat(&team, "示例组员一", "MEMBER", &camp.units[1])
        .await;
    let refusal = "COMPOSITION_BROKEN";
    let answer = nothing_changed(&house, camp.step(&camp.dispatcher, "approveTeam", &team)).await;
    assert!(
        answer
            .refused("GATE")
            .by_gate(refusal)
            .message()
            .contains("示例县组长")
    );
    let version = camp.version("teamMember", &leader).await;
    let input = json!({ "teamMember": leader, "version": version, "endsOn": "2022-04-06", "reason": "改由市里统派" });
    camp.made("endTeamMembership", "teamMember", input).await;
    camp.seat(&team, "示例市组长", "LEADER", &camp.place.objects[0])
        .await;
    let answer = nothing_changed(&house, camp.step(&camp.dispatcher, "approveTeam", &team)).await;
    answer.refused("GATE").by_gate(refusal);
    camp.seat(&team, "示例组员二", "MEMBER", &camp.units[0])
        .await;
    let answer = camp.step(&camp.dispatcher, "approveTeam", &team).await;
    assert_eq!(answer.data("/done/team/status"), "APPROVED");
}
