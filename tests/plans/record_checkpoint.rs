//! Recording a checkpoint: after its plan, in order, and the summary with the day of its figures.

use std::sync::Arc;

use inspectorate::{
    access::policy::{Agency, Role},
    graphql::node_id,
};
use inspectorate_entity::coverage::plan_assignment;
use sea_orm::{EntityTrait, sea_query::Expr};
use serde_json::{Value, json};

use super::checkpoint;
use crate::{
    coverage::desk::{Desk, act, refused},
    support::{house::House, on_each_database},
};

on_each_database!(
    goes_through_the_year,
    counts_by_the_settings_of_its_day,
    is_refused_out_of_order,
    is_refused_before_its_plan,
    is_for_dispatcher_and_office,
);

const FIELDS: &str = "planCheckpoint { kind status heldOn result fileReference figuresAsOf figures { listed { value } covered { value } completionRate { value numerator denominator asOf } } availableActions { action enabled } }";

async fn recorded(desk: &Desk, annual: &str, kind: &str, mut input: Value) -> Value {
    let (id, version) = checkpoint(desk, annual, kind).await;
    input["checkpoint"] = json!(id);
    input["version"] = version;
    input["result"] = json!("按计划推进");
    input
}

async fn goes_through_the_year(house: Arc<House>) {
    let desk = Desk::open(&house).await;
    let [term, _, annual, _] = desk.year().await;
    let input = json!({ "heldOn": "2022-02-15", "fileReference": "巡察办〔2022〕3号" });
    let input = recorded(&desk, &annual, "START", input).await;
    let start = act(&desk.office, "recordCheckpoint", FIELDS, input).await;
    let made = start.data("/recordCheckpoint/planCheckpoint");
    assert_eq!(made["status"], "HELD");
    assert_eq!(made["fileReference"], "巡察办〔2022〕3号");
    assert_eq!(made["figures"], Value::Null);
    let actions = json!([{ "action": "recordCheckpoint", "enabled": false }, { "action": "correctCheckpoint", "enabled": true }]);
    assert_eq!(made["availableActions"], actions);
    let input = json!({ "heldOn": "2022-07-10", "figuresAsOf": "2022-06-30" });
    let input = recorded(&desk, &annual, "MID", input).await;
    let mid = act(&desk.office, "recordCheckpoint", FIELDS, input).await;
    assert_eq!(mid.data("/recordCheckpoint/planCheckpoint/status"), "HELD");
    let input = json!({ "term": term, "organization": desk.organization(0), "kind": "ROUTINE", "startedOn": "2022-08-01", "reportedOn": "2022-10-10" });
    act(
        &desk.office,
        "recordCoverage",
        "coverageRecord { id }",
        input,
    )
    .await
    .data("/recordCoverage");
    let input = json!({ "heldOn": "2023-01-10", "figuresAsOf": "2022-12-31" });
    let input = recorded(&desk, &annual, "END", input).await;
    let end = act(&desk.office, "recordCheckpoint", FIELDS, input).await;
    let made = end.data("/recordCheckpoint/planCheckpoint");
    assert_eq!(made["figuresAsOf"], "2022-12-31");
    // The object was placed in the plan after that day, because a placement holds from the day on which it is made.
    assert_eq!(made["figures"]["listed"]["value"], "0");
    let owed = desk.office.ask("{ worklist { recordType } }").await;
    assert_eq!(*owed.data("/worklist"), json!([]));
}

async fn counts_by_the_settings_of_its_day(house: Arc<House>) {
    let desk = Desk::open(&house).await;
    let [term, _, annual, _] = desk.year().await;
    // As if it had been placed when the plan was issued.
    let placed_on: chrono::NaiveDate = "2022-02-10".parse().expect("a day");
    plan_assignment::Entity::update_many()
        .col_expr(plan_assignment::Column::AssignedOn, Expr::value(placed_on))
        .exec(&house.database.writer)
        .await
        .expect("the day is written");
    let input = json!({ "term": term, "organization": desk.organization(0), "kind": "ROUTINE", "startedOn": "2022-04-01", "reportedOn": "2022-06-10" });
    desk.made(&desk.office, "recordCoverage", "coverageRecord", input)
        .await;
    for (kind, held, day) in [
        ("START", "2022-02-15", None),
        ("MID", "2022-07-10", Some("2022-06-30")),
        ("END", "2023-01-10", Some("2022-12-31")),
    ] {
        let input = json!({ "heldOn": held, "figuresAsOf": day });
        let input = recorded(&desk, &annual, kind, input).await;
        act(&desk.office, "recordCheckpoint", FIELDS, input)
            .await
            .data("/recordCheckpoint");
    }
    // From October on only what was fed back counts, and this inspection was not.
    let keeper = desk.place.person(Agency::Office, Role::Admin);
    let dispatcher = node_id::encode("Organization", desk.place.dispatcher.id);
    let input = json!({ "dispatcher": dispatcher, "key": "COVERED_WHEN", "value": "FED_BACK", "validFrom": "2022-10-01", "reason": "以反馈为准" });
    act(&keeper, "setSetting", "settingValue { id }", input)
        .await
        .data("/setSetting");
    let query = format!(
        "{{ planCheckpoints(filter: {{ plan: {{ id: {{ eq: \"{annual}\" }} }} }}, orderBy: [{{ field: DUE_ON, direction: ASC }}]) {{ nodes {{ kind figures {{ listed {{ value }} covered {{ value scope {{ label }} }} underWay {{ value }} }} }} }} }}"
    );
    let answer = desk.office.ask(&query).await;
    let scope = json!([{ "label": "2022年计划" }]);
    let line = |covered: &str, under_way: &str| json!({ "listed": { "value": "1" }, "covered": { "value": covered, "scope": scope }, "underWay": { "value": under_way } });
    let expected = json!([
        { "kind": "START", "figures": null },
        { "kind": "MID", "figures": line("1", "0") },
        { "kind": "END", "figures": line("0", "1") },
    ]);
    assert_eq!(*answer.data("/planCheckpoints/nodes"), expected);
}

async fn is_refused_out_of_order(house: Arc<House>) {
    let desk = Desk::open(&house).await;
    let [_, _, annual, _] = desk.year().await;
    let refuse = async |kind: &str, input: Value, code: &str, gate: &str, field: &str| {
        let input = recorded(&desk, &annual, kind, input).await;
        let answer = refused(&house, &desk.office, "recordCheckpoint", FIELDS, input).await;
        let answer = answer.refused(code).of_field(field);
        if code == "GATE" {
            answer.by_gate(gate);
        }
    };
    let order = "CHECKPOINT_OUT_OF_ORDER";
    let mid = json!({ "heldOn": "2022-07-10" });
    refuse("MID", mid.clone(), "GATE", order, "input.checkpoint").await;
    let end = json!({ "heldOn": "2022-12-20", "figuresAsOf": "2022-12-20" });
    refuse("END", end.clone(), "GATE", order, "input.checkpoint").await;
    for (kind, held) in [("START", "2022-02-15"), ("MID", "2022-07-10")] {
        let input = recorded(&desk, &annual, kind, json!({ "heldOn": held })).await;
        act(&desk.office, "recordCheckpoint", FIELDS, input)
            .await
            .data("/recordCheckpoint");
    }
    let early = json!({ "heldOn": "2022-07-09", "figuresAsOf": "2022-07-01" });
    refuse("END", early, "GATE", order, "input.heldOn").await;
    let undated = json!({ "heldOn": "2022-12-20" });
    refuse(
        "END",
        undated,
        "GATE",
        "FIGURES_UNDATED",
        "input.figuresAsOf",
    )
    .await;
    for (as_of, held, field) in [
        ("2022-12-21", "2022-12-20", "input.figuresAsOf"),
        ("2021-12-31", "2022-12-20", "input.figuresAsOf"),
        ("2022-12-20", "2999-01-01", "input.heldOn"),
    ] {
        let input = json!({ "heldOn": held, "figuresAsOf": as_of });
        refuse("END", input, "BAD_USER_INPUT", "", field).await;
    }
    // What was held is not held again.
    let again = json!({ "heldOn": "2022-07-11" });
    refuse("MID", again, "GATE", "WRONG_STATE", "input.checkpoint").await;
}

async fn is_refused_before_its_plan(house: Arc<House>) {
    let desk = Desk::open(&house).await;
    let [_, plan, annual, _] = desk.year().await;
    let input = json!({ "heldOn": "2022-01-31" });
    let input = recorded(&desk, &annual, "START", input).await;
    let early = refused(&house, &desk.office, "recordCheckpoint", FIELDS, input).await;
    early
        .refused("GATE")
        .by_gate("CHECKPOINT_BEFORE_PLAN")
        .of_field("input.heldOn");
    let draft = json!({ "plan": plan, "year": 2023, "name": "2023年计划" });
    let draft = desk
        .made(&desk.office, "draftAnnualPlan", "coveragePlan", draft)
        .await;
    let input = recorded(&desk, &draft, "START", json!({ "heldOn": "2023-02-15" })).await;
    let answer = refused(&house, &desk.office, "recordCheckpoint", FIELDS, input).await;
    answer
        .refused("GATE")
        .by_gate("CHECKPOINT_BEFORE_PLAN")
        .of_field("input.checkpoint");
}

async fn is_for_dispatcher_and_office(house: Arc<House>) {
    let desk = Desk::open(&house).await;
    let [_, _, annual, _] = desk.year().await;
    let input = recorded(&desk, &annual, "START", json!({})).await;
    desk.only(
        &[Agency::Dispatcher, Agency::Office],
        "recordCheckpoint",
        "planCheckpoint { id }",
        input,
    )
    .await;
    // An office above reads the checkpoint and does not record it.
    let county = desk.county(&house).await;
    let [_, _, annual, _] = county.year().await;
    let input = recorded(&county, &annual, "START", json!({ "heldOn": "2022-02-15" })).await;
    let above = refused(&house, &desk.office, "recordCheckpoint", FIELDS, input).await;
    above
        .refused("GATE")
        .by_gate("RECORD_OF_ANOTHER_DISPATCHER")
        .of_field("input.checkpoint");
}
