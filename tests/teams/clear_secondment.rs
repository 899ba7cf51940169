//! Clearing a secondment: once it is approved, by discipline.

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
    let early = nothing_changed(
        &house,
        step(&camp, "clearSecondment", &secondment, "2022-03-10"),
    )
    .await;
    // Discipline does not see what it has not been asked yet.
    early.refused("NOT_FOUND").of_field("input.secondment");
    up_to(&camp, &secondment, "approveSecondment").await;
    let answer = step(&camp, "clearSecondment", &secondment, "2022-03-10").await;
    assert_eq!(answer.data("/done/secondment/status"), "CLEARED");
    let again = nothing_changed(
        &house,
        step(&camp, "clearSecondment", &secondment, "2022-03-10"),
    )
    .await;
    again.refused("GATE").by_gate("WRONG_STATE");
}
