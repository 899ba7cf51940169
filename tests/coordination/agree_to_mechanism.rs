//! Agreeing to mechanisms: by a party that was asked, once.

use std::sync::Arc;

use inspectorate::access::policy::Agency;
use serde_json::json;

use super::Pact;
use crate::{
    coverage::desk::{act, refused},
    support::{house::House, on_each_database},
};

on_each_database!(is_owed_no_more, is_refused, is_for_everybody_who_handles);

const FIELDS: &str = "coordinationMechanism { status parties(filter: { organization: { code: { eq: \"A-DISCIPLINE\" } } }) { nodes { agreedOn } } }";

async fn is_owed_no_more(house: Arc<House>) {
    let pact = Pact::open(&house).await;
    let mechanism = pact.proposed().await;
    let input = json!({ "mechanism": mechanism, "on": "2022-03-05" });
    let answer = act(&pact.discipline, "agreeToMechanism", FIELDS, input).await;
    let expected =
        json!({ "status": "PROPOSED", "parties": { "nodes": [{ "agreedOn": "2022-03-05" }] } });
    let agreed = answer.data("/agreeToMechanism/coordinationMechanism");
    assert_eq!(*agreed, expected);
    let owed = pact.discipline.ask("{ worklist { action } }").await;
    assert_eq!(*owed.data("/worklist"), json!([]));
}

async fn is_refused(house: Arc<House>) {
    let pact = Pact::open(&house).await;
    let mechanism = pact.proposed().await;
    let agree = |on: &str| json!({ "mechanism": mechanism, "on": on });
    let verb = "agreeToMechanism";
    // A third agency does not know of it; the leading group does, and was not asked.
    let third = refused(&house, &pact.audit, verb, FIELDS, agree("2022-03-05")).await;
    third.refused("NOT_FOUND").of_field("input.mechanism");
    let office = refused(&house, &pact.desk.office, verb, FIELDS, agree("2022-03-05")).await;
    office
        .refused("GATE")
        .by_gate("NOT_ASKED_TO_AGREE")
        .of_field("input.mechanism");
    for on in ["2022-02-28", "2999-01-01"] {
        let answer = refused(&house, &pact.discipline, verb, FIELDS, agree(on)).await;
        answer.refused("BAD_USER_INPUT").of_field("input.on");
    }
    pact.agree(&mechanism).await;
    let twice = refused(&house, &pact.discipline, verb, FIELDS, agree("2022-03-06")).await;
    twice.refused("GATE").by_gate("NOT_ASKED_TO_AGREE");
}

async fn is_for_everybody_who_handles(house: Arc<House>) {
    let pact = Pact::open(&house).await;
    let input = json!({ "mechanism": pact.proposed().await });
    let fields = "coordinationMechanism { id }";
    pact.desk
        .only(Agency::ALL, "agreeToMechanism", fields, input)
        .await;
}
