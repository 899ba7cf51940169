//! Rows of every noun of meetings in a place: for the proof that outsiders see none of them.

use inspectorate::access::policy::{Agency, Role};
use serde_json::json;

use super::body;
use crate::{coverage::desk::act, support::place::Place};

/// A meeting with agenda, attendance and a decision, to which the discipline department is called, and a review with a lesson.
pub async fn fill(place: &Place) {
    let office = place.person(Agency::Office, Role::Admin);
    let (convener, called) = (body(place, "OFFICE").await, body(place, "DISCIPLINE").await);
    let input = json!({
        "kind": "ROOM_AFFAIRS", "convener": convener, "name": "室务会", "plannedOn": "2022-05-10",
        "invited": [{ "organization": called, "required": false }],
        "items": [{ "kind": "HEAR", "title": "听取汇报", "reportedBy": called }],
    });
    let answer = act(&office, "prepareMeeting", "meeting { id }", input).await;
    let meeting = answer.text_at("/prepareMeeting/meeting/id");
    let input = json!({ "meeting": meeting, "version": 1 });
    act(&office, "holdMeeting", "meeting { id }", input)
        .await
        .data("/holdMeeting");
    let input = json!({ "meeting": meeting, "content": "提供情况", "owner": called });
    let fields = "meetingDecision { id }";
    act(&office, "recordMeetingDecision", fields, input)
        .await
        .data("/recordMeetingDecision");
    // A review of the place's own round, and what it learnt.
    let query = "query($code: String!) { rounds(filter: { dispatcher: { code: { eq: $code } } }) { nodes { id } } }";
    let rounds = office.graphql(query, json!({ "code": place.code })).await;
    let round = rounds.text_at("/rounds/nodes/0/id");
    let input = json!({ "kind": "ROUND_REVIEW", "convener": convener, "name": "复盘会", "round": round, "plannedOn": "2022-07-10" });
    let answer = act(&office, "prepareMeeting", "meeting { id }", input).await;
    let review = answer.text_at("/prepareMeeting/meeting/id");
    let input = json!({ "meeting": review, "version": 1 });
    act(&office, "holdMeeting", "meeting { id }", input)
        .await
        .data("/holdMeeting");
    let input = json!({ "meeting": review, "content": "提前沟通情况", "aim": "OTHER" });
    act(
        &office,
        "recordMeetingLesson",
        "meetingLesson { id }",
        input,
    )
    .await
    .data("/recordMeetingLesson");
}
