use std::sync::Arc;

use serde_json::json;

use super::offices::{Offices, start};
use crate::support::{contents::nothing_changed, house::House, on_each_database};

on_each_database!(
    a_deadline_counts_worked_days_and_says_how_it_stands,
    a_year_without_notice_leaves_the_day_open,
    who_owes_it_sees_it,
    what_cannot_be_started_is_refused,
);

async fn a_deadline_counts_worked_days_and_says_how_it_stands(house: Arc<House>) {
    let offices = Offices::open(&house).await;
    let answer = start(
        &offices,
        &offices.city,
        &offices.city_id,
        "RECTIFICATION_PLAN",
        "2022-09-29",
    )
    .await;
    let deadline = answer.text_at("/startDeadline/deadline/id");
    let query = format!(
        r#"{{ deadline(id: "{deadline}") {{
            dueOn startedOn ruleEdition unit warnsOn awaitsCalendarOf record {{ ... on Organization {{ id }} }} rule {{ key source }}
            early: standing(asOf: "2022-10-14") warned: standing(asOf: "2022-10-18") late: standing(asOf: "2022-10-26")
        }} }}"#
    );
    let read = offices.city.ask(&query).await;
    let deadline = read.data("/deadline");
    assert_eq!(deadline["dueOn"], "2022-10-25");
    assert_eq!(deadline["unit"], "WORKING_DAYS");
    assert_eq!(deadline["warnsOn"], json!(["2022-10-18", "2022-10-21"]));
    assert_eq!(deadline["record"]["id"], json!(offices.county_id));
    assert_eq!(deadline["rule"]["key"], "RECTIFICATION_PLAN");
    let source = deadline["rule"]["source"].as_str().expect("a text");
    assert!(source.contains("set your own"), "{source}");
    assert_eq!(
        (&deadline["early"], &deadline["warned"], &deadline["late"]),
        (&json!("RUNNING"), &json!("WARNED"), &json!("OVERDUE"))
    );
}

async fn a_year_without_notice_leaves_the_day_open(house: Arc<House>) {
    let offices = Offices::open(&house).await;
    let answer = start(
        &offices,
        &offices.city,
        &offices.city_id,
        "EXPLANATION",
        "2019-12-25",
    )
    .await;
    let deadline = answer.data("/startDeadline/deadline");
    assert_eq!(deadline["dueOn"], json!(null));
    assert_eq!(deadline["awaitsCalendarOf"], json!(2019));
    assert_eq!(deadline["standing"], "AWAITING_CALENDAR");
}

async fn who_owes_it_sees_it(house: Arc<House>) {
    let offices = Offices::open(&house).await;
    start(
        &offices,
        &offices.city,
        &offices.city_id,
        "LETTER_ANSWER",
        "2024-03-01",
    )
    .await
    .data("");
    let count = "{ deadlines { totalCount } }";
    for (person, seen) in [
        (&offices.city, 1),
        (&offices.county, 1),
        (&offices.other, 0),
    ] {
        assert_eq!(
            person.ask(count).await.data("/deadlines/totalCount"),
            &json!(seen)
        );
    }
}

async fn what_cannot_be_started_is_refused(house: Arc<House>) {
    let offices = Offices::open(&house).await;
    nothing_changed(&house, async {
        start(
            &offices,
            &offices.city,
            &offices.city_id,
            "RECTIFICATION_PLAN",
            "2999-01-01",
        )
        .await
        .refused("BAD_USER_INPUT")
        .of_field("input.startedOn");
        start(
            &offices,
            &offices.city,
            &offices.city_id,
            "NO_SUCH_RULE",
            "2024-03-01",
        )
        .await
        .refused("BAD_USER_INPUT")
        .of_field("input.rule");
        start(
            &offices,
            &offices.other,
            &offices.city_id,
            "LETTER_ANSWER",
            "2024-03-01",
        )
        .await
        .refused("NOT_FOUND")
        .of_field("input.record");
        start(
            &offices,
            &offices.county,
            &offices.city_id,
            "LETTER_ANSWER",
            "2024-03-01",
        )
        .await
        .refused("NOT_FOUND")
        .of_field("input.dispatcher");
        // A vocabulary is nothing to be done.
        let input = json!({
            "record": offices.list("TOPIC").await, "dispatcher": offices.city_id, "rule": "LETTER_ANSWER",
            "startedOn": "2024-03-01",
        });
        let query = "mutation ($input: StartDeadlineInput!) { startDeadline(input: $input) { deadline { id } } }";
        let answer = offices.city.graphql(query, json!({ "input": input })).await;
        answer.refused("BAD_USER_INPUT").of_field("input.record");
    })
    .await;
}
