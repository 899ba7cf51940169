//! Entering a pilot: one of five, say, for a topic.

use std::sync::Arc;

use inspectorate::access::policy::Agency;
use serde_json::json;

use super::pilot;
use crate::{
    coverage::desk::{Desk, act, refused},
    support::{house::House, on_each_database},
};

on_each_database!(
    stands_among_the_pilots,
    is_refused,
    is_for_dispatcher_and_office
);

async fn stands_among_the_pilots(house: Arc<House>) {
    let desk = Desk::open(&house).await;
    pilot(&desk).await;
    let query = "{ pilots(filter: { topic: { contains: \"村\" }, level: { eq: PROVINCE } }) { totalCount nodes { participant { code } dispatcher { code } sponsor participants status startsOn endsOn availableActions { action enabled } } } }";
    let answer = desk.office.ask(query).await;
    let expected = json!({ "totalCount": 1, "nodes": [{
        "participant": { "code": "A-OBJECT-1" }, "dispatcher": { "code": "A" }, "sponsor": "省委巡视办", "participants": 5,
        "status": "RUNNING", "startsOn": "2022-03-01", "endsOn": null, "availableActions": [{ "action": "endPilot", "enabled": true }],
    }] });
    assert_eq!(*answer.data("/pilots"), expected);
    let stranger = Desk::at(&house, "B").await;
    assert_eq!(
        stranger.office.ask(query).await.data("/pilots/totalCount"),
        0
    );
}

async fn is_refused(house: Arc<House>) {
    let desk = Desk::open(&house).await;
    pilot(&desk).await;
    let enter = |topic: &str, participants: i32, day: &str| json!({ "participant": desk.organization(0), "topic": topic, "level": "PROVINCE", "sponsor": "省委巡视办", "participants": participants, "startsOn": day });
    for (input, code, field) in [
        (
            enter("对村（社区）巡察", 5, "2022-03-01"),
            "CONFLICT",
            "input.topic",
        ),
        (
            enter("信息化", 0, "2022-03-01"),
            "BAD_USER_INPUT",
            "input.participants",
        ),
        (
            enter("信息化", 5, "2999-01-01"),
            "BAD_USER_INPUT",
            "input.startsOn",
        ),
    ] {
        let fields = "pilot { id }";
        let answer = refused(&house, &desk.office, "enterPilot", fields, input).await;
        answer.refused(code).of_field(field);
    }
    let ended = enter("信息化", 5, "2022-03-01");
    act(&desk.office, "enterPilot", "pilot { id }", ended)
        .await
        .data("/enterPilot");
}

async fn is_for_dispatcher_and_office(house: Arc<House>) {
    let desk = Desk::open(&house).await;
    desk.only(
        &[Agency::Dispatcher, Agency::Office],
        "enterPilot",
        "pilot { id }",
        json!({ "participant": desk.organization(0), "topic": "信息化", "level": "PROVINCE", "sponsor": "省委巡视办" }),
    )
    .await;
}
