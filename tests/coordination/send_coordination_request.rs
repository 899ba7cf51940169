//! Sending requests: by a party to another, in a field of the mechanism in force, with the parts that its kind needs; seen by the two.

use std::sync::Arc;

use inspectorate::access::policy::Agency;
use serde_json::{Value, json};

use super::Asking;
use crate::{
    coverage::desk::{act, refused},
    meetings::body,
    support::{house::House, on_each_database},
};

on_each_database!(
    is_seen_by_the_two_alone,
    asks_with_the_parts_of_its_kind,
    is_for_parties_of_a_mechanism_in_force,
    is_for_everybody_who_handles,
);

const FIELDS: &str = "coordinationRequest { kind field status class sentOn overdue sender { code } receiver { code } round { ordinal } objects { totalCount } deadlines { totalCount nodes { rule { key } } } }";

const SEEN: &str = "{ coordinationRequests { totalCount } coordinationRequestObjects { totalCount } deadlines { totalCount } worklist { recordType action state } }";

async fn is_seen_by_the_two_alone(house: Arc<House>) {
    let asking = Asking::open(&house).await;
    let verb = "sendCoordinationRequest";
    let answer = act(asking.office(), verb, FIELDS, asking.input()).await;
    let expected = json!({
        "kind": "PRE_INSPECTION_INFORMATION", "field": "SITUATION", "status": "SENT", "class": "INTERNAL", "sentOn": "2022-04-01", "overdue": true,
        "sender": { "code": "A-OFFICE" }, "receiver": { "code": "A-DISCIPLINE" }, "round": { "ordinal": 1 }, "objects": { "totalCount": 2 },
        "deadlines": { "totalCount": 1, "nodes": [{ "rule": { "key": "COORDINATION_REQUEST" } }] },
    });
    assert_eq!(
        *answer.data("/sendCoordinationRequest/coordinationRequest"),
        expected
    );
    let receiver = asking.pact.discipline.ask(SEEN).await;
    assert_eq!(*receiver.data("/coordinationRequests/totalCount"), 1);
    assert_eq!(*receiver.data("/deadlines/totalCount"), 1);
    let owed = json!([{ "recordType": "CoordinationRequest", "action": "receiveCoordinationRequest", "state": "SENT" }]);
    assert_eq!(*receiver.data("/worklist"), owed);
    let sender = asking.office().ask(SEEN).await;
    assert_eq!(*sender.data("/coordinationRequests/totalCount"), 1);
    for third in [&asking.pact.audit, &asking.group()] {
        let seen = third.ask(SEEN).await;
        for noun in [
            "coordinationRequests",
            "coordinationRequestObjects",
            "deadlines",
        ] {
            assert_eq!(*seen.data(&format!("/{noun}/totalCount")), 0, "{noun}");
        }
        assert_eq!(*seen.data("/worklist"), json!([]));
    }
}

async fn asks_with_the_parts_of_its_kind(house: Arc<House>) {
    let asking = Asking::open(&house).await;
    let verb = "sendCoordinationRequest";
    let people = |more: Value| {
        let mut input = asking.with("kind", json!("PERSONNEL_SUPPORT"));
        for (field, value) in more.as_object().expect("fields") {
            input[field] = value.clone();
        }
        input
    };
    let days = json!({ "neededFrom": "2022-05-01", "neededTo": "2022-06-30" });
    for (input, field) in [
        (asking.with("objects", json!([])), "input.objects"),
        (asking.with("round", json!(null)), "input.round"),
        (
            asking.with("professionalField", json!("TAXATION")),
            "input.professionalField",
        ),
        (asking.with("peopleNeeded", json!(2)), "input.peopleNeeded"),
        (people(days.clone()), "input.peopleNeeded"),
        (
            people(
                json!({ "peopleNeeded": 0, "neededFrom": "2022-05-01", "neededTo": "2022-06-30" }),
            ),
            "input.peopleNeeded",
        ),
        (people(json!({ "peopleNeeded": 2 })), "input.neededFrom"),
        (
            people(
                json!({ "peopleNeeded": 2, "neededFrom": "2022-07-01", "neededTo": "2022-06-30" }),
            ),
            "input.neededFrom",
        ),
        (asking.with("on", json!("2999-01-01")), "input.on"),
        (asking.with("title", json!("")), "input.title"),
    ] {
        let answer = refused(&house, asking.office(), verb, FIELDS, input).await;
        answer.refused("BAD_USER_INPUT").of_field(field);
    }
    let twice = asking.pact.desk.organization(0);
    let twice = asking.with("objects", json!([twice, twice]));
    let twice = refused(&house, asking.office(), verb, FIELDS, twice).await;
    twice.refused("CONFLICT").of_field("input.objects.1");
    let complete = people(
        json!({ "peopleNeeded": 2, "neededFrom": "2022-05-01", "neededTo": "2022-06-30", "objects": [], "round": null }),
    );
    let answer = act(asking.office(), verb, FIELDS, complete).await;
    let field = answer.data("/sendCoordinationRequest/coordinationRequest/field");
    assert_eq!(field, "PERSONNEL");
}

async fn is_for_parties_of_a_mechanism_in_force(house: Arc<House>) {
    let asking = Asking::open(&house).await;
    let verb = "sendCoordinationRequest";
    let audit = body(&asking.pact.desk.place, "AUDIT").await;
    let own = body(&asking.pact.desk.place, "OFFICE").await;
    let mut opinion = asking.with("kind", json!("THIRD_PARTY_DETERMINATION"));
    opinion["professionalField"] = json!("LAND_ALLOCATION");
    for (input, gate, field) in [
        (opinion, "REQUEST_OUTSIDE_FIELDS", "input.kind"),
        (
            asking.with("receiver", json!(audit)),
            "NOT_A_PARTY",
            "input.receiver",
        ),
        (
            asking.with("receiver", json!(own)),
            "NOT_A_PARTY",
            "input.receiver",
        ),
        (
            asking.with("on", json!("2022-03-09")),
            "MECHANISM_NOT_IN_FORCE",
            "input.mechanism",
        ),
    ] {
        let answer = refused(&house, asking.office(), verb, FIELDS, input).await;
        answer.refused("GATE").by_gate(gate).of_field(field);
    }
    // The leading group sees the mechanism and is no party; the audit department does not know of it.
    let group = refused(&house, &asking.group(), verb, FIELDS, asking.input()).await;
    group
        .refused("GATE")
        .by_gate("NOT_A_PARTY")
        .of_field("input.mechanism");
    let third = refused(&house, &asking.pact.audit, verb, FIELDS, asking.input()).await;
    third.refused("NOT_FOUND").of_field("input.mechanism");
    let input = json!({ "mechanism": asking.mechanism, "version": 2, "reason": "机构改革", "on": "2022-06-30" });
    let fields = "coordinationMechanism { id }";
    act(asking.office(), "endMechanism", fields, input)
        .await
        .data("/endMechanism");
    let ended = refused(&house, asking.office(), verb, FIELDS, asking.input()).await;
    ended
        .refused("GATE")
        .by_gate("MECHANISM_NOT_IN_FORCE")
        .of_field("input.mechanism");
}

async fn is_for_everybody_who_handles(house: Arc<House>) {
    let asking = Asking::open(&house).await;
    let desk = &asking.pact.desk;
    let fields = "coordinationRequest { id }";
    desk.only(
        Agency::ALL,
        "sendCoordinationRequest",
        fields,
        asking.input(),
    )
    .await;
}
