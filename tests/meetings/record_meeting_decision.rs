//! Recording decisions: with an owner, until a day or by a rule; the owner sees and owes it, called to the meeting or not.

use std::sync::Arc;

use inspectorate::access::policy::{Agency, Role};
use serde_json::{Value, json};

use super::{Hall, body};
use crate::{
    coverage::desk::{act, refused},
    support::{house::House, on_each_database},
};

on_each_database!(
    is_owed_by_its_owner,
    is_due_by_rule,
    is_refused,
    is_for_planners,
);

const FIELDS: &str = "meetingDecision { ordinal content status decidedOn dueOn overdue owner { code } item { title } deadlines { nodes { dueOn rule { key } } } }";

const WORKLIST: &str = "{ worklist { recordType action state dueOn record { ... on MeetingDecision { content meeting { name } } } } }";

async fn is_owed_by_its_owner(house: Arc<House>) {
    let hall = Hall::open(&house).await;
    let (meeting, office) = (hall.held().await, &hall.desk.office);
    let audit = body(&hall.desk.place, "AUDIT").await;
    let input = json!({ "meeting": meeting, "content": "提供审计结果", "owner": audit, "dueOn": "2022-06-10" });
    let answer = act(office, "recordMeetingDecision", FIELDS, input).await;
    let decision = answer.data("/recordMeetingDecision/meetingDecision");
    assert_eq!(decision["ordinal"], 1);
    assert_eq!(decision["status"], "OPEN");
    assert_eq!(decision["decidedOn"], "2022-05-10");
    assert_eq!(decision["dueOn"], "2022-06-10");
    assert_eq!(decision["overdue"], true);
    assert_eq!(decision["deadlines"], json!({ "nodes": [] }));
    // Audit was not called: it sees what it owes, and nothing of the meeting.
    let owed = hall.stranger.ask(WORKLIST).await;
    let expected = json!([{
        "recordType": "MeetingDecision", "action": "carryOutMeetingDecision", "state": "OPEN", "dueOn": "2022-06-10",
        "record": { "content": "提供审计结果", "meeting": null },
    }]);
    assert_eq!(*owed.data("/worklist"), expected);
    let seen = hall.seen(&hall.stranger).await;
    assert_eq!(*seen.data("/meetings/totalCount"), 0);
    // Discipline was there: it sees the decision and owes nothing; who neither was there nor owes sees nothing.
    let query = "{ meetingDecisions { totalCount nodes { availableActions { action enabled blockedBy { gate } } } } worklist { action } }";
    let there = hall.called.ask(query).await;
    let expected = json!([{ "action": "carryOutMeetingDecision", "enabled": false, "blockedBy": [{ "gate": "DECISION_OF_ANOTHER_BODY" }] }]);
    assert_eq!(
        *there.data("/meetingDecisions/nodes/0/availableActions"),
        expected
    );
    assert_eq!(*there.data("/worklist"), json!([]));
    let third = hall.desk.place.person(Agency::Organization, Role::Admin);
    let third = third.ask(query).await;
    assert_eq!(*third.data("/meetingDecisions/totalCount"), 0);
}

async fn is_due_by_rule(house: Arc<House>) {
    let hall = Hall::open(&house).await;
    let (meeting, office) = (hall.held().await, &hall.desk.office);
    let items = "query($id: ID!) { meeting(id: $id) { items { nodes { id } } } }";
    let items = office.graphql(items, json!({ "id": meeting })).await;
    let item = items.text_at("/meeting/items/nodes/0/id");
    let input = json!({ "meeting": meeting, "item": item, "content": "选派人员", "owner": hall.discipline });
    let answer = act(office, "recordMeetingDecision", FIELDS, input).await;
    let decision = answer.data("/recordMeetingDecision/meetingDecision");
    assert_eq!(decision["dueOn"], json!(null));
    assert_eq!(decision["item"]["title"], "研究进驻安排");
    let deadline =
        json!({ "nodes": [{ "dueOn": "2022-06-10", "rule": { "key": "MEETING_DECISION" } }] });
    assert_eq!(decision["deadlines"], deadline);
    assert_eq!(decision["overdue"], true);
    // Once each in the worklist of the owner, with the day that the rule set.
    let owed = hall.called.ask(WORKLIST).await;
    let list = owed.data("/worklist").as_array().expect("a list");
    let mine = |item: &&Value| item["action"] == "carryOutMeetingDecision";
    let mine: Vec<&Value> = list.iter().filter(mine).collect();
    assert_eq!(mine.len(), 1, "{list:#?}");
    assert_eq!(mine[0]["dueOn"], "2022-06-10");
}

async fn is_refused(house: Arc<House>) {
    let hall = Hall::open(&house).await;
    let (meeting, office) = (hall.held().await, &hall.desk.office);
    let verb = "recordMeetingDecision";
    let with = |field: &str, value: Value| {
        let mut input =
            json!({ "meeting": meeting, "content": "选派人员", "owner": hall.discipline });
        input[field] = value;
        input
    };
    let ownerless = refused(&house, office, verb, FIELDS, with("owner", json!(null))).await;
    ownerless
        .refused("GATE")
        .by_gate("DECISION_WITHOUT_OWNER")
        .of_field("input.owner");
    let mut both = with("rule", json!("MEETING_DECISION"));
    both["dueOn"] = json!("2022-06-10");
    for (input, field) in [
        (with("dueOn", json!("2022-05-09")), "input.dueOn"),
        (both, "input.dueOn"),
        (with("rule", json!("NO_SUCH_RULE")), "input.rule"),
        (with("content", json!("")), "input.content"),
    ] {
        let answer = refused(&house, office, verb, FIELDS, input).await;
        answer.refused("BAD_USER_INPUT").of_field(field);
    }
    let prepared = hall.with("ordinal", json!(2));
    let prepared = hall
        .desk
        .made(office, "prepareMeeting", "meeting", prepared)
        .await;
    let early = refused(
        &house,
        office,
        verb,
        FIELDS,
        with("meeting", json!(prepared)),
    )
    .await;
    early
        .refused("GATE")
        .by_gate("WRONG_STATE")
        .of_field("input.meeting");
    // A superior sees what was filed, and writes nothing into it.
    let county = hall.desk.county(&house).await;
    let convener = body(&county.place, "OFFICE").await;
    let input = json!({ "kind": "ROOM_AFFAIRS", "convener": convener, "name": "县室务会", "plannedOn": "2022-05-10" });
    let below = county
        .made(&county.office, "prepareMeeting", "meeting", input)
        .await;
    let input = json!({ "meeting": below, "version": 1 });
    act(&county.office, "holdMeeting", "meeting { id }", input)
        .await
        .data("/holdMeeting");
    let input = json!({ "meeting": below, "version": 2, "filedWith": "市委巡察办" });
    act(&county.office, "fileMeeting", "meeting { id }", input)
        .await
        .data("/fileMeeting");
    let other = refused(&house, office, verb, FIELDS, with("meeting", json!(below))).await;
    other
        .refused("GATE")
        .by_gate("RECORD_OF_ANOTHER_DISPATCHER")
        .of_field("input.meeting");
}

async fn is_for_planners(house: Arc<House>) {
    let hall = Hall::open(&house).await;
    let meeting = hall.held().await;
    let input = json!({ "meeting": meeting, "content": "选派人员", "owner": hall.discipline });
    let those = [Agency::Dispatcher, Agency::LeadingGroup, Agency::Office];
    hall.desk
        .only(
            &those,
            "recordMeetingDecision",
            "meetingDecision { id }",
            input,
        )
        .await;
}
