//! Dividing the work on a task: a body leads, others work along, and nobody else sees it.

use std::sync::Arc;

use inspectorate::access::policy::{Agency, Role};
use serde_json::{Value, json};

use super::Pact;
use crate::{
    coverage::desk::{Desk, act, refused},
    meetings::body,
    support::{house::House, on_each_database},
};

on_each_database!(is_seen_by_those_who_share_it, is_refused, is_for_the_office);

const FIELDS: &str = "responsibility { task startsOn endsOn round { id } lead { code } partners { nodes { organization { code } } } }";
const SEEN: &str = "{ responsibilities { totalCount } responsibilityPartners { totalCount } }";

/// The office leads, the discipline department works along, in a round of 2022.
async fn division(pact: &Pact) -> Value {
    let term = pact.desk.term().await;
    let round = pact.desk.round(&term, 1).await;
    let office = body(&pact.desk.place, "OFFICE").await;
    json!({ "task": "进驻保障", "round": round, "lead": office, "partners": [pact.body], "startsOn": "2022-03-01", "endsOn": "2022-06-30" })
}

async fn is_seen_by_those_who_share_it(house: Arc<House>) {
    let pact = Pact::open(&house).await;
    let input = division(&pact).await;
    let office = &pact.desk.office;
    let answer = act(office, "assignResponsibility", FIELDS, input.clone()).await;
    let expected = json!({
        "task": "进驻保障", "startsOn": "2022-03-01", "endsOn": "2022-06-30", "round": { "id": input["round"] },
        "lead": { "code": "A-OFFICE" }, "partners": { "nodes": [{ "organization": { "code": "A-DISCIPLINE" } }] },
    });
    assert_eq!(
        *answer.data("/assignResponsibility/responsibility"),
        expected
    );
    let group = pact.desk.place.person(Agency::LeadingGroup, Role::Viewer);
    for (person, count) in [
        (office, 1),
        (&group, 1),
        (&pact.discipline, 1),
        (&pact.audit, 0),
    ] {
        let seen = person.ask(SEEN).await;
        let expected = json!({ "responsibilities": { "totalCount": count }, "responsibilityPartners": { "totalCount": count } });
        assert_eq!(*seen.data(""), expected);
    }
    let round = "query($round: ID!) { responsibilities(filter: { round: { id: { eq: $round } }, lead: { code: { eq: \"A-OFFICE\" } } }) { totalCount } }";
    let found = office
        .graphql(round, json!({ "round": input["round"] }))
        .await;
    assert_eq!(*found.data("/responsibilities/totalCount"), 1);
}

async fn is_refused(house: Arc<House>) {
    let pact = Pact::open(&house).await;
    let good = division(&pact).await;
    let other = Desk::at(&house, "B").await;
    let foreign = body(&other.place, "DISCIPLINE").await;
    let (nobody, body) = (pact.desk.organization(1), &pact.body);
    for (field, value, code, at) in [
        ("task", json!(" "), "BAD_USER_INPUT", "input.task"),
        ("lead", json!(foreign), "NOT_FOUND", "input.lead"),
        ("lead", json!(nobody), "GATE", "input.lead"),
        ("lead", json!(body), "CONFLICT", "input.partners.0"),
        ("partners", json!([nobody]), "GATE", "input.partners.0"),
        (
            "partners",
            json!([body, body]),
            "CONFLICT",
            "input.partners.1",
        ),
        (
            "partners",
            json!([foreign]),
            "NOT_FOUND",
            "input.partners.0",
        ),
        ("round", json!(body), "NOT_FOUND", "input.round"),
        (
            "endsOn",
            json!("2022-02-28"),
            "BAD_USER_INPUT",
            "input.endsOn",
        ),
    ] {
        let mut input = good.clone();
        input[field] = value;
        let office = &pact.desk.office;
        let answer = refused(&house, office, "assignResponsibility", FIELDS, input).await;
        let refusal = answer.refused(code).of_field(at);
        if code == "GATE" {
            refusal.by_gate("PARTY_WITHOUT_AGENCY");
        }
    }
}

async fn is_for_the_office(house: Arc<House>) {
    let pact = Pact::open(&house).await;
    let input = division(&pact).await;
    let those = [Agency::LeadingGroup, Agency::Office];
    pact.desk
        .only(&those, "assignResponsibility", FIELDS, input)
        .await;
}
