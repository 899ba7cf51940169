//! Sharing: between parties of a mechanism in force; the two see it, and nobody else.

use std::sync::Arc;

use inspectorate::access::policy::Agency;
use serde_json::{Value, json};

use super::Asking;
use crate::{
    coverage::desk::{act, refused},
    meetings::body,
    support::{house::House, on_each_database},
};

on_each_database!(
    is_seen_by_the_two_alone,
    is_refused,
    is_for_everybody_who_handles
);

const FIELDS: &str = "sharedItem { kind class content sharedOn useMade usedOn giver { code } receiver { code } mechanism { edition } }";

pub fn result(asking: &Asking) -> Value {
    json!({ "mechanism": asking.mechanism, "receiver": asking.pact.body, "kind": "RESULT", "class": "SECRET", "content": "专项检查结果", "on": "2022-04-01" })
}

async fn is_seen_by_the_two_alone(house: Arc<House>) {
    let asking = Asking::open(&house).await;
    let answer = act(asking.office(), "shareItem", FIELDS, result(&asking)).await;
    let expected = json!({
        "kind": "RESULT", "class": "SECRET", "content": "专项检查结果", "sharedOn": "2022-04-01", "useMade": null, "usedOn": null,
        "giver": { "code": "A-OFFICE" }, "receiver": { "code": "A-DISCIPLINE" }, "mechanism": { "edition": 1 },
    });
    assert_eq!(*answer.data("/shareItem/sharedItem"), expected);
    let query = "{ sharedItems { totalCount } }";
    for (person, seen) in [
        (asking.office(), 1),
        (&asking.pact.discipline, 1),
        (&asking.pact.audit, 0),
        (&asking.group(), 0),
    ] {
        let answer = person.ask(query).await;
        assert_eq!(*answer.data("/sharedItems/totalCount"), seen);
    }
}

async fn is_refused(house: Arc<House>) {
    let asking = Asking::open(&house).await;
    let verb = "shareItem";
    let audit = body(&asking.pact.desk.place, "AUDIT").await;
    let with = |field: &str, value: Value| {
        let mut input = result(&asking);
        input[field] = value;
        input
    };
    for (input, gate, field) in [
        (
            with("receiver", json!(audit)),
            "NOT_A_PARTY",
            "input.receiver",
        ),
        (
            with("on", json!("2022-03-09")),
            "MECHANISM_NOT_IN_FORCE",
            "input.mechanism",
        ),
    ] {
        let answer = refused(&house, asking.office(), verb, FIELDS, input).await;
        answer.refused("GATE").by_gate(gate).of_field(field);
    }
    let group = refused(&house, &asking.group(), verb, FIELDS, result(&asking)).await;
    group.refused("GATE").by_gate("NOT_A_PARTY");
    let third = refused(&house, &asking.pact.audit, verb, FIELDS, result(&asking)).await;
    third.refused("NOT_FOUND").of_field("input.mechanism");
    let future = with("on", json!("2999-01-01"));
    let future = refused(&house, asking.office(), verb, FIELDS, future).await;
    future.refused("BAD_USER_INPUT").of_field("input.on");
}

async fn is_for_everybody_who_handles(house: Arc<House>) {
    let asking = Asking::open(&house).await;
    let desk = &asking.pact.desk;
    desk.only(
        Agency::ALL,
        "shareItem",
        "sharedItem { id }",
        result(&asking),
    )
    .await;
}
