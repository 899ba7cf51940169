//! Adding a sector block: its place and name are its own.

use std::sync::Arc;

use inspectorate::access::policy::Agency;
use serde_json::json;

use super::desk::{Desk, act, refused};
use crate::support::{house::House, on_each_database};

on_each_database!(
    adds_blocks_in_their_order,
    refuses_a_place_taken,
    is_for_dispatcher_and_office,
);

async fn adds_blocks_in_their_order(house: Arc<House>) {
    let desk = Desk::open(&house).await;
    let (_, plan) = desk.plan().await;
    for (sequence, name) in [(2, "卫生健康"), (1, "教育系统")] {
        let input = json!({ "plan": plan, "name": name, "sequence": sequence });
        act(&desk.office, "addSectorBlock", "sectorBlock { id }", input)
            .await
            .data("/addSectorBlock");
    }
    let query = format!("{{ coveragePlan(id: \"{plan}\") {{ blocks {{ nodes {{ name }} }} }} }}");
    let blocks = desk.office.ask(&query).await;
    assert_eq!(
        *blocks.data("/coveragePlan/blocks/nodes"),
        json!([{ "name": "教育系统" }, { "name": "卫生健康" }])
    );
}

async fn refuses_a_place_taken(house: Arc<House>) {
    let desk = Desk::open(&house).await;
    let (_, plan) = desk.plan().await;
    let block =
        |name: &str, sequence: i32| json!({ "plan": plan, "name": name, "sequence": sequence });
    act(
        &desk.office,
        "addSectorBlock",
        "sectorBlock { id }",
        block("教育系统", 1),
    )
    .await
    .data("/addSectorBlock");
    for (input, code, field) in [
        (block("教育系统", 2), "CONFLICT", "input.name"),
        (block("卫生健康", 1), "CONFLICT", "input.sequence"),
        (block("卫生健康", 0), "BAD_USER_INPUT", "input.sequence"),
    ] {
        let answer = refused(
            &house,
            &desk.office,
            "addSectorBlock",
            "sectorBlock { id }",
            input,
        )
        .await;
        answer.refused(code).of_field(field);
    }
}

async fn is_for_dispatcher_and_office(house: Arc<House>) {
    let desk = Desk::open(&house).await;
    let (_, plan) = desk.plan().await;
    let input = json!({ "plan": plan, "name": "教育系统", "sequence": 1 });
    desk.only(
        &[Agency::Dispatcher, Agency::Office],
        "addSectorBlock",
        "sectorBlock { id }",
        input,
    )
    .await;
}
