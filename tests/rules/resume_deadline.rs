use std::sync::Arc;

use serde_json::json;

use super::offices::{Offices, pause, started};
use crate::support::{
    answer::Answer,
    contents::nothing_changed,
    house::{House, Person},
    on_each_database,
};

on_each_database!(
    the_clock_goes_on_with_what_was_left,
    only_a_stopped_clock_goes_on
);

const RESUME: &str = "mutation ($input: ResumeDeadlineInput!) {
  resumeDeadline(input: $input) { deadline { dueOn pausedOn version } }
}";

async fn resume(person: &Person, deadline: &str, version: i32, on: &str) -> Answer {
    let input = json!({ "deadline": deadline, "version": version, "resumedOn": on });
    person.graphql(RESUME, json!({ "input": input })).await
}

async fn the_clock_goes_on_with_what_was_left(house: Arc<House>) {
    let offices = Offices::open(&house).await;
    let deadline = started(&offices).await;
    pause(&offices.city, &deadline, 1, "2022-10-10")
        .await
        .data("");
    let answer = resume(&offices.city, &deadline, 2, "2022-11-01").await;
    assert_eq!(
        answer.data("/resumeDeadline/deadline"),
        &json!({ "dueOn": "2022-11-16", "pausedOn": null, "version": 3 }),
        "eleven working days were left"
    );
}

async fn only_a_stopped_clock_goes_on(house: Arc<House>) {
    let offices = Offices::open(&house).await;
    let deadline = started(&offices).await;
    nothing_changed(&house, async {
        resume(&offices.city, &deadline, 1, "2022-11-01")
            .await
            .refused("GATE")
            .by_gate("DEADLINE_CLOCK");
    })
    .await;
    pause(&offices.city, &deadline, 1, "2022-10-10")
        .await
        .data("");
    nothing_changed(&house, async {
        resume(&offices.city, &deadline, 2, "2022-10-09")
            .await
            .refused("BAD_USER_INPUT")
            .of_field("input.resumedOn");
        resume(&offices.city, &deadline, 1, "2022-11-01")
            .await
            .refused("CONFLICT")
            .of_field("input.version");
    })
    .await;
}
