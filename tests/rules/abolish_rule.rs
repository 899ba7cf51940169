//! Rules end.

use std::sync::Arc;

use serde_json::json;

use super::offices::{Offices, act, caused, in_force};
use crate::support::{contents::nothing_changed, house::House, on_each_database};

on_each_database!(ends_once_and_stays_on_record);

async fn ends_once_and_stays_on_record(house: Arc<House>) {
    let offices = Offices::open(&house).await;
    let city = &offices.city_id;
    let rule = in_force(&offices.city, city, "过时办法", caused()).await;
    let abolish = async |version: i32, last: &str| {
        let input =
            json!({ "rule": rule, "version": version, "endedOn": last, "reason": "已不适用" });
        act(
            &offices.city,
            "abolishRule",
            "ruleDocument",
            "status endedOn endReason",
            input,
        )
        .await
    };
    nothing_changed(&house, async {
        abolish(2, "2022-02-28")
            .await
            .refused("BAD_USER_INPUT")
            .of_field("input.endedOn");
        let input =
            json!({ "rule": rule, "version": 2, "endedOn": "2022-12-31", "reason": "过时" });
        act(
            &offices.audit,
            "abolishRule",
            "ruleDocument",
            "id",
            input.clone(),
        )
        .await
        .refused("FORBIDDEN");
        act(&offices.other, "abolishRule", "ruleDocument", "id", input)
            .await
            .refused("NOT_FOUND");
    })
    .await;
    assert_eq!(
        abolish(2, "2022-12-31")
            .await
            .data("/abolishRule/ruleDocument"),
        &json!({ "status": "ABOLISHED", "endedOn": "2022-12-31", "endReason": "已不适用" })
    );
    nothing_changed(&house, async {
        abolish(3, "2023-12-31")
            .await
            .refused("GATE")
            .by_gate("WRONG_STATE")
            .of_field("input.rule");
    })
    .await;
    let query = format!(
        r#"{{ organization(id: "{city}") {{ ruleYear(year: 2022) {{ established {{ value }} abolished {{ value }} }} }} }}"#
    );
    let answer = offices.city.ask(&query).await;
    assert_eq!(
        answer.data("/organization/ruleYear"),
        &json!({ "established": { "value": "1" }, "abolished": { "value": "1" } })
    );
}
