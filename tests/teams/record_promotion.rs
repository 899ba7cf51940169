//! A promotion is recorded after the return, and counts of person-times and persons stay apart.

use std::sync::Arc;

use super::{
    camp::Camp,
    secondment_camp::{self, nominated, seat_of, step, up_to},
};
use crate::support::{contents::nothing_changed, house::House, on_each_database};

on_each_database!(
    follows_the_return,
    refuses_what_does_not_hold,
    counts_times_and_persons_apart,
);

async fn follows_the_return(house: Arc<House>) {
    let camp = Camp::build(&house).await;
    let secondment = nominated(&camp, "示例人员").await;
    up_to(&camp, &secondment, "beginSecondment").await;
    let early = nothing_changed(
        &house,
        step(&camp, "recordPromotion", &secondment, "2022-08-01"),
    )
    .await;
    early.refused("GATE").by_gate("WRONG_STATE");
    step(&camp, "returnFromSecondment", &secondment, "2022-06-29")
        .await
        .data("/done");
    step(&camp, "recordPromotion", &secondment, "2022-08-01")
        .await
        .data("/done");
}

async fn refuses_what_does_not_hold(house: Arc<House>) {
    let camp = Camp::build(&house).await;
    let secondment = nominated(&camp, "示例人员").await;
    up_to(&camp, &secondment, "returnFromSecondment").await;
    secondment_camp::refuses_what_does_not_hold(
        &camp,
        "recordPromotion",
        &secondment,
        "2022-08-01",
    )
    .await;
}

async fn counts_times_and_persons_apart(house: Arc<House>) {
    let camp = Camp::build(&house).await;
    let person = camp.person("示例人员").await;
    for (first, last) in [("2022-04-01", "2022-04-30"), ("2022-05-01", "2022-06-30")] {
        let mut input = super::secondment_camp::nomination(&camp, &person);
        (input["startsOn"], input["endsOn"]) = (first.into(), last.into());
        let secondment = camp
            .made("nominateForSecondment", "secondment", input)
            .await;
        for (verb, day) in [
            ("approveSecondment", first),
            ("clearSecondment", first),
            ("beginSecondment", first),
        ] {
            step(&camp, verb, &secondment, day).await.data("/done");
        }
    }
    let keeper = seat_of(&camp, "enlistSecondment");
    let query = "{ organizations(filter: { code: { eq: \"A\" } }) { nodes { \
        all: secondmentFigures(from: \"2022-01-01\", to: \"2022-12-31\") { personTimes { value unit } persons { value unit } } \
        deputies: secondmentFigures(from: \"2022-01-01\", to: \"2022-12-31\", category: SECONDED_DEPUTY) { personTimes { value } } } } }";
    let answer = keeper.ask(query).await;
    let figures = answer.data("/organizations/nodes/0");
    assert_eq!(figures["all"]["personTimes"]["value"], "2");
    assert_eq!(figures["all"]["personTimes"]["unit"], "PERSON_TIME");
    assert_eq!(figures["all"]["persons"]["value"], "1");
    assert_eq!(figures["deputies"]["personTimes"]["value"], "0");
}
