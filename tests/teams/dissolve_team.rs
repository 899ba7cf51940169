//! Dissolving a team: it stays on record, takes nobody any more, and lets its people go elsewhere.

use std::sync::Arc;

use serde_json::json;

use super::camp::{Camp, id};
use crate::support::{contents::nothing_changed, house::House, on_each_database};

on_each_database!(ends_a_team);

async fn ends_a_team(house: Arc<House>) {
    let camp = Camp::build(&house).await;
    let team = camp.team(1, "REGULAR").await;
    let person = camp.person("示例组员").await;
    let seat = |team: &str| json!({ "team": team, "person": person, "role": "MEMBER", "sourceOrganization": id(&camp.place.objects[0]) });
    camp.made("seatTeamMember", "teamMember", seat(&team)).await;
    let answer = camp.step(&camp.office, "dissolveTeam", &team).await;
    assert_eq!(answer.data("/done/team/status"), "DISSOLVED");
    let again = nothing_changed(&house, camp.step(&camp.office, "dissolveTeam", &team)).await;
    again.refused("GATE").by_gate("WRONG_STATE");
    let answer = camp
        .refused("seatTeamMember", "teamMember", seat(&team))
        .await;
    answer
        .refused("GATE")
        .by_gate("TEAM_DISSOLVED")
        .of_field("input.team");
    let next = camp.team(1, "REGULAR").await;
    camp.made("seatTeamMember", "teamMember", seat(&next)).await;
}
