//! Proposing and adopting a cross assignment: the proposal writes nothing, the adoption everything or nothing.

use std::sync::Arc;

use inspectorate::access::policy::Agency;
use serde_json::{Value, json};

use super::camp::{Camp, elevation};
use crate::{
    coverage::desk::{act, refused},
    support::{contents::nothing_changed, house::House, on_each_database},
};

on_each_database!(
    turns_a_millstone,
    names_what_clashes,
    keeps_away_who_is_tied,
    refuses_what_cannot_be_asked,
    refuses_a_stale_proposal,
    takes_over_for_a_reason,
    is_for_those_who_decide,
);

const PROPOSAL: &str = "query($id: ID!, $request: CrossAssignmentRequestInput!) { round(id: $id) { proposeCrossAssignment(request: $request) { \
    version feasible leastLoad mostLoad pairings { organizationName homeName teamId teamName places reason reasonZh } \
    clashes { organizations teams constraints message } } } }";

async fn proposed(camp: &Camp, request: &Value) -> Value {
    let variables = json!({ "id": camp.round, "request": request });
    let answer = nothing_changed(&camp.house, camp.desk.office.graphql(PROPOSAL, variables)).await;
    answer.data("/round/proposeCrossAssignment").clone()
}

/// A town of each county, to be inspected by the other, and a team of each, led by the city.
async fn towns(camp: &Camp) -> [String; 2] {
    for town in [camp.east.town_id(), camp.west.town_id()] {
        camp.propose(json!({ "organization": town, "elevation": elevation() }))
            .await;
    }
    [
        camp.team("东组", "MILLSTONE", &["A", "A-E"]).await,
        camp.team("西组", "MILLSTONE", &["A", "A-W"]).await,
    ]
}

async fn adopted(camp: &Camp, input: Value) {
    act(
        &camp.desk.office,
        "adoptCrossAssignment",
        "round { id }",
        input,
    )
    .await
    .data("/adoptCrossAssignment");
}

async fn turns_a_millstone(house: Arc<House>) {
    let camp = Camp::pitch(&house).await;
    towns(&camp).await;
    let request = json!({ "ring": true });
    let proposal = proposed(&camp, &request).await;
    assert_eq!(proposal["feasible"], true);
    assert_eq!([&proposal["leastLoad"], &proposal["mostLoad"]], [1, 1]);
    for pairing in proposal["pairings"].as_array().expect("pairings") {
        assert_ne!(json!([pairing["homeName"]]), pairing["places"]);
        let reason = pairing["reason"].as_str();
        assert!(reason.is_some_and(|reason| reason.contains("ring")));
    }
    let mut input = json!({ "round": camp.round, "proposal": proposal["version"], "request": request, "clientMutationId": "k1" });
    let query = "{ inspections(orderBy: [{ field: TEAM_NAME, direction: ASC }]) { nodes { team { name objects { totalCount } } cross millstone elevatedCross staffOrigins(filter: { endsOn: { isNull: true } }) { nodes { originCode } } } } }";
    for _ in 0..2 {
        adopted(&camp, input.clone()).await;
        let answer = camp.desk.office.ask(query).await;
        let marks = |team: &str, place: &str| json!({ "team": { "name": team, "objects": { "totalCount": 1 } }, "cross": true, "millstone": true, "elevatedCross": true, "staffOrigins": { "nodes": [{ "originCode": "A" }, { "originCode": place }] } });
        assert_eq!(
            *answer.data("/inspections/nodes"),
            json!([marks("东组", "A-E"), marks("西组", "A-W")])
        );
    }
    // The same proposal under another key finds everything as it is.
    input["clientMutationId"] = json!("k2");
    adopted(&camp, input).await;
}

async fn names_what_clashes(house: Arc<House>) {
    let camp = Camp::pitch(&house).await;
    let [_, west] = towns(&camp).await;
    let request = json!({ "recusals": [{ "team": west, "organization": camp.east.town_id() }] });
    let proposal = proposed(&camp, &request).await;
    assert_eq!(proposal["feasible"], false);
    let clash = &proposal["clashes"][0];
    assert_eq!(clash["organizations"], json!(["示例镇"]));
    assert_eq!(clash["constraints"], json!(["OWN_PLACE", "RECUSAL"]));
    let input = json!({ "round": camp.round, "proposal": proposal["version"], "request": request });
    refused(
        &house,
        &camp.desk.office,
        "adoptCrossAssignment",
        "round { id }",
        input,
    )
    .await
    .refused("GATE")
    .by_gate("CROSS_INFEASIBLE")
    .of_field("input.request");
}

/// A tie on record keeps the whole team away, and once it is granted nobody sends it there by hand either.
async fn keeps_away_who_is_tied(house: Arc<House>) {
    let camp = Camp::pitch(&house).await;
    let [_, west] = towns(&camp).await;
    let office = &camp.desk.office;
    let query = format!(
        "{{ team(id: \"{west}\") {{ members(filter: {{ role: {{ eq: MEMBER }} }}) {{ nodes {{ person {{ id }} }} }} }} }}"
    );
    let member = office.ask(&query).await;
    let member = member.text_at("/team/members/nodes/0/person/id");
    let tie = json!({ "team": west, "person": member, "organization": camp.east.town_id(), "tie": "KINSHIP", "detail": "其兄任该镇镇长", "on": "2022-03-01" });
    let recusal = camp
        .desk
        .made(office, "declareRecusal", "recusal", tie)
        .await;
    let proposal = proposed(&camp, &json!({})).await;
    assert_eq!(proposal["feasible"], false);
    assert_eq!(
        proposal["clashes"][0]["constraints"],
        json!(["OWN_PLACE", "RECUSAL"])
    );
    let input = json!({ "recusal": recusal, "version": 1, "granted": true, "reason": "应当回避", "on": "2022-03-02" });
    act(office, "decideRecusal", "recusal { id }", input)
        .await
        .data("/decideRecusal");
    let query = "{ inspections { nodes { id organization { code } } } }";
    let answer = office.ask(query).await;
    let inspections = answer.data("/inspections/nodes").as_array();
    let inspections = inspections.expect("inspections");
    let of_the_east = inspections
        .iter()
        .find(|one| one["organization"]["code"] == "A-E-TOWN");
    let of_the_east = of_the_east.expect("it is there")["id"].as_str();
    let input = camp.assignment(of_the_east.expect("an id"), &west).await;
    refused(
        &house,
        office,
        "assignInspectionTeam",
        "inspection { id }",
        input,
    )
    .await
    .refused("GATE")
    .by_gate("RECUSAL_STANDS")
    .of_field("input.team");
}

async fn refuses_what_cannot_be_asked(house: Arc<House>) {
    let camp = Camp::pitch(&house).await;
    let [east, west] = towns(&camp).await;
    let asked = async |request: Value| {
        let variables = json!({ "id": camp.round, "request": request });
        camp.desk.office.graphql(PROPOSAL, variables).await
    };
    let twice = asked(json!({ "teams": [east, west, east] })).await;
    twice.refused("BAD_USER_INPUT").of_field("request.teams.2");
    let nobody = asked(json!({ "teams": [] })).await;
    nobody.refused("BAD_USER_INPUT").of_field("request.teams");
    let unknown = asked(json!({ "teams": [camp.round] })).await;
    unknown.refused("NOT_FOUND").of_field("request.teams.0");
    let other = json!({ "teams": [east], "recusals": [{ "team": west, "organization": camp.east.town_id() }] });
    asked(other)
        .await
        .refused("BAD_USER_INPUT")
        .of_field("request.recusals.0.team");
    camp.team("混编组", "CROSS", &["A", "A-E", "A-W"]).await;
    let ring = asked(json!({ "ring": true })).await;
    ring.refused("BAD_USER_INPUT").of_field("request.ring");
    camp.team("无组长组", "CROSS", &[]).await;
    let leaderless = asked(json!({})).await;
    leaderless
        .refused("GATE")
        .by_gate("TEAM_WITHOUT_LEADER")
        .of_field("request.teams");
}

async fn refuses_a_stale_proposal(house: Arc<House>) {
    let camp = Camp::pitch(&house).await;
    towns(&camp).await;
    let request = json!({});
    let proposal = proposed(&camp, &request).await;
    let late = camp.propose(json!({})).await;
    let input = json!({ "round": camp.round, "proposal": proposal["version"], "request": request });
    let stale = refused(
        &house,
        &camp.desk.office,
        "adoptCrossAssignment",
        "round { id }",
        input.clone(),
    )
    .await;
    stale.refused("CONFLICT").of_field("input.proposal");
    camp.step("withdrawInspection", &late, "2022-03-02")
        .await
        .data("/withdrawInspection");
    adopted(&camp, input).await;
}

/// Inspections that other teams have change hands with a reason only.
async fn takes_over_for_a_reason(house: Arc<House>) {
    let camp = Camp::pitch(&house).await;
    towns(&camp).await;
    let query = "{ inspections { nodes { id } } }";
    let first = camp.desk.office.ask(query).await;
    camp.staff(&first.text_at("/inspections/nodes/0/id")).await;
    let proposal = proposed(&camp, &json!({})).await;
    let mut input = json!({ "round": camp.round, "proposal": proposal["version"], "request": {} });
    let unsaid = refused(
        &house,
        &camp.desk.office,
        "adoptCrossAssignment",
        "round { id }",
        input.clone(),
    )
    .await;
    unsaid.refused("BAD_USER_INPUT").of_field("input.reason");
    input["reason"] = json!("改为交叉巡察");
    adopted(&camp, input).await;
    let query = "{ teams(filter: { name: { contains: \"常设\" } }) { nodes { inspections { totalCount } objects { nodes { releaseReason } } } } }";
    let answer = camp.desk.office.ask(query).await;
    let expected = json!([{ "inspections": { "totalCount": 0 }, "objects": { "nodes": [{ "releaseReason": "改为交叉巡察" }] } }]);
    assert_eq!(*answer.data("/teams/nodes"), expected);
}

async fn is_for_those_who_decide(house: Arc<House>) {
    let camp = Camp::pitch(&house).await;
    let input = json!({ "round": camp.round, "proposal": "x", "request": {} });
    let those = [Agency::LeadingGroup, Agency::Office];
    camp.desk
        .only(&those, "adoptCrossAssignment", "round { id }", input)
        .await;
}
