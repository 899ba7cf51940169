//! The basic list and its gaps.

use std::sync::Arc;

use serde_json::json;

use super::offices::{Offices, act, in_force, inventoried, required};
use crate::support::{contents::nothing_changed, house::House, on_each_database};

on_each_database!(
    gaps_of_the_basic_list_show,
    what_stands_on_the_list_is_refused
);

async fn gaps_of_the_basic_list_show(house: Arc<House>) {
    let offices = Offices::open(&house).await;
    let city = &offices.city_id;
    let [answered, tried, missing] = [
        required(&offices.city, city, "甲事项").await,
        required(&offices.city, city, "乙事项").await,
        required(&offices.city, city, "丙事项").await,
    ];
    in_force(
        &offices.city,
        city,
        "甲办法",
        json!({ "requiredRule": answered }),
    )
    .await;
    let trial = inventoried(
        &offices.city,
        city,
        "乙办法（试行）",
        json!({ "requiredRule": tried }),
    )
    .await;
    let input = json!({ "rule": trial, "version": 1, "issuedYear": 2022 });
    act(&offices.city, "putRuleOnTrial", "ruleDocument", "id", input)
        .await
        .data("");
    inventoried(
        &offices.city,
        city,
        "丙办法",
        json!({ "requiredRule": missing }),
    )
    .await;
    let query = format!(
        r#"{{ organization(id: "{city}") {{ requiredRules(orderBy: [{{ field: NAME, direction: ASC }}]) {{ nodes {{ name standing documents {{ totalCount }} }} }}
            basicListAnswered {{ value numerator denominator definition {{ code }} }} }} }}"#
    );
    let answer = offices.city.ask(&query).await;
    let nodes = answer
        .data("/organization/requiredRules/nodes")
        .as_array()
        .expect("a list")
        .clone();
    let standing = |name: &str| {
        nodes
            .iter()
            .find(|item| item["name"] == name)
            .expect("listed")["standing"]
            .clone()
    };
    assert_eq!(standing("甲事项"), "IN_FORCE");
    assert_eq!(standing("乙事项"), "ON_TRIAL");
    assert_eq!(standing("丙事项"), "MISSING");
    assert_eq!(
        answer.data("/organization/basicListAnswered"),
        &json!({ "value": "66.67", "numerator": "2", "denominator": "3", "definition": { "code": "BASIC_LIST_ANSWERED" } })
    );
}

async fn what_stands_on_the_list_is_refused(house: Arc<House>) {
    let offices = Offices::open(&house).await;
    let city = &offices.city_id;
    required(&offices.city, city, "甲事项").await;
    nothing_changed(&house, async {
        let require = async |dispatcher: &str, name: &str, on: &str| {
            let input = json!({ "dispatcher": dispatcher, "name": name, "listedOn": on });
            act(&offices.city, "requireRule", "requiredRule", "id", input).await
        };
        require(city, "甲事项", "2022-01-01")
            .await
            .refused("CONFLICT")
            .of_field("input.name");
        require(city, "乙事项", "2999-01-01")
            .await
            .refused("BAD_USER_INPUT")
            .of_field("input.listedOn");
        require(&offices.village_id, "乙事项", "2022-01-01")
            .await
            .refused("GATE")
            .by_gate("NOT_A_DISPATCHER");
        let input = json!({ "dispatcher": city, "name": "乙事项" });
        act(
            &offices.other,
            "requireRule",
            "requiredRule",
            "id",
            input.clone(),
        )
        .await
        .refused("NOT_FOUND");
        act(&offices.audit, "requireRule", "requiredRule", "id", input)
            .await
            .refused("FORBIDDEN");
    })
    .await;
}
