//! Letting a person begin: once cleared, within the days.

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
    up_to(&camp, &secondment, "clearSecondment").await;
    let late = nothing_changed(
        &house,
        step(&camp, "beginSecondment", &secondment, "2022-07-01"),
    )
    .await;
    late.refused("BAD_USER_INPUT").of_field("input.on");
    let answer = step(&camp, "beginSecondment", &secondment, "2022-04-02").await;
    assert_eq!(answer.data("/done/secondment/status"), "IN_SERVICE");
    let again = nothing_changed(
        &house,
        step(&camp, "beginSecondment", &secondment, "2022-04-02"),
    )
    .await;
    again.refused("GATE").by_gate("WRONG_STATE");
}
