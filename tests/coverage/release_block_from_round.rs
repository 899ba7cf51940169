//! Taking a sector block out of a round: once, and it can have its turn again.

use std::sync::Arc;

use inspectorate::access::policy::Agency;
use serde_json::json;

use super::desk::{Desk, act, refused};
use crate::support::{house::House, on_each_database};

on_each_database!(ends_its_turn, is_for_leading_group_and_office);

const FIELDS: &str = "roundBlock { id releasedOn version }";

/// A turn of a block with one object; answers it with its round and block.
async fn turn(desk: &Desk) -> (String, serde_json::Value) {
    let (term, plan) = desk.plan().await;
    let block = desk.block(&plan, "教育系统", 1).await;
    desk.object_in(&plan, &block, 0).await;
    let input = json!({ "round": desk.round(&term, 1).await, "block": block });
    let turn = desk
        .made(
            &desk.office,
            "assignBlockToRound",
            "roundBlock",
            input.clone(),
        )
        .await;
    (turn, input)
}

async fn ends_its_turn(house: Arc<House>) {
    let desk = Desk::open(&house).await;
    let (turn, assigned) = turn(&desk).await;
    let input = json!({ "turn": turn, "version": 1 });
    let answer = act(&desk.office, "releaseBlockFromRound", FIELDS, input).await;
    let released = answer.data("/releaseBlockFromRound/roundBlock");
    assert!(!released["releasedOn"].is_null());
    let input = json!({ "turn": turn, "version": 2 });
    let twice = refused(&house, &desk.office, "releaseBlockFromRound", FIELDS, input).await;
    twice
        .refused("GATE")
        .by_gate("ALREADY_ENDED")
        .of_field("input.turn");
    let again = act(&desk.office, "assignBlockToRound", FIELDS, assigned).await;
    assert_ne!(
        *again.data("/assignBlockToRound/roundBlock/id"),
        turn.as_str()
    );
}

async fn is_for_leading_group_and_office(house: Arc<House>) {
    let desk = Desk::open(&house).await;
    let (turn, _) = turn(&desk).await;
    desk.only(
        &[Agency::LeadingGroup, Agency::Office],
        "releaseBlockFromRound",
        "roundBlock { id }",
        json!({ "turn": turn, "version": 1 }),
    )
    .await;
}
