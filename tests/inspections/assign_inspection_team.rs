//! Giving an inspection its team: where its people come from, and its marks, follow; nobody goes to their own place; nobody enters
//! without a team that is approved.

use std::sync::Arc;

use inspectorate::access::policy::Agency;
use serde_json::json;

use super::camp::{Camp, elevation};
use crate::{
    coverage::desk::{Desk, act, refused},
    support::{house::House, on_each_database},
};

on_each_database!(
    the_people_of_the_team_are_its_staff,
    another_team_takes_over_for_a_reason,
    another_prefecture_lends_its_people,
    refuses_a_team_that_must_not_go,
    nobody_enters_without_an_approved_team,
    is_for_those_who_plan,
);

/// An elevated inspection of the east county's town.
async fn elevated(camp: &Camp) -> String {
    camp.propose(json!({ "organization": camp.east.town_id(), "elevation": elevation() }))
        .await
}

async fn the_people_of_the_team_are_its_staff(house: Arc<House>) {
    let camp = Camp::pitch(&house).await;
    let inspection = elevated(&camp).await;
    let team = camp.team("第一组", "ELEVATED", &["A", "A-W"]).await;
    let answer = camp.assign(&inspection, &team).await;
    let expected = json!({ "version": 3, "teamName": "第一组", "cross": true, "elevated": true });
    assert_eq!(*answer.data("/assignInspectionTeam/inspection"), expected);
    let query = format!(
        "{{ inspection(id: \"{inspection}\") {{ elevatedCross team {{ name members {{ nodes {{ role sourceOrganization {{ code }} }} }} \
         inspections {{ nodes {{ id }} }} objects {{ nodes {{ organization {{ code }} assignedOn }} }} }} \
         staffOrigins(filter: {{ endsOn: {{ isNull: true }} }}) {{ nodes {{ originCode }} }} }} }}"
    );
    let expected = json!({
        "elevatedCross": true,
        "team": {
            "name": "第一组",
            "members": { "nodes": [
                { "role": "LEADER", "sourceOrganization": { "code": "A" } },
                { "role": "MEMBER", "sourceOrganization": { "code": "A-W" } },
            ] },
            "inspections": { "nodes": [{ "id": inspection }] },
            "objects": { "nodes": [{ "organization": { "code": "A-E-TOWN" }, "assignedOn": "2022-03-02" }] },
        },
        "staffOrigins": { "nodes": [{ "originCode": "A" }, { "originCode": "A-W" }] },
    });
    let answer = camp.desk.office.ask(&query).await;
    assert_eq!(*answer.data("/inspection"), expected);
    // What it has an inspection of is not taken off the team.
    let query = "{ teamObjects { nodes { id } } }";
    let object = camp.desk.office.ask(query).await;
    let object = object.text_at("/teamObjects/nodes/0/id");
    let input = json!({ "teamObject": object, "version": 1, "reason": "另有任务" });
    refused(
        &house,
        &camp.desk.office,
        "releaseTeamObject",
        "teamObject { id }",
        input,
    )
    .await
    .refused("GATE")
    .by_gate("TEAM_INSPECTS_THERE")
    .of_field("input.teamObject");
    // The origin is no longer for the office to say.
    let version = camp.desk.version(&inspection, "Inspection").await;
    let input = json!({ "inspection": inspection, "version": version, "staffOrigins": ["A"] });
    let said = refused(
        &house,
        &camp.desk.office,
        "correctDispatch",
        "inspection { id }",
        input,
    )
    .await;
    said.refused("GATE")
        .by_gate("ORIGINS_FOLLOW_TEAM")
        .of_field("input.staffOrigins");
}

async fn another_team_takes_over_for_a_reason(house: Arc<House>) {
    let camp = Camp::pitch(&house).await;
    let inspection = elevated(&camp).await;
    let first = camp.team("第一组", "ELEVATED", &["A"]).await;
    let second = camp.team("第二组", "ELEVATED", &["A", "A-W"]).await;
    camp.assign(&inspection, &first)
        .await
        .data("/assignInspectionTeam");
    let mut input = camp.assignment(&inspection, &second).await;
    let fields = "inspection { teamName cross }";
    let unsaid = refused(
        &house,
        &camp.desk.office,
        "assignInspectionTeam",
        fields,
        input.clone(),
    )
    .await;
    unsaid.refused("BAD_USER_INPUT").of_field("input.reason");
    input["reason"] = json!("组长另有任务");
    let answer = act(&camp.desk.office, "assignInspectionTeam", fields, input).await;
    let expected = json!({ "teamName": "第二组", "cross": true });
    assert_eq!(*answer.data("/assignInspectionTeam/inspection"), expected);
    let query = format!(
        "{{ team(id: \"{first}\") {{ inspections {{ totalCount }} objects {{ nodes {{ releasedOn releaseReason }} }} }} }}"
    );
    let expected = json!({ "inspections": { "totalCount": 0 }, "objects": { "nodes": [{ "releasedOn": "2022-03-02", "releaseReason": "组长另有任务" }] } });
    assert_eq!(
        *camp.desk.office.ask(&query).await.data("/team"),
        expected,
        "what it was given stays on record"
    );
}

/// Assistance: the receiving city keeps the inspection, the place that lends people sees it once it is approved.
async fn another_prefecture_lends_its_people(house: Arc<House>) {
    let camp = Camp::pitch(&house).await;
    let lender = Desk::at(&house, "B").await;
    let inspection = camp.propose(json!({ "staffOrigins": ["A", "B"] })).await;
    let team = camp.team("帮扶组", "REGULAR", &["A"]).await;
    camp.assign(&inspection, &team)
        .await
        .data("/assignInspectionTeam");
    let query = "{ inspections(filter: { assistance: { eq: true } }) { nodes { teamName dispatcher { code } staffOrigins { nodes { originCode } } } } }";
    let answer = camp.desk.office.ask(query).await;
    let origins = json!({ "nodes": [{ "originCode": "A" }, { "originCode": "B" }] });
    let expected =
        json!([{ "teamName": "帮扶组", "dispatcher": { "code": "A" }, "staffOrigins": origins }]);
    assert_eq!(*answer.data("/inspections/nodes"), expected);
    let none = lender.office.ask(query).await;
    assert_eq!(*none.data("/inspections/nodes"), json!([]));
    camp.approve_round().await;
    camp.step("approveInspection", &inspection, "2022-03-03")
        .await
        .data("/approveInspection");
    let seen = lender.office.ask(query).await;
    let own = json!({ "nodes": [{ "originCode": "B" }] });
    let expected = json!([{ "teamName": "帮扶组", "dispatcher": null, "staffOrigins": own }]);
    assert_eq!(*seen.data("/inspections/nodes"), expected);
}

async fn refuses_a_team_that_must_not_go(house: Arc<House>) {
    let camp = Camp::pitch(&house).await;
    let inspection = elevated(&camp).await;
    let office = &camp.desk.office;
    let leaderless = camp.team("无组长组", "REGULAR", &[]).await;
    // Not a team of that form, but the inspection is elevated.
    let own_people = camp.team("本地组", "REGULAR", &["A", "A-E"]).await;
    let neighbours = camp.team("邻村组", "MILLSTONE", &["A-E-TOWN"]).await;
    let dissolved = camp.team("旧组", "ELEVATED", &["A"]).await;
    let version = camp.desk.version(&dissolved, "Team").await;
    let input = json!({ "team": dissolved, "version": version, "reason": "任务完成" });
    act(&camp.desk.dispatcher, "dissolveTeam", "team { id }", input)
        .await
        .data("/dissolveTeam");
    for (team, gate) in [
        (&leaderless, "TEAM_WITHOUT_LEADER"),
        (&own_people, "FROM_INSPECTED_PLACE"),
        (&neighbours, "FROM_INSPECTED_PLACE"),
        (&dissolved, "TEAM_DISSOLVED"),
    ] {
        let input = camp.assignment(&inspection, team).await;
        refused(
            &house,
            office,
            "assignInspectionTeam",
            "inspection { id }",
            input,
        )
        .await
        .refused("GATE")
        .by_gate(gate)
        .of_field("input.team");
    }
    // A team of the round, and an inspection outside of it.
    let outside = camp
        .propose(json!({ "organization": camp.desk.organization(1), "round": null }))
        .await;
    let team = camp.team("第一组", "REGULAR", &["A"]).await;
    let input = camp.assignment(&outside, &team).await;
    refused(
        &house,
        office,
        "assignInspectionTeam",
        "inspection { id }",
        input,
    )
    .await
    .refused("GATE")
    .by_gate("TEAM_OF_ANOTHER_ROUND")
    .of_field("input.team");
    // The county's own team.
    let county =
        json!({ "ordinal": 1, "name": "县委第一组", "form": "REGULAR", "startsOn": "2022-01-01" });
    let county = camp
        .desk
        .made(&camp.east.office, "proposeTeam", "team", county)
        .await;
    let input = camp.assignment(&inspection, &county).await;
    refused(
        &house,
        office,
        "assignInspectionTeam",
        "inspection { id }",
        input,
    )
    .await
    .refused("GATE")
    .by_gate("RECORD_OF_ANOTHER_DISPATCHER")
    .of_field("input.team");
}

async fn nobody_enters_without_an_approved_team(house: Arc<House>) {
    let camp = Camp::pitch(&house).await;
    let inspection = camp.propose(json!({})).await;
    camp.approve_round().await;
    camp.step("approveInspection", &inspection, "2022-03-03")
        .await
        .data("/approveInspection");
    let blocked = async |gate: &str| {
        camp.step_refused("mobilizeInspection", &inspection, "2022-03-10")
            .await
            .refused("GATE")
            .by_gate(gate)
            .of_field("input.inspection");
    };
    blocked("INSPECTION_WITHOUT_TEAM").await;
    let team = camp.team("第一组", "REGULAR", &["A", "A-W"]).await;
    camp.assign(&inspection, &team)
        .await
        .data("/assignInspectionTeam");
    blocked("TEAM_NOT_APPROVED").await;
    camp.approve_team(&team).await;
    camp.step("mobilizeInspection", &inspection, "2022-03-10")
        .await
        .data("/mobilizeInspection");
    // The leader goes before the entry.
    let query = format!(
        "{{ teamMembers(filter: {{ role: {{ eq: LEADER }} }}) {{ nodes {{ id version }} }} inspection(id: \"{inspection}\") {{ availableActions {{ action blockedBy {{ gate }} }} }} }}"
    );
    let answer = camp.desk.office.ask(&query).await;
    let seat = answer.data("/teamMembers/nodes/0");
    let input = json!({ "teamMember": seat["id"], "version": seat["version"], "endsOn": "2022-03-20", "reason": "另有任用" });
    act(
        &camp.desk.office,
        "endTeamMembership",
        "teamMember { id }",
        input,
    )
    .await
    .data("/endTeamMembership");
    let entry = camp
        .step_refused("enterInspection", &inspection, "2022-04-02")
        .await;
    entry
        .refused("GATE")
        .by_gate("TEAM_WITHOUT_LEADER")
        .of_field("input.inspection");
    let answer = camp.desk.office.ask(&query).await;
    let actions = answer.data("/inspection/availableActions").as_array();
    let blocked =
        json!({ "action": "enterInspection", "blockedBy": [{ "gate": "TEAM_WITHOUT_LEADER" }] });
    assert!(actions.expect("actions").contains(&blocked));
    camp.seat(&team, "A", "LEADER").await;
    camp.step("enterInspection", &inspection, "2022-04-02")
        .await
        .data("/enterInspection");
    let late = camp.assignment(&inspection, &team).await;
    refused(
        &house,
        &camp.desk.office,
        "assignInspectionTeam",
        "inspection { id }",
        late,
    )
    .await
    .refused("GATE")
    .by_gate("WRONG_STATE")
    .of_field("input.inspection");
}

async fn is_for_those_who_plan(house: Arc<House>) {
    let camp = Camp::pitch(&house).await;
    let inspection = camp.propose(json!({})).await;
    let team = camp.standing_team("常设组", &["A"]).await;
    let input = camp.assignment(&inspection, &team).await;
    let those = [Agency::LeadingGroup, Agency::Office];
    camp.desk
        .only(&those, "assignInspectionTeam", "inspection { id }", input)
        .await;
}
