//! Filing meetings: after they were held; only then superiors see them, and what they decided.

use std::sync::Arc;

use inspectorate::access::policy::{Agency, Role};
use serde_json::json;

use super::{Hall, body};
use crate::{
    coverage::desk::{act, refused},
    support::{house::House, on_each_database},
};

on_each_database!(shows_it_to_superiors, is_refused, is_for_planners);

const FIELDS: &str = "meeting { status filedWith filedOn }";

async fn shows_it_to_superiors(house: Arc<House>) {
    let hall = Hall::open(&house).await;
    let county = hall.desk.county(&house).await;
    let convener = body(&county.place, "OFFICE").await;
    let input = json!({ "kind": "ROOM_AFFAIRS", "convener": convener, "name": "县委巡察办室务会", "plannedOn": "2022-05-10" });
    let meeting = county
        .made(&county.office, "prepareMeeting", "meeting", input)
        .await;
    let input = json!({ "meeting": meeting, "version": 1 });
    act(&county.office, "holdMeeting", "meeting { id }", input)
        .await
        .data("/holdMeeting");
    let superior = county.place.person(Agency::Superior, Role::Viewer);
    for person in [&superior, &hall.desk.office] {
        let before = hall.seen(person).await;
        assert_eq!(*before.data("/meetings/totalCount"), 0);
    }
    let input =
        json!({ "meeting": meeting, "version": 2, "filedWith": "市委巡察办", "on": "2022-05-12" });
    let answer = act(&county.office, "fileMeeting", FIELDS, input).await;
    let expected = json!({ "status": "FILED", "filedWith": "市委巡察办", "filedOn": "2022-05-12" });
    assert_eq!(*answer.data("/fileMeeting/meeting"), expected);
    for person in [&superior, &hall.desk.office] {
        let after = hall.seen(person).await;
        assert_eq!(*after.data("/meetings/totalCount"), 1);
    }
}

async fn is_refused(house: Arc<House>) {
    let hall = Hall::open(&house).await;
    let (meeting, office) = (hall.prepared().await, &hall.desk.office);
    let file = |version: i32, on: &str| json!({ "meeting": meeting, "version": version, "filedWith": "上级", "on": on });
    let early = refused(&house, office, "fileMeeting", FIELDS, file(1, "2022-05-12")).await;
    early
        .refused("GATE")
        .by_gate("WRONG_STATE")
        .of_field("input.meeting");
    hall.came(&meeting).await;
    let input = json!({ "meeting": meeting, "version": 1 });
    act(office, "holdMeeting", "meeting { id }", input)
        .await
        .data("/holdMeeting");
    for (input, code, field) in [
        (file(2, "2022-05-09"), "BAD_USER_INPUT", "input.on"),
        (file(2, "2999-01-01"), "BAD_USER_INPUT", "input.on"),
        (file(1, "2022-05-12"), "CONFLICT", "input.version"),
    ] {
        let answer = refused(&house, office, "fileMeeting", FIELDS, input).await;
        answer.refused(code).of_field(field);
    }
}

async fn is_for_planners(house: Arc<House>) {
    let hall = Hall::open(&house).await;
    let meeting = hall.held().await;
    let input = json!({ "meeting": meeting, "version": 2, "filedWith": "上级" });
    let those = [Agency::Dispatcher, Agency::LeadingGroup, Agency::Office];
    hall.desk
        .only(&those, "fileMeeting", "meeting { id }", input)
        .await;
}
