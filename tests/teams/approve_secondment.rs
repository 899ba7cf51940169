//! Approving a nomination: once, by the organization department.

use std::sync::Arc;

use super::{
    camp::Camp,
    secondment_camp::{nominated, step},
};
use crate::support::{contents::nothing_changed, house::House, on_each_database};

on_each_database!(takes_the_step_once);

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
