//! Proposing mechanisms: with agencies of the place, in fields named once; its parties see it, a third agency does not.

use std::sync::Arc;

use inspectorate::access::policy::{Agency, Role};
use serde_json::{Value, json};

use super::Pact;
use crate::{
    coverage::desk::{act, refused},
    meetings::body,
    support::{house::House, on_each_database},
};

on_each_database!(
    shows_to_its_parties_only,
    comes_from_above_too,
    is_refused,
    is_for_offices,
);

const FIELDS: &str = "coordinationMechanism { name edition status proposedOn startsOn initiator { code } rule { id } \
    parties { nodes { agreedOn organization { code } } } duties { nodes { field content responsible { id } } } }";

const SEEN: &str = "{ coordinationMechanisms { totalCount nodes { name parties { totalCount } duties { totalCount } } } mechanismParties { totalCount } mechanismDuties { totalCount } }";

async fn shows_to_its_parties_only(house: Arc<House>) {
    let pact = Pact::open(&house).await;
    let answer = act(
        &pact.desk.office,
        "proposeMechanism",
        FIELDS,
        pact.mechanism(),
    )
    .await;
    let expected = json!({
        "name": "与纪检监察机关工作协调机制", "edition": 1, "status": "PROPOSED", "proposedOn": "2022-03-01", "startsOn": null,
        "initiator": { "code": "A-OFFICE" }, "rule": { "id": pact.rule },
        "parties": { "nodes": [
            { "agreedOn": "2022-03-01", "organization": { "code": "A-OFFICE" } },
            { "agreedOn": null, "organization": { "code": "A-DISCIPLINE" } },
        ] },
        "duties": { "nodes": [
            { "field": "LEADS", "content": "线索移交快速通道", "responsible": null },
            { "field": "PERSONNEL", "content": null, "responsible": null },
            { "field": "SITUATION", "content": null, "responsible": null },
        ] },
    });
    let made = answer.data("/proposeMechanism/coordinationMechanism");
    let sorted = |value: &Value| {
        let mut value = value.clone();
        if let Some(parties) = value["parties"]["nodes"].as_array_mut() {
            parties.sort_by_key(|party| party["agreedOn"].is_null());
        }
        value
    };
    assert_eq!(sorted(made), expected);
    let group = pact.desk.place.person(Agency::LeadingGroup, Role::Viewer);
    for person in [&pact.desk.office, &pact.discipline, &group] {
        let seen = person.ask(SEEN).await;
        assert_eq!(*seen.data("/coordinationMechanisms/totalCount"), 1);
        let node = seen.data("/coordinationMechanisms/nodes/0");
        assert_eq!(node["parties"]["totalCount"], 2);
        assert_eq!(node["duties"]["totalCount"], 3);
    }
    let third = pact.audit.ask(SEEN).await;
    for noun in [
        "coordinationMechanisms",
        "mechanismParties",
        "mechanismDuties",
    ] {
        assert_eq!(*third.data(&format!("/{noun}/totalCount")), 0);
    }
    let worklist = "{ worklist { recordType action state } }";
    let owed = pact.discipline.ask(worklist).await;
    let expected = json!([{ "recordType": "CoordinationMechanism", "action": "agreeToMechanism", "state": "PROPOSED" }]);
    assert_eq!(*owed.data("/worklist"), expected);
    let owed = pact.audit.ask(worklist).await;
    assert_eq!(*owed.data("/worklist"), json!([]));
}

/// The superior's office proposes one to the office of the place, which cannot see who stands above it.
async fn comes_from_above_too(house: Arc<House>) {
    let pact = Pact::open(&house).await;
    let superior = pact.desk.place.person(Agency::Superior, Role::Handler);
    let office = body(&pact.desk.place, "OFFICE").await;
    let input = json!({ "name": "中央巡视机构协作机制", "partners": [office], "duties": [{ "field": "PERSONNEL" }] });
    let fields = "coordinationMechanism { status dispatcher { code } }";
    let answer = act(&superior, "proposeMechanism", fields, input).await;
    let made = answer.data("/proposeMechanism/coordinationMechanism");
    assert_eq!(
        *made,
        json!({ "status": "PROPOSED", "dispatcher": { "code": "A" } })
    );
    // A mechanism of the place to which it is no party is not the superior's business.
    pact.proposed().await;
    let seen = superior.ask(SEEN).await;
    assert_eq!(*seen.data("/coordinationMechanisms/totalCount"), 1);
    let seen = pact.desk.office.ask(SEEN).await;
    assert_eq!(*seen.data("/coordinationMechanisms/totalCount"), 2);
}

async fn is_refused(house: Arc<House>) {
    let pact = Pact::open(&house).await;
    pact.proposed().await;
    let (office, verb) = (&pact.desk.office, "proposeMechanism");
    let other = |field: &str, value: Value| {
        let mut input = pact.with("name", json!("另一机制"));
        input[field] = value;
        input
    };
    let own = body(&pact.desk.place, "OFFICE").await;
    let audit = body(&pact.desk.place, "AUDIT").await;
    let (discipline, nobody) = (&pact.body, pact.desk.organization(1));
    for (input, code, field) in [
        (pact.mechanism(), "CONFLICT", "input.name"),
        (
            other("partners", json!([])),
            "BAD_USER_INPUT",
            "input.partners",
        ),
        (other("duties", json!([])), "BAD_USER_INPUT", "input.duties"),
        (
            other("partners", json!([own])),
            "CONFLICT",
            "input.partners.0",
        ),
        (
            other("partners", json!([discipline, discipline])),
            "CONFLICT",
            "input.partners.1",
        ),
        (
            other(
                "duties",
                json!([{ "field": "SITUATION" }, { "field": "SITUATION" }]),
            ),
            "CONFLICT",
            "input.duties.1.field",
        ),
        (
            other(
                "duties",
                json!([{ "field": "SITUATION", "deadlineRule": "NO_SUCH" }]),
            ),
            "BAD_USER_INPUT",
            "input.duties.0.deadlineRule",
        ),
        (
            other("on", json!("2999-01-01")),
            "BAD_USER_INPUT",
            "input.on",
        ),
    ] {
        let answer = refused(&house, office, verb, FIELDS, input).await;
        answer.refused(code).of_field(field);
    }
    for (input, gate, field) in [
        (
            other("partners", json!([nobody])),
            "PARTY_WITHOUT_AGENCY",
            "input.partners.0",
        ),
        (
            other("partners", json!([audit])),
            "LEADS_WITHOUT_DISCIPLINE",
            "input.duties.1.field",
        ),
    ] {
        let answer = refused(&house, office, verb, FIELDS, input).await;
        answer.refused("GATE").by_gate(gate).of_field(field);
    }
}

async fn is_for_offices(house: Arc<House>) {
    let pact = Pact::open(&house).await;
    let those = [Agency::Office, Agency::Superior];
    let fields = "coordinationMechanism { id }";
    pact.desk
        .only(&those, "proposeMechanism", fields, pact.mechanism())
        .await;
}
