//! Ending a division of work: once, not before it began; it stays on record.

use std::sync::Arc;

use inspectorate::access::policy::{Agency, Role};
use serde_json::json;

use super::Pact;
use crate::{
    coverage::desk::{Desk, act, refused},
    meetings::body,
    support::{house::House, on_each_database},
};

on_each_database!(stays_on_record, is_refused);

const FIELDS: &str = "responsibility { endsOn version }";

/// A standing division of work of the office and the discipline department, since March 2022.
async fn standing(pact: &Pact) -> String {
    let office = body(&pact.desk.place, "OFFICE").await;
    let input = json!({ "task": "整改督查", "lead": office, "partners": [pact.body], "startsOn": "2022-03-01" });
    let (office, verb) = (&pact.desk.office, "assignResponsibility");
    pact.desk.made(office, verb, "responsibility", input).await
}

async fn stays_on_record(house: Arc<House>) {
    let pact = Pact::open(&house).await;
    let input =
        json!({ "responsibility": standing(&pact).await, "version": 1, "endsOn": "2022-12-31" });
    let answer = act(&pact.desk.office, "endResponsibility", FIELDS, input).await;
    let ended = json!({ "endsOn": "2022-12-31", "version": 2 });
    assert_eq!(*answer.data("/endResponsibility/responsibility"), ended);
    let seen = pact.discipline.ask("{ responsibilities(filter: { endsOn: { isNull: false } }) { nodes { task history { totalCount } } } }").await;
    let kept = json!([{ "task": "整改督查", "history": { "totalCount": 2 } }]);
    assert_eq!(*seen.data("/responsibilities/nodes"), kept);
}

async fn is_refused(house: Arc<House>) {
    let pact = Pact::open(&house).await;
    let one = standing(&pact).await;
    let (office, verb) = (&pact.desk.office, "endResponsibility");
    let end =
        |version: i32, on: &str| json!({ "responsibility": one, "version": version, "endsOn": on });
    for (input, code, field) in [
        (end(1, "2022-02-28"), "BAD_USER_INPUT", "input.endsOn"),
        (end(9, "2022-12-31"), "CONFLICT", "input.version"),
    ] {
        let answer = refused(&house, office, verb, FIELDS, input).await;
        answer.refused(code).of_field(field);
    }
    let other = Desk::at(&house, "B").await;
    let stranger = other.place.person(Agency::Office, Role::Approver);
    let answer = refused(&house, &stranger, verb, FIELDS, end(1, "2022-12-31")).await;
    answer.refused("NOT_FOUND").of_field("input.responsibility");
    // Who works along sees it, and does not end it.
    let those = [Agency::LeadingGroup, Agency::Office];
    pact.desk
        .only(&those, verb, FIELDS, end(1, "2022-12-31"))
        .await;
    act(office, verb, FIELDS, end(1, "2022-12-31"))
        .await
        .data("/endResponsibility");
    let twice = refused(&house, office, verb, FIELDS, end(2, "2023-01-31")).await;
    twice.refused("GATE").by_gate("ALREADY_ENDED");
}
