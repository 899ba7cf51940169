//! Drafting a five-year plan: its years, one a term, who may.

use std::sync::Arc;

use inspectorate::access::policy::Agency;
use serde_json::json;

use super::desk::{Desk, act, refused};
use crate::support::{house::House, on_each_database};

on_each_database!(
    drafts_a_plan,
    refuses_years_outside_the_term_and_a_second_plan,
    is_for_the_office,
);

async fn drafts_a_plan(house: Arc<House>) {
    let desk = Desk::open(&house).await;
    let term = desk.term().await;
    let input = json!({ "term": term, "fromYear": 2022, "toYear": 2026, "name": "巡察工作规划(2022-2026)", "printedObjectCount": 101 });
    let fields = "coveragePlan { kind status fromYear toYear name printedObjectCount issuedOn fiveYearPlan { id } term { id } }";
    let answer = act(&desk.office, "draftFiveYearPlan", fields, input).await;
    let plan = answer.data("/draftFiveYearPlan/coveragePlan");
    assert_eq!(
        (&plan["kind"], &plan["status"]),
        (&json!("FIVE_YEAR"), &json!("DRAFT"))
    );
    assert_eq!(plan["printedObjectCount"], 101);
    assert_eq!(plan["term"]["id"], term.as_str());
    assert!(plan["fiveYearPlan"].is_null() && plan["issuedOn"].is_null());
}

async fn refuses_years_outside_the_term_and_a_second_plan(house: Arc<House>) {
    let desk = Desk::open(&house).await;
    let (term, _) = desk.plan().await;
    let plan = |from: i32, to: i32, printed: i32| json!({ "term": term, "fromYear": from, "toYear": to, "name": "规划", "printedObjectCount": printed });
    for (input, code, field) in [
        (plan(2022, 2037, 1), "GATE", "input.toYear"),
        (plan(2026, 2022, 1), "BAD_USER_INPUT", "input.toYear"),
        (
            plan(2022, 2026, -1),
            "BAD_USER_INPUT",
            "input.printedObjectCount",
        ),
        (plan(2022, 2026, 1), "GATE", "input.term"),
        (
            json!({ "term": "???", "fromYear": 2022, "toYear": 2026, "name": "规划" }),
            "BAD_USER_INPUT",
            "input.term",
        ),
        (
            json!({ "term": desk.organization(0), "fromYear": 2022, "toYear": 2026, "name": "规划" }),
            "NOT_FOUND",
            "input.term",
        ),
    ] {
        let answer = refused(
            &house,
            &desk.office,
            "draftFiveYearPlan",
            "coveragePlan { id }",
            input,
        )
        .await;
        answer.refused(code).of_field(field);
    }
    let stranger = Desk::at(&house, "B").await;
    let answer = refused(
        &house,
        &stranger.office,
        "draftFiveYearPlan",
        "coveragePlan { id }",
        plan(2022, 2026, 1),
    )
    .await;
    answer.refused("NOT_FOUND").of_field("input.term");
}

async fn is_for_the_office(house: Arc<House>) {
    let desk = Desk::open(&house).await;
    let input =
        json!({ "term": desk.term().await, "fromYear": 2022, "toYear": 2026, "name": "规划" });
    desk.only(
        &[Agency::Office],
        "draftFiveYearPlan",
        "coveragePlan { id }",
        input,
    )
    .await;
}
