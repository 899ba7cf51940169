//! Rules give way to others.

use std::sync::Arc;

use serde_json::json;

use super::offices::{Offices, act, caused, in_force, inventoried};
use crate::support::{contents::nothing_changed, house::House, on_each_database};

on_each_database!(
    another_document_takes_its_place,
    what_cannot_take_its_place_is_refused
);

async fn another_document_takes_its_place(house: Arc<House>) {
    let offices = Offices::open(&house).await;
    let city = &offices.city_id;
    let old = in_force(&offices.city, city, "成果运用的若干意见", caused()).await;
    let new = in_force(&offices.city, city, "整改和成果运用的意见", caused()).await;
    let input = json!({ "rule": old, "version": 2, "replacedBy": new, "endedOn": "2022-12-31", "reason": "新文件替代" });
    let fields = "status endedOn replacedBy { id replaces { totalCount } }";
    let answer = act(&offices.city, "replaceRule", "ruleDocument", fields, input).await;
    assert_eq!(
        answer.data("/replaceRule/ruleDocument"),
        &json!({ "status": "REPLACED", "endedOn": "2022-12-31", "replacedBy": { "id": new, "replaces": { "totalCount": 1 } } })
    );
    nothing_changed(&house, async {
        let input = json!({ "rule": new, "version": 2, "replacedBy": old, "endedOn": "2023-12-31", "reason": "循环" });
        act(&offices.city, "replaceRule", "ruleDocument", "id", input)
            .await
            .refused("GATE")
            .by_gate("RULE_NOT_IN_FORCE")
            .of_field("input.replacedBy");
    })
    .await;
}

async fn what_cannot_take_its_place_is_refused(house: Arc<House>) {
    let offices = Offices::open(&house).await;
    let city = &offices.city_id;
    let old = in_force(&offices.city, city, "旧办法", caused()).await;
    let planned = inventoried(&offices.city, city, "新办法", caused()).await;
    let counties = in_force(&offices.county, &offices.county_id, "县办法", caused()).await;
    nothing_changed(&house, async {
        let replace = async |by: &str, last: &str| {
            let input = json!({ "rule": old, "version": 2, "replacedBy": by, "endedOn": last, "reason": "替代" });
            act(&offices.city, "replaceRule", "ruleDocument", "id", input).await
        };
        let last = "2022-12-31";
        replace(&old, last).await.refused("GATE").by_gate("RULE_REFERS_TO_ITSELF").of_field("input.replacedBy");
        replace(&planned, last).await.refused("GATE").by_gate("RULE_NOT_IN_FORCE").of_field("input.replacedBy");
        replace(&counties, last).await.refused("GATE").by_gate("RECORD_OF_ANOTHER_DISPATCHER").of_field("input.replacedBy");
        let input = json!({ "rule": old, "version": 2, "replacedBy": planned, "endedOn": last, "reason": "替代" });
        act(&offices.other, "replaceRule", "ruleDocument", "id", input.clone()).await.refused("NOT_FOUND");
        act(&offices.audit, "replaceRule", "ruleDocument", "id", input).await.refused("FORBIDDEN");
    })
    .await;
}
