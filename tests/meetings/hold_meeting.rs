//! Holding meetings: when it is recorded who came, and enough did, as the place's own setting asks.

use std::sync::Arc;

use inspectorate::access::policy::{Agency, Role};
use serde_json::json;

use super::Hall;
use crate::{
    coverage::desk::{act, refused},
    support::{house::House, on_each_database},
};

on_each_database!(
    counts_in_the_year_of_its_day,
    needs_those_whom_it_needs,
    is_refused,
    is_for_planners,
);

const FIELDS: &str = "meeting { status heldOn year minutes version }";

async fn counts_in_the_year_of_its_day(house: Arc<House>) {
    let hall = Hall::open(&house).await;
    let input = hall.with("plannedOn", json!("2022-12-30"));
    let office = &hall.desk.office;
    let meeting = hall
        .desk
        .made(office, "prepareMeeting", "meeting", input)
        .await;
    hall.came(&meeting).await;
    let input =
        json!({ "meeting": meeting, "version": 1, "on": "2023-01-04", "minutes": "研究进驻安排" });
    let answer = act(office, "holdMeeting", FIELDS, input).await;
    let expected = json!({ "status": "HELD", "heldOn": "2023-01-04", "year": 2023, "minutes": "研究进驻安排", "version": 2 });
    assert_eq!(*answer.data("/holdMeeting/meeting"), expected);
}

async fn needs_those_whom_it_needs(house: Arc<House>) {
    let hall = Hall::open(&house).await;
    let (meeting, office) = (hall.prepared().await, &hall.desk.office);
    let hold = json!({ "meeting": meeting, "version": 1 });
    let unrecorded = refused(&house, office, "holdMeeting", FIELDS, hold.clone()).await;
    unrecorded
        .refused("GATE")
        .by_gate("PRESENCE_UNRECORDED")
        .of_field("input.meeting");
    let attendance = hall.attendance(&meeting, "A-DISCIPLINE").await;
    let absent = json!({ "meeting": meeting, "presences": [{ "attendance": attendance, "presence": "ABSENT", "reason": "出差" }] });
    act(office, "recordMeetingPresence", "meeting { id }", absent)
        .await
        .data("/recordMeetingPresence");
    let missed = refused(&house, office, "holdMeeting", FIELDS, hold.clone()).await;
    missed
        .refused("GATE")
        .by_gate("QUORUM_MISSED")
        .of_field("input.meeting");
    // A place that asks for nobody holds it all the same.
    let keeper = hall.desk.place.person(Agency::Office, Role::Admin);
    let dispatcher = hall.dispatcher();
    let setting = json!({ "dispatcher": dispatcher, "key": "MEETING_QUORUM", "value": "0", "reason": "本级议事规则" });
    act(&keeper, "setSetting", "settingValue { value }", setting)
        .await
        .data("/setSetting");
    let answer = act(office, "holdMeeting", FIELDS, hold).await;
    assert_eq!(*answer.data("/holdMeeting/meeting/status"), "HELD");
}

async fn is_refused(house: Arc<House>) {
    let hall = Hall::open(&house).await;
    let (meeting, office) = (hall.prepared().await, &hall.desk.office);
    hall.came(&meeting).await;
    let hold = |version: i32, on: &str| json!({ "meeting": meeting, "version": version, "on": on });
    let stale = refused(&house, office, "holdMeeting", FIELDS, hold(9, "2022-05-10")).await;
    stale.refused("CONFLICT").of_field("input.version");
    let future = refused(&house, office, "holdMeeting", FIELDS, hold(1, "2999-01-01")).await;
    future.refused("BAD_USER_INPUT").of_field("input.on");
    act(office, "holdMeeting", FIELDS, hold(1, "2022-05-10"))
        .await
        .data("/holdMeeting");
    let twice = refused(&house, office, "holdMeeting", FIELDS, hold(2, "2022-05-10")).await;
    twice
        .refused("GATE")
        .by_gate("WRONG_STATE")
        .of_field("input.meeting");
}

async fn is_for_planners(house: Arc<House>) {
    let hall = Hall::open(&house).await;
    let meeting = hall.prepared().await;
    let input = json!({ "meeting": meeting, "version": 1 });
    let those = [Agency::Dispatcher, Agency::LeadingGroup, Agency::Office];
    hall.desk
        .only(&those, "holdMeeting", "meeting { id }", input)
        .await;
}
