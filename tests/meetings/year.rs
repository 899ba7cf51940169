//! The meetings of a year by kind with what became of their decisions, and how soon a new secretary held the first.

use std::sync::Arc;

use serde_json::json;

use super::Hall;
use crate::{
    coverage::desk::act,
    support::{house::House, on_each_database},
};

on_each_database!(
    counts_what_was_held_and_done,
    a_year_to_come_has_no_figures,
    a_new_secretary_is_counted_from_day_one,
);

const YEAR: &str = "query($code: String!) { organizations(filter: { code: { eq: $code } }) { nodes { meetingYear(year: 2022) { held { value } \
    byKind { kind held { value scope { dimension value } } } decisions { value } carriedOut { value numerator denominator } overdue { value definition { code } } } } } }";

async fn counts_what_was_held_and_done(house: Arc<House>) {
    let hall = Hall::open(&house).await;
    let (meeting, office) = (hall.held().await, &hall.desk.office);
    hall.desk
        .made(
            office,
            "prepareMeeting",
            "meeting",
            hall.with("ordinal", json!(2)),
        )
        .await;
    let done = hall.decision(&meeting).await;
    hall.decision(&meeting).await;
    let back = hall.decision(&meeting).await;
    let input = json!({ "decision": done, "version": 1, "result": "已办", "on": "2022-06-01" });
    act(office, "carryOutMeetingDecision", "event { id }", input)
        .await
        .data("/carryOutMeetingDecision");
    let input = json!({ "decision": back, "version": 1, "reason": "情况变化" });
    act(office, "withdrawMeetingDecision", "event { id }", input)
        .await
        .data("/withdrawMeetingDecision");
    let answer = office.graphql(YEAR, json!({ "code": "A" })).await;
    let year = answer.data("/organizations/nodes/0/meetingYear");
    assert_eq!(year["held"]["value"], "1");
    assert_eq!(year["byKind"][0]["kind"], "ROOM_AFFAIRS");
    assert_eq!(year["byKind"][0]["held"]["value"], "1");
    let kind = json!({ "dimension": "MEETING_KIND", "value": "ROOM_AFFAIRS" });
    assert_eq!(year["byKind"][0]["held"]["scope"][2], kind);
    assert_eq!(year["decisions"]["value"], "2");
    let share = json!({ "value": "50", "numerator": "1", "denominator": "2" });
    assert_eq!(year["carriedOut"], share);
    assert_eq!(year["overdue"]["value"], "1");
    // Who was called counts what it sees; who was not counts nothing.
    let stranger = hall.stranger.graphql(YEAR, json!({ "code": "A" })).await;
    let year = stranger.data("/organizations/nodes/0/meetingYear");
    assert_eq!(year["held"]["value"], "0");
    assert_eq!(year["decisions"]["value"], "0");
}

async fn a_year_to_come_has_no_figures(house: Arc<House>) {
    let hall = Hall::open(&house).await;
    let query = "{ organizations(filter: { code: { eq: \"A\" } }) { nodes { meetingYear(year: 2999) { held { value } } } } }";
    let answer = hall.desk.office.ask(query).await;
    answer.refused("BAD_USER_INPUT").of_field("year");
}

async fn a_new_secretary_is_counted_from_day_one(house: Arc<House>) {
    let hall = Hall::open(&house).await;
    let (desk, office) = (&hall.desk, &hall.desk.office);
    let dispatcher = hall.dispatcher();
    let person = json!({ "code": "A-P-9", "name": "化名书记", "dispatcher": dispatcher });
    let person = desk.made(office, "registerPerson", "person", person).await;
    let post = json!({ "organization": dispatcher, "title": "书记", "function": "PARTY_SECRETARY", "rankOrder": 1, "isHead": true, "isFullTime": true });
    let post = desk.made(office, "createPost", "post", post).await;
    let input = json!({ "person": person, "post": post, "startsOn": "2022-03-01" });
    desk.made(office, "appointToPost", "appointment", input)
        .await;
    let query = "{ appointments { nodes { firstStudy { value unit definition { code } } } } }";
    let none = office.ask(query).await;
    assert_eq!(*none.data("/appointments/nodes/0/firstStudy"), json!(null));
    for (name, on) in [("第二次", "2022-04-01"), ("第一次", "2022-03-03")] {
        let input = json!({ "kind": "SECRETARY", "convener": dispatcher, "name": name, "chair": person, "plannedOn": on });
        let meeting = desk.made(office, "prepareMeeting", "meeting", input).await;
        let input = json!({ "meeting": meeting, "version": 1 });
        act(office, "holdMeeting", "meeting { id }", input)
            .await
            .data("/holdMeeting");
    }
    let first = office.ask(query).await;
    let expected =
        json!({ "value": "3", "unit": "DAY", "definition": { "code": "DAY_OF_FIRST_STUDY" } });
    assert_eq!(*first.data("/appointments/nodes/0/firstStudy"), expected);
}
