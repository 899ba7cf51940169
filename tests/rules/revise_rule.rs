//! Rules get a new wording.

use std::sync::Arc;

use serde_json::json;

use super::offices::{Offices, act, caused, in_force, inventoried};
use crate::support::{contents::nothing_changed, house::House, on_each_database};

on_each_database!(wordings_form_a_chain, what_is_not_in_force_is_not_revised);

async fn wordings_form_a_chain(house: Arc<House>) {
    let offices = Offices::open(&house).await;
    let city = &offices.city_id;
    let mut core = caused();
    core["tier"] = json!("CORE");
    let rule = in_force(&offices.city, city, "实施办法", core).await;
    let mut detail = caused();
    detail["tier"] = json!("DETAILED");
    detail["parent"] = json!(rule);
    let detail = in_force(&offices.city, city, "实施细则", detail).await;
    let input = json!({
        "rule": rule, "version": 2, "title": "实施办法（修订）", "issuedOn": "2023-05-01", "reason": "上级新要求",
    });
    let fields = "id title edition making status effectiveOn replaces { nodes { id status endedOn endReason replacedBy { edition } } } children { nodes { id } }";
    let answer = act(&offices.city, "reviseRule", "ruleDocument", fields, input).await;
    let next = answer.data("/reviseRule/ruleDocument");
    assert_eq!(
        (&next["edition"], &next["making"], &next["status"]),
        (&json!(2), &json!("REVISION"), &json!("FORMAL"))
    );
    assert_eq!(
        next["replaces"]["nodes"],
        json!([{ "id": rule, "status": "REVISED", "endedOn": "2023-04-30", "endReason": "上级新要求", "replacedBy": { "edition": 2 } }])
    );
    assert_eq!(
        next["children"]["nodes"],
        json!([{ "id": detail }]),
        "what detailed the old wording details the new"
    );
    let query = format!(
        r#"{{ organization(id: "{city}") {{ ruleYear(year: 2023) {{ revised {{ value }} established {{ value }} abolished {{ value }} }} }} }}"#
    );
    let answer = offices.city.ask(&query).await;
    assert_eq!(
        answer.data("/organization/ruleYear"),
        &json!({ "revised": { "value": "1" }, "established": { "value": "0" }, "abolished": { "value": "0" } })
    );
}

async fn what_is_not_in_force_is_not_revised(house: Arc<House>) {
    let offices = Offices::open(&house).await;
    let city = &offices.city_id;
    let inventoried = inventoried(&offices.city, city, "某办法", caused()).await;
    let rule = in_force(&offices.city, city, "某细则", caused()).await;
    nothing_changed(&house, async {
        let revise = async |rule: &str, version: i32, issued: &str| {
            let input =
                json!({ "rule": rule, "version": version, "issuedOn": issued, "reason": "修订" });
            act(&offices.city, "reviseRule", "ruleDocument", "id", input).await
        };
        revise(&inventoried, 1, "2023-01-01")
            .await
            .refused("GATE")
            .by_gate("WRONG_STATE")
            .of_field("input.rule");
        revise(&rule, 2, "2022-01-01")
            .await
            .refused("BAD_USER_INPUT")
            .of_field("input.effectiveOn");
        revise(&rule, 1, "2023-01-01").await.refused("CONFLICT");
        let input =
            json!({ "rule": rule, "version": 2, "issuedOn": "2023-01-01", "reason": "修订" });
        act(&offices.audit, "reviseRule", "ruleDocument", "id", input)
            .await
            .refused("FORBIDDEN");
    })
    .await;
}
