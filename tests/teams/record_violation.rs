//! Breaches of discipline: with the clause of the four must-nots, for the office and the discipline department only.

use std::sync::Arc;

use inspectorate::{
    access::policy::{Agency, Role},
    blocks::shipped,
};
use serde_json::{Value, json};

use super::camp::{Camp, call};
use crate::{
    coverage::desk::act,
    inspections::camp::Camp as Site,
    support::{house::House, on_each_database},
};

on_each_database!(
    names_the_clause,
    knows_who_was_on_site,
    is_for_office_and_discipline,
);

/// A breach of one of the four must-nots.
pub async fn breach(camp: &Camp) -> Value {
    shipped::load(&camp.house.database)
        .await
        .expect("shipped rows load");
    let person = camp.person("示例组员").await;
    json!({ "person": person, "category": "FOUR_MUST_NOTS", "clause": "NO_LEAK", "occurredOn": "2022-04-20", "detail": "示例情形", "on": "2022-04-25" })
}

async fn names_the_clause(house: Arc<House>) {
    let camp = Camp::build(&house).await;
    let breach = breach(&camp).await;
    for clause in [Value::Null, json!("NO_SUCH")] {
        let mut wrong = breach.clone();
        wrong["clause"] = clause;
        let answer = camp.refused("recordViolation", "violation", wrong).await;
        answer.refused("BAD_USER_INPUT").of_field("input.clause");
    }
    let mut wrong = breach.clone();
    wrong["occurredOn"] = json!("2022-04-26");
    let answer = camp.refused("recordViolation", "violation", wrong).await;
    answer
        .refused("BAD_USER_INPUT")
        .of_field("input.occurredOn");
    let answer = call(
        &camp.office,
        "recordViolation",
        "violation",
        "status category clause handling team { id }",
        breach.clone(),
    )
    .await;
    let row = answer.data("/done/violation");
    assert_eq!(
        (&row["status"], &row["handling"]),
        (&json!("OPEN"), &Value::Null)
    );
    let mut other = breach;
    (other["category"], other["clause"]) = (json!("STYLE"), Value::Null);
    camp.made("recordViolation", "violation", other).await;
    let query = "{ violations(filter: { clause: { eq: \"NO_LEAK\" } }) { totalCount } }";
    let answer = camp.office.ask(query).await;
    assert_eq!(answer.data("/violations/totalCount"), 1);
}

/// The rules of the on-site period hold from the entry to the last day on site, for the team that is there.
async fn knows_who_was_on_site(house: Arc<House>) {
    let site = Site::pitch(&house).await;
    let inspection = site.propose(json!({})).await;
    site.approve_round().await;
    let team = site.team("示例组", "REGULAR", &["A"]).await;
    site.approve_team(&team).await;
    site.assign(&inspection, &team)
        .await
        .data("/assignInspectionTeam");
    // On site from 2 April to 30 May 2022.
    site.carry(&inspection, "leaveInspection").await;
    let office = &site.desk.office;
    let people = office.ask("{ people { nodes { id } } }").await;
    let person = people.text_at("/people/nodes/0/id");
    let fields = "violation { inspections { totalCount nodes { id } } }";
    let mut shown = Vec::new();
    for (team, on) in [
        (json!(team), "2022-04-01"),
        (json!(team), "2022-04-02"),
        (json!(team), "2022-05-30"),
        (json!(team), "2022-05-31"),
        (Value::Null, "2022-05-10"),
    ] {
        let input = json!({ "person": person, "team": team, "category": "STYLE", "occurredOn": on, "detail": "接受宴请", "on": "2022-06-01" });
        let answer = act(office, "recordViolation", fields, input).await;
        let found = answer.data("/recordViolation/violation/inspections");
        if found["totalCount"] == 1 {
            assert_eq!(found["nodes"][0]["id"], json!(inspection));
            shown.push(on);
        }
    }
    assert_eq!(shown, ["2022-04-02", "2022-05-30"]);
    let query = "{ rounds { nodes { inspections { nodes { violations(orderBy: [{ field: OCCURRED_ON, direction: ASC }]) { totalCount nodes { occurredOn } } } } } } }";
    let expected = json!({ "totalCount": 2, "nodes": [{ "occurredOn": "2022-04-02" }, { "occurredOn": "2022-05-30" }] });
    let place = &site.desk.place;
    for agency in [Agency::Office, Agency::Discipline] {
        let answer = place.person(agency, Role::Viewer).ask(query).await;
        let found = answer.data("/rounds/nodes/0/inspections/nodes/0/violations");
        assert_eq!(*found, expected, "{agency:?}");
    }
    let team = place.person(Agency::Dispatcher, Role::Admin);
    team.ask(query).await.refused("FORBIDDEN");
}

async fn is_for_office_and_discipline(house: Arc<House>) {
    let camp = Camp::build(&house).await;
    let breach = breach(&camp).await;
    camp.made("recordViolation", "violation", breach).await;
    for agency in Agency::ALL.iter().copied() {
        let who = camp.place.person(agency, Role::Admin);
        let answer = who.ask("{ violations { totalCount } }").await;
        let events = "{ events(filter: { action: { eq: \"recordViolation\" } }) { totalCount } }";
        let events = who.ask(events).await;
        if matches!(agency, Agency::Office | Agency::Discipline) {
            assert_eq!(answer.data("/violations/totalCount"), 1, "{agency:?}");
            assert_eq!(events.data("/events/totalCount"), 1, "{agency:?}");
        } else {
            answer.refused("FORBIDDEN");
            assert_eq!(events.data("/events/totalCount"), 0, "{agency:?}");
        }
    }
}
