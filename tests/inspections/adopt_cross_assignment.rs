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
    refuses_a_stale_proposal,
    is_for_those_who_decide,
);

const PROPOSAL: &str = "query($id: ID!, $request: CrossAssignmentRequestInput!) { round(id: $id) { proposeCrossAssignment(request: $request) { \
    version feasible leastLoad mostLoad pairings { organizationName homeName team placeName reason reasonZh } \
    clashes { organizations teams constraints message } } } }";

async fn proposed(camp: &Camp, request: &Value) -> Value {
    let variables = json!({ "id": camp.round, "request": request });
    let answer = nothing_changed(&camp.house, camp.desk.office.graphql(PROPOSAL, variables)).await;
    answer.data("/round/proposeCrossAssignment").clone()
}

/// A town of each county, to be inspected by the other.
async fn towns(camp: &Camp) {
    for town in [camp.east.town_id(), camp.west.town_id()] {
        camp.propose(json!({ "organization": town, "elevation": elevation() }))
            .await;
    }
}

fn request(more: Value) -> Value {
    let mut request = json!({ "teams": [{ "name": "东组", "place": "A-E" }, { "name": "西组", "place": "A-W" }] });
    for (key, value) in more.as_object().expect("an object") {
        request[key] = value.clone();
    }
    request
}

async fn turns_a_millstone(house: Arc<House>) {
    let camp = Camp::pitch(&house).await;
    towns(&camp).await;
    let request = request(json!({ "ring": true, "centralLeaders": true }));
    let proposal = proposed(&camp, &request).await;
    assert_eq!(proposal["feasible"], true);
    assert_eq!([&proposal["leastLoad"], &proposal["mostLoad"]], [1, 1]);
    for pairing in proposal["pairings"].as_array().expect("pairings") {
        assert_ne!(pairing["homeName"], pairing["placeName"]);
        assert!(
            pairing["reason"]
                .as_str()
                .is_some_and(|reason| reason.contains("ring"))
        );
    }
    let input = json!({ "round": camp.round, "proposal": proposal["version"], "request": request, "clientMutationId": "k1" });
    let adopted = "{ inspections(orderBy: [{ field: TEAM_NAME, direction: ASC }]) { nodes { teamName cross millstone elevatedCross staffOrigins(filter: { endsOn: { isNull: true } }) { nodes { originCode } } } } }";
    for _ in 0..2 {
        act(
            &camp.desk.office,
            "adoptCrossAssignment",
            "round { id }",
            input.clone(),
        )
        .await
        .data("/adoptCrossAssignment");
        let answer = camp.desk.office.ask(adopted).await;
        let marks = |team: &str, place: &str| json!({ "teamName": team, "cross": true, "millstone": true, "elevatedCross": true, "staffOrigins": { "nodes": [{ "originCode": "A" }, { "originCode": place }] } });
        assert_eq!(
            *answer.data("/inspections/nodes"),
            json!([marks("东组", "A-E"), marks("西组", "A-W")])
        );
    }
    // The same proposal under another key finds everything as it is.
    let mut again = input.clone();
    again["clientMutationId"] = json!("k2");
    act(
        &camp.desk.office,
        "adoptCrossAssignment",
        "round { id }",
        again,
    )
    .await
    .data("/adoptCrossAssignment");
}

async fn names_what_clashes(house: Arc<House>) {
    let camp = Camp::pitch(&house).await;
    towns(&camp).await;
    let request =
        request(json!({ "recusals": [{ "team": "西组", "organization": camp.east.town_id() }] }));
    let proposal = proposed(&camp, &request).await;
    assert_eq!(proposal["feasible"], false);
    let clash = &proposal["clashes"][0];
    assert_eq!(clash["organizations"], json!(["示例镇"]));
    assert_eq!(clash["constraints"], json!(["OWN_PLACE", "RECUSAL"]));
    let input = json!({ "round": camp.round, "proposal": proposal["version"], "request": request });
    let adopted = refused(
        &house,
        &camp.desk.office,
        "adoptCrossAssignment",
        "round { id }",
        input,
    )
    .await;
    adopted
        .refused("GATE")
        .by_gate("CROSS_INFEASIBLE")
        .of_field("input.request");
    let twice = json!({ "teams": [{ "name": "东组", "place": "A-E" }, { "name": "东组", "place": "A-W" }] });
    let variables = json!({ "id": camp.round, "request": twice });
    camp.desk
        .office
        .graphql(PROPOSAL, variables)
        .await
        .refused("BAD_USER_INPUT")
        .of_field("request.teams.1.name");
}

async fn refuses_a_stale_proposal(house: Arc<House>) {
    let camp = Camp::pitch(&house).await;
    towns(&camp).await;
    let request = request(json!({}));
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
    act(
        &camp.desk.office,
        "adoptCrossAssignment",
        "round { id }",
        input,
    )
    .await
    .data("/adoptCrossAssignment");
}

async fn is_for_those_who_decide(house: Arc<House>) {
    let camp = Camp::pitch(&house).await;
    let input = json!({ "round": camp.round, "proposal": "x", "request": request(json!({})) });
    let those = [Agency::LeadingGroup, Agency::Office];
    camp.desk
        .only(&those, "adoptCrossAssignment", "round { id }", input)
        .await;
}
