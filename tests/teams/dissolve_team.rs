//! Dissolving a team: it stays on record, takes nobody any more, and lets its people go elsewhere.

use std::sync::Arc;

use serde_json::json;

use super::camp::{Camp, id};
use crate::{
    coverage::desk::{act, refused},
    inspections,
    support::{contents::nothing_changed, house::House, on_each_database},
};

on_each_database!(ends_a_team, waits_until_its_task_is_done);

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

/// Whoever answers for an inspection stays until it is fed back.
async fn waits_until_its_task_is_done(house: Arc<House>) {
    let camp = inspections::camp::Camp::pitch(&house).await;
    let inspection = camp.propose(json!({})).await;
    camp.approve_round().await;
    let team = camp.team("示例组", "REGULAR", &["A"]).await;
    camp.approve_team(&team).await;
    camp.assign(&inspection, &team)
        .await
        .data("/assignInspectionTeam");
    camp.carry(&inspection, "approveInspection").await;
    let version = "query($id: ID!) { team(id: $id) { version availableActions { action blockedBy { gate } } } }";
    let office = &camp.desk.office;
    let found = office.graphql(version, json!({ "id": team })).await;
    let actions = found.data("/team/availableActions").as_array().cloned();
    let dissolve = json!({ "action": "dissolveTeam", "blockedBy": [{ "gate": "TEAM_ON_TASK" }] });
    assert!(actions.is_some_and(|actions| actions.contains(&dissolve)));
    let input = json!({ "team": team, "version": found.data("/team/version"), "reason": "任务完成", "on": "2022-07-02" });
    let answer = refused(&house, office, "dissolveTeam", "team { id }", input.clone()).await;
    let refusal = answer.refused("GATE").by_gate("TEAM_ON_TASK");
    let message = refusal.of_field("input.team").message();
    assert!(message.contains("A第一单位"), "{message}");
    for (verb, day) in [
        ("preInformInspection", "2022-03-04"),
        ("mobilizeInspection", "2022-03-10"),
        ("enterInspection", "2022-04-02"),
        ("leaveInspection", "2022-05-30"),
        ("reportInspection", "2022-06-15"),
        ("feedBackInspection", "2022-07-01"),
    ] {
        let done = camp.step(verb, &inspection, day).await;
        done.data(&format!("/{verb}"));
    }
    act(office, "dissolveTeam", "team { status }", input)
        .await
        .data("/dissolveTeam/team");
}
