//! Sector blocks take turns: a block has its turn in a round, and what breaks the order says why.

use std::sync::Arc;

use inspectorate::access::policy::Agency;
use serde_json::json;

use super::desk::{Desk, act, refused};
use crate::support::{house::House, on_each_database};

on_each_database!(
    takes_turns,
    is_refused,
    objects_go_with_their_block,
    is_for_leading_group_and_office,
);

const FIELDS: &str =
    "roundBlock { reason releasedOn round { ordinal } block { name turns { totalCount } } }";

/// Two blocks with an object each, and two rounds.
struct Rotation {
    plan: String,
    blocks: [String; 2],
    objects: [String; 2],
    rounds: [String; 2],
}

async fn rotation(desk: &Desk) -> Rotation {
    let (term, plan) = desk.plan().await;
    let blocks = [
        desk.block(&plan, "市属国企", 1).await,
        desk.block(&plan, "教育系统", 2).await,
    ];
    Rotation {
        objects: [
            desk.object_in(&plan, &blocks[0], 0).await,
            desk.object_in(&plan, &blocks[1], 1).await,
        ],
        rounds: [desk.round(&term, 1).await, desk.round(&term, 2).await],
        blocks,
        plan,
    }
}

async fn takes_turns(house: Arc<House>) {
    let desk = Desk::open(&house).await;
    let Rotation { blocks, rounds, .. } = rotation(&desk).await;
    let turn = |round: &str, block: &str, reason: Option<&str>| json!({ "round": round, "block": block, "reason": reason });
    let input = turn(&rounds[1], &blocks[0], Some("不必要的理由"));
    let answer = act(&desk.office, "assignBlockToRound", FIELDS, input).await;
    let expected = json!({ "reason": null, "releasedOn": null, "round": { "ordinal": 2 }, "block": { "name": "市属国企", "turns": { "totalCount": 1 } } });
    assert_eq!(*answer.data("/assignBlockToRound/roundBlock"), expected);
    let early = turn(&rounds[0], &blocks[1], None);
    let silent = refused(&house, &desk.office, "assignBlockToRound", FIELDS, early).await;
    silent
        .refused("GATE")
        .by_gate("ROTATION_BROKEN")
        .of_field("input.reason");
    let input = turn(&rounds[0], &blocks[1], Some("省委统一部署"));
    let answer = act(&desk.office, "assignBlockToRound", FIELDS, input).await;
    assert_eq!(
        answer.data("/assignBlockToRound/roundBlock/reason"),
        "省委统一部署"
    );
    let broken = "{ roundBlocks(filter: { reason: { isNull: false } }) { totalCount } }";
    let broken = desk.office.ask(broken).await;
    assert_eq!(broken.data("/roundBlocks/totalCount"), 1);
}

async fn is_refused(house: Arc<House>) {
    let desk = Desk::open(&house).await;
    let Rotation {
        plan,
        blocks,
        rounds,
        ..
    } = rotation(&desk).await;
    let empty = desk.block(&plan, "卫生健康系统", 3).await;
    let county = desk.county(&house).await;
    let (term, _) = county.plan().await;
    let foreign = county.round(&term, 1).await;
    let turn = |round: &str, block: &str| json!({ "round": round, "block": block });
    let input = turn(&rounds[0], &blocks[0]);
    act(&desk.office, "assignBlockToRound", FIELDS, input)
        .await
        .data("/assignBlockToRound");
    for (input, code, gate, field) in [
        (
            turn(&rounds[1], &empty),
            "GATE",
            Some("BLOCK_WITHOUT_OBJECTS"),
            "input.block",
        ),
        (
            turn(&rounds[0], &blocks[0]),
            "CONFLICT",
            None,
            "input.block",
        ),
        (
            turn(&foreign, &blocks[0]),
            "GATE",
            Some("RECORD_OF_ANOTHER_DISPATCHER"),
            "input.round",
        ),
        (
            turn("!!", &blocks[0]),
            "BAD_USER_INPUT",
            None,
            "input.round",
        ),
    ] {
        let answer = refused(&house, &desk.office, "assignBlockToRound", FIELDS, input).await;
        let answer = answer.refused(code).of_field(field);
        if let Some(gate) = gate {
            answer.by_gate(gate);
        }
    }
}

/// A round that has blocks takes objects of other blocks with a reason, or by their priority.
async fn objects_go_with_their_block(house: Arc<House>) {
    let desk = Desk::open(&house).await;
    let Rotation {
        blocks,
        objects,
        rounds,
        ..
    } = rotation(&desk).await;
    let input = json!({ "round": rounds[0], "block": blocks[0] });
    act(&desk.office, "assignBlockToRound", FIELDS, input)
        .await
        .data("/assignBlockToRound");
    let fields = "coverageObject { assignments { nodes { outOfRotation reason } } }";
    let place = |object: &str, version: i32, reason: Option<&str>| json!({ "object": object, "version": version, "year": 2022, "round": rounds[0], "reason": reason });
    let nodes = "/scheduleObject/coverageObject/assignments/nodes";
    let input = place(&objects[0], 1, None);
    let answer = act(&desk.office, "scheduleObject", fields, input).await;
    assert_eq!(
        *answer.data(nodes),
        json!([{ "outOfRotation": false, "reason": null }])
    );
    let input = place(&objects[1], 1, None);
    let silent = refused(&house, &desk.office, "scheduleObject", fields, input).await;
    silent
        .refused("GATE")
        .by_gate("ROTATION_BROKEN")
        .of_field("input.reason");
    let input = place(&objects[1], 1, Some("信访集中"));
    let answer = act(&desk.office, "scheduleObject", fields, input).await;
    assert_eq!(
        *answer.data(nodes),
        json!([{ "outOfRotation": true, "reason": "信访集中" }])
    );
}

async fn is_for_leading_group_and_office(house: Arc<House>) {
    let desk = Desk::open(&house).await;
    let Rotation { blocks, rounds, .. } = rotation(&desk).await;
    desk.only(
        &[Agency::LeadingGroup, Agency::Office],
        "assignBlockToRound",
        "roundBlock { id }",
        json!({ "round": rounds[0], "block": blocks[0] }),
    )
    .await;
}
