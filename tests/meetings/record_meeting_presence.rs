//! Recording who came: the absent with a reason, who sent somebody with whom; put right by recording it again.

use std::sync::Arc;

use inspectorate::access::policy::Agency;
use serde_json::{Value, json};

use super::Hall;
use crate::{
    coverage::desk::{act, refused},
    support::{house::House, on_each_database},
};

on_each_database!(explains_itself, is_refused, is_for_planners);

const FIELDS: &str = "meeting { attendances(filter: { required: { eq: true } }) { nodes { presence absenceReason substitute { name } version } } }";

async fn explains_itself(house: Arc<House>) {
    let hall = Hall::open(&house).await;
    let meeting = hall.prepared().await;
    let attendance = hall.attendance(&meeting, "A-DISCIPLINE").await;
    let dispatcher = hall.dispatcher();
    let person = json!({ "code": "A-P-1", "name": "化名甲", "dispatcher": dispatcher });
    let person = hall
        .desk
        .made(&hall.desk.office, "registerPerson", "person", person)
        .await;
    let record = |one: Value| {
        let mut one = one;
        one["attendance"] = json!(attendance);
        json!({ "meeting": meeting, "presences": [one] })
    };
    let office = &hall.desk.office;
    for (one, presence, reason, substitute) in [
        (
            json!({ "presence": "ABSENT", "reason": "出差" }),
            "ABSENT",
            json!("出差"),
            json!(null),
        ),
        (
            json!({ "presence": "SUBSTITUTED", "substitute": person }),
            "SUBSTITUTED",
            json!(null),
            json!({ "name": "化名甲" }),
        ),
        (
            json!({ "presence": "PRESENT" }),
            "PRESENT",
            json!(null),
            json!(null),
        ),
    ] {
        let answer = act(office, "recordMeetingPresence", FIELDS, record(one)).await;
        let row = answer.data("/recordMeetingPresence/meeting/attendances/nodes/0");
        assert_eq!(row["presence"], presence);
        assert_eq!(row["absenceReason"], reason);
        assert_eq!(row["substitute"], substitute);
    }
}

async fn is_refused(house: Arc<House>) {
    let hall = Hall::open(&house).await;
    let meeting = hall.prepared().await;
    let attendance = hall.attendance(&meeting, "A-DISCIPLINE").await;
    let office = &hall.desk.office;
    let verb = "recordMeetingPresence";
    for (one, field) in [
        (
            json!({ "presence": "EXPECTED" }),
            "input.presences.0.presence",
        ),
        (json!({ "presence": "ABSENT" }), "input.presences.0.reason"),
        (
            json!({ "presence": "PRESENT", "reason": "病假" }),
            "input.presences.0.reason",
        ),
        (
            json!({ "presence": "SUBSTITUTED" }),
            "input.presences.0.substitute",
        ),
    ] {
        let mut one = one;
        one["attendance"] = json!(attendance);
        let input = json!({ "meeting": meeting, "presences": [one] });
        let answer = refused(&house, office, verb, FIELDS, input).await;
        answer.refused("BAD_USER_INPUT").of_field(field);
    }
    let mut second = hall.meeting();
    second["ordinal"] = json!(2);
    let second = hall
        .desk
        .made(office, "prepareMeeting", "meeting", second)
        .await;
    let input = json!({ "meeting": second, "presences": [{ "attendance": attendance, "presence": "PRESENT" }] });
    let of_another = refused(&house, office, verb, FIELDS, input).await;
    of_another
        .refused("NOT_FOUND")
        .of_field("input.presences.0.attendance");
    let held = hall.with("ordinal", json!(3));
    let held = hall
        .desk
        .made(office, "prepareMeeting", "meeting", held)
        .await;
    hall.came(&held).await;
    let input = json!({ "meeting": held, "version": 1 });
    act(office, "holdMeeting", "meeting { id }", input)
        .await
        .data("/holdMeeting");
    let attendance = hall.attendance(&held, "A-DISCIPLINE").await;
    let input = json!({ "meeting": held, "presences": [{ "attendance": attendance, "presence": "PRESENT" }] });
    let late = refused(&house, office, verb, FIELDS, input).await;
    late.refused("GATE")
        .by_gate("WRONG_STATE")
        .of_field("input.meeting");
}

async fn is_for_planners(house: Arc<House>) {
    let hall = Hall::open(&house).await;
    let meeting = hall.prepared().await;
    let input = json!({ "meeting": meeting, "presences": [] });
    let those = [Agency::Dispatcher, Agency::LeadingGroup, Agency::Office];
    hall.desk
        .only(&those, "recordMeetingPresence", "meeting { id }", input)
        .await;
}
