//! Opening a round: its number and its window lie in the term.

use std::sync::Arc;

use inspectorate::access::policy::Agency;
use serde_json::json;

use super::desk::{Desk, act, refused};
use crate::support::{house::House, on_each_database};

on_each_database!(opens_a_round, is_for_leading_group_and_office,);

async fn opens_a_round(house: Arc<House>) {
    let desk = Desk::open(&house).await;
    let term = desk.term().await;
    let round = |ordinal: i32, year: i32, first: &str, last: &str| json!({ "term": term, "ordinal": ordinal, "name": "第一轮", "year": year, "startsOn": first, "endsOn": last });
    let answer = act(
        &desk.office,
        "openRound",
        "round { ordinal year startsOn endsOn term { id } }",
        round(1, 2022, "2022-04-01", "2022-06-30"),
    )
    .await;
    assert_eq!(answer.data("/openRound/round/term/id"), term.as_str());
    for (input, code, field) in [
        (
            round(1, 2022, "2022-08-01", "2022-10-31"),
            "CONFLICT",
            "input.ordinal",
        ),
        (
            round(2, 2022, "2022-10-31", "2022-08-01"),
            "BAD_USER_INPUT",
            "input.endsOn",
        ),
        (
            round(2, 2037, "2037-03-01", "2037-05-31"),
            "GATE",
            "input.startsOn",
        ),
        (
            round(2, 2024, "2022-08-01", "2022-10-31"),
            "BAD_USER_INPUT",
            "input.year",
        ),
    ] {
        let answer = refused(&house, &desk.office, "openRound", "round { id }", input).await;
        answer.refused(code).of_field(field);
    }
}

async fn is_for_leading_group_and_office(house: Arc<House>) {
    let desk = Desk::open(&house).await;
    let input = json!({ "term": desk.term().await, "ordinal": 1, "name": "第一轮", "year": 2022, "startsOn": "2022-04-01", "endsOn": "2022-06-30" });
    desk.only(
        &[Agency::LeadingGroup, Agency::Office],
        "openRound",
        "round { id }",
        input,
    )
    .await;
}
