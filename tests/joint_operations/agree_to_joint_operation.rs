//! Agreeing to joint operations: by a side that was asked; the last one opens what was agreed on.

use std::sync::Arc;

use inspectorate::access::policy::Agency;
use serde_json::json;

use super::{FIELDS, Joint, joint::able};
use crate::{
    coverage::desk::act,
    support::{house::House, on_each_database},
};

on_each_database!(
    the_last_one_opens_it,
    is_refused,
    is_for_everybody_who_approves
);

const VERB: &str = "agreeToJointOperation";

async fn the_last_one_opens_it(house: Arc<House>) {
    let joint = Joint::open(&house).await;
    let mut input = joint.input();
    let third = json!({ "body": joint.discipline_body, "agency": "DISCIPLINE", "role": "PARTICIPANT", "reads": [] });
    input["partners"]
        .as_array_mut()
        .expect("a list")
        .push(third);
    let operation = joint.requested(input).await;
    let open = "{ totalCount }";
    let fields = format!(
        "jointOperation {{ status agreedOn version grants(filter: {{ openedOn: {{ eq: \"2022-03-22\" }} }}) {open} availableActions {{ enabled }} }}"
    );
    let input = |on: &str| json!({ "operation": operation, "on": on });
    let first = act(&joint.audit, VERB, &fields, input("2022-03-21")).await;
    let expected = json!({ "status": "REQUESTED", "agreedOn": null, "version": 1, "grants": { "totalCount": 0 }, "availableActions": able(&[10]) });
    assert_eq!(
        *first.data("/agreeToJointOperation/jointOperation"),
        expected
    );
    let last = act(&joint.discipline, VERB, &fields, input("2022-03-22")).await;
    let expected = json!({
        "status": "AGREED", "agreedOn": "2022-03-22", "version": 2, "grants": { "totalCount": 3 },
        "availableActions": able(&[3, 4, 10]),
    });
    assert_eq!(
        *last.data("/agreeToJointOperation/jointOperation"),
        expected
    );
    let owed = joint.audit.ask("{ worklist { action state dueOn } }").await;
    let expected =
        json!([{ "action": "enterJointOperation", "state": "AGREED", "dueOn": "2036-12-31" }]);
    assert_eq!(*owed.data("/worklist"), expected);
}

async fn is_refused(house: Arc<House>) {
    let joint = Joint::open(&house).await;
    let operation = joint.requested(joint.input()).await;
    let input = json!({ "operation": operation, "on": "2022-03-21" });
    let days = ["2022-03-19", "2999-01-01"];
    joint
        .guards(&house, (VERB, &joint.audit), input.clone(), &days)
        .await;
    let bar = ("NOT_ASKED_TO_AGREE", "input.operation");
    for by in [joint.office(), &joint.group()] {
        joint.barred(&house, (VERB, by), input.clone(), bar).await;
    }
    act(&joint.audit, VERB, FIELDS, input.clone())
        .await
        .data("/agreeToJointOperation");
    let bar = ("WRONG_STATE", "input.operation");
    joint.barred(&house, (VERB, &joint.audit), input, bar).await;
}

async fn is_for_everybody_who_approves(house: Arc<House>) {
    let joint = Joint::open(&house).await;
    let input = json!({ "operation": joint.requested(joint.input()).await });
    joint
        .desk()
        .only(Agency::ALL, VERB, "clientMutationId", input)
        .await;
}
