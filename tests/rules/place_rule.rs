//! Where a rule belongs.

use std::sync::Arc;

use serde_json::{Value, json};

use super::offices::{Offices, act, caused, in_force, inventoried};
use crate::support::{contents::nothing_changed, house::House, on_each_database};

on_each_database!(tiers_form_a_tree, what_stands_in_a_circle_is_refused);

async fn tiers_form_a_tree(house: Arc<House>) {
    let offices = Offices::open(&house).await;
    let city = &offices.city_id;
    let core = in_force(
        &offices.city,
        city,
        "实施办法",
        json!({ "tier": "CORE", "causeKind": "FINDING", "cause": "问题" }),
    )
    .await;
    let rule = inventoried(&offices.city, city, "流程规则", json!({})).await;
    let answer = offices.city.ask("{ ruleDocuments(filter: { tier: { isNull: true }, kind: { eq: OWN } }) { nodes { id } } }").await;
    assert_eq!(
        answer.data("/ruleDocuments/nodes"),
        &json!([{ "id": rule }]),
        "rules without tier are found"
    );
    let input = json!({ "rule": rule, "version": 1, "tier": "SUPPORTING", "parent": core, "causeKind": "SUPERIOR_RULE", "causeRule": core });
    let fields = "tier parent { title } causeRule { title } availableActions { action enabled }";
    let answer = act(&offices.city, "placeRule", "ruleDocument", fields, input).await;
    let placed = answer.data("/placeRule/ruleDocument");
    assert_eq!(
        (&placed["tier"], &placed["parent"]["title"]),
        (&json!("SUPPORTING"), &json!("实施办法"))
    );
    let actions = placed["availableActions"].as_array().expect("a list");
    assert!(
        actions
            .iter()
            .any(|one| one["action"] == "establishRule" && one["enabled"] == true)
    );
}

async fn what_stands_in_a_circle_is_refused(house: Arc<House>) {
    let offices = Offices::open(&house).await;
    let city = &offices.city_id;
    let core = inventoried(&offices.city, city, "实施办法", json!({ "tier": "CORE" })).await;
    let below = json!({ "tier": "SUPPORTING", "parent": core });
    let below = inventoried(&offices.city, city, "流程规则", below).await;
    let counties = inventoried(&offices.county, &offices.county_id, "县办法", caused()).await;
    nothing_changed(&house, async {
        let place = async |more: Value| {
            let mut input = json!({ "rule": core, "version": 1 });
            for (name, part) in more.as_object().expect("an object") {
                input[name] = part.clone();
            }
            act(&offices.city, "placeRule", "ruleDocument", "id", input).await
        };
        for more in [
            json!({ "tier": "DETAILED", "parent": below }),
            json!({ "tier": "CORE", "parent": core }),
            json!({ "tier": "SUPPORTING" }),
            json!({}),
        ] {
            place(more)
                .await
                .refused("GATE")
                .by_gate("RULE_TIER_ORDER")
                .of_field("input.parent");
        }
        let itself = json!({ "tier": "CORE", "causeKind": "SUPERIOR_RULE", "causeRule": core });
        place(itself)
            .await
            .refused("GATE")
            .by_gate("RULE_REFERS_TO_ITSELF")
            .of_field("input.causeRule");
        let input = json!({ "rule": counties, "version": 1, "parent": core, "tier": "DETAILED" });
        act(&offices.city, "placeRule", "ruleDocument", "id", input)
            .await
            .refused("GATE")
            .by_gate("RECORD_OF_ANOTHER_DISPATCHER");
        let input = json!({ "rule": core, "version": 1 });
        act(&offices.audit, "placeRule", "ruleDocument", "id", input)
            .await
            .refused("FORBIDDEN");
    })
    .await;
}
