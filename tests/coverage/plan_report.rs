//! What a plan reports: year by year with the change, type by type, and in sentences.

use std::sync::Arc;

use serde_json::json;

use super::desk::{Desk, act};
use crate::support::{house::House, on_each_database};

on_each_database!(reports_year_by_year, refuses_a_day_to_come,);

async fn reports_year_by_year(house: Arc<House>) {
    let desk = Desk::open(&house).await;
    let (term, plan) = desk.plan().await;
    let mut objects = Vec::new();
    for number in [0, 1, 2] {
        objects.push(desk.object(&plan, number).await);
    }
    let office = &desk.office;
    for (number, started, reported) in [
        (0, "2022-04-06", "2022-07-20"),
        (1, "2023-03-06", "2023-06-20"),
        (2, "2023-03-06", "2023-06-21"),
    ] {
        let record = json!({ "term": term, "organization": desk.organization(number), "kind": "ROUTINE", "startedOn": started, "reportedOn": reported });
        act(office, "recordCoverage", "coverageRecord { id }", record)
            .await
            .data("/recordCoverage");
    }
    let look_back = json!({ "term": term, "organization": desk.organization(0), "kind": "LOOK_BACK", "startedOn": "2023-09-01", "reportedOn": "2023-10-01" });
    act(office, "recordCoverage", "coverageRecord { id }", look_back)
        .await
        .data("/recordCoverage");
    let query = format!(
        "{{ coveragePlan(id: \"{plan}\") {{ report(asOf: \"2023-12-31\") {{ years {{ year asOf planned {{ value }} covered {{ value definition {{ code version }} }} lookedBack {{ value }} \
         completionRate {{ value numerator denominator }} coveredChange inspectionsByKind {{ value }} }} text textZh }} }} }}"
    );
    let answer = office.ask(&query).await;
    let report = answer.data("/coveragePlan/report");
    let years = report["years"].as_array().expect("a list");
    assert_eq!(years.len(), 2, "2024 had not begun");
    assert_eq!(
        (
            &years[0]["year"],
            &years[0]["asOf"],
            &years[0]["covered"]["value"],
            &years[0]["coveredChange"]
        ),
        (
            &json!(2022),
            &json!("2022-12-31"),
            &json!("1"),
            &json!(null)
        )
    );
    assert_eq!(
        (
            &years[1]["covered"]["value"],
            &years[1]["coveredChange"],
            &years[1]["lookedBack"]["value"]
        ),
        (&json!("2"), &json!(1), &json!("1"))
    );
    assert_eq!(
        years[0]["completionRate"],
        json!({ "value": "33.33", "numerator": "1", "denominator": "3" })
    );
    assert_eq!(
        years[0]["covered"]["definition"],
        json!({ "code": "COVERAGE_YEAR_COVERED", "version": 1 })
    );
    let text = report["textZh"].as_str().expect("a text");
    assert!(
        text.starts_with(
            "《五年规划》确定巡察对象3个。截至2023-12-31，已覆盖3个，全覆盖任务完成率100% (3/3)"
        ),
        "{text}"
    );
    assert!(text.contains("比上年增加1个"), "{text}");
}

async fn refuses_a_day_to_come(house: Arc<House>) {
    let desk = Desk::open(&house).await;
    let (_, plan) = desk.plan().await;
    for field in [
        "report(asOf: \"2999-01-01\") { asOf }",
        "objectsAtRisk(asOf: \"2999-01-01\") { objectId }",
    ] {
        let answer = desk
            .office
            .ask(&format!("{{ coveragePlan(id: \"{plan}\") {{ {field} }} }}"))
            .await;
        answer.refused("BAD_USER_INPUT").of_field("asOf");
    }
}
