//! Freezing the ledger: what a report cites stays as it was.

use std::sync::Arc;

use inspectorate::access::policy::{Agency, Role};
use inspectorate_entity::coverage::ledger_snapshot;
use sea_orm::{ActiveModelTrait, EntityTrait, IntoActiveModel, Set};
use serde_json::{Value, json};

use super::desk::{Desk, act, refused};
use crate::support::{contents::nothing_changed, house::House, on_each_database};

on_each_database!(
    stays_as_it_was,
    reads_what_was_frozen_before_a_figure_was_counted,
    repeats_itself_by_its_key,
    refuses_days_to_come_and_other_places,
    is_for_the_office,
);

const LEDGER: &str = "asOf total { listed { value } covered { value definition { code version text textZh } } completionRate { value numerator denominator scope { dimension label } } } \
    byObjectType { group { value label } covered { value } } byLevel { listed { value } } byDispatcher { listed { value } } coveredByKind { value scope { value } } pace { projectedOn late tolerance due { value } }";

async fn inspected(desk: &Desk, term: &str, number: usize) {
    let record = json!({ "term": term, "organization": desk.organization(number), "kind": "ROUTINE", "startedOn": "2022-04-06", "reportedOn": "2022-07-20" });
    let answer = act(
        &desk.office,
        "recordCoverage",
        "coverageRecord { id }",
        record,
    )
    .await;
    answer.data("/recordCoverage");
}

async fn live(desk: &Desk, plan: &str) -> Value {
    let query = format!(
        "{{ coveragePlan(id: \"{plan}\") {{ ledger(asOf: \"2022-12-31\") {{ {LEDGER} }} }} }}"
    );
    let answer = desk.office.ask(&query).await;
    answer.data("/coveragePlan/ledger").clone()
}

async fn stays_as_it_was(house: Arc<House>) {
    let desk = Desk::open(&house).await;
    let (term, plan) = desk.plan().await;
    for number in [0, 1, 2] {
        desk.object(&plan, number).await;
    }
    inspected(&desk, &term, 0).await;
    let before = live(&desk, &plan).await;
    let input = json!({ "plan": plan, "asOf": "2022-12-31", "purpose": "2022年度综述" });
    let fields = format!(
        "ledgerSnapshot {{ id asOf purpose frozenBy hash intact plan {{ id }} ledger {{ {LEDGER} }} }}"
    );
    let frozen = act(&desk.office, "freezeLedger", &fields, input).await;
    let snapshot = frozen.data("/freezeLedger/ledgerSnapshot").clone();
    assert_eq!(
        snapshot["ledger"], before,
        "the same figures as the live ledger"
    );
    assert_eq!(
        (
            &snapshot["intact"],
            &snapshot["purpose"],
            &snapshot["frozenBy"]
        ),
        (&json!(true), &json!("2022年度综述"), &json!("测试员"))
    );
    assert_eq!(snapshot["hash"].as_str().map(str::len), Some(64));
    // What is recorded later changes the ledger of that day, and not what was frozen of it.
    inspected(&desk, &term, 1).await;
    let after = live(&desk, &plan).await;
    assert_eq!(
        (
            &before["total"]["covered"]["value"],
            &after["total"]["covered"]["value"]
        ),
        (&json!("1"), &json!("2"))
    );
    let query = format!(
        "{{ coveragePlan(id: \"{plan}\") {{ ledgerSnapshots {{ totalCount nodes {{ intact hash ledger {{ {LEDGER} }} }} }} }} }}"
    );
    let answer = desk.office.ask(&query).await;
    let kept = answer.data("/coveragePlan/ledgerSnapshots/nodes/0");
    assert_eq!(
        (&kept["ledger"], &kept["hash"]),
        (&before, &snapshot["hash"])
    );
    assert_eq!(kept["intact"], true);
}

/// Figures that came later are null in it, and everything else is there.
async fn reads_what_was_frozen_before_a_figure_was_counted(house: Arc<House>) {
    let desk = Desk::open(&house).await;
    let (_, plan) = desk.plan().await;
    desk.object(&plan, 0).await;
    let input = json!({ "plan": plan, "asOf": "2022-12-31" });
    act(&desk.office, "freezeLedger", "ledgerSnapshot { id }", input)
        .await
        .data("/freezeLedger/ledgerSnapshot");
    let writer = &house.database.writer;
    let kept = ledger_snapshot::Entity::find().one(writer).await.unwrap();
    let kept = kept.expect("the snapshot");
    let mut figures: Value = serde_json::from_str(&kept.figures).unwrap();
    let total = figures["total"].as_object_mut().expect("a line");
    for later in ["covered_effectively", "effective_rate"] {
        assert!(total.remove(later).is_some(), "{later}");
    }
    let mut earlier = kept.into_active_model();
    earlier.figures = Set(figures.to_string());
    earlier.update(writer).await.unwrap();
    let query = "{ ledgerSnapshots { nodes { ledger { total { listed { value } coveredEffectively { value } effectiveRate { value } } } } } }";
    let answer = desk.office.ask(query).await;
    assert_eq!(
        *answer.data("/ledgerSnapshots/nodes/0/ledger/total"),
        json!({ "listed": { "value": "1" }, "coveredEffectively": null, "effectiveRate": null })
    );
}

async fn repeats_itself_by_its_key(house: Arc<House>) {
    let desk = Desk::open(&house).await;
    let (_, plan) = desk.plan().await;
    let input = json!({ "plan": plan, "asOf": "2022-12-31", "clientMutationId": "freeze-1" });
    let first = act(
        &desk.office,
        "freezeLedger",
        "ledgerSnapshot { id }",
        input.clone(),
    )
    .await;
    let again = act(&desk.office, "freezeLedger", "ledgerSnapshot { id }", input);
    let again = nothing_changed(&house, again).await;
    assert_eq!(
        first.data("/freezeLedger/ledgerSnapshot"),
        again.data("/freezeLedger/ledgerSnapshot")
    );
}

async fn refuses_days_to_come_and_other_places(house: Arc<House>) {
    let desk = Desk::open(&house).await;
    let (_, plan) = desk.plan().await;
    let fields = "ledgerSnapshot { id }";
    let future = json!({ "plan": plan, "asOf": "2999-01-01" });
    let answer = refused(&house, &desk.office, "freezeLedger", fields, future).await;
    answer.refused("BAD_USER_INPUT").of_field("input.asOf");
    let other = Desk::at(&house, "B").await;
    let foreign = json!({ "plan": plan, "asOf": "2022-12-31" });
    let answer = refused(
        &house,
        &other.office,
        "freezeLedger",
        fields,
        foreign.clone(),
    )
    .await;
    answer.refused("NOT_FOUND").of_field("input.plan");
    act(&desk.office, "freezeLedger", fields, foreign)
        .await
        .data("/freezeLedger");
    let seen = other.office.ask("{ ledgerSnapshots { totalCount } }").await;
    assert_eq!(seen.data("/ledgerSnapshots/totalCount"), 0);
    // A draft is not seen by those who read issued plans only, and neither is what was frozen of it.
    let audit = desk.place.person(Agency::Audit, Role::Admin);
    let seen = audit.ask("{ ledgerSnapshots { totalCount } }").await;
    assert_eq!(seen.data("/ledgerSnapshots/totalCount"), 0);
}

async fn is_for_the_office(house: Arc<House>) {
    let desk = Desk::open(&house).await;
    let (_, plan) = desk.plan().await;
    desk.only(
        &[Agency::Office],
        "freezeLedger",
        "ledgerSnapshot { id }",
        json!({ "plan": plan }),
    )
    .await;
}
