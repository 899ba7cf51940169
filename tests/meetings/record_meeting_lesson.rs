//! Recording lessons: of a review meeting that was held, counted by year, seen by whoever sees the meeting.

use std::sync::Arc;

use inspectorate::access::policy::Agency;
use serde_json::{Value, json};

use super::Hall;
use crate::{
    coverage::desk::{act, refused},
    support::{house::House, on_each_database},
};

on_each_database!(stands_with_its_round, is_refused, is_for_planners);

const VERB: &str = "recordMeetingLesson";

const FIELDS: &str = "meetingLesson { ordinal content aim status takenUpOn meeting { name } round { id } team { name } rule { title } checklist { key } \
    availableActions { action enabled } }";

async fn stands_with_its_round(house: Arc<House>) {
    let hall = Hall::open(&house).await;
    let (desk, office) = (&hall.desk, &hall.desk.office);
    let (round, meeting) = hall.review().await;
    let team = json!({ "round": round, "ordinal": 1, "name": "第一组", "form": "REGULAR", "startsOn": "2022-04-06", "endsOn": "2022-06-20" });
    let team = desk.made(office, "proposeTeam", "team", team).await;
    let first =
        json!({ "meeting": meeting, "content": "谈话提纲须分类", "aim": "TEMPLATE", "team": team });
    let answer = act(office, VERB, FIELDS, first).await;
    let expected = json!({
        "ordinal": 1, "content": "谈话提纲须分类", "aim": "TEMPLATE", "status": "OPEN", "takenUpOn": null,
        "meeting": { "name": "复盘会" }, "round": { "id": round }, "team": { "name": "第一组" }, "rule": null, "checklist": null,
        "availableActions": [{ "action": "takeUpMeetingLesson", "enabled": true }],
    });
    assert_eq!(*answer.data("/recordMeetingLesson/meetingLesson"), expected);
    let second = json!({ "meeting": meeting, "content": "底稿须一事一页", "aim": "RULE" });
    let answer = act(office, VERB, FIELDS, second).await;
    let second = answer.data("/recordMeetingLesson/meetingLesson");
    assert_eq!(second["ordinal"], 2);
    assert_eq!(second["team"], json!(null));
    // By year, by round, and by what they ask for.
    let query = "query($round: ID!) { \
        year: meetingLessons(filter: { meeting: { year: { eq: 2022 } } }) { totalCount } \
        other: meetingLessons(filter: { meeting: { year: { eq: 2021 } } }) { totalCount } \
        rules: meetingLessons(filter: { aim: { eq: RULE }, status: { eq: OPEN } }) { totalCount } \
        round(id: $round) { lessons { totalCount } meetings { nodes { kind } } } \
        meetings(filter: { kind: { eq: ROUND_REVIEW }, year: { eq: 2022 } }) { totalCount nodes { availableActions { action enabled } } } }";
    let seen = office.graphql(query, json!({ "round": round })).await;
    assert_eq!(*seen.data("/year/totalCount"), 2);
    assert_eq!(*seen.data("/other/totalCount"), 0);
    assert_eq!(*seen.data("/rules/totalCount"), 1);
    assert_eq!(*seen.data("/round/lessons/totalCount"), 2);
    assert_eq!(*seen.data("/round/meetings/nodes/0/kind"), "ROUND_REVIEW");
    assert_eq!(*seen.data("/meetings/totalCount"), 1);
    let actions = seen.data("/meetings/nodes/0/availableActions").as_array();
    let more = json!({ "action": "recordMeetingLesson", "enabled": true });
    assert!(actions.expect("actions").contains(&more));
    // Discipline was called to the meeting, audit was not.
    let query = "{ meetingLessons { totalCount } }";
    let called = hall.called.ask(query).await;
    assert_eq!(*called.data("/meetingLessons/totalCount"), 2);
    let stranger = hall.stranger.ask(query).await;
    assert_eq!(*stranger.data("/meetingLessons/totalCount"), 0);
}

async fn is_refused(house: Arc<House>) {
    let hall = Hall::open(&house).await;
    let (desk, office) = (&hall.desk, &hall.desk.office);
    let (_, meeting) = hall.review().await;
    let with = |field: &str, value: Value| {
        let mut input = json!({ "meeting": meeting, "content": "底稿须一事一页", "aim": "RULE" });
        input[field] = value;
        input
    };
    let empty = refused(&house, office, VERB, FIELDS, with("content", json!(""))).await;
    empty.refused("BAD_USER_INPUT").of_field("input.content");
    let terms = office.ask("{ terms { nodes { id } } }").await;
    let next = desk.round(&terms.text_at("/terms/nodes/0/id"), 2).await;
    let team = json!({ "round": next, "ordinal": 1, "name": "下一轮第一组", "form": "REGULAR", "startsOn": "2022-04-06", "endsOn": "2022-06-20" });
    let team = desk.made(office, "proposeTeam", "team", team).await;
    let other = refused(&house, office, VERB, FIELDS, with("team", json!(team))).await;
    other
        .refused("GATE")
        .by_gate("TEAM_OF_ANOTHER_ROUND")
        .of_field("input.team");
    let affairs = hall.held().await;
    let (below, _) = hall.lesson_below(&house).await;
    let mut early = hall.with("kind", json!("ROUND_REVIEW"));
    early["round"] = json!(next);
    early["ordinal"] = json!(2);
    let early = desk.made(office, "prepareMeeting", "meeting", early).await;
    for (meeting, gate) in [
        (affairs, "NOT_A_ROUND_REVIEW"),
        (early, "WRONG_STATE"),
        (below, "RECORD_OF_ANOTHER_DISPATCHER"),
    ] {
        let answer = refused(
            &house,
            office,
            VERB,
            FIELDS,
            with("meeting", json!(meeting)),
        )
        .await;
        answer
            .refused("GATE")
            .by_gate(gate)
            .of_field("input.meeting");
    }
}

async fn is_for_planners(house: Arc<House>) {
    let hall = Hall::open(&house).await;
    let (_, meeting) = hall.review().await;
    let input = json!({ "meeting": meeting, "content": "底稿须一事一页", "aim": "RULE" });
    let those = [Agency::Dispatcher, Agency::LeadingGroup, Agency::Office];
    hall.desk
        .only(&those, VERB, "meetingLesson { id }", input)
        .await;
}
