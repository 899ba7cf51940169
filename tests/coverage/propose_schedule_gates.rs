//! What cannot be proposed, and to whom nothing is.

use std::sync::Arc;

use inspectorate::access::policy::{Agency, Role};
use serde_json::{Value, json};

use super::{
    desk::{Desk, act},
    scheduling::Scheduling,
};
use crate::support::{contents::nothing_changed, house::House, on_each_database, place::Place};

on_each_database!(refuses_what_cannot_be_planned, is_for_those_who_plan,);

async fn refuses_what_cannot_be_planned(house: Arc<House>) {
    let scheduling = Scheduling::open(&house, 1).await;
    let request = scheduling.request([1, 1]);
    let bare = scheduling.propose(&request).await;
    bare.refused("GATE").by_gate("PLAN_WITHOUT_OBJECTS");
    let objects = scheduling.list(0..1, None).await;
    let year = scheduling.year;
    let round = |starts: String, ends: String| json!({ "rounds": [{ "startsOn": starts, "endsOn": ends, "teams": 1, "objectsPerTeam": 1 }] });
    let named = |fields: Value| json!({ "rounds": [fields] });
    let cases = [
        (scheduling.request([0, 0]), "GATE", "request.rounds"),
        (json!({ "rounds": [] }), "BAD_USER_INPUT", "request.rounds"),
        (
            scheduling.request([-1, 0]),
            "BAD_USER_INPUT",
            "request.rounds.0.teams",
        ),
        (
            round(format!("{}-01-01", year - 1), format!("{}-01-02", year - 1)),
            "GATE",
            "request.rounds.0.endsOn",
        ),
        (
            round(format!("{}-01-01", year + 9), format!("{}-01-02", year + 9)),
            "GATE",
            "request.rounds.0.startsOn",
        ),
        (
            round(format!("{year}-02-02"), format!("{year}-02-01")),
            "BAD_USER_INPUT",
            "request.rounds.0.endsOn",
        ),
        (
            named(json!({ "teams": 1, "objectsPerTeam": 1 })),
            "BAD_USER_INPUT",
            "request.rounds.0.startsOn",
        ),
        (
            named(
                json!({ "round": scheduling.rounds[0], "startsOn": format!("{year}-03-01"), "teams": 1, "objectsPerTeam": 1 }),
            ),
            "BAD_USER_INPUT",
            "request.rounds.0.startsOn",
        ),
        (
            json!({ "rounds": [request["rounds"][0], request["rounds"][0]] }),
            "BAD_USER_INPUT",
            "request.rounds.1.round",
        ),
        (
            named(json!({ "round": scheduling.plan, "teams": 1, "objectsPerTeam": 1 })),
            "NOT_FOUND",
            "request.rounds.0.round",
        ),
    ];
    for (request, code, field) in cases {
        let answer = nothing_changed(&house, scheduling.propose(&request)).await;
        answer.refused(code).of_field(field);
    }
    let mut long = request.clone();
    long["minimumIntervalMonths"] = json!(121);
    scheduling
        .propose(&long)
        .await
        .refused("BAD_USER_INPUT")
        .of_field("request.minimumIntervalMonths");
    let office = &scheduling.desk.office;
    let elsewhere = Desk::at(&house, "B").await;
    let (term, plan) = elsewhere.plan().await;
    let foreign = json!({ "term": term, "ordinal": 1, "name": "第一轮", "year": 2023, "startsOn": "2023-03-01", "endsOn": "2023-05-31" });
    let foreign = elsewhere
        .made(&elsewhere.office, "openRound", "round", foreign)
        .await;
    let answer = scheduling
        .propose(&named(
            json!({ "round": foreign, "teams": 1, "objectsPerTeam": 1 }),
        ))
        .await;
    answer.refused("GATE").by_gate("ROUND_OF_ANOTHER_TERM");
    assert!(
        scheduling
            .propose_of(&plan, &request)
            .await
            .data("/coveragePlan")
            .is_null()
    );
    let placed =
        json!({ "object": objects[0], "version": 1, "year": year, "round": scheduling.rounds[0] });
    act(office, "scheduleObject", "coverageObject { id }", placed)
        .await
        .data("/scheduleObject");
    scheduling
        .propose(&request)
        .await
        .refused("GATE")
        .by_gate("NOTHING_TO_PLACE");
    over(&scheduling).await;
}

/// A term that has ended takes no more placements.
async fn over(scheduling: &Scheduling) {
    let desk = &scheduling.desk;
    let past =
        json!({ "ordinal": 7, "name": "第七届", "startsOn": "2012-01-01", "endsOn": "2016-12-31" });
    let past = desk.made(&desk.office, "openTerm", "term", past).await;
    let plan = json!({ "term": past, "fromYear": 2012, "toYear": 2016, "name": "上届规划" });
    let plan = desk
        .made(&desk.office, "draftFiveYearPlan", "coveragePlan", plan)
        .await;
    let answer = scheduling
        .propose_of(&plan, &scheduling.request([1, 1]))
        .await;
    answer.refused("GATE").by_gate("TERM_OVER");
}

async fn is_for_those_who_plan(house: Arc<House>) {
    let scheduling = Scheduling::open(&house, 1).await;
    scheduling.list(0..1, None).await;
    scheduling.desk.issue(&scheduling.plan).await;
    let query = "query($plan: ID!, $request: ScheduleRequestInput!) { coveragePlan(id: $plan) { proposeSchedule(request: $request) { version } } }";
    let variables = json!({ "plan": scheduling.plan, "request": scheduling.request([1, 1]) });
    for agency in [
        Agency::Discipline,
        Agency::Organization,
        Agency::Audit,
        Agency::Superior,
    ] {
        let person = scheduling.desk.place.person(agency, Role::Admin);
        let answer = person.graphql(query, variables.clone()).await;
        answer
            .refused("FORBIDDEN")
            .at_path("coveragePlan.proposeSchedule");
    }
    let outsider = Place::build(&house, "B")
        .await
        .person(Agency::Office, Role::Admin);
    let answer = outsider.graphql(query, variables).await;
    assert!(answer.data("/coveragePlan").is_null());
}
