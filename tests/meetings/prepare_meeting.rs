//! Preparing meetings: called by the body whose meeting it is, each called once, with an agenda that says what it is about.

use std::sync::Arc;

use inspectorate::access::policy::Agency;
use serde_json::{Value, json};

use super::{Hall, body};
use crate::{
    coverage::desk::{act, refused},
    support::{house::House, on_each_database},
};

on_each_database!(
    says_who_is_called_for_what,
    belongs_to_the_leading_group_that_stands,
    is_refused,
    is_for_planners,
);

const FIELDS: &str = "meeting { kind year ordinal medium status plannedOn heldOn convener { code } leadingGroup { termLabel } \
    attendances { nodes { required presence organization { code } } } items { nodes { ordinal kind title } } \
    availableActions { action enabled blockedBy { gate } } }";

async fn says_who_is_called_for_what(house: Arc<House>) {
    let hall = Hall::open(&house).await;
    let answer = act(&hall.desk.office, "prepareMeeting", FIELDS, hall.meeting()).await;
    let meeting = answer.data("/prepareMeeting/meeting");
    assert_eq!(meeting["status"], "PREPARED");
    assert_eq!(meeting["medium"], "IN_PERSON");
    assert_eq!(meeting["year"], 2022);
    assert_eq!(meeting["heldOn"], json!(null));
    let called = json!([
        { "required": true, "presence": "EXPECTED", "organization": { "code": "A-DISCIPLINE" } },
        { "required": false, "presence": "EXPECTED", "organization": { "code": "A-OBJECT-1" } },
    ]);
    assert_eq!(meeting["attendances"]["nodes"], called);
    let items = json!([{ "ordinal": 1, "kind": "CONSIDER", "title": "研究进驻安排" }]);
    assert_eq!(meeting["items"]["nodes"], items);
    let hold = json!({ "action": "holdMeeting", "enabled": false, "blockedBy": [{ "gate": "PRESENCE_UNRECORDED" }, { "gate": "QUORUM_MISSED" }] });
    let actions = meeting["availableActions"].as_array().expect("actions");
    assert!(actions.contains(&hold), "{actions:#?}");
    let worklist = "{ worklist { recordType action state } }";
    let owed = hall.desk.office.ask(worklist).await;
    let expected =
        json!([{ "recordType": "Meeting", "action": "holdMeeting", "state": "PREPARED" }]);
    assert_eq!(*owed.data("/worklist"), expected);
}

async fn belongs_to_the_leading_group_that_stands(house: Arc<House>) {
    let hall = Hall::open(&house).await;
    let convener = body(&hall.desk.place, "LEADING-GROUP").await;
    let mut input = hall.with("kind", json!("LEADING_GROUP"));
    input["convener"] = json!(convener);
    let office = &hall.desk.office;
    let none = refused(&house, office, "prepareMeeting", FIELDS, input.clone()).await;
    none.refused("GATE")
        .by_gate("LEADING_GROUP_DISSOLVED")
        .of_field("input.kind");
    let dispatcher = hall.dispatcher();
    let group =
        json!({ "dispatcher": dispatcher, "termLabel": "第八届", "constitutedOn": "2021-10-08" });
    let secretary = &hall.desk.dispatcher;
    hall.desk
        .made(secretary, "constituteLeadingGroup", "leadingGroup", group)
        .await;
    let answer = act(office, "prepareMeeting", FIELDS, input).await;
    let label = answer.data("/prepareMeeting/meeting/leadingGroup/termLabel");
    assert_eq!(label, "第八届");
    let query = "{ leadingGroups { nodes { meetings { nodes { kind } } } } }";
    let meetings = office.ask(query).await;
    let kind = meetings.data("/leadingGroups/nodes/0/meetings/nodes/0/kind");
    assert_eq!(kind, "LEADING_GROUP");
}

async fn is_refused(house: Arc<House>) {
    let hall = Hall::open(&house).await;
    hall.prepared().await;
    let (office, verb) = (&hall.desk.office, "prepareMeeting");
    let other = |field: &str, value: Value| {
        let mut input = hall.with(field, value);
        input["ordinal"] = json!(2);
        input
    };
    let review = |mut input: Value| {
        input["kind"] = json!("ROUND_REVIEW");
        input
    };
    let conference = |mut input: Value| {
        (input["kind"], input["ordinal"]) = (json!("JOINT_CONFERENCE"), json!(null));
        input
    };
    let (discipline, object) = (&hall.discipline, hall.desk.organization(0));
    for (input, code, field) in [
        (hall.meeting(), "CONFLICT", "input.ordinal"),
        (
            hall.with("ordinal", json!(0)),
            "BAD_USER_INPUT",
            "input.ordinal",
        ),
        (review(hall.meeting()), "BAD_USER_INPUT", "input.round"),
        (
            conference(hall.meeting()),
            "BAD_USER_INPUT",
            "input.ordinal",
        ),
        (
            other("invited", json!([{}])),
            "BAD_USER_INPUT",
            "input.invited.0",
        ),
        (
            other(
                "invited",
                json!([{ "organization": discipline }, { "organization": discipline }]),
            ),
            "CONFLICT",
            "input.invited.1",
        ),
        (
            other("items", json!([{ "kind": "HEAR", "title": "听取汇报" }])),
            "BAD_USER_INPUT",
            "input.items.0.reportedBy",
        ),
        (
            other("items", json!([{ "kind": "STUDY", "title": "学习" }])),
            "BAD_USER_INPUT",
            "input.items.0.document",
        ),
        (
            other(
                "items",
                json!([{ "kind": "CONSIDER", "title": "研究", "reportedBy": object }]),
            ),
            "BAD_USER_INPUT",
            "input.items.0.reportedBy",
        ),
        (other("name", json!(" ")), "BAD_USER_INPUT", "input.name"),
    ] {
        let answer = refused(&house, office, verb, FIELDS, input).await;
        answer.refused(code).of_field(field);
    }
    let by_another = other("convener", json!(discipline));
    let answer = refused(&house, office, verb, FIELDS, by_another).await;
    answer
        .refused("GATE")
        .by_gate("CONVENED_BY_ANOTHER")
        .of_field("input.convener");
}

async fn is_for_planners(house: Arc<House>) {
    let hall = Hall::open(&house).await;
    let those = [Agency::Dispatcher, Agency::LeadingGroup, Agency::Office];
    hall.desk
        .only(&those, "prepareMeeting", "meeting { id }", hall.meeting())
        .await;
}
