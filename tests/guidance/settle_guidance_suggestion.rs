//! Settling suggestions: by the body that made them, after their answer; an old problem stops ageing.

use std::sync::Arc;

use inspectorate::access::policy::Agency;
use serde_json::json;

use super::Guidance;
use crate::{
    coverage::desk::{act, refused},
    support::{house::House, on_each_database},
};

on_each_database!(ends_the_age_of_a_problem, is_refused, is_for_planners);

const FIELDS: &str = "guidanceSuggestion { status result settledOn daysOpen operation { progress { answered { value } settled { value } oldProblemsSettled { value numerator denominator } } } }";

async fn ends_the_age_of_a_problem(house: Arc<House>) {
    let guidance = Guidance::open(&house).await;
    let suggestion = guidance.suggestion(&guidance.visit().await).await;
    guidance.answer(&suggestion).await;
    let input = json!({ "suggestion": suggestion, "version": 2, "result": "编制已落实", "on": "2022-06-09" });
    let answer = act(
        &guidance.city.office,
        "settleGuidanceSuggestion",
        FIELDS,
        input,
    )
    .await;
    // From 10 May 2020 to 9 June 2022: two years and 30 days.
    let expected = json!({
        "status": "SETTLED", "result": "编制已落实", "settledOn": "2022-06-09", "daysOpen": 760,
        "operation": { "progress": {
            "answered": { "value": "100" }, "settled": { "value": "100" },
            "oldProblemsSettled": { "value": "100", "numerator": "1", "denominator": "1" },
        } },
    });
    assert_eq!(
        *answer.data("/settleGuidanceSuggestion/guidanceSuggestion"),
        expected
    );
    // On the day before, it was answered and not settled.
    let query = "{ guidanceOperations { nodes { progress(asOf: \"2022-06-08\") { answered { value } settled { value } } } } }";
    let before = guidance.city.office.ask(query).await;
    let expected = json!({ "answered": { "value": "100" }, "settled": { "value": "0" } });
    assert_eq!(
        *before.data("/guidanceOperations/nodes/0/progress"),
        expected
    );
}

async fn is_refused(house: Arc<House>) {
    let guidance = Guidance::open(&house).await;
    let suggestion = guidance.suggestion(&guidance.visit().await).await;
    let settle = |version: i32, on: &str| json!({ "suggestion": suggestion, "version": version, "result": "已办结", "on": on });
    let (city, verb) = (&guidance.city.office, "settleGuidanceSuggestion");
    let early = refused(&house, city, verb, FIELDS, settle(1, "2022-06-02")).await;
    early
        .refused("GATE")
        .by_gate("WRONG_STATE")
        .of_field("input.suggestion");
    guidance.answer(&suggestion).await;
    for (input, code, field) in [
        (settle(2, "2022-05-31"), "BAD_USER_INPUT", "input.on"),
        (settle(2, "2999-01-01"), "BAD_USER_INPUT", "input.on"),
        (settle(1, "2022-06-02"), "CONFLICT", "input.version"),
    ] {
        let answer = refused(&house, city, verb, FIELDS, input).await;
        answer.refused(code).of_field(field);
    }
    let guided = &guidance.county.office;
    let own = refused(&house, guided, verb, FIELDS, settle(2, "2022-06-02")).await;
    own.refused("GATE")
        .by_gate("RECORD_OF_ANOTHER_DISPATCHER")
        .of_field("input.suggestion");
}

async fn is_for_planners(house: Arc<House>) {
    let guidance = Guidance::open(&house).await;
    let suggestion = guidance.suggestion(&guidance.visit().await).await;
    let input = json!({ "suggestion": suggestion, "version": 1, "result": "已办结" });
    let those = [Agency::LeadingGroup, Agency::Office];
    guidance
        .city
        .only(
            &those,
            "settleGuidanceSuggestion",
            "guidanceSuggestion { id }",
            input,
        )
        .await;
}
