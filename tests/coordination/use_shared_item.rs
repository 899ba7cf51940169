//! Recording the use of what was shared: by who received it, not before it was shared.

use std::sync::Arc;

use inspectorate::access::policy::Agency;
use serde_json::json;

use super::{Asking, share_item::result};
use crate::{
    coverage::desk::{act, refused},
    support::{house::House, on_each_database},
};

on_each_database!(
    is_told_to_the_giver,
    is_refused,
    is_for_everybody_who_handles
);

const FIELDS: &str = "sharedItem { useMade usedOn version }";

async fn shared(asking: &Asking) -> String {
    let desk = &asking.pact.desk;
    desk.made(&desk.office, "shareItem", "sharedItem", result(asking))
        .await
}

async fn is_told_to_the_giver(house: Arc<House>) {
    let asking = Asking::open(&house).await;
    let input = json!({ "item": shared(&asking).await, "version": 1, "useMade": "纳入日常监督", "on": "2022-05-01" });
    let answer = act(&asking.pact.discipline, "useSharedItem", FIELDS, input).await;
    let expected = json!({ "useMade": "纳入日常监督", "usedOn": "2022-05-01", "version": 2 });
    assert_eq!(*answer.data("/useSharedItem/sharedItem"), expected);
    let query = "{ sharedItems(filter: { usedOn: { isNull: false } }) { nodes { useMade } } }";
    let told = asking.office().ask(query).await;
    let use_made = told.data("/sharedItems/nodes/0/useMade");
    assert_eq!(use_made, "纳入日常监督");
}

async fn is_refused(house: Arc<House>) {
    let asking = Asking::open(&house).await;
    let item = shared(&asking).await;
    let used = |version: i32, on: &str| json!({ "item": item, "version": version, "useMade": "已使用", "on": on });
    let verb = "useSharedItem";
    for (input, code, field) in [
        (used(1, "2022-03-31"), "BAD_USER_INPUT", "input.on"),
        (used(1, "2999-01-01"), "BAD_USER_INPUT", "input.on"),
        (used(9, "2022-05-01"), "CONFLICT", "input.version"),
    ] {
        let answer = refused(&house, &asking.pact.discipline, verb, FIELDS, input).await;
        answer.refused(code).of_field(field);
    }
    let giver = refused(&house, asking.office(), verb, FIELDS, used(1, "2022-05-01")).await;
    giver
        .refused("GATE")
        .by_gate("REQUEST_OF_ANOTHER_BODY")
        .of_field("input.item");
    let third = refused(
        &house,
        &asking.pact.audit,
        verb,
        FIELDS,
        used(1, "2022-05-01"),
    )
    .await;
    third.refused("NOT_FOUND").of_field("input.item");
}

async fn is_for_everybody_who_handles(house: Arc<House>) {
    let asking = Asking::open(&house).await;
    let input = json!({ "item": shared(&asking).await, "version": 1, "useMade": "已使用" });
    let desk = &asking.pact.desk;
    desk.only(Agency::ALL, "useSharedItem", "sharedItem { id }", input)
        .await;
}
