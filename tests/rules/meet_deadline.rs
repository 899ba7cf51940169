use std::sync::Arc;

use serde_json::json;

use super::offices::{Offices, pause, started};
use crate::support::{
    answer::Answer,
    contents::nothing_changed,
    house::{House, Person},
    on_each_database,
};

on_each_database!(done_is_in_time_or_late, done_is_done_once);

const MEET: &str = "mutation ($input: MeetDeadlineInput!) {
  meetDeadline(input: $input) { deadline { metOn standing version } }
}";

async fn meet(person: &Person, deadline: &str, version: i32, on: &str) -> Answer {
    let input = json!({ "deadline": deadline, "version": version, "metOn": on });
    person.graphql(MEET, json!({ "input": input })).await
}

async fn done_is_in_time_or_late(house: Arc<House>) {
    let offices = Offices::open(&house).await;
    for (day, standing) in [("2022-10-25", "MET"), ("2022-10-26", "MET_LATE")] {
        let deadline = started(&offices).await;
        let answer = meet(&offices.city, &deadline, 1, day).await;
        assert_eq!(
            answer.data("/meetDeadline/deadline"),
            &json!({ "metOn": day, "standing": standing, "version": 2 })
        );
    }
}

async fn done_is_done_once(house: Arc<House>) {
    let offices = Offices::open(&house).await;
    let deadline = started(&offices).await;
    nothing_changed(&house, async {
        for day in ["2022-09-28", "2999-01-01"] {
            meet(&offices.city, &deadline, 1, day)
                .await
                .refused("BAD_USER_INPUT")
                .of_field("input.metOn");
        }
    })
    .await;
    meet(&offices.city, &deadline, 1, "2022-10-20")
        .await
        .data("");
    nothing_changed(&house, async {
        meet(&offices.city, &deadline, 2, "2022-10-21")
            .await
            .refused("GATE")
            .by_gate("DEADLINE_CLOCK");
        pause(&offices.city, &deadline, 2, "2022-10-21")
            .await
            .refused("GATE")
            .by_gate("DEADLINE_CLOCK");
    })
    .await;
}
