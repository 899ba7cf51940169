use std::sync::Arc;

use serde_json::{Value, json};

use super::offices::{Offices, act, rule_input, start, started};
use crate::support::{
    answer::Answer,
    contents::nothing_changed,
    house::{House, Person},
    on_each_database,
};

on_each_database!(
    the_nearest_rule_starts_the_clock,
    a_running_deadline_keeps_the_edition_that_set_it,
    a_running_deadline_is_not_shortened,
    what_cannot_be_a_rule_is_refused,
);

const SET: &str = "mutation ($input: SetDeadlineRuleInput!) {
  setDeadlineRule(input: $input) { deadlineRule { id key edition length unit warnings extendedBy validFrom version } }
}";

async fn set(person: &Person, dispatcher: &str, more: Value) -> Answer {
    person
        .graphql(SET, json!({ "input": rule_input(dispatcher, more) }))
        .await
}

async fn the_nearest_rule_starts_the_clock(house: Arc<House>) {
    let offices = Offices::open(&house).await;
    let due = async |dispatcher: &str| {
        let answer = start(
            &offices,
            &offices.city,
            dispatcher,
            "RECTIFICATION_PLAN",
            "2022-09-29",
        )
        .await;
        // Done, so that a shorter rule reaches back to nothing that runs.
        let id = answer.text_at("/startDeadline/deadline/id");
        let input = json!({ "deadline": id, "version": 1, "metOn": "2022-09-30" });
        let met = act(&offices.city, "meetDeadline", "deadline", "id", input).await;
        met.data("");
        answer.data("/startDeadline/deadline/dueOn").clone()
    };
    assert_eq!(
        due(&offices.county_id).await,
        json!("2022-10-25"),
        "15 working days as shipped"
    );
    let set_by_city = set(&offices.city, &offices.city_id, json!({ "length": 10 })).await;
    let rule = set_by_city.data("/setDeadlineRule/deadlineRule");
    assert_eq!(rule["edition"], 1);
    assert_eq!(rule["warnings"], json!([5, 2]));
    assert_eq!(rule["extendedBy"], json!(["OFFICE"]));
    assert_eq!(
        due(&offices.county_id).await,
        json!("2022-10-18"),
        "the city's ten"
    );
    set(&offices.county, &offices.county_id, json!({ "length": 5 }))
        .await
        .data("");
    assert_eq!(
        due(&offices.county_id).await,
        json!("2022-10-11"),
        "the county's five"
    );
    assert_eq!(
        due(&offices.city_id).await,
        json!("2022-10-18"),
        "the city keeps its ten"
    );
}

async fn a_running_deadline_keeps_the_edition_that_set_it(house: Arc<House>) {
    let offices = Offices::open(&house).await;
    set(&offices.city, &offices.city_id, json!({ "length": 10 }))
        .await
        .data("");
    let started = start(
        &offices,
        &offices.city,
        &offices.city_id,
        "RECTIFICATION_PLAN",
        "2022-09-29",
    )
    .await;
    let deadline = started.text_at("/startDeadline/deadline/id");
    let shorter = json!({ "length": 3, "replacesEdition": 1, "validFrom": "2023-01-01" });
    let answer = set(&offices.city, &offices.city_id, shorter).await;
    assert_eq!(
        answer.data("/setDeadlineRule/deadlineRule/edition"),
        &json!(2)
    );
    let query = format!(
        r#"{{ deadline(id: "{deadline}") {{ dueOn ruleEdition rule {{ edition length validTo }} }} }}"#
    );
    let kept = offices.city.ask(&query).await;
    assert_eq!(
        kept.data("/deadline"),
        &json!({ "dueOn": "2022-10-18", "ruleEdition": 1,
                 "rule": { "edition": 1, "length": 10, "validTo": "2022-12-31" } })
    );
}

async fn what_cannot_be_a_rule_is_refused(house: Arc<House>) {
    let offices = Offices::open(&house).await;
    set(&offices.city, &offices.city_id, json!({}))
        .await
        .data("");
    nothing_changed(&house, async {
        let refused = async |more: Value, code: &str, field: &str| {
            set(&offices.city, &offices.city_id, more)
                .await
                .refused(code)
                .of_field(field);
        };
        refused(json!({}), "CONFLICT", "input.replacesEdition").await;
        refused(
            json!({ "replacesEdition": 2 }),
            "CONFLICT",
            "input.replacesEdition",
        )
        .await;
        refused(json!({ "length": 0 }), "BAD_USER_INPUT", "input.length").await;
        refused(
            json!({ "length": 121, "unit": "MONTHS" }),
            "BAD_USER_INPUT",
            "input.length",
        )
        .await;
        refused(json!({ "unit": "WEEKS" }), "BAD_USER_INPUT", "input.unit").await;
        refused(
            json!({ "warnings": [5, 5] }),
            "BAD_USER_INPUT",
            "input.warnings",
        )
        .await;
        refused(
            json!({ "warnings": [0] }),
            "BAD_USER_INPUT",
            "input.warnings",
        )
        .await;
        refused(
            json!({ "extendedBy": [] }),
            "BAD_USER_INPUT",
            "input.extendedBy",
        )
        .await;
        let too_early = json!({ "replacesEdition": 1, "validFrom": "2000-01-01" });
        refused(too_early, "BAD_USER_INPUT", "input.validFrom").await;
        set(&offices.county, &offices.city_id, json!({ "key": "OWN" }))
            .await
            .refused("NOT_FOUND")
            .of_field("input.dispatcher");
        set(&offices.audit, &offices.city_id, json!({ "key": "OWN" }))
            .await
            .refused("FORBIDDEN");
    })
    .await;
}

async fn a_running_deadline_is_not_shortened(house: Arc<House>) {
    let offices = Offices::open(&house).await;
    // Fifteen working days from 29 September 2022 on, as shipped.
    started(&offices).await;
    nothing_changed(&house, async {
        let reaching_back = json!({ "length": 10, "validFrom": "2022-09-29" });
        set(&offices.city, &offices.city_id, reaching_back)
            .await
            .refused("GATE")
            .by_gate("DEADLINE_SHORTENED")
            .of_field("input.validFrom");
    })
    .await;
    // The county's own rule does not touch the city's work, nor does a longer one, nor one that starts later.
    let shorter = json!({ "length": 10, "validFrom": "2022-09-29" });
    let answer = set(&offices.county, &offices.county_id, shorter).await;
    answer.data("");
    let longer = json!({ "length": 20, "validFrom": "2022-09-01" });
    set(&offices.city, &offices.city_id, longer).await.data("");
    let later = json!({ "length": 5, "validFrom": "2022-09-30", "replacesEdition": 1 });
    set(&offices.city, &offices.city_id, later).await.data("");
}
