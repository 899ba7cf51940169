//! Approving a team: it has a leader, a cross team is led from above and mixed, and by setting a deputy on secondment sits on it.

use std::sync::Arc;

use inspectorate::access::policy::{Agency, Role};
use serde_json::json;

use super::camp::{Camp, call, id};
use crate::support::{contents::nothing_changed, house::House, on_each_database};

on_each_database!(
    needs_a_leader,
    a_cross_team_is_mixed,
    a_deputy_on_secondment_is_asked_for_by_setting,
);

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

async fn a_deputy_on_secondment_is_asked_for_by_setting(house: Arc<House>) {
    let camp = Camp::build(&house).await;
    let (team, object) = (camp.team(1, "REGULAR").await, &camp.place.objects[0]);
    camp.seat(&team, "示例组长", "LEADER", object).await;
    camp.seat(&team, "示例副组长", "DEPUTY_LEADER", object)
        .await;
    let keeper = camp.place.person(Agency::Office, Role::Admin);
    let set = json!({ "dispatcher": id(&camp.place.dispatcher), "key": "TEAM_NEEDS_SECONDED_DEPUTY", "value": "true", "reason": "本级规定" });
    call(&keeper, "setSetting", "settingValue", "", set)
        .await
        .data("/done");
    let refusal = "SECONDED_DEPUTY_MISSING";
    let approve = camp.step(&camp.dispatcher, "approveTeam", &team);
    let answer = nothing_changed(&house, approve).await;
    answer
        .refused("GATE")
        .by_gate(refusal)
        .of_field("input.team");
    let query = "query($id: ID!) { team(id: $id) { availableActions { action enabled blockedBy { gate } } } }";
    let readiness = camp.dispatcher.graphql(query, json!({ "id": team })).await;
    let blocked =
        json!({ "action": "approveTeam", "enabled": false, "blockedBy": [{ "gate": refusal }] });
    assert_eq!(readiness.data("/team/availableActions")[0], blocked);
    let deputy = camp
        .seat(&team, "示例挂职副组长", "SECONDED_DEPUTY", object)
        .await;
    let answer = camp.step(&camp.dispatcher, "approveTeam", &team).await;
    assert_eq!(answer.data("/done/team/status"), "APPROVED");
    // It is looked at again when the team is called to its task.
    let version = camp.version("teamMember", &deputy).await;
    let input = json!({ "teamMember": deputy, "version": version, "endsOn": "2022-04-06", "reason": "调回原单位" });
    camp.made("endTeamMembership", "teamMember", input).await;
    let mobilize = camp.step(&camp.dispatcher, "mobilizeTeam", &team);
    let answer = nothing_changed(&house, mobilize).await;
    answer.refused("GATE").by_gate(refusal);
}
