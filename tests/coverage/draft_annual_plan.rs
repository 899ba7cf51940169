//! Drafting an annual plan: under an issued five-year plan, one a year.

use std::sync::Arc;

use inspectorate::access::policy::Agency;
use serde_json::json;

use super::desk::{Desk, act, refused};
use crate::support::{house::House, on_each_database};

on_each_database!(follows_an_issued_five_year_plan, is_for_the_office,);

async fn follows_an_issued_five_year_plan(house: Arc<House>) {
    let desk = Desk::open(&house).await;
    let (_, plan) = desk.plan().await;
    desk.object(&plan, 0).await;
    let annual = |year: i32| json!({ "plan": plan, "year": year, "name": "年度计划" });
    let fields = "coveragePlan { kind fromYear toYear status fiveYearPlan { id } }";
    let early = refused(
        &house,
        &desk.office,
        "draftAnnualPlan",
        fields,
        annual(2023),
    )
    .await;
    early
        .refused("GATE")
        .by_gate("FIVE_YEAR_PLAN_NOT_ISSUED")
        .of_field("input.plan");
    desk.issue(&plan).await;
    let answer = act(&desk.office, "draftAnnualPlan", fields, annual(2023)).await;
    let made = answer.data("/draftAnnualPlan/coveragePlan");
    assert_eq!(
        (&made["kind"], &made["toYear"]),
        (&json!("ANNUAL"), &json!(2023))
    );
    assert_eq!(made["fiveYearPlan"]["id"], plan.as_str());
    let twice = refused(
        &house,
        &desk.office,
        "draftAnnualPlan",
        fields,
        annual(2023),
    )
    .await;
    twice
        .refused("GATE")
        .by_gate("PLAN_EXISTS")
        .of_field("input.year");
    let outside = refused(
        &house,
        &desk.office,
        "draftAnnualPlan",
        fields,
        annual(2027),
    )
    .await;
    outside
        .refused("GATE")
        .by_gate("YEAR_OUTSIDE_PLAN")
        .of_field("input.year");
}

async fn is_for_the_office(house: Arc<House>) {
    let desk = Desk::open(&house).await;
    let (_, plan) = desk.plan().await;
    let input = json!({ "plan": plan, "year": 2023, "name": "年度计划" });
    desk.only(
        &[Agency::Office],
        "draftAnnualPlan",
        "coveragePlan { id }",
        input,
    )
    .await;
}
