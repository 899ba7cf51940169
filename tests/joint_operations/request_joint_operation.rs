//! Asking for joint operations: by a mechanism in force, of its parties, about somebody, under one lead.

use std::sync::Arc;

use inspectorate::{access::policy::Agency, graphql::node_id};
use inspectorate_entity::organizations::organization;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use serde_json::{Value, json};

use super::{Joint, joint::able};
use crate::{
    coverage::desk::{act, refused},
    support::{
        house::House,
        on_each_database,
        place::{NewOrganization, register},
    },
};

on_each_database!(
    waits_for_the_other_side,
    is_refused,
    opens_nothing_of_another_dispatcher,
    goes_by_a_mechanism_on_trial,
    is_for_everybody_who_handles
);

const VERB: &str = "requestJointOperation";

async fn waits_for_the_other_side(house: Arc<House>) {
    let joint = Joint::open(&house).await;
    let fields = "jointOperation { mode name topics startsOn endsOn keepsResults status requestedOn agreedOn enteredOn endedOn endReason version \
        initiator { code } mechanism { name } objects { nodes { organization { code } } } \
        parties { nodes { organization { code } agency role agreedOn enteredOn } } \
        grants { totalCount nodes { openedOn endsOn } } results { totalCount } availableActions { enabled } }";
    let answer = act(joint.office(), VERB, fields, joint.input()).await;
    let expected = json!({
        "mode": "SIMULTANEOUS", "name": "巡审联动监督", "topics": "专项资金", "startsOn": "2022-04-01", "endsOn": "2036-12-31",
        "keepsResults": false, "status": "REQUESTED", "requestedOn": "2022-03-20", "agreedOn": null, "enteredOn": null, "endedOn": null,
        "endReason": null, "version": 1, "initiator": { "code": "A-OFFICE" }, "mechanism": { "name": "巡审联动机制" },
        "objects": { "nodes": [{ "organization": { "code": "A-OBJECT-1" } }] },
        "parties": { "nodes": [
            { "organization": { "code": "A-OFFICE" }, "agency": "OFFICE", "role": "LEAD", "agreedOn": "2022-03-20", "enteredOn": null },
            { "organization": { "code": "A-AUDIT" }, "agency": "AUDIT", "role": "PARTICIPANT", "agreedOn": null, "enteredOn": null },
        ] },
        "grants": { "totalCount": 3, "nodes": [
            { "openedOn": null, "endsOn": "2036-12-31" }, { "openedOn": null, "endsOn": "2036-12-31" }, { "openedOn": null, "endsOn": "2036-12-31" },
        ] },
        "results": { "totalCount": 0 }, "availableActions": able(&[2, 10]),
    });
    assert_eq!(
        *answer.data("/requestJointOperation/jointOperation"),
        expected
    );
    let owed = joint.audit.ask("{ worklist { action state } }").await;
    let expected = json!([{ "action": "agreeToJointOperation", "state": "REQUESTED" }]);
    assert_eq!(*owed.data("/worklist"), expected);
}

async fn is_refused(house: Arc<House>) {
    let joint = Joint::open(&house).await;
    let partner = |field: &str, value: Value| {
        let mut input = joint.input();
        input["partners"][0][field] = value;
        input
    };
    let mut alone = joint.with("reads", json!(["INSPECTION"]));
    alone["role"] = json!("PARTICIPANT");
    alone["partners"] = json!([{ "body": joint.discipline_body, "agency": "DISCIPLINE", "role": "LEAD", "reads": [] }]);
    for (by, input, gate, field) in [
        (
            joint.office(),
            joint.with("on", json!("2022-03-09")),
            "MECHANISM_NOT_IN_FORCE",
            "input.mechanism",
        ),
        (
            joint.office(),
            partner("agency", json!("OFFICE")),
            "PARTY_WITHOUT_AGENCY",
            "input.partners.0.agency",
        ),
        (
            joint.office(),
            partner("body", json!(joint.desk().organization(1))),
            "NOT_A_PARTY",
            "input.partners.0.body",
        ),
        (
            &joint.group(),
            joint.input(),
            "NOT_A_PARTY",
            "input.mechanism",
        ),
        (&joint.audit, alone, "DATA_OF_NO_SIDE", "input.partners"),
    ] {
        joint.barred(&house, (VERB, by), input, (gate, field)).await;
    }
    let twice = joint.desk().organization(0);
    for (input, code, field) in [
        (
            joint.with("partners", json!([])),
            "BAD_USER_INPUT",
            "input.partners",
        ),
        (
            joint.with("objects", json!([])),
            "BAD_USER_INPUT",
            "input.objects",
        ),
        (
            joint.with("role", json!("PARTICIPANT")),
            "BAD_USER_INPUT",
            "input.role",
        ),
        (
            joint.with("endsOn", json!("2022-03-31")),
            "BAD_USER_INPUT",
            "input.endsOn",
        ),
        (
            joint.with("on", json!("2999-01-01")),
            "BAD_USER_INPUT",
            "input.on",
        ),
        (
            joint.with("objects", json!([twice, twice])),
            "CONFLICT",
            "input.objects.1",
        ),
        (
            joint.with("reads", json!(["RESULT", "RESULT"])),
            "CONFLICT",
            "input.reads",
        ),
    ] {
        let answer = refused(&house, joint.office(), VERB, "clientMutationId", input).await;
        answer.refused(code).of_field(field);
    }
    let mut input = joint.with("mode", json!("AUDIT_FIRST"));
    input["partners"] = json!([{ "body": joint.discipline_body, "agency": "DISCIPLINE", "role": "PARTICIPANT", "reads": [] }]);
    let answer = refused(&house, joint.office(), VERB, "clientMutationId", input).await;
    answer.refused("BAD_USER_INPUT").of_field("input.mode");
}

/// Bodies of a county that are party to a mechanism of the city agree among themselves: what the city inspects is not theirs to open.
async fn opens_nothing_of_another_dispatcher(house: Arc<House>) {
    let joint = Joint::open(&house).await;
    let (east, city) = (&joint.camp.east, &joint.desk().place.dispatcher);
    let audit = NewOrganization::new("A-E-AUDIT", "示例县审计局").under(&east.body);
    let audit = audit.insert(&house).await;
    register(&house, &audit, Agency::Audit, &east.body).await;
    let code = organization::Column::Code.eq("A-E-OFFICE");
    let office = organization::Entity::find().filter(code);
    let office = office.one(&house.database.reader).await.expect("an answer");
    let office = office.expect("the office of the county");
    let mut partners = Vec::new();
    for body in [&office, &audit] {
        register(&house, body, Agency::Functional, city).await;
        partners.push(node_id::encode("Organization", body.id));
    }
    let rules = "{ ruleDocuments(first: 1) { nodes { id } } }";
    let rule = joint.office().ask(rules).await;
    let input = json!({
        "name": "市县联动机制", "partners": partners, "rule": rule.text_at("/ruleDocuments/nodes/0/id"), "on": "2022-03-01",
        "duties": [{ "field": "SITUATION" }],
    });
    let (verb, noun) = ("proposeMechanism", "coordinationMechanism");
    let mechanism = joint.desk().made(joint.office(), verb, noun, input).await;
    let input = json!({ "mechanism": mechanism, "version": 1, "on": "2022-03-10" });
    let fields = "coordinationMechanism { id }";
    act(
        &joint.desk().dispatcher,
        "establishMechanism",
        fields,
        input,
    )
    .await
    .data("/establishMechanism");
    let mut input = joint.with("mechanism", json!(mechanism));
    input["objects"] = json!([east.town_id()]);
    input["partners"][0]["body"] = json!(partners[1]);
    let bar = ("DATA_OF_NO_SIDE", "input.partners");
    joint
        .barred(&house, (VERB, &east.office), input.clone(), bar)
        .await;
    input["partners"][0]["reads"] = json!(["RESULT"]);
    act(&east.office, VERB, "jointOperation { id }", input)
        .await
        .data("/requestJointOperation");
}

async fn is_for_everybody_who_handles(house: Arc<House>) {
    let joint = Joint::open(&house).await;
    joint
        .desk()
        .only(Agency::ALL, VERB, "clientMutationId", joint.input())
        .await;
}

async fn goes_by_a_mechanism_on_trial(house: Arc<House>) {
    let joint = Joint::open(&house).await;
    let desk = joint.desk();
    let rules = "{ ruleDocuments(first: 1) { nodes { id } } }";
    let rule = joint.office().ask(rules).await;
    let fields = [
        "PLAN_COORDINATION",
        "JOINT_ENTRY",
        "RESULT_SHARING",
        "PERSONNEL",
    ];
    let duties: Vec<Value> = fields
        .iter()
        .map(|field| json!({ "field": field }))
        .collect();
    let input = json!({
        "name": "与审计机关工作协调机制（试行）", "partners": [joint.audit_body], "rule": rule.text_at("/ruleDocuments/nodes/0/id"),
        "on": "2022-03-01", "duties": duties,
    });
    let noun = "coordinationMechanism";
    let mechanism = desk
        .made(joint.office(), "proposeMechanism", noun, input)
        .await;
    let request = joint.with("mechanism", json!(mechanism));
    let early = ("MECHANISM_NOT_IN_FORCE", "input.mechanism");
    joint
        .barred(&house, (VERB, joint.office()), request.clone(), early)
        .await;
    let input = json!({ "mechanism": mechanism, "version": 1, "on": "2022-03-10" });
    let verb = "putMechanismOnTrial";
    act(
        &desk.dispatcher,
        verb,
        "coordinationMechanism { id }",
        input,
    )
    .await
    .data("/putMechanismOnTrial");
    let shown = "jointOperation { mechanism { status duties(orderBy: [{ field: FIELD, direction: ASC }]) { nodes { field } } } }";
    let answer = act(joint.office(), VERB, shown, request).await;
    let expected = json!({ "mechanism": { "status": "TRIAL", "duties": { "nodes": [
        { "field": "JOINT_ENTRY" }, { "field": "PERSONNEL" }, { "field": "PLAN_COORDINATION" }, { "field": "RESULT_SHARING" },
    ] } } });
    assert_eq!(
        *answer.data("/requestJointOperation/jointOperation"),
        expected
    );
}
