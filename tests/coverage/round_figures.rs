//! What was done in some of the rounds of a term.

use std::sync::Arc;

use inspectorate::access::policy::{Agency, Role};
use serde_json::json;

use super::desk::{Desk, act};
use crate::support::{house::House, on_each_database};

on_each_database!(count_the_rounds_that_are_chosen, refuse_numbers_of_no_round);

async fn count_the_rounds_that_are_chosen(house: Arc<House>) {
    let desk = Desk::open(&house).await;
    let term = desk.term().await;
    for ordinal in 1..=3 {
        let round = desk.round(&term, ordinal).await;
        let record = json!({
            "term": term, "organization": desk.organization(0), "round": round, "kind": if ordinal == 2 { "SPECIAL" } else { "ROUTINE" },
            "startedOn": format!("2022-04-0{ordinal}"), "reportedOn": format!("2022-06-0{ordinal}"),
        });
        act(
            &desk.office,
            "recordCoverage",
            "coverageRecord { id }",
            record,
        )
        .await
        .data("/recordCoverage");
    }
    let team = json!({ "round": null, "ordinal": 9, "name": "常设组", "form": "LOOK_BACK", "startsOn": "2022-01-01" });
    act(&desk.office, "proposeTeam", "team { id }", team)
        .await
        .data("/proposeTeam");
    let figures = async |person: &crate::support::house::Person, arguments: &str| {
        let query = format!(
            "{{ term(id: \"{term}\") {{ roundFigures({arguments}) {{ rounds {{ value scope {{ dimension value }} }} organizations {{ value }} inspections {{ value }} inspectionsByKind {{ value scope {{ label }} }} teams {{ value }} }} }} }}"
        );
        let answer = person.ask(&query).await;
        answer.data("/term/roundFigures").clone()
    };
    let two = figures(&desk.office, "first: 1, last: 2").await;
    assert_eq!(two["rounds"]["value"], "2");
    assert_eq!(
        two["rounds"]["scope"][1],
        json!({ "dimension": "ROUNDS", "value": "1-2" })
    );
    assert_eq!(
        (&two["organizations"]["value"], &two["inspections"]["value"]),
        (&json!("1"), &json!("2"))
    );
    assert_eq!(two["inspectionsByKind"].as_array().map(Vec::len), Some(2));
    assert_eq!(two["teams"]["value"], "0", "the team is of no round");
    let all = figures(&desk.office, "first: 1, last: 9").await;
    assert_eq!(
        (&all["rounds"]["value"], &all["inspections"]["value"]),
        (&json!("3"), &json!("3"))
    );
    let early = figures(&desk.office, "first: 1, last: 9, asOf: \"2022-04-02\"").await;
    assert_eq!(early["inspections"]["value"], "2");
    // Audit sees coverage and no teams.
    let audit = desk.place.person(Agency::Audit, Role::Viewer);
    let seen = figures(&audit, "first: 1, last: 9").await;
    assert!(seen["teams"].is_null());
}

async fn refuse_numbers_of_no_round(house: Arc<House>) {
    let desk = Desk::open(&house).await;
    let term = desk.term().await;
    for (arguments, field) in [
        ("first: 0, last: 2", "first"),
        ("first: 3, last: 2", "last"),
        ("first: 1, last: 2, asOf: \"2999-01-01\"", "asOf"),
    ] {
        let query = format!(
            "{{ term(id: \"{term}\") {{ roundFigures({arguments}) {{ rounds {{ value }} }} }} }}"
        );
        let answer = desk.office.ask(&query).await;
        answer.refused("BAD_USER_INPUT").of_field(field);
    }
}
