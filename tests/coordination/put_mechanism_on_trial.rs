//! Putting mechanisms on trial: with a document, and agreed to by all or decided by the dispatcher.

use std::sync::Arc;

use inspectorate::access::policy::Agency;
use serde_json::json;

use super::Pact;
use crate::{
    coverage::desk::{act, refused},
    support::{house::House, on_each_database},
};

on_each_database!(
    is_established_later,
    is_decided_from_above,
    is_refused,
    is_for_approvers
);

const FIELDS: &str = "coordinationMechanism { status startsOn establishedOn version }";

async fn is_established_later(house: Arc<House>) {
    let pact = Pact::open(&house).await;
    let (mechanism, office) = (pact.proposed().await, &pact.desk.office);
    pact.agree(&mechanism).await;
    let input = json!({ "mechanism": mechanism, "version": 1, "on": "2022-03-10" });
    let answer = act(office, "putMechanismOnTrial", FIELDS, input).await;
    let expected =
        json!({ "status": "TRIAL", "startsOn": "2022-03-10", "establishedOn": null, "version": 2 });
    assert_eq!(
        *answer.data("/putMechanismOnTrial/coordinationMechanism"),
        expected
    );
    let input = json!({ "mechanism": mechanism, "version": 2, "on": "2022-09-10" });
    let answer = act(office, "establishMechanism", FIELDS, input).await;
    let expected = json!({ "status": "IN_FORCE", "startsOn": "2022-03-10", "establishedOn": "2022-09-10", "version": 3 });
    assert_eq!(
        *answer.data("/establishMechanism/coordinationMechanism"),
        expected
    );
}

async fn is_decided_from_above(house: Arc<House>) {
    let pact = Pact::open(&house).await;
    let mechanism = pact.proposed().await;
    let input = json!({ "mechanism": mechanism, "version": 1, "on": "2022-03-10" });
    let (office, verb) = (&pact.desk.office, "putMechanismOnTrial");
    let silent = refused(&house, office, verb, FIELDS, input.clone()).await;
    silent
        .refused("GATE")
        .by_gate("PARTIES_DISAGREE")
        .of_field("input.mechanism");
    let answer = act(&pact.desk.dispatcher, verb, FIELDS, input).await;
    let status = answer.data("/putMechanismOnTrial/coordinationMechanism/status");
    assert_eq!(status, "TRIAL");
}

async fn is_refused(house: Arc<House>) {
    let pact = Pact::open(&house).await;
    let (mechanism, office) = (pact.proposed().await, &pact.desk.office);
    pact.agree(&mechanism).await;
    let put =
        |version: i32, on: &str| json!({ "mechanism": mechanism, "version": version, "on": on });
    let verb = "putMechanismOnTrial";
    for (input, code, field) in [
        (put(1, "2022-02-28"), "BAD_USER_INPUT", "input.on"),
        (put(1, "2999-01-01"), "BAD_USER_INPUT", "input.on"),
        (put(9, "2022-03-10"), "CONFLICT", "input.version"),
    ] {
        let answer = refused(&house, office, verb, FIELDS, input).await;
        answer.refused(code).of_field(field);
    }
    let mut bare = pact.with("rule", json!(null));
    bare["name"] = json!("没有文件的机制");
    let bare = pact
        .desk
        .made(office, "proposeMechanism", "coordinationMechanism", bare)
        .await;
    pact.agree(&bare).await;
    let input = json!({ "mechanism": bare, "version": 1 });
    let answer = refused(&house, office, verb, FIELDS, input).await;
    answer
        .refused("GATE")
        .by_gate("MECHANISM_WITHOUT_DOCUMENT")
        .of_field("input.mechanism");
    act(office, verb, FIELDS, put(1, "2022-03-10"))
        .await
        .data("/putMechanismOnTrial");
    let twice = refused(&house, office, verb, FIELDS, put(2, "2022-03-11")).await;
    twice.refused("GATE").by_gate("WRONG_STATE");
}

async fn is_for_approvers(house: Arc<House>) {
    let pact = Pact::open(&house).await;
    let input = json!({ "mechanism": pact.proposed().await, "version": 1 });
    let those = [Agency::Dispatcher, Agency::Office];
    let fields = "coordinationMechanism { id }";
    pact.desk
        .only(&those, "putMechanismOnTrial", fields, input)
        .await;
}
