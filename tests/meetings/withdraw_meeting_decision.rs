//! Taking decisions back: while they are open, by those who keep the meetings; nothing is owed or overdue any more.

use std::sync::Arc;

use inspectorate::access::policy::Agency;
use serde_json::json;

use super::Hall;
use crate::{
    coverage::desk::{act, refused},
    support::{house::House, on_each_database},
};

on_each_database!(owes_nothing_any_more, is_refused, is_for_planners);

const FIELDS: &str = "meetingDecision { status withdrawalReason withdrawnOn overdue deadlines { nodes { metOn liftedOn standing } } }";

async fn owes_nothing_any_more(house: Arc<House>) {
    let hall = Hall::open(&house).await;
    let (meeting, office) = (hall.held().await, &hall.desk.office);
    let input = json!({ "meeting": meeting, "content": "选派人员", "owner": hall.discipline });
    let decision = hall
        .desk
        .made(office, "recordMeetingDecision", "meetingDecision", input)
        .await;
    let input =
        json!({ "decision": decision, "version": 1, "reason": "情况变化", "on": "2022-05-20" });
    let answer = act(office, "withdrawMeetingDecision", FIELDS, input).await;
    let expected = json!({
        "status": "WITHDRAWN", "withdrawalReason": "情况变化", "withdrawnOn": "2022-05-20", "overdue": false,
        "deadlines": { "nodes": [{ "metOn": null, "liftedOn": "2022-05-20", "standing": "LIFTED" }] },
    });
    assert_eq!(
        *answer.data("/withdrawMeetingDecision/meetingDecision"),
        expected
    );
    let owed = hall.called.ask("{ worklist { action } }").await;
    assert_eq!(*owed.data("/worklist"), json!([]));
    let input = json!({ "decision": decision, "version": 2, "result": "已办" });
    let verb = "carryOutMeetingDecision";
    let late = refused(&house, &hall.called, verb, "meetingDecision { id }", input).await;
    late.refused("GATE")
        .by_gate("WRONG_STATE")
        .of_field("input.decision");
}

async fn is_refused(house: Arc<House>) {
    let hall = Hall::open(&house).await;
    let meeting = hall.held().await;
    let decision = hall.decision(&meeting).await;
    let (office, verb) = (&hall.desk.office, "withdrawMeetingDecision");
    let back = |version: i32, on: &str| json!({ "decision": decision, "version": version, "reason": "情况变化", "on": on });
    for (input, code, field) in [
        (back(1, "2022-05-09"), "BAD_USER_INPUT", "input.on"),
        (back(1, "2999-01-01"), "BAD_USER_INPUT", "input.on"),
        (back(9, "2022-06-01"), "CONFLICT", "input.version"),
    ] {
        let answer = refused(&house, office, verb, FIELDS, input).await;
        answer.refused(code).of_field(field);
    }
}

async fn is_for_planners(house: Arc<House>) {
    let hall = Hall::open(&house).await;
    let meeting = hall.held().await;
    let decision = hall.decision(&meeting).await;
    let input = json!({ "decision": decision, "version": 1, "reason": "情况变化" });
    let those = [Agency::Dispatcher, Agency::LeadingGroup, Agency::Office];
    hall.desk
        .only(
            &those,
            "withdrawMeetingDecision",
            "meetingDecision { id }",
            input,
        )
        .await;
}
