//! Calling more to a meeting: from then on they see it, and of those called themselves only.

use std::sync::Arc;

use inspectorate::access::policy::Agency;
use serde_json::json;

use super::{Hall, body};
use crate::{
    coverage::desk::{act, refused},
    support::{house::House, on_each_database},
};

on_each_database!(opens_the_meeting_to_the_called, is_refused, is_for_planners);

const FIELDS: &str = "meeting { attendances { totalCount } }";

async fn opens_the_meeting_to_the_called(house: Arc<House>) {
    let hall = Hall::open(&house).await;
    let meeting = hall.prepared().await;
    let before = hall.seen(&hall.stranger).await;
    assert_eq!(*before.data("/meetings/totalCount"), 0);
    let audit = body(&hall.desk.place, "AUDIT").await;
    let input = json!({ "meeting": meeting, "invited": [{ "organization": audit }] });
    let answer = act(&hall.desk.office, "inviteToMeeting", FIELDS, input).await;
    assert_eq!(
        *answer.data("/inviteToMeeting/meeting/attendances/totalCount"),
        3
    );
    let after = hall.seen(&hall.stranger).await;
    let expected = json!({ "totalCount": 1, "nodes": [{
        "name": "第一次室务会", "attendances": { "totalCount": 1, "nodes": [{ "organization": { "code": "A-AUDIT" } }] },
        "items": { "nodes": [{ "title": "研究进驻安排" }] }, "decisions": { "totalCount": 0 }, "availableActions": [],
    }] });
    assert_eq!(*after.data("/meetings"), expected);
}

async fn is_refused(house: Arc<House>) {
    let hall = Hall::open(&house).await;
    let meeting = hall.prepared().await;
    let (office, verb) = (&hall.desk.office, "inviteToMeeting");
    let again = json!({ "meeting": meeting, "invited": [{ "organization": hall.discipline }] });
    let twice = refused(&house, office, verb, FIELDS, again).await;
    twice.refused("CONFLICT").of_field("input.invited.0");
    let county = hall.desk.county(&house).await;
    let call =
        json!({ "meeting": meeting, "invited": [{ "organization": hall.desk.organization(1) }] });
    let unknown = refused(&house, &county.office, verb, FIELDS, call.clone()).await;
    unknown.refused("NOT_FOUND").of_field("input.meeting");
    hall.came(&meeting).await;
    let input = json!({ "meeting": meeting, "version": 1 });
    act(office, "holdMeeting", "meeting { id }", input)
        .await
        .data("/holdMeeting");
    let late = refused(&house, office, verb, FIELDS, call).await;
    late.refused("GATE")
        .by_gate("WRONG_STATE")
        .of_field("input.meeting");
}

async fn is_for_planners(house: Arc<House>) {
    let hall = Hall::open(&house).await;
    let meeting = hall.prepared().await;
    let input = json!({ "meeting": meeting, "invited": [] });
    let those = [Agency::Dispatcher, Agency::LeadingGroup, Agency::Office];
    hall.desk
        .only(&those, "inviteToMeeting", "meeting { id }", input)
        .await;
}
