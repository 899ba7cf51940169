//! The ledger: for any day, each figure with what it rests on.

use std::sync::Arc;

use serde_json::json;

use super::desk::{Desk, act};
use crate::support::{house::House, on_each_database};

on_each_database!(counts_for_any_day, refuses_a_day_to_come,);

async fn counts_for_any_day(house: Arc<House>) {
    let desk = Desk::open(&house).await;
    let (term, plan) = desk.plan().await;
    for number in [0, 1, 2] {
        desk.object(&plan, number).await;
    }
    let record = json!({ "term": term, "organization": desk.organization(0), "kind": "ROUTINE", "startedOn": "2022-04-06", "reportedOn": "2022-07-20" });
    act(
        &desk.office,
        "recordCoverage",
        "coverageRecord { id }",
        record,
    )
    .await
    .data("/recordCoverage");
    for (day, listed, under_way, covered, rate) in [
        ("2022-01-09", "0", "0", "0", serde_json::Value::Null),
        ("2022-04-05", "3", "0", "0", json!("0")),
        ("2022-07-19", "3", "1", "0", json!("0")),
        ("2022-07-20", "3", "0", "1", json!("33.33")),
    ] {
        let query = format!(
            "{{ coveragePlan(id: \"{plan}\") {{ ledger(asOf: \"{day}\") {{ asOf total {{ listed {{ value }} underWay {{ value }} covered {{ value }} \
             completionRate {{ value numerator denominator asOf unit counting scope {{ dimension label }} definition {{ code version }} }} }} }} }} }}"
        );
        let answer = desk.office.ask(&query).await;
        let total = answer.data("/coveragePlan/ledger/total");
        assert_eq!(
            (
                &total["listed"]["value"],
                &total["underWay"]["value"],
                &total["covered"]["value"]
            ),
            (&json!(listed), &json!(under_way), &json!(covered)),
            "{day}"
        );
        let completion = &total["completionRate"];
        assert_eq!(
            (
                &completion["value"],
                &completion["denominator"],
                &completion["asOf"]
            ),
            (&rate, &json!(listed), &json!(day))
        );
        assert_eq!(
            completion["scope"],
            json!([{ "dimension": "PLAN", "label": "五年规划" }])
        );
        assert_eq!(
            completion["definition"],
            json!({ "code": "COVERAGE_COMPLETION_RATE", "version": 1 })
        );
    }
}

async fn refuses_a_day_to_come(house: Arc<House>) {
    let desk = Desk::open(&house).await;
    let (_, plan) = desk.plan().await;
    let query =
        format!("{{ coveragePlan(id: \"{plan}\") {{ ledger(asOf: \"2999-01-01\") {{ asOf }} }} }}");
    desk.office
        .ask(&query)
        .await
        .refused("BAD_USER_INPUT")
        .of_field("asOf");
}
