//! The inventory of rule documents.

use std::sync::Arc;

use serde_json::{Value, json};

use super::offices::{Offices, act, inventoried, required};
use crate::support::{contents::nothing_changed, house::House, on_each_database};

on_each_database!(
    stands_in_the_inventory_of_its_place,
    keeps_the_edition_of_the_code_it_was_coded_with,
    what_cannot_be_registered_is_refused,
);

async fn stands_in_the_inventory_of_its_place(house: Arc<House>) {
    let offices = Offices::open(&house).await;
    let item = required(&offices.city, &offices.city_id, "整改销号").await;
    let more = json!({
        "number": "内巡〔2022〕1号", "tier": "CORE", "requiredRule": item, "causeKind": "GUIDANCE_VISIT",
        "cause": "省委巡察指导督导", "source": "内江市委文章 (S84)",
    });
    let rule = inventoried(&offices.city, &offices.city_id, "整改销号工作机制", more).await;
    let query = format!(
        r#"{{ ruleDocument(id: "{rule}") {{ title number tier status kind edition making issuer issuingAgency causeKind cause
            requiredRule {{ name standing }} issuedOn dispatcher {{ id }} availableActions {{ action enabled blockedBy {{ gate }} }} }} }}"#
    );
    let answer = offices.city.ask(&query).await;
    let it = answer.data("/ruleDocument");
    assert_eq!(it["status"], "INVENTORIED");
    assert_eq!(
        (&it["tier"], &it["edition"], &it["making"]),
        (&json!("CORE"), &json!(1), &json!("NEW"))
    );
    assert_eq!(
        it["requiredRule"],
        json!({ "name": "整改销号", "standing": "MISSING" })
    );
    assert_eq!(it["dispatcher"]["id"], json!(offices.city_id));
    let action = |name: &str| {
        let actions = it["availableActions"].as_array().expect("a list");
        actions
            .iter()
            .find(|one| one["action"] == name)
            .cloned()
            .expect("it is named")
    };
    assert_eq!(action("establishRule")["enabled"], true);
    assert_eq!(
        action("reviseRule")["blockedBy"],
        json!([{ "gate": "WRONG_STATE" }])
    );
    // What is only inventoried stays with those who made the inventory.
    for person in [&offices.county, &offices.other] {
        let answer = person.ask(&query).await;
        assert_eq!(answer.data("/ruleDocument"), &Value::Null);
    }
}

async fn keeps_the_edition_of_the_code_it_was_coded_with(house: Arc<House>) {
    let offices = Offices::open(&house).await;
    let process = offices.entry("GOVERNED_PROCESS", "WRITE_OFF").await;
    let more = json!({ "governs": process });
    let rule = inventoried(&offices.city, &offices.city_id, "销号办法", more).await;
    let query = format!(
        r#"{{ ruleDocument(id: "{rule}") {{ governs {{ code edition labelZh }} }}
            ruleDocuments(filter: {{ governs: {{ id: {{ eq: "{process}" }} }} }}) {{ totalCount }} }}"#
    );
    let answer = offices.city.ask(&query).await;
    let governs = answer.data("/ruleDocument/governs");
    assert_eq!(
        (&governs["code"], &governs["edition"]),
        (&json!("WRITE_OFF"), &json!(1))
    );
    assert_eq!(answer.data("/ruleDocuments/totalCount"), &json!(1));
}

async fn what_cannot_be_registered_is_refused(house: Arc<House>) {
    let offices = Offices::open(&house).await;
    let counties = required(&offices.county, &offices.county_id, "人员管理").await;
    let core = json!({ "tier": "CORE" });
    let core = inventoried(&offices.city, &offices.city_id, "实施办法", core).await;
    let topic = offices.entry("TOPIC", "RURAL_REVITALIZATION").await;
    nothing_changed(&house, async {
        let refused = async |dispatcher: &str, more: Value| {
            let mut input = json!({
                "dispatcher": dispatcher, "title": "某制度", "issuer": "某市委", "issuingAgency": "DISPATCHER", "kind": "OWN",
            });
            for (name, part) in more.as_object().expect("an object") {
                input[name] = part.clone();
            }
            act(&offices.city, "registerRule", "ruleDocument", "id", input).await
        };
        let city = &offices.city_id;
        for more in [
            json!({ "cause": "没有类别" }),
            json!({ "causeKind": "FINDING" }),
            json!({ "causeKind": "FINDING", "cause": "问题", "causeRule": core }),
        ] {
            refused(city, more).await.refused("BAD_USER_INPUT").of_field("input.cause");
        }
        refused(city, json!({ "parent": core, "tier": "CORE" }))
            .await
            .refused("GATE")
            .by_gate("RULE_TIER_ORDER")
            .of_field("input.parent");
        refused(&offices.county_id, json!({ "parent": core, "tier": "DETAILED" }))
            .await
            .refused("GATE")
            .by_gate("RECORD_OF_ANOTHER_DISPATCHER")
            .of_field("input.parent");
        refused(city, json!({ "requiredRule": counties }))
            .await
            .refused("GATE")
            .by_gate("RECORD_OF_ANOTHER_DISPATCHER")
            .of_field("input.requiredRule");
        refused(city, json!({ "governs": topic }))
            .await
            .refused("BAD_USER_INPUT")
            .of_field("input.governs");
        refused(&offices.village_id, json!({}))
            .await
            .refused("GATE")
            .by_gate("NOT_A_DISPATCHER")
            .of_field("input.dispatcher");
        let input = json!({
            "dispatcher": city, "title": "某制度", "issuer": "某市委", "issuingAgency": "DISPATCHER", "kind": "OWN",
        });
        act(&offices.other, "registerRule", "ruleDocument", "id", input.clone())
            .await
            .refused("NOT_FOUND")
            .of_field("input.dispatcher");
        act(&offices.audit, "registerRule", "ruleDocument", "id", input)
            .await
            .refused("FORBIDDEN");
    })
    .await;
}
