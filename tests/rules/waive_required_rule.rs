//! What the basic list asks for no more.

use std::sync::Arc;

use serde_json::json;

use super::offices::{Offices, act, required};
use crate::support::{contents::nothing_changed, house::House, on_each_database};

on_each_database!(is_asked_for_no_more);

async fn is_asked_for_no_more(house: Arc<House>) {
    let offices = Offices::open(&house).await;
    let item = required(&offices.city, &offices.city_id, "甲事项").await;
    let waive = async |version: i32, on: &str| {
        let input = json!({ "requiredRule": item, "version": version, "waivedOn": on, "reason": "职能划出" });
        act(
            &offices.city,
            "waiveRequiredRule",
            "requiredRule",
            "standing waivedOn waiverReason",
            input,
        )
        .await
    };
    nothing_changed(&house, async {
        waive(1, "2021-12-31").await.refused("BAD_USER_INPUT").of_field("input.waivedOn");
        let input = json!({ "requiredRule": item, "version": 1, "waivedOn": "2023-01-01", "reason": "划出" });
        act(&offices.county, "waiveRequiredRule", "requiredRule", "id", input.clone()).await.refused("NOT_FOUND");
        act(&offices.audit, "waiveRequiredRule", "requiredRule", "id", input).await.refused("FORBIDDEN");
    })
    .await;
    assert_eq!(
        waive(1, "2023-01-01")
            .await
            .data("/waiveRequiredRule/requiredRule"),
        &json!({ "standing": "WAIVED", "waivedOn": "2023-01-01", "waiverReason": "职能划出" })
    );
    nothing_changed(&house, async {
        waive(2, "2023-02-01").await.refused("GATE").by_gate("ALREADY_ENDED").of_field("input.requiredRule");
        let input = json!({
            "dispatcher": offices.city_id, "title": "某制度", "issuer": "某市委", "issuingAgency": "DISPATCHER", "kind": "OWN", "requiredRule": item,
        });
        act(&offices.city, "registerRule", "ruleDocument", "id", input).await.refused("GATE").by_gate("ALREADY_ENDED");
    })
    .await;
}
