//! Breaches of discipline: with the clause of the four must-nots, for the office and the discipline department only.

use std::sync::Arc;

use inspectorate::{
    access::policy::{Agency, Role},
    blocks::shipped,
};
use serde_json::{Value, json};

use super::camp::{Camp, call};
use crate::support::{house::House, on_each_database};

on_each_database!(names_the_clause, is_for_office_and_discipline);

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
