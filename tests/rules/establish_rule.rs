//! Rules come into force.

use std::sync::Arc;

use serde_json::json;

use super::offices::{Offices, act, caused, in_force, inventoried};
use crate::support::{contents::nothing_changed, house::House, on_each_database};

on_each_database!(
    comes_into_force_and_is_read_below,
    a_year_says_how_many_were_made,
    what_cannot_come_into_force_is_refused,
);

async fn comes_into_force_and_is_read_below(house: Arc<House>) {
    let offices = Offices::open(&house).await;
    let rule = inventoried(&offices.city, &offices.city_id, "工作规则", caused()).await;
    let input = json!({ "rule": rule, "version": 1, "issuedOn": "2022-03-01", "effectiveOn": "2022-04-01" });
    let fields = "status issuedOn issuedYear effectiveOn version";
    let answer = act(
        &offices.city,
        "establishRule",
        "ruleDocument",
        fields,
        input,
    )
    .await;
    assert_eq!(
        answer.data("/establishRule/ruleDocument"),
        &json!({ "status": "FORMAL", "issuedOn": "2022-03-01", "issuedYear": 2022, "effectiveOn": "2022-04-01", "version": 2 })
    );
    let query = format!(
        r#"{{ ruleDocument(id: "{rule}") {{ title dispatcher {{ id }} availableActions {{ action enabled blockedBy {{ gate }} }} }} }}"#
    );
    let below = offices.county.ask(&query).await;
    let it = below.data("/ruleDocument");
    assert_eq!(
        (&it["title"], &it["dispatcher"]),
        (&json!("工作规则"), &json!(null))
    );
    let actions = it["availableActions"].as_array().expect("a list");
    let abolish = actions.iter().find(|one| one["action"] == "abolishRule");
    assert_eq!(
        abolish.expect("it is named")["blockedBy"],
        json!([{ "gate": "KEPT_BY_SUPERIOR" }])
    );
    let outside = offices.other.ask(&query).await;
    assert!(outside.data("/ruleDocument").is_null());
}

async fn a_year_says_how_many_were_made(house: Arc<House>) {
    let offices = Offices::open(&house).await;
    let city = &offices.city_id;
    in_force(&offices.city, city, "甲办法", caused()).await;
    in_force(&offices.city, city, "乙办法", caused()).await;
    inventoried(&offices.city, city, "丙办法", caused()).await;
    let rectified = json!({ "kind": "FROM_RECTIFICATION", "causeKind": "COMMON_PROBLEM", "cause": "普遍性问题", "issuingAgency": "FUNCTIONAL" });
    in_force(&offices.city, city, "丁办法", rectified).await;
    in_force(
        &offices.city,
        city,
        "上级办法",
        json!({ "kind": "OF_SUPERIOR", "issuingAgency": "SUPERIOR" }),
    )
    .await;
    let query = format!(
        r#"{{ organization(id: "{city}") {{ ruleYear(year: 2022) {{
            established {{ value unit asOf definition {{ code version }} scope {{ dimension label }} }}
            revised {{ value }} abolished {{ value }} fromRectification {{ value }} }}
            before: ruleYear(year: 2021) {{ established {{ value }} }} }} }}"#
    );
    let answer = offices.city.ask(&query).await;
    let year = answer.data("/organization/ruleYear");
    assert_eq!(year["established"]["value"], "3");
    assert_eq!(year["established"]["unit"], "RULE");
    assert_eq!(year["established"]["asOf"], "2022-12-31");
    assert_eq!(
        year["established"]["definition"],
        json!({ "code": "RULES_ESTABLISHED", "version": 1 })
    );
    assert_eq!(year["fromRectification"]["value"], "1");
    assert_eq!(
        (&year["revised"]["value"], &year["abolished"]["value"]),
        (&json!("0"), &json!("0"))
    );
    assert_eq!(
        answer.data("/organization/before/established/value"),
        &json!("0")
    );
    let answer = offices.city.ask(&query.replace("2021", "2999")).await;
    answer.error().of_field("year");
}

async fn what_cannot_come_into_force_is_refused(house: Arc<House>) {
    let offices = Offices::open(&house).await;
    let city = &offices.city_id;
    let groundless = inventoried(&offices.city, city, "无依据制度", json!({})).await;
    let rectified =
        json!({ "kind": "FROM_RECTIFICATION", "causeKind": "SUPERIOR_RULE", "cause": "上级要求" });
    let rectified = inventoried(&offices.city, city, "建章立制", rectified).await;
    let ready = inventoried(&offices.city, city, "某办法", caused()).await;
    let done = in_force(&offices.city, city, "已施行制度", caused()).await;
    nothing_changed(&house, async {
        let establish = async |rule: &str, version: i32, issued: &str, effective: &str| {
            let input = json!({ "rule": rule, "version": version, "issuedOn": issued, "effectiveOn": effective });
            act(&offices.city, "establishRule", "ruleDocument", "id", input).await
        };
        let (day, early) = ("2022-03-01", "2022-02-28");
        for rule in [&groundless, &rectified] {
            establish(rule, 1, day, day)
                .await
                .refused("GATE")
                .by_gate("RULE_WITHOUT_GROUND")
                .of_field("input.rule");
        }
        establish(&ready, 1, day, early).await.refused("BAD_USER_INPUT").of_field("input.effectiveOn");
        establish(&ready, 1, "2999-01-01", "2999-01-01").await.refused("BAD_USER_INPUT").of_field("input.issuedOn");
        establish(&ready, 2, day, day).await.refused("CONFLICT");
        establish(&done, 2, day, day).await.refused("GATE").by_gate("WRONG_STATE").of_field("input.rule");
        let input = json!({ "rule": ready, "version": 1 });
        act(&offices.city, "establishRule", "ruleDocument", "id", input.clone())
            .await
            .refused("BAD_USER_INPUT")
            .of_field("input.issuedOn");
        act(&offices.other, "establishRule", "ruleDocument", "id", input.clone()).await.refused("NOT_FOUND");
        act(&offices.audit, "establishRule", "ruleDocument", "id", input).await.refused("FORBIDDEN");
        // A superior's rule in force is read below, and not changed there.
        let input = json!({ "rule": done, "version": 2, "endedOn": "2023-01-01", "reason": "过时" });
        act(&offices.county, "abolishRule", "ruleDocument", "id", input)
            .await
            .refused("GATE")
            .by_gate("KEPT_BY_SUPERIOR");
    })
    .await;
}
