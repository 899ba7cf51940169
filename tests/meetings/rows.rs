//! Rows of every noun of meetings in a place: for the proof that outsiders see none of them.

use inspectorate::access::policy::{Agency, Role};
use serde_json::json;

use super::body;
use crate::{coverage::desk::act, support::place::Place};

/// A meeting with agenda, attendance and a decision, to which the discipline department is called.
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
}
