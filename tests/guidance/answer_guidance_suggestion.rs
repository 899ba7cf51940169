//! Answering suggestions: by the guided body only, once, not before they were made.

use std::sync::Arc;

use inspectorate::access::policy::Agency;
use serde_json::json;

use super::Guidance;
use crate::{
    coverage::desk::{act, refused},
    support::{house::House, on_each_database},
};

on_each_database!(names_its_measure, is_refused, is_for_planners);

const FIELDS: &str = "guidanceSuggestion { status answer answeredOn measure { content } version }";

async fn names_its_measure(house: Arc<House>) {
    let guidance = Guidance::open(&house).await;
    let suggestion = guidance.suggestion(&guidance.visit().await).await;
    let county = &guidance.county;
    let input = json!({ "dispatcher": guidance.guided, "source": "GUIDANCE", "title": "市委指导督导", "issuer": "市委巡察办", "raisedOn": "2022-05-12" });
    let requirement = county
        .made(
            &county.office,
            "receiveRequirement",
            "superiorRequirement",
            input,
        )
        .await;
    let input = json!({ "requirement": requirement, "aspect": "队伍建设", "content": "补充巡察干部", "setOn": "2022-05-20" });
    let measure = county
        .made(
            &county.office,
            "addImprovementMeasure",
            "improvementMeasure",
            input,
        )
        .await;
    let input = json!({ "suggestion": suggestion, "version": 1, "answer": "已制定措施", "measure": measure, "on": "2022-06-01" });
    let answer = act(&county.office, "answerGuidanceSuggestion", FIELDS, input).await;
    let expected = json!({ "status": "ANSWERED", "answer": "已制定措施", "answeredOn": "2022-06-01", "measure": { "content": "补充巡察干部" }, "version": 2 });
    assert_eq!(
        *answer.data("/answerGuidanceSuggestion/guidanceSuggestion"),
        expected
    );
}

async fn is_refused(house: Arc<House>) {
    let guidance = Guidance::open(&house).await;
    let suggestion = guidance.suggestion(&guidance.visit().await).await;
    let answer = |version: i32, on: &str| json!({ "suggestion": suggestion, "version": version, "answer": "已办", "on": on });
    let (county, verb) = (&guidance.county.office, "answerGuidanceSuggestion");
    for (input, code, field) in [
        (answer(1, "2022-05-09"), "BAD_USER_INPUT", "input.on"),
        (answer(1, "2999-01-01"), "BAD_USER_INPUT", "input.on"),
        (answer(9, "2022-06-01"), "CONFLICT", "input.version"),
    ] {
        let answer = refused(&house, county, verb, FIELDS, input).await;
        answer.refused(code).of_field(field);
    }
    let above = refused(
        &house,
        &guidance.city.office,
        verb,
        FIELDS,
        answer(1, "2022-06-01"),
    )
    .await;
    above
        .refused("GATE")
        .by_gate("RECORD_OF_ANOTHER_DISPATCHER")
        .of_field("input.suggestion");
    guidance.answer(&suggestion).await;
    let twice = refused(&house, county, verb, FIELDS, answer(2, "2022-06-02")).await;
    twice
        .refused("GATE")
        .by_gate("WRONG_STATE")
        .of_field("input.suggestion");
}

async fn is_for_planners(house: Arc<House>) {
    let guidance = Guidance::open(&house).await;
    let suggestion = guidance.suggestion(&guidance.visit().await).await;
    let input = json!({ "suggestion": suggestion, "version": 1, "answer": "已办" });
    let those = [Agency::Dispatcher, Agency::LeadingGroup, Agency::Office];
    guidance
        .city
        .only(
            &those,
            "answerGuidanceSuggestion",
            "guidanceSuggestion { id }",
            input,
        )
        .await;
}
