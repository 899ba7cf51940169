//! Saying in what joint operations link their sides, and which kind of supervision each brings in: by a side, until the operation is closed.

use std::sync::Arc;

use inspectorate::access::policy::Agency;
use serde_json::{Value, json};

use super::Joint;
use crate::{
    coverage::desk::{act, refused},
    support::{house::House, house::Person, on_each_database},
};

on_each_database!(
    links_its_sides,
    follows_from_the_sides,
    adds_nothing_where_nobody_inspects,
    counts_by_kind,
    is_refused,
    is_for_everybody_who_handles
);

const VERB: &str = "classifyJointOperation";

const KINDS: &str = "linksTasks linksMethods linksResults parties(orderBy: [{ field: AGENCY, direction: ASC }]) { nodes { agency chain supervision } }";

/// Office and discipline department, which leads nothing.
fn with_discipline(joint: &Joint) -> Value {
    let mut input = joint.with("reads", json!([]));
    input["partners"] = json!([{ "body": joint.discipline_body, "agency": "DISCIPLINE", "role": "PARTICIPANT", "reads": [] }]);
    input
}

async fn links_its_sides(house: Arc<House>) {
    let joint = Joint::open(&house).await;
    let operation = joint
        .requested(joint.with("linkages", json!(["TASK"])))
        .await;
    let query = |link: &str| {
        format!("{{ jointOperations(filter: {{ {link}: {{ eq: true }} }}) {{ totalCount }} }}")
    };
    let at = "/jointOperations/totalCount";
    assert_eq!(*joint.office().ask(&query("linksTasks")).await.data(at), 1);
    let input = json!({ "operation": operation, "version": 1, "linkages": ["RESULT", "METHOD"] });
    let fields = format!("jointOperation {{ status version {KINDS} }}");
    let answer = act(&joint.audit, VERB, &fields, input).await;
    let expected = json!({
        "status": "REQUESTED", "version": 2, "linksTasks": false, "linksMethods": true, "linksResults": true,
        "parties": { "nodes": [
            { "agency": "AUDIT", "chain": "INSPECTION_PLUS_AUDIT", "supervision": null },
            { "agency": "OFFICE", "chain": null, "supervision": "INSPECTION" },
        ] },
    });
    assert_eq!(
        *answer.data("/classifyJointOperation/jointOperation"),
        expected
    );
    for (link, so_many) in [("linksTasks", 0), ("linksMethods", 1), ("linksResults", 1)] {
        let answer = joint.office().ask(&query(link)).await;
        assert_eq!(*answer.data(at), so_many);
        let answer = joint.discipline.ask(&query(link)).await;
        assert_eq!(*answer.data(at), 0);
    }
}

async fn follows_from_the_sides(house: Arc<House>) {
    let joint = Joint::open(&house).await;
    let operation = joint.requested(with_discipline(&joint)).await;
    let filtered = |by: &str, value: &str| {
        format!(
            "{{ jointOperations(filter: {{ parties: {{ some: {{ {by}: {{ eq: {value} }} }} }} }}) {{ totalCount }} }}"
        )
    };
    let found = async |person: &Person, by: &str, value: &str| -> Value {
        let answer = person.ask(&filtered(by, value)).await;
        answer.data("/jointOperations/totalCount").clone()
    };
    let chain = "INSPECTION_PLUS_DISCIPLINE";
    assert_eq!(found(joint.office(), "chain", chain).await, 1);
    assert_eq!(found(&joint.audit, "chain", chain).await, 0);
    assert_eq!(found(joint.office(), "supervision", "DISCIPLINE").await, 1);
    let input =
        json!({ "operation": operation, "version": 1, "linkages": [], "supervision": "STATIONED" });
    act(&joint.discipline, VERB, "jointOperation { id }", input)
        .await
        .data("/classifyJointOperation");
    assert_eq!(found(joint.office(), "supervision", "DISCIPLINE").await, 0);
    assert_eq!(found(joint.office(), "supervision", "STATIONED").await, 1);
    assert_eq!(found(joint.office(), "supervision", "INSPECTION").await, 1);
}

async fn adds_nothing_where_nobody_inspects(house: Arc<House>) {
    let joint = Joint::open(&house).await;
    let input = with_discipline(&joint);
    let fields = format!("jointOperation {{ {KINDS} }}");
    let answer = act(&joint.audit, "requestJointOperation", &fields, input).await;
    let expected = json!({
        "linksTasks": false, "linksMethods": false, "linksResults": false,
        "parties": { "nodes": [
            { "agency": "AUDIT", "chain": null, "supervision": null },
            { "agency": "DISCIPLINE", "chain": null, "supervision": "DISCIPLINE" },
        ] },
    });
    let at = "/requestJointOperation/jointOperation";
    assert_eq!(*answer.data(at), expected);
}

async fn counts_by_kind(house: Arc<House>) {
    let joint = Joint::open(&house).await;
    joint
        .entered(joint.with("linkages", json!(["TASK", "METHOD", "RESULT"])))
        .await;
    let mut second = joint.with("linkages", json!(["RESULT"]));
    second["objects"] = json!([joint.desk().organization(0), joint.desk().organization(1)]);
    second["mode"] = json!("MUTUAL_USE");
    joint.agreed(second).await;
    // Not agreed: it does not count.
    joint.requested(with_discipline(&joint)).await;
    let query = "{ organizations(filter: { code: { eq: \"A\" } }) { nodes { jointOperationYear(year: 2022) { \
        byLinkage { linkage operations { value } } byChain { chain operations { value } } \
        bySupervision { supervision operations { value } } byObject { organization supervision operations { value } } } } } }";
    let at = "/organizations/nodes/0/jointOperationYear";
    let answer = joint.office().ask(query).await;
    let figures = answer.data(at);
    let so_many = |so_many: &str| json!({ "value": so_many });
    let expected = json!([
        { "linkage": "TASK", "operations": so_many("1") },
        { "linkage": "METHOD", "operations": so_many("1") },
        { "linkage": "RESULT", "operations": so_many("2") },
    ]);
    assert_eq!(figures["byLinkage"], expected);
    let expected = json!([{ "chain": "INSPECTION_PLUS_AUDIT", "operations": so_many("2") }]);
    assert_eq!(figures["byChain"], expected);
    let expected = json!([{ "supervision": "INSPECTION", "operations": so_many("2") }]);
    assert_eq!(figures["bySupervision"], expected);
    let cells = figures["byObject"].as_array().expect("a list");
    let mut counts: Vec<_> = cells
        .iter()
        .map(|cell| &cell["operations"]["value"])
        .collect();
    counts.sort_by_key(ToString::to_string);
    assert_eq!(counts, ["1", "2"]);
    assert!(
        cells
            .iter()
            .all(|cell| cell["organization"].is_string() && cell["supervision"] == "INSPECTION")
    );
    let answer = joint.discipline.ask(query).await;
    let none = json!({ "byLinkage": [], "byChain": [], "bySupervision": [], "byObject": [] });
    assert_eq!(*answer.data(at), none);
}

async fn is_refused(house: Arc<House>) {
    let joint = Joint::open(&house).await;
    let operation = joint.agreed(joint.input()).await;
    let input = json!({ "operation": operation, "version": 2, "linkages": ["TASK"] });
    joint
        .guards(&house, (VERB, joint.office()), input.clone(), &[])
        .await;
    let bar = ("NOT_A_PARTY", "input.operation");
    let group = joint.group();
    joint
        .barred(&house, (VERB, &group), input.clone(), bar)
        .await;
    let key = "clientMutationId";
    let mut twice = input.clone();
    twice["linkages"] = json!(["TASK", "TASK"]);
    let answer = refused(&house, joint.office(), VERB, key, twice).await;
    answer.refused("CONFLICT").of_field("input.linkages");
    for (by, kind) in [(joint.office(), "STATIONED"), (&joint.audit, "INSPECTION")] {
        let mut wrong = input.clone();
        wrong["supervision"] = json!(kind);
        let answer = refused(&house, by, VERB, key, wrong).await;
        answer
            .refused("BAD_USER_INPUT")
            .of_field("input.supervision");
    }
    let request = joint.with("linkages", json!(["RESULT", "RESULT"]));
    let verb = "requestJointOperation";
    let answer = refused(&house, joint.office(), verb, key, request).await;
    answer.refused("CONFLICT").of_field("input.linkages");
    let mutual = joint.with("mode", json!("MUTUAL_USE"));
    let closed = joint.agreed(mutual).await;
    joint.close(&closed).await;
    let version = joint.desk().version(&closed, "JointOperation").await;
    let input = json!({ "operation": closed, "version": version, "linkages": ["TASK"] });
    let bar = ("WRONG_STATE", "input.operation");
    joint
        .barred(&house, (VERB, joint.office()), input, bar)
        .await;
}

async fn is_for_everybody_who_handles(house: Arc<House>) {
    let joint = Joint::open(&house).await;
    let operation = joint.requested(joint.input()).await;
    let input = json!({ "operation": operation, "version": 1, "linkages": ["TASK"] });
    joint
        .desk()
        .only(Agency::ALL, VERB, "clientMutationId", input)
        .await;
}
