//! Elevating an inspection: a dispatcher above takes it over, with a reason.

use std::sync::Arc;

use inspectorate::access::policy::{Agency, Role};
use serde_json::json;

use super::camp::{Camp, elevation};
use crate::{
    coverage::desk::{act, refused},
    support::{house::House, on_each_database},
};

on_each_database!(
    takes_over_and_counts_for_the_one_below,
    joins_the_round_without_its_team,
    refuses_from_below_and_too_late
);

/// The east county proposes to inspect its town, with people of the west.
async fn of_the_county(camp: &Camp) -> String {
    camp.east.term().await;
    let town = json!({ "organization": camp.east.town_id(), "round": null, "staffOrigins": ["A-W"], "authorizingBody": "A" });
    camp.proposed(&camp.east.office, town).await
}

async fn takes_over_and_counts_for_the_one_below(house: Arc<House>) {
    let camp = Camp::pitch(&house).await;
    let inspection = of_the_county(&camp).await;
    let fields = "inspection { status dispatcher { code } usualDispatcher { code } unableBody { code } term { name } elevated cross elevatedCross \
        elevatedOn elevationGrounds { nodes { reason } } }";
    let input = json!({ "inspection": inspection, "version": camp.desk.version(&inspection, "Inspection").await, "elevation": elevation(), "on": "2022-03-02" });
    let answer = act(&camp.desk.dispatcher, "elevateInspection", fields, input).await;
    let expected = json!({
        "status": "PROPOSED", "dispatcher": { "code": "A" }, "usualDispatcher": { "code": "A-E" }, "unableBody": { "code": "A-E" },
        "term": { "name": "第八届" }, "elevated": true, "cross": true, "elevatedCross": true, "elevatedOn": "2022-03-02",
        "elevationGrounds": { "nodes": [{ "reason": "MANY_COMPLAINTS" }, { "reason": "STRONG_CLANS" }] },
    });
    assert_eq!(*answer.data("/elevateInspection/inspection"), expected);
    camp.carry(&inspection, "reportInspection").await;
    let records = "{ coverageRecords { totalCount nodes { dispatcher { code } organization { code } object { id } } } }";
    for (person, dispatcher) in [
        (&camp.desk.office, json!({ "code": "A" })),
        (&camp.east.office, json!(null)),
    ] {
        let answer = person.ask(records).await;
        assert_eq!(
            answer.data("/coverageRecords/totalCount"),
            1,
            "counted once"
        );
        let record = answer.data("/coverageRecords/nodes/0");
        let expected = json!({ "dispatcher": dispatcher, "organization": { "code": "A-E-TOWN" }, "object": null });
        assert_eq!(*record, expected);
    }
}

/// The county had given it a team and carried a check along: the check goes on, the team is the county's.
async fn joins_the_round_without_its_team(house: Arc<House>) {
    let camp = Camp::pitch(&house).await;
    let (office, county) = (&camp.desk.office, &camp.east.office);
    camp.east.term().await;
    let town = json!({ "organization": camp.east.town_id(), "round": null });
    let inspection = camp.proposed(county, town).await;
    let version = async || camp.desk.version(&inspection, "Inspection").await;
    let input = json!({ "inspection": inspection, "version": version().await, "on": "2022-03-01" });
    act(
        &camp.east.dispatcher,
        "approveInspection",
        "inspection { id }",
        input,
    )
    .await
    .data("/approveInspection");
    let dispatcher = camp.body("A-E").await;
    let person = json!({ "code": "E-1", "name": "化名一", "dispatcher": dispatcher });
    let person = camp
        .desk
        .made(county, "registerPerson", "person", person)
        .await;
    let team =
        json!({ "ordinal": 1, "name": "县委第一组", "form": "REGULAR", "startsOn": "2022-01-01" });
    let team = camp.desk.made(county, "proposeTeam", "team", team).await;
    let seat = json!({ "team": team, "person": person, "role": "LEADER", "sourceOrganization": dispatcher });
    act(county, "seatTeamMember", "teamMember { id }", seat)
        .await
        .data("/seatTeamMember");
    let given = json!({ "inspection": inspection, "version": version().await, "team": team, "on": "2022-03-01" });
    act(county, "assignInspectionTeam", "inspection { id }", given)
        .await
        .data("/assignInspectionTeam");
    let check = json!({ "inspection": inspection, "kind": "IDEOLOGY", "owner": camp.east.town_id(), "on": "2022-03-01" });
    let check = camp
        .desk
        .made(county, "orderSpecialCheck", "specialCheck", check)
        .await;
    let mut input = json!({ "inspection": inspection, "version": version().await, "elevation": elevation(), "round": camp.round, "on": "2022-03-02" });
    input["round"] = json!(inspection);
    let no_round = refused(
        &house,
        &camp.desk.dispatcher,
        "elevateInspection",
        "inspection { id }",
        input.clone(),
    )
    .await;
    no_round.refused("NOT_FOUND").of_field("input.round");
    input["round"] = json!(camp.round);
    let fields = "inspection { round { id } team { id } teamName specialChecks { totalCount } }";
    let answer = act(&camp.desk.dispatcher, "elevateInspection", fields, input).await;
    let expected = json!({ "round": { "id": camp.round }, "team": null, "teamName": null, "specialChecks": { "totalCount": 1 } });
    assert_eq!(*answer.data("/elevateInspection/inspection"), expected);
    let query = format!(
        "{{ team(id: \"{team}\") {{ objects {{ nodes {{ releasedOn releaseReason }} }} }} }}"
    );
    let released =
        json!([{ "releasedOn": "2022-03-02", "releaseReason": "STRONG_CLANS、MANY_COMPLAINTS" }]);
    assert_eq!(
        *office.ask(&query).await.data("/team/objects/nodes"),
        released
    );
    // The city's office answers for the check from now on.
    let input = json!({ "check": check, "version": 2, "on": "2022-03-05" });
    act(office, "finishSpecialCheck", "specialCheck { id }", input)
        .await
        .data("/finishSpecialCheck");
}

async fn refuses_from_below_and_too_late(house: Arc<House>) {
    let camp = Camp::pitch(&house).await;
    let inspection = of_the_county(&camp).await;
    let version = camp.desk.version(&inspection, "Inspection").await;
    let input = json!({ "inspection": inspection, "version": version, "elevation": elevation() });
    let county = &camp.east.dispatcher;
    let itself = refused(
        &house,
        county,
        "elevateInspection",
        "inspection { id }",
        input.clone(),
    )
    .await;
    itself
        .refused("GATE")
        .by_gate("ELEVATED_FROM_BELOW")
        .of_field("input.inspection");
    let beside = &camp.west.dispatcher;
    let beside = refused(
        &house,
        beside,
        "elevateInspection",
        "inspection { id }",
        input.clone(),
    )
    .await;
    beside.refused("NOT_FOUND");
    let mut silent = input.clone();
    silent["elevation"] = json!({ "reasons": [] });
    let silent = refused(
        &house,
        &camp.desk.dispatcher,
        "elevateInspection",
        "inspection { id }",
        silent,
    )
    .await;
    silent
        .refused("GATE")
        .by_gate("ELEVATION_WITHOUT_REASON")
        .of_field("input.elevation.reasons");
    camp.desk
        .only(
            &[Agency::Dispatcher],
            "elevateInspection",
            "inspection { id }",
            input.clone(),
        )
        .await;
    let handler = camp.desk.place.person(Agency::Dispatcher, Role::Handler);
    act(&handler, "elevateInspection", "inspection { id }", input)
        .await
        .refused("FORBIDDEN");
}
