//! Establishing mechanisms: from then on its partners count; what stands in the way is told beforehand.

use std::sync::Arc;

use inspectorate::access::policy::Agency;
use serde_json::json;

use super::Pact;
use crate::{
    coverage::desk::{act, refused},
    support::{house::House, on_each_database},
};

on_each_database!(counts_its_partners, is_refused, is_for_approvers);

const FIELDS: &str = "coordinationMechanism { status startsOn establishedOn }";

async fn counts_its_partners(house: Arc<House>) {
    let pact = Pact::open(&house).await;
    let (mechanism, office) = (pact.proposed().await, &pact.desk.office);
    let query = "{ coordinationMechanisms { nodes { availableActions { action enabled blockedBy { gate } } } } \
        organizations(filter: { code: { eq: \"A\" } }) { nodes { then: coordinationPartners(asOf: \"2022-03-09\") { value } now: coordinationPartners { value definition { code } } } } }";
    let before = office.ask(query).await;
    let establish = json!({ "action": "establishMechanism", "enabled": false, "blockedBy": [{ "gate": "PARTIES_DISAGREE" }] });
    let actions = before.data("/coordinationMechanisms/nodes/0/availableActions");
    let actions = actions.as_array().expect("actions");
    assert!(actions.contains(&establish), "{actions:#?}");
    assert_eq!(*before.data("/organizations/nodes/0/now/value"), "0");
    pact.agree(&mechanism).await;
    let input = json!({ "mechanism": mechanism, "version": 1, "on": "2022-03-10" });
    let answer = act(office, "establishMechanism", FIELDS, input).await;
    let expected =
        json!({ "status": "IN_FORCE", "startsOn": "2022-03-10", "establishedOn": "2022-03-10" });
    let established = answer.data("/establishMechanism/coordinationMechanism");
    assert_eq!(*established, expected);
    let after = office.ask(query).await;
    let partners = json!({ "then": { "value": "0" }, "now": { "value": "1", "definition": { "code": "COORDINATION_PARTNERS" } } });
    assert_eq!(*after.data("/organizations/nodes/0"), partners);
    // Who is no party counts nothing.
    let third = pact.audit.ask("{ organizations(filter: { code: { eq: \"A\" } }) { nodes { coordinationPartners { value } } } }").await;
    let count = third.data("/organizations/nodes/0/coordinationPartners/value");
    assert_eq!(count, "0");
}

async fn is_refused(house: Arc<House>) {
    let pact = Pact::open(&house).await;
    let (mechanism, office) = (pact.proposed().await, &pact.desk.office);
    let input =
        |version: i32, on: &str| json!({ "mechanism": mechanism, "version": version, "on": on });
    let verb = "establishMechanism";
    let silent = refused(&house, office, verb, FIELDS, input(1, "2022-03-10")).await;
    silent.refused("GATE").by_gate("PARTIES_DISAGREE");
    pact.agree(&mechanism).await;
    for (input, code, field) in [
        (input(1, "2022-02-28"), "BAD_USER_INPUT", "input.on"),
        (input(9, "2022-03-10"), "CONFLICT", "input.version"),
    ] {
        let answer = refused(&house, office, verb, FIELDS, input).await;
        answer.refused(code).of_field(field);
    }
    act(office, verb, FIELDS, input(1, "2022-03-10"))
        .await
        .data("/establishMechanism");
    let twice = refused(&house, office, verb, FIELDS, input(2, "2022-03-11")).await;
    twice.refused("GATE").by_gate("WRONG_STATE");
}

async fn is_for_approvers(house: Arc<House>) {
    let pact = Pact::open(&house).await;
    let input = json!({ "mechanism": pact.proposed().await, "version": 1 });
    let those = [Agency::Dispatcher, Agency::Office];
    let fields = "coordinationMechanism { id }";
    pact.desk
        .only(&those, "establishMechanism", fields, input)
        .await;
}
