//! The yearly list: approved secondments that run in the year, kept by the organization department.

use std::sync::Arc;

use serde_json::json;

use super::{
    camp::{Camp, call},
    secondment_camp::{nominated, seat_of, up_to},
};
use crate::support::{contents::nothing_changed, house::House, on_each_database};

on_each_database!(enters_approved_ones_in_their_year);

async fn enters_approved_ones_in_their_year(house: Arc<House>) {
    let camp = Camp::build(&house).await;
    let secondment = nominated(&camp, "示例人员").await;
    let keeper = seat_of(&camp, "enlistSecondment");
    let enlist = |version: i32, year: i32| {
        let input = json!({ "secondment": secondment, "version": version, "year": year });
        call(&keeper, "enlistSecondment", "secondment", "listYear", input)
    };
    let early = nothing_changed(&house, enlist(1, 2022)).await;
    early.refused("GATE").by_gate("WRONG_STATE");
    up_to(&camp, &secondment, "approveSecondment").await;
    let wrong = nothing_changed(&house, enlist(2, 2023)).await;
    wrong.refused("BAD_USER_INPUT").of_field("input.year");
    assert_eq!(
        enlist(2, 2022).await.data("/done/secondment/listYear"),
        2022
    );
    let list = keeper
        .ask("{ secondments(filter: { listYear: { eq: 2022 } }) { totalCount } }")
        .await;
    assert_eq!(list.data("/secondments/totalCount"), 1);
}
