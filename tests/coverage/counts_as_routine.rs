//! What a special, an extended and an elevated inspection count for is the dispatcher's to set: turned on and off again, the ledger,
//! the list of objects, the comparison and the effective coverage say the same on every day.

use std::sync::Arc;

use inspectorate::{
    access::policy::{Agency, Role},
    graphql::node_id,
};
use serde_json::{Value, json};

use super::{
    desk::{Desk, act},
    wall_chart::elevated,
};
use crate::support::{house::House, on_each_database};

on_each_database!(
    a_special_inspection,
    an_extended_inspection,
    an_elevated_inspection
);

/// What each place that counts says of the one object on `day`.
async fn said(desk: &Desk, plan: &str, day: &str) -> Vec<Value> {
    let dispatcher = node_id::encode("Organization", desk.place.dispatcher.id);
    let query = format!(
        "{{ coveragePlan(id: \"{plan}\") {{ ledger(asOf: \"{day}\") {{ total {{ listed {{ value }} covered {{ value }} }} byObjectType {{ covered {{ value }} }} }} \
         effectiveCoverage(asOf: \"{day}\") {{ nominal {{ value }} }} objectTypes(asOf: \"{day}\") {{ figures {{ covered {{ value }} }} }} \
         objects {{ nodes {{ standing(asOf: \"{day}\") }} }} }} \
         organization(id: \"{dispatcher}\") {{ coverage(asOf: \"{day}\") {{ total {{ covered {{ value }} }} }} }} }}"
    );
    let answer = desk.office.ask(&query).await;
    let plan = answer.data("/coveragePlan");
    assert_eq!(plan["ledger"]["total"]["listed"]["value"], "1");
    let standing = &plan["objects"]["nodes"][0]["standing"];
    let in_list = if *standing == json!("COVERED") {
        "1"
    } else {
        "0"
    };
    vec![
        json!(in_list),
        plan["ledger"]["total"]["covered"]["value"].clone(),
        plan["ledger"]["byObjectType"][0]["covered"]["value"].clone(),
        plan["effectiveCoverage"]["nominal"]["value"].clone(),
        plan["objectTypes"][0]["figures"]["covered"]["value"].clone(),
        answer
            .data("/organization/coverage/total/covered/value")
            .clone(),
    ]
}

async fn turn(desk: &Desk, key: &str, value: &str, from: &str, before: Option<i32>) {
    let keeper = desk.place.person(Agency::Office, Role::Admin);
    let dispatcher = node_id::encode("Organization", desk.place.dispatcher.id);
    let input = json!({ "dispatcher": dispatcher, "key": key, "value": value, "validFrom": from, "replacesEdition": before, "reason": "市委规定" });
    act(&keeper, "setSetting", "settingValue { id }", input)
        .await
        .data("/setSetting");
}

/// Not by what ships, from 2023 on by the setting, from 2024 on not any more.
async fn follows(desk: &Desk, plan: &str, key: &str) {
    assert_eq!(said(desk, plan, "2023-12-31").await, ["0"; 6], "{key}");
    turn(desk, key, "true", "2023-01-01", None).await;
    turn(desk, key, "false", "2024-01-01", Some(1)).await;
    for (day, covered) in [
        ("2022-12-31", "0"),
        ("2023-01-01", "1"),
        ("2023-12-31", "1"),
        ("2024-01-01", "0"),
    ] {
        assert_eq!(said(desk, plan, day).await, [covered; 6], "{key} on {day}");
    }
}

async fn a_special_inspection(house: Arc<House>) {
    let desk = Desk::open(&house).await;
    let (term, plan) = desk.plan().await;
    desk.object(&plan, 0).await;
    let input = json!({ "term": term, "organization": desk.organization(0), "kind": "SPECIAL", "startedOn": "2022-04-01", "reportedOn": "2022-08-01" });
    desk.made(&desk.office, "recordCoverage", "coverageRecord", input)
        .await;
    follows(&desk, &plan, "SPECIAL_COUNTS_AS_ROUTINE").await;
}

async fn an_extended_inspection(house: Arc<House>) {
    let desk = Desk::open(&house).await;
    let (term, plan) = desk.plan().await;
    desk.object(&plan, 0).await;
    let from = desk.inspect(&term, 1).await;
    let input = json!({ "term": term, "organization": desk.organization(0), "kind": "ROUTINE", "extendedFrom": from, "startedOn": "2022-04-10", "reportedOn": "2022-08-01" });
    desk.made(&desk.office, "recordCoverage", "coverageRecord", input)
        .await;
    follows(&desk, &plan, "EXTENDED_COUNTS_AS_ROUTINE").await;
}

async fn an_elevated_inspection(house: Arc<House>) {
    let desk = Desk::open(&house).await;
    let (_, plan) = desk.plan().await;
    desk.object(&plan, 0).await;
    elevated(&house, &desk).await;
    follows(&desk, &plan, "ELEVATED_COUNTS_AS_ROUTINE").await;
}
