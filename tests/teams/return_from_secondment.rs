//! Sending a person back: after the beginning, with an appraisal.

use std::sync::Arc;

use super::{
    camp::Camp,
    secondment_camp::{nominated, step, up_to},
};
use crate::support::{contents::nothing_changed, house::House, on_each_database};

on_each_database!(takes_the_step_once);

async fn takes_the_step_once(house: Arc<House>) {
    let camp = Camp::build(&house).await;
    let secondment = nominated(&camp, "示例人员").await;
    up_to(&camp, &secondment, "beginSecondment").await;
    let early = nothing_changed(
        &house,
        step(&camp, "returnFromSecondment", &secondment, "2022-04-01"),
    )
    .await;
    early.refused("BAD_USER_INPUT").of_field("input.on");
    let answer = step(&camp, "returnFromSecondment", &secondment, "2022-06-29").await;
    assert_eq!(answer.data("/done/secondment/status"), "RETURNED");
    let again = nothing_changed(
        &house,
        step(&camp, "returnFromSecondment", &secondment, "2022-06-29"),
    )
    .await;
    again.refused("GATE").by_gate("WRONG_STATE");
}
