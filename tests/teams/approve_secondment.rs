//! Approving a nomination: once, by the organization department.

use std::sync::Arc;

use super::{
    camp::Camp,
    secondment_camp::{self, nominated, step},
};
use crate::support::{contents::nothing_changed, house::House, on_each_database};

on_each_database!(
    takes_the_step_once,
    is_not_done_before_the_nomination,
    refuses_what_does_not_hold,
);

async fn takes_the_step_once(house: Arc<House>) {
    let camp = Camp::build(&house).await;
    let secondment = nominated(&camp, "示例人员").await;
    let answer = step(&camp, "approveSecondment", &secondment, "2022-03-05").await;
    assert_eq!(answer.data("/done/secondment/status"), "APPROVED");
    let again = nothing_changed(
        &house,
        step(&camp, "approveSecondment", &secondment, "2022-03-05"),
    )
    .await;
    again.refused("GATE").by_gate("WRONG_STATE");
}

async fn is_not_done_before_the_nomination(house: Arc<House>) {
    let camp = Camp::build(&house).await;
    let secondment = nominated(&camp, "示例人员").await;
    let early = step(&camp, "approveSecondment", &secondment, "2022-02-28");
    let early = nothing_changed(&house, early).await;
    early.refused("BAD_USER_INPUT").of_field("input.on");
}

async fn refuses_what_does_not_hold(house: Arc<House>) {
    let camp = Camp::build(&house).await;
    let secondment = nominated(&camp, "示例人员").await;
    secondment_camp::refuses_what_does_not_hold(
        &camp,
        "approveSecondment",
        &secondment,
        "2022-03-05",
    )
    .await;
}
