//! Opening a term: its days, its neighbours, who may.

use std::sync::Arc;

use inspectorate::access::policy::Agency;
use serde_json::json;

use super::desk::{Desk, act, refused};
use crate::support::{house::House, on_each_database};

on_each_database!(
    opens_a_term,
    refuses_bad_days_and_overlaps,
    is_for_dispatcher_and_office,
);

async fn opens_a_term(house: Arc<House>) {
    let desk = Desk::open(&house).await;
    let input = json!({ "ordinal": 8, "name": "中共内江市第八届委员会", "startsOn": "2021-10-01", "endsOn": "2026-09-30", "clientMutationId": "term-8" });
    let fields = "term { id ordinal name startsOn endsOn dispatcher { code } version history { totalCount } }";
    let answer = act(&desk.office, "openTerm", fields, input.clone()).await;
    let term = answer.data("/openTerm/term");
    assert_eq!(term["name"], "中共内江市第八届委员会");
    assert_eq!(term["dispatcher"]["code"], "A");
    assert_eq!(
        (&term["endsOn"], &term["version"]),
        (&json!("2026-09-30"), &json!(1))
    );
    assert_eq!(answer.data("/openTerm/event/action"), "openTerm");
    let again = act(&desk.office, "openTerm", "term { id }", input).await;
    assert_eq!(again.data("/openTerm/term/id"), &term["id"]);
    let other = json!({ "ordinal": 9, "name": "别的", "startsOn": "2026-10-01", "endsOn": "2031-09-30", "clientMutationId": "term-8" });
    refused(&house, &desk.office, "openTerm", "term { id }", other)
        .await
        .refused("CONFLICT");
    let next =
        json!({ "ordinal": 9, "name": "第九届", "startsOn": "2026-10-01", "endsOn": "2031-09-30" });
    act(&desk.dispatcher, "openTerm", "term { id }", next)
        .await
        .data("/openTerm");
}

async fn refuses_bad_days_and_overlaps(house: Arc<House>) {
    let desk = Desk::open(&house).await;
    desk.term().await;
    let term = |ordinal: i32, name: &str, first: &str, last: &str| json!({ "ordinal": ordinal, "name": name, "startsOn": first, "endsOn": last });
    let long = "长".repeat(10_000);
    for (input, code, field) in [
        (
            term(9, "第九届", "2031-12-31", "2027-01-01"),
            "BAD_USER_INPUT",
            "input.endsOn",
        ),
        (
            term(9, "第九届", "2027-02-30", "2031-12-31"),
            "BAD_USER_INPUT",
            "input.startsOn",
        ),
        (
            term(0, "第零届", "2027-01-01", "2031-12-31"),
            "BAD_USER_INPUT",
            "input.ordinal",
        ),
        (
            term(9, "", "2027-01-01", "2031-12-31"),
            "BAD_USER_INPUT",
            "input.name",
        ),
        (
            term(9, "a\u{7}b", "2027-01-01", "2031-12-31"),
            "BAD_USER_INPUT",
            "input.name",
        ),
        (
            term(9, &long, "2027-01-01", "2031-12-31"),
            "BAD_USER_INPUT",
            "input.name",
        ),
        (
            term(8, "第八届", "2027-01-01", "2031-12-31"),
            "CONFLICT",
            "input.ordinal",
        ),
        (
            term(9, "第九届", "2026-12-31", "2031-12-31"),
            "GATE",
            "input.startsOn",
        ),
    ] {
        let answer = refused(&house, &desk.office, "openTerm", "term { id }", input).await;
        answer.refused(code).of_field(field);
    }
}

async fn is_for_dispatcher_and_office(house: Arc<House>) {
    let desk = Desk::open(&house).await;
    let input =
        json!({ "ordinal": 8, "name": "第八届", "startsOn": "2021-10-01", "endsOn": "2026-12-31" });
    desk.only(
        &[Agency::Dispatcher, Agency::Office],
        "openTerm",
        "term { id }",
        input,
    )
    .await;
}
