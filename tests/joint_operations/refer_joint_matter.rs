//! What one side refers to another: in the scope, to a side, seen by the two alone.

use std::sync::Arc;

use inspectorate::access::policy::Agency;
use serde_json::json;

use super::Joint;
use crate::{
    coverage::desk::{act, refused},
    support::{house::House, on_each_database},
};

on_each_database!(is_owed_an_answer, is_refused, is_for_everybody_who_handles);

const VERB: &str = "referJointMatter";

async fn is_owed_an_answer(house: Arc<House>) {
    let joint = Joint::open(&house).await;
    let mut input = joint.input();
    let third = json!({ "body": joint.discipline_body, "agency": "DISCIPLINE", "role": "PARTICIPANT", "reads": [] });
    input["partners"]
        .as_array_mut()
        .expect("a list")
        .push(third);
    input["mode"] = json!("MUTUAL_USE");
    let operation = joint.agreed(input).await;
    let agreement = json!({ "operation": operation, "on": "2022-03-22" });
    act(
        &joint.discipline,
        "agreeToJointOperation",
        "clientMutationId",
        agreement,
    )
    .await
    .data("/agreeToJointOperation");
    let fields = "jointReferral { id kind sender { code } receiver { code } organization { code } title content status referredOn outcome answer \
        answeredOn version operation { conditions { reinforcedCooperation } } availableActions { enabled } }";
    let answer = act(joint.office(), VERB, fields, joint.matter(&operation)).await;
    let id = answer.text_at("/referJointMatter/jointReferral/id");
    let expected = json!({
        "id": id, "kind": "PROBLEM", "sender": { "code": "A-OFFICE" }, "receiver": { "code": "A-AUDIT" },
        "organization": { "code": "A-OBJECT-1" }, "title": "专项资金使用", "content": "巡察发现资金去向不明，请审计核查", "status": "OPEN",
        "referredOn": "2022-04-10", "outcome": null, "answer": null, "answeredOn": null, "version": 1,
        "operation": { "conditions": { "reinforcedCooperation": false } }, "availableActions": [{ "enabled": false }],
    });
    assert_eq!(*answer.data("/referJointMatter/jointReferral"), expected);
    let owed = joint
        .audit
        .ask("{ worklist { action record { id } } }")
        .await;
    let expected = json!([{ "action": "answerJointReferral", "record": { "id": id } }]);
    assert_eq!(*owed.data("/worklist"), expected);
    // The third side of the operation and who oversees it do not know of it.
    let query = format!(
        "{{ jointReferrals {{ totalCount }} node(id: \"{id}\") {{ id }} events(filter: {{ subjectType: {{ eq: \"JointReferral\" }} }}) {{ totalCount }} }}"
    );
    for person in [&joint.discipline, &joint.group()] {
        let expected = json!({ "jointReferrals": { "totalCount": 0 }, "node": null, "events": { "totalCount": 0 } });
        assert_eq!(*person.ask(&query).await.data(""), expected);
    }
}

async fn is_refused(house: Arc<House>) {
    let joint = Joint::open(&house).await;
    let agreed = joint.agreed(joint.input()).await;
    let bar = ("ENTRY_OF_ONE_SIDE_ONLY", "input.operation");
    let early = joint.matter(&agreed);
    joint
        .barred(&house, (VERB, joint.office()), early, bar)
        .await;
    let operation = joint.entered(joint.input()).await;
    let days = ["2022-04-01", "2999-01-01"];
    joint
        .guards(
            &house,
            (VERB, joint.office()),
            joint.matter(&operation),
            &days,
        )
        .await;
    for (field, value, gate) in [
        ("receiver", json!(joint.discipline_body), "NOT_A_PARTY"),
        (
            "organization",
            json!(joint.desk().organization(1)),
            "OUTSIDE_JOINT_SCOPE",
        ),
    ] {
        let mut input = joint.matter(&operation);
        input[field] = value;
        let at = format!("input.{field}");
        joint
            .barred(&house, (VERB, joint.office()), input, (gate, &at))
            .await;
    }
    let own = joint.matter(&operation);
    let answer = refused(&house, &joint.audit, VERB, "clientMutationId", own).await;
    answer.refused("BAD_USER_INPUT").of_field("input.receiver");
    let bar = ("NOT_A_PARTY", "input.operation");
    let by_group = joint.matter(&operation);
    joint
        .barred(&house, (VERB, &joint.group()), by_group, bar)
        .await;
}

async fn is_for_everybody_who_handles(house: Arc<House>) {
    let joint = Joint::open(&house).await;
    let operation = joint.entered(joint.input()).await;
    let input = joint.matter(&operation);
    joint
        .desk()
        .only(Agency::ALL, VERB, "clientMutationId", input)
        .await;
}
