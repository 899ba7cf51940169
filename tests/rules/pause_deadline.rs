use std::sync::Arc;

use serde_json::json;

use super::offices::{Offices, pause, started};
use crate::support::{contents::nothing_changed, house::House, on_each_database};

on_each_database!(a_stopped_clock_has_no_due_day, what_cannot_stop_is_refused);

async fn a_stopped_clock_has_no_due_day(house: Arc<House>) {
    let offices = Offices::open(&house).await;
    let deadline = started(&offices).await;
    let answer = pause(&offices.city, &deadline, 1, "2022-10-10").await;
    assert_eq!(
        answer.data("/pauseDeadline/deadline"),
        &json!({ "dueOn": null, "pausedOn": "2022-10-10", "pauseReason": "等待鉴定意见",
                 "standing": "PAUSED", "version": 2 })
    );
}

async fn what_cannot_stop_is_refused(house: Arc<House>) {
    let offices = Offices::open(&house).await;
    let deadline = started(&offices).await;
    nothing_changed(&house, async {
        pause(&offices.city, &deadline, 1, "2022-10-26")
            .await
            .refused("GATE")
            .by_gate("DEADLINE_PASSED")
            .of_field("input.pausedOn");
        pause(&offices.city, &deadline, 1, "2022-09-28")
            .await
            .refused("BAD_USER_INPUT")
            .of_field("input.pausedOn");
        pause(&offices.city, &deadline, 1, "2999-01-01")
            .await
            .refused("BAD_USER_INPUT")
            .of_field("input.pausedOn");
        pause(&offices.other, &deadline, 1, "2022-10-10")
            .await
            .refused("NOT_FOUND")
            .of_field("input.deadline");
    })
    .await;
    pause(&offices.city, &deadline, 1, "2022-10-10")
        .await
        .data("");
    nothing_changed(&house, async {
        pause(&offices.city, &deadline, 2, "2022-10-11")
            .await
            .refused("GATE")
            .by_gate("DEADLINE_CLOCK");
    })
    .await;
}
