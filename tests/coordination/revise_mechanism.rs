//! Revising mechanisms: a new wording is proposed to the parties, and takes the place of the old one when it comes into force.

use std::sync::Arc;

use inspectorate::access::policy::Agency;
use serde_json::json;

use super::Pact;
use crate::{
    coverage::desk::{act, refused},
    support::{house::House, on_each_database},
};

on_each_database!(gives_way_to_the_new_wording, is_refused, is_for_offices);

const FIELDS: &str = "coordinationMechanism { id edition status name replaces { id status endsOn } parties { totalCount } duties { nodes { field } } }";

async fn gives_way_to_the_new_wording(house: Arc<House>) {
    let pact = Pact::open(&house).await;
    let (mechanism, office) = (pact.in_force().await, &pact.desk.office);
    let duties = json!([{ "field": "NOTIFICATION" }]);
    let input = json!({ "mechanism": mechanism, "version": 2, "rule": pact.rule, "duties": duties, "on": "2022-08-01" });
    let answer = act(office, "reviseMechanism", FIELDS, input).await;
    let new = answer.data("/reviseMechanism/coordinationMechanism");
    assert_eq!(new["edition"], 2);
    assert_eq!(new["status"], "PROPOSED");
    assert_eq!(new["name"], "与纪检监察机关工作协调机制");
    assert_eq!(new["parties"]["totalCount"], 2);
    assert_eq!(new["duties"]["nodes"], json!([{ "field": "NOTIFICATION" }]));
    assert_eq!(
        new["replaces"],
        json!({ "id": mechanism, "status": "IN_FORCE", "endsOn": null })
    );
    let new = new["id"].as_str().expect("an id").to_owned();
    let input = json!({ "mechanism": new, "on": "2022-08-05" });
    act(&pact.discipline, "agreeToMechanism", FIELDS, input)
        .await
        .data("/agreeToMechanism");
    let input = json!({ "mechanism": new, "version": 1, "on": "2022-08-10" });
    let answer = act(office, "establishMechanism", FIELDS, input).await;
    let replaced = answer.data("/establishMechanism/coordinationMechanism/replaces");
    let expected = json!({ "id": mechanism, "status": "REVISED", "endsOn": "2022-08-09" });
    assert_eq!(*replaced, expected);
}

async fn is_refused(house: Arc<House>) {
    let pact = Pact::open(&house).await;
    let (mechanism, office) = (pact.in_force().await, &pact.desk.office);
    let revise = |version: i32, on: &str| json!({ "mechanism": mechanism, "version": version, "duties": [{ "field": "SITUATION" }], "on": on });
    let verb = "reviseMechanism";
    for (input, code, field) in [
        (revise(2, "2022-03-09"), "BAD_USER_INPUT", "input.on"),
        (revise(1, "2022-08-01"), "CONFLICT", "input.version"),
    ] {
        let answer = refused(&house, office, verb, FIELDS, input).await;
        answer.refused(code).of_field(field);
    }
    act(office, verb, FIELDS, revise(2, "2022-08-01"))
        .await
        .data("/reviseMechanism");
    let twice = refused(&house, office, verb, FIELDS, revise(2, "2022-08-02")).await;
    twice.refused("CONFLICT").of_field("input.mechanism");
    let other = pact.with("name", json!("另一机制"));
    let other = pact
        .desk
        .made(office, "proposeMechanism", "coordinationMechanism", other)
        .await;
    let input = json!({ "mechanism": other, "version": 1, "duties": [{ "field": "SITUATION" }] });
    let early = refused(&house, office, verb, FIELDS, input).await;
    early.refused("GATE").by_gate("WRONG_STATE");
}

async fn is_for_offices(house: Arc<House>) {
    let pact = Pact::open(&house).await;
    let mechanism = pact.in_force().await;
    let input =
        json!({ "mechanism": mechanism, "version": 2, "duties": [{ "field": "SITUATION" }] });
    let those = [Agency::Office, Agency::Superior];
    let fields = "coordinationMechanism { id }";
    pact.desk
        .only(&those, "reviseMechanism", fields, input)
        .await;
}
