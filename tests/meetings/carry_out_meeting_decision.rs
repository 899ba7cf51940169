//! Carrying decisions out: by their owner or those who keep the meetings, once; the deadline ends with it.

use std::sync::Arc;

use inspectorate::access::policy::Agency;
use serde_json::json;

use super::Hall;
use crate::{
    coverage::desk::{act, refused},
    support::{house::House, on_each_database},
};

on_each_database!(ends_what_is_owed, is_refused, is_for_everybody_who_handles);

const FIELDS: &str = "meetingDecision { status result carriedOutOn overdue late: overdue(asOf: \"2022-06-12\") deadlines { nodes { metOn standing } } version }";

async fn ends_what_is_owed(house: Arc<House>) {
    let hall = Hall::open(&house).await;
    let (meeting, office) = (hall.held().await, &hall.desk.office);
    let input = json!({ "meeting": meeting, "content": "选派人员", "owner": hall.discipline });
    let decision = hall
        .desk
        .made(office, "recordMeetingDecision", "meetingDecision", input)
        .await;
    let input =
        json!({ "decision": decision, "version": 1, "result": "已选派3人", "on": "2022-06-14" });
    let answer = act(&hall.called, "carryOutMeetingDecision", FIELDS, input).await;
    let expected = json!({
        "status": "CARRIED_OUT", "result": "已选派3人", "carriedOutOn": "2022-06-14", "overdue": false, "late": true,
        "deadlines": { "nodes": [{ "metOn": "2022-06-14", "standing": "MET_LATE" }] }, "version": 2,
    });
    assert_eq!(
        *answer.data("/carryOutMeetingDecision/meetingDecision"),
        expected
    );
    let owed = hall.called.ask("{ worklist { action } }").await;
    assert_eq!(*owed.data("/worklist"), json!([]));
}

async fn is_refused(house: Arc<House>) {
    let hall = Hall::open(&house).await;
    let meeting = hall.held().await;
    let input = json!({ "meeting": meeting, "content": "整理材料", "owner": hall.office, "dueOn": "2022-06-10" });
    let office = &hall.desk.office;
    let decision = hall
        .desk
        .made(office, "recordMeetingDecision", "meetingDecision", input)
        .await;
    let verb = "carryOutMeetingDecision";
    let done = |version: i32, on: &str| json!({ "decision": decision, "version": version, "result": "已办", "on": on });
    // Discipline was at the meeting and does not own the decision; audit does not know of it.
    let of_another = refused(&house, &hall.called, verb, FIELDS, done(1, "2022-06-01")).await;
    of_another
        .refused("GATE")
        .by_gate("DECISION_OF_ANOTHER_BODY")
        .of_field("input.decision");
    let unknown = refused(&house, &hall.stranger, verb, FIELDS, done(1, "2022-06-01")).await;
    unknown.refused("NOT_FOUND").of_field("input.decision");
    for (input, code, field) in [
        (done(1, "2022-05-09"), "BAD_USER_INPUT", "input.on"),
        (done(1, "2999-01-01"), "BAD_USER_INPUT", "input.on"),
        (done(9, "2022-06-01"), "CONFLICT", "input.version"),
    ] {
        let answer = refused(&house, office, verb, FIELDS, input).await;
        answer.refused(code).of_field(field);
    }
    act(office, verb, FIELDS, done(1, "2022-06-01"))
        .await
        .data("/carryOutMeetingDecision");
    let twice = refused(&house, office, verb, FIELDS, done(2, "2022-06-02")).await;
    twice
        .refused("GATE")
        .by_gate("WRONG_STATE")
        .of_field("input.decision");
}

async fn is_for_everybody_who_handles(house: Arc<House>) {
    let hall = Hall::open(&house).await;
    let meeting = hall.held().await;
    let decision = hall.decision(&meeting).await;
    let input = json!({ "decision": decision, "version": 1, "result": "已办" });
    hall.desk
        .only(
            Agency::ALL,
            "carryOutMeetingDecision",
            "meetingDecision { id }",
            input,
        )
        .await;
}
