//! Joint conferences: numbered, of members that have a mechanism in force, whose decisions have owners that are not asked twice.

use std::sync::Arc;

use serde_json::{Value, json};

use super::Pact;
use crate::{
    coverage::desk::{act, refused},
    meetings::body,
    support::{house::House, on_each_database},
};

on_each_database!(is_of_those_with_a_mechanism, follows_its_decisions);

const FIELDS: &str =
    "meeting { kind ordinal attendances { nodes { required organization { code } } } }";

async fn conference(pact: &Pact, on: &str, invited: Value) -> Value {
    let office = body(&pact.desk.place, "OFFICE").await;
    json!({
        "kind": "JOINT_CONFERENCE", "convener": office, "name": "第一次联席会议", "ordinal": 1, "plannedOn": on,
        "invited": invited,
    })
}

async fn is_of_those_with_a_mechanism(house: Arc<House>) {
    let pact = Pact::open(&house).await;
    pact.in_force().await;
    let (office, verb) = (&pact.desk.office, "prepareMeeting");
    let audit = body(&pact.desk.place, "AUDIT").await;
    let members = json!([{ "organization": pact.body }, { "organization": audit }]);
    let input = conference(&pact, "2022-11-01", members).await;
    let stranger = refused(&house, office, verb, FIELDS, input).await;
    stranger
        .refused("GATE")
        .by_gate("MEMBER_WITHOUT_MECHANISM")
        .of_field("input.invited.1");
    // Before the mechanism came into force nobody was a member.
    let early = json!([{ "organization": pact.body }]);
    let early = conference(&pact, "2022-03-09", early).await;
    let early = refused(&house, office, verb, FIELDS, early).await;
    early
        .refused("GATE")
        .by_gate("MEMBER_WITHOUT_MECHANISM")
        .of_field("input.invited.0");
    let members =
        json!([{ "organization": pact.body }, { "organization": audit, "required": false }]);
    let input = conference(&pact, "2022-11-01", members).await;
    let answer = act(office, verb, FIELDS, input).await;
    let expected = json!({
        "kind": "JOINT_CONFERENCE", "ordinal": 1,
        "attendances": { "nodes": [
            { "required": true, "organization": { "code": "A-DISCIPLINE" } },
            { "required": false, "organization": { "code": "A-AUDIT" } },
        ] },
    });
    assert_eq!(*answer.data("/prepareMeeting/meeting"), expected);
    let query = "{ meetings { nodes { id } } }";
    let meeting = office.ask(query).await.text_at("/meetings/nodes/0/id");
    let third = body(&pact.desk.place, "ORGANIZATION").await;
    let input = json!({ "meeting": meeting, "invited": [{ "organization": third }] });
    let later = refused(&house, office, "inviteToMeeting", FIELDS, input).await;
    later
        .refused("GATE")
        .by_gate("MEMBER_WITHOUT_MECHANISM")
        .of_field("input.invited.0");
}

async fn follows_its_decisions(house: Arc<House>) {
    let pact = Pact::open(&house).await;
    pact.in_force().await;
    let office = &pact.desk.office;
    let members = json!([{ "organization": pact.body }]);
    let input = conference(&pact, "2022-11-01", members).await;
    let meeting = pact
        .desk
        .made(office, "prepareMeeting", "meeting", input)
        .await;
    let query = "{ meetingAttendances { nodes { id } } }";
    let called = office.ask(query).await;
    let called = called.text_at("/meetingAttendances/nodes/0/id");
    let input = json!({ "meeting": meeting, "presences": [{ "attendance": called, "presence": "PRESENT" }] });
    act(office, "recordMeetingPresence", "meeting { id }", input)
        .await
        .data("/recordMeetingPresence");
    let input = json!({ "meeting": meeting, "version": 1 });
    act(office, "holdMeeting", "meeting { id }", input)
        .await
        .data("/holdMeeting");
    let fields = "meetingDecision { status owner { code } }";
    let ownerless = json!({ "meeting": meeting, "content": "建立信息共享清单" });
    let ownerless = refused(&house, office, "recordMeetingDecision", fields, ownerless).await;
    ownerless
        .refused("GATE")
        .by_gate("DECISION_WITHOUT_OWNER")
        .of_field("input.owner");
    let input = json!({ "meeting": meeting, "content": "建立信息共享清单", "owner": pact.body });
    let answer = act(office, "recordMeetingDecision", fields, input).await;
    let expected = json!({ "status": "OPEN", "owner": { "code": "A-DISCIPLINE" } });
    let decision = answer.data("/recordMeetingDecision/meetingDecision");
    assert_eq!(*decision, expected);
    let owed = pact.discipline.ask("{ worklist { action } }").await;
    let expected = json!([{ "action": "carryOutMeetingDecision" }]);
    assert_eq!(*owed.data("/worklist"), expected);
}
