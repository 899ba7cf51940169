//! Taking lessons up: by a rule document or a template, as they aim, once; what took them up knows it.

use std::sync::Arc;

use inspectorate::access::policy::Agency;
use serde_json::{Value, json};

use super::Hall;
use crate::{
    coverage::desk::{act, refused},
    support::{house::House, on_each_database},
};

on_each_database!(names_what_took_it_up, is_refused, is_for_planners);

const VERB: &str = "takeUpMeetingLesson";

const FIELDS: &str = "meetingLesson { status takenUpOn rule { id lessons { totalCount } } checklist { id lessons { totalCount } } version }";

/// A rule document and a checklist that the office sees.
async fn shipped(hall: &Hall) -> [String; 2] {
    let query =
        "{ ruleDocuments(first: 1) { nodes { id } } checklists(first: 1) { nodes { id } } }";
    let found = hall.desk.office.ask(query).await;
    ["/ruleDocuments/nodes/0/id", "/checklists/nodes/0/id"].map(|path| found.text_at(path))
}

async fn names_what_took_it_up(house: Arc<House>) {
    let hall = Hall::open(&house).await;
    let office = &hall.desk.office;
    let (_, meeting) = hall.review().await;
    let [rule, checklist] = shipped(&hall).await;
    let lesson = hall.lesson(&meeting, "RULE").await;
    let input = json!({ "lesson": lesson, "version": 1, "rule": rule, "on": "2022-09-01" });
    let answer = act(office, VERB, FIELDS, input).await;
    let expected = json!({
        "status": "TAKEN_UP", "takenUpOn": "2022-09-01", "rule": { "id": rule, "lessons": { "totalCount": 1 } }, "checklist": null, "version": 2,
    });
    assert_eq!(*answer.data("/takeUpMeetingLesson/meetingLesson"), expected);
    let lesson = hall.lesson(&meeting, "TEMPLATE").await;
    let input = json!({ "lesson": lesson, "version": 1, "checklist": checklist });
    let answer = act(office, VERB, FIELDS, input).await;
    let taken_up = answer.data("/takeUpMeetingLesson/meetingLesson");
    let by = json!({ "id": checklist, "lessons": { "totalCount": 1 } });
    assert_eq!(taken_up["checklist"], by);
    assert_eq!(taken_up["rule"], json!(null));
    let lesson = hall.lesson(&meeting, "OTHER").await;
    let input = json!({ "lesson": lesson, "version": 1 });
    let answer = act(office, VERB, FIELDS, input).await;
    let status = answer.data("/takeUpMeetingLesson/meetingLesson/status");
    assert_eq!(status, "TAKEN_UP");
    let query = "{ meetingLessons(filter: { status: { eq: TAKEN_UP }, meeting: { year: { eq: 2022 } } }) { totalCount } }";
    let seen = office.ask(query).await;
    assert_eq!(*seen.data("/meetingLessons/totalCount"), 3);
}

async fn is_refused(house: Arc<House>) {
    let hall = Hall::open(&house).await;
    let office = &hall.desk.office;
    let (_, meeting) = hall.review().await;
    let [rule, checklist] = shipped(&hall).await;
    let aims = ["RULE", "TEMPLATE", "OTHER"];
    let mut lessons = Vec::new();
    for aim in aims {
        lessons.push(hall.lesson(&meeting, aim).await);
    }
    let of = |at: usize, more: Value| {
        let mut input = json!({ "lesson": lessons[at], "version": 1, "on": "2022-09-01" });
        for (field, value) in more.as_object().expect("an object") {
            input[field] = value.clone();
        }
        input
    };
    let both = json!({ "rule": rule, "checklist": checklist });
    let early = json!({ "rule": rule, "on": "2022-07-09" });
    let to_come = json!({ "rule": rule, "on": "2999-01-01" });
    for (input, field) in [
        (of(0, json!({})), "input.rule"),
        (of(0, both.clone()), "input.rule"),
        (of(1, json!({})), "input.checklist"),
        (of(1, json!({ "rule": rule })), "input.checklist"),
        (of(2, both), "input.checklist"),
        (of(0, early), "input.on"),
        (of(0, to_come), "input.on"),
    ] {
        let answer = refused(&house, office, VERB, FIELDS, input).await;
        answer.refused("BAD_USER_INPUT").of_field(field);
    }
    let stale = of(0, json!({ "rule": rule, "version": 9 }));
    let stale = refused(&house, office, VERB, FIELDS, stale).await;
    stale.refused("CONFLICT").of_field("input.version");
    act(office, VERB, FIELDS, of(0, json!({ "rule": rule })))
        .await
        .data("/takeUpMeetingLesson");
    let twice = of(0, json!({ "rule": rule, "version": 2 }));
    let (_, below) = hall.lesson_below(&house).await;
    let below = json!({ "lesson": below, "version": 1 });
    for (input, gate) in [
        (twice, "WRONG_STATE"),
        (below, "RECORD_OF_ANOTHER_DISPATCHER"),
    ] {
        let answer = refused(&house, office, VERB, FIELDS, input).await;
        answer
            .refused("GATE")
            .by_gate(gate)
            .of_field("input.lesson");
    }
}

async fn is_for_planners(house: Arc<House>) {
    let hall = Hall::open(&house).await;
    let (_, meeting) = hall.review().await;
    let lesson = hall.lesson(&meeting, "OTHER").await;
    let input = json!({ "lesson": lesson, "version": 1 });
    let those = [Agency::Dispatcher, Agency::LeadingGroup, Agency::Office];
    hall.desk
        .only(&those, VERB, "meetingLesson { id }", input)
        .await;
}
