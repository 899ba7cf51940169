//! Ending mechanisms: with a reason; they stay readable to their parties and count no more.

use std::sync::Arc;

use inspectorate::access::policy::Agency;
use serde_json::json;

use super::Pact;
use crate::{
    coverage::desk::{act, refused},
    support::{house::House, on_each_database},
};

on_each_database!(counts_no_more, is_refused, is_for_approvers);

const FIELDS: &str = "coordinationMechanism { status endsOn endReason }";

async fn counts_no_more(house: Arc<House>) {
    let pact = Pact::open(&house).await;
    let (mechanism, office) = (pact.in_force().await, &pact.desk.office);
    let input =
        json!({ "mechanism": mechanism, "version": 2, "reason": "机构改革", "on": "2022-06-30" });
    let answer = act(office, "endMechanism", FIELDS, input).await;
    let expected = json!({ "status": "ENDED", "endsOn": "2022-06-30", "endReason": "机构改革" });
    assert_eq!(
        *answer.data("/endMechanism/coordinationMechanism"),
        expected
    );
    let query = "{ organizations(filter: { code: { eq: \"A\" } }) { nodes { last: coordinationPartners(asOf: \"2022-06-30\") { value } next: coordinationPartners(asOf: \"2022-07-01\") { value } } } }";
    let counted = office.ask(query).await;
    let expected = json!({ "last": { "value": "1" }, "next": { "value": "0" } });
    assert_eq!(*counted.data("/organizations/nodes/0"), expected);
    let seen = pact
        .discipline
        .ask("{ coordinationMechanisms { totalCount } }")
        .await;
    assert_eq!(*seen.data("/coordinationMechanisms/totalCount"), 1);
}

async fn is_refused(house: Arc<House>) {
    let pact = Pact::open(&house).await;
    let (mechanism, office) = (pact.in_force().await, &pact.desk.office);
    let end = |version: i32, on: &str| json!({ "mechanism": mechanism, "version": version, "reason": "机构改革", "on": on });
    let verb = "endMechanism";
    for (input, code, field) in [
        (end(2, "2022-03-09"), "BAD_USER_INPUT", "input.on"),
        (end(2, "2999-01-01"), "BAD_USER_INPUT", "input.on"),
        (end(1, "2022-06-30"), "CONFLICT", "input.version"),
    ] {
        let answer = refused(&house, office, verb, FIELDS, input).await;
        answer.refused(code).of_field(field);
    }
    act(office, verb, FIELDS, end(2, "2022-06-30"))
        .await
        .data("/endMechanism");
    let twice = refused(&house, office, verb, FIELDS, end(3, "2022-07-01")).await;
    twice.refused("GATE").by_gate("WRONG_STATE");
}

async fn is_for_approvers(house: Arc<House>) {
    let pact = Pact::open(&house).await;
    let mechanism = pact.in_force().await;
    let input = json!({ "mechanism": mechanism, "version": 2, "reason": "机构改革" });
    let those = [Agency::Dispatcher, Agency::Office];
    let fields = "coordinationMechanism { id }";
    pact.desk.only(&those, "endMechanism", fields, input).await;
}
