//! Entering what a rule asks for again and again: by its keeper, while it is in force.

use std::sync::Arc;

use inspectorate::{
    access::policy::{Agency, Role},
    graphql::node_id,
};
use serde_json::{Value, json};

use crate::{
    coverage::desk::{Desk, act, refused},
    support::{house::House, on_each_database},
};

on_each_database!(
    its_times_follow,
    what_is_no_duty_is_refused,
    is_for_dispatcher_and_office
);

/// A study rule of the office, in force since March 2022 or only inventoried.
pub async fn study_rule(desk: &Desk, in_force: bool) -> String {
    let keeper = desk.place.person(Agency::Office, Role::Admin);
    let input = json!({
        "dispatcher": node_id::encode("Organization", desk.place.dispatcher.id), "title": "中心组学习制度", "issuer": "某市委巡察办",
        "issuingAgency": "OFFICE", "kind": "OWN", "causeKind": "FINDING", "cause": "示例成因",
    });
    let answer = act(&keeper, "registerRule", "ruleDocument { id }", input).await;
    let rule = answer.text_at("/registerRule/ruleDocument/id");
    if in_force {
        let input = json!({ "rule": rule, "version": 1, "issuedOn": "2022-03-01", "effectiveOn": "2022-03-01" });
        act(&keeper, "establishRule", "ruleDocument { id }", input)
            .await
            .data("/establishRule");
    }
    rule
}

/// A study session every month, from March 2022 on.
pub fn monthly(rule: &str) -> Value {
    json!({ "rule": rule, "agency": "OFFICE", "action": "中心组学习", "everyMonths": 1, "firstDueOn": "2022-03-31" })
}

async fn its_times_follow(house: Arc<House>) {
    let desk = Desk::open(&house).await;
    let rule = study_rule(&desk, true).await;
    let fields = "ruleDuty { agency action everyMonths firstDueOn rule { title duties { totalCount } } schedule(asOf: \"2022-05-15\") { nextDueOn kept { value numerator denominator scope { dimension } } times { dueOn doneOn } } }";
    let answer = act(&desk.office, "addRuleDuty", fields, monthly(&rule)).await;
    let expected = json!({
        "agency": "OFFICE", "action": "中心组学习", "everyMonths": 1, "firstDueOn": "2022-03-31",
        "rule": { "title": "中心组学习制度", "duties": { "totalCount": 1 } },
        "schedule": {
            "nextDueOn": "2022-05-31",
            "kept": { "value": "0", "numerator": "0", "denominator": "2", "scope": [{ "dimension": "DUTY" }] },
            "times": [{ "dueOn": "2022-03-31", "doneOn": null }, { "dueOn": "2022-04-30", "doneOn": null }],
        },
    });
    assert_eq!(*answer.data("/addRuleDuty/ruleDuty"), expected);
    // A rule that ends asks for nothing more.
    let keeper = desk.place.person(Agency::Office, Role::Admin);
    let input =
        json!({ "rule": rule, "version": 2, "endedOn": "2022-04-15", "reason": "已由新制度替代" });
    act(&keeper, "abolishRule", "ruleDocument { id }", input)
        .await
        .data("/abolishRule");
    let query = "{ ruleDuties { nodes { schedule { nextDueOn times { dueOn } } } } }";
    let answer = desk.office.ask(query).await;
    let schedule = json!({ "nextDueOn": null, "times": [{ "dueOn": "2022-03-31" }] });
    assert_eq!(answer.data("/ruleDuties/nodes/0/schedule"), &schedule);
}

async fn what_is_no_duty_is_refused(house: Arc<House>) {
    let desk = Desk::open(&house).await;
    let rule = study_rule(&desk, true).await;
    let draft = study_rule(&desk, false).await;
    let attempt = async |input| {
        refused(
            &house,
            &desk.office,
            "addRuleDuty",
            "ruleDuty { id }",
            input,
        )
        .await
    };
    let with = |key: &str, value: Value| {
        let mut input = monthly(&rule);
        input[key] = value;
        input
    };
    for (input, code, field) in [
        (
            with("everyMonths", json!(0)),
            "BAD_USER_INPUT",
            "input.everyMonths",
        ),
        (
            with("everyMonths", json!(61)),
            "BAD_USER_INPUT",
            "input.everyMonths",
        ),
        (
            with("firstDueOn", json!("2022-02-28")),
            "BAD_USER_INPUT",
            "input.firstDueOn",
        ),
        (monthly(&draft), "GATE", "input.rule"),
    ] {
        attempt(input).await.refused(code).of_field(field);
    }
    let county = desk.county(&house).await;
    let below = refused(
        &house,
        &county.office,
        "addRuleDuty",
        "ruleDuty { id }",
        monthly(&rule),
    )
    .await;
    below
        .refused("GATE")
        .by_gate("KEPT_BY_SUPERIOR")
        .of_field("input.rule");
    act(
        &desk.office,
        "addRuleDuty",
        "ruleDuty { id }",
        monthly(&rule),
    )
    .await
    .data("/addRuleDuty");
    let twice = attempt(monthly(&rule)).await;
    twice.refused("CONFLICT").of_field("input.action");
}

async fn is_for_dispatcher_and_office(house: Arc<House>) {
    let desk = Desk::open(&house).await;
    let rule = study_rule(&desk, true).await;
    desk.only(
        &[Agency::Dispatcher, Agency::Office],
        "addRuleDuty",
        "ruleDuty { id }",
        monthly(&rule),
    )
    .await;
}
