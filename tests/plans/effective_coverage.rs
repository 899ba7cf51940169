//! Effective coverage beside the nominal: what it asks for is the dispatcher's to set.

use std::sync::Arc;

use inspectorate::{
    access::policy::{Agency, Role},
    graphql::node_id,
};
use serde_json::{Value, json};

use crate::{
    coverage::desk::{Desk, act},
    support::{house::House, on_each_database},
};

on_each_database!(asks_for_what_is_set);

async fn look(desk: &Desk, plan: &str, day: &str) -> Value {
    let query = format!(
        "{{ coveragePlan(id: \"{plan}\") {{ effectiveCoverage(asOf: \"{day}\") {{ conditions nominal {{ value }} effective {{ value }} nominalRate {{ value }} effectiveRate {{ value numerator denominator }} }} }} }}"
    );
    let answer = desk.office.ask(&query).await;
    let in_line = format!(
        "{{ coveragePlan(id: \"{plan}\") {{ ledger(asOf: \"{day}\") {{ total {{ coveredEffectively {{ value }} effectiveRate {{ value numerator denominator }} }} byObjectType {{ coveredEffectively {{ value }} }} }} }} }}"
    );
    let line = desk.office.ask(&in_line).await;
    let (found, total) = (
        answer.data("/coveragePlan/effectiveCoverage").clone(),
        line.data("/coveragePlan/ledger/total"),
    );
    assert_eq!(
        total["coveredEffectively"], found["effective"],
        "one reading"
    );
    assert_eq!(total["effectiveRate"], found["effectiveRate"]);
    assert_eq!(
        *line.data("/coveragePlan/ledger/byObjectType/0/coveredEffectively"),
        found["effective"]
    );
    found
}

async fn asks_for_what_is_set(house: Arc<House>) {
    let desk = Desk::open(&house).await;
    let (term, plan) = desk.plan().await;
    desk.object(&plan, 0).await;
    desk.object(&plan, 1).await;
    let record = desk.inspect(&term, 0).await;
    let nominal = look(&desk, &plan, "2022-12-31").await;
    assert_eq!(
        nominal["conditions"],
        json!(["FINDINGS_RECORDED", "FED_BACK"])
    );
    assert_eq!(nominal["nominal"]["value"], "1");
    assert_eq!(nominal["effective"]["value"], "0");
    let input = json!({ "record": record, "version": 1, "findingsRecordedOn": "2022-08-10", "fedBackOn": "2022-09-01", "rectificationAcceptedOn": "2023-03-01" });
    let fields = "coverageRecord { findingsRecordedOn rectificationAcceptedOn firstOfItsType }";
    let answer = act(&desk.office, "reportCoverage", fields, input).await;
    let expected = json!({ "findingsRecordedOn": "2022-08-10", "rectificationAcceptedOn": "2023-03-01", "firstOfItsType": true });
    assert_eq!(*answer.data("/reportCoverage/coverageRecord"), expected);
    let before = look(&desk, &plan, "2022-08-31").await;
    assert_eq!(before["effective"]["value"], "0", "not fed back yet");
    let effective = look(&desk, &plan, "2022-12-31").await;
    let expected = json!({
        "conditions": ["FINDINGS_RECORDED", "FED_BACK"], "nominal": { "value": "1" }, "effective": { "value": "1" },
        "nominalRate": { "value": "50" }, "effectiveRate": { "value": "50", "numerator": "1", "denominator": "2" },
    });
    assert_eq!(effective, expected);
    let keeper = desk.place.person(Agency::Office, Role::Admin);
    let dispatcher = node_id::encode("Organization", desk.place.dispatcher.id);
    let input = json!({ "dispatcher": dispatcher, "key": "EFFECTIVE_NEEDS_RECTIFICATION", "value": "true", "validFrom": "2022-01-01", "reason": "以整改验收为准" });
    act(&keeper, "setSetting", "settingValue { id }", input)
        .await
        .data("/setSetting");
    let stricter = look(&desk, &plan, "2022-12-31").await;
    assert_eq!(stricter["effective"]["value"], "0");
    let accepted = look(&desk, &plan, "2023-03-01").await;
    assert_eq!(accepted["effective"]["value"], "1");
}
