//! Steps of the common plan: done by the side that owns them, which owes them until then.

use std::sync::Arc;

use inspectorate::access::policy::Agency;
use serde_json::json;

use super::Joint;
use crate::{
    coverage::desk::{act, refused},
    support::{house::House, on_each_database},
};

on_each_database!(ends_what_is_owed, is_refused, is_for_everybody_who_handles);

const VERB: &str = "completeJointStep";

async fn ends_what_is_owed(house: Arc<House>) {
    let joint = Joint::open(&house).await;
    let operation = joint.entered(joint.input()).await;
    let step = joint.planned(&operation).await;
    let worklist = "{ worklist { action state dueOn record { id } } }";
    let owed = joint.audit.ask(worklist).await;
    let expected = json!([{ "action": "completeJointStep", "state": "OPEN", "dueOn": "2022-05-31", "record": { "id": step } }]);
    assert_eq!(*owed.data("/worklist"), expected);
    assert_eq!(
        *joint.office().ask(worklist).await.data("/worklist"),
        json!([])
    );
    let input = json!({ "step": step, "version": 1, "outcome": "核查完毕", "on": "2022-05-20" });
    let fields =
        "jointStep { status doneOn outcome version operation { conditions { synchronousWork } } }";
    let answer = act(&joint.audit, VERB, fields, input).await;
    let expected = json!({
        "status": "DONE", "doneOn": "2022-05-20", "outcome": "核查完毕", "version": 2,
        "operation": { "conditions": { "synchronousWork": true } },
    });
    assert_eq!(*answer.data("/completeJointStep/jointStep"), expected);
    let owed = joint.audit.ask(worklist).await;
    assert_eq!(*owed.data("/worklist"), json!([]));
}

async fn is_refused(house: Arc<House>) {
    let joint = Joint::open(&house).await;
    let operation = joint.entered(joint.input()).await;
    let step = joint.planned(&operation).await;
    let input = json!({ "step": step, "version": 1, "on": "2022-05-20" });
    for (field, value, code) in [
        ("on", json!("2022-04-02"), "BAD_USER_INPUT"),
        ("on", json!("2999-01-01"), "BAD_USER_INPUT"),
        ("version", json!(99), "CONFLICT"),
    ] {
        let mut bad = input.clone();
        bad[field] = value;
        let answer = refused(&house, &joint.audit, VERB, "clientMutationId", bad).await;
        answer.refused(code).of_field(&format!("input.{field}"));
    }
    let stranger = &joint.discipline;
    let answer = refused(&house, stranger, VERB, "clientMutationId", input.clone()).await;
    answer.refused("NOT_FOUND").of_field("input.step");
    let bar = ("STEP_OF_ANOTHER_SIDE", "input.step");
    joint
        .barred(&house, (VERB, joint.office()), input.clone(), bar)
        .await;
    act(&joint.audit, VERB, "jointStep { id }", input.clone())
        .await
        .data("/completeJointStep");
    let mut again = input;
    again["version"] = json!(2);
    let bar = ("WRONG_STATE", "input.step");
    joint.barred(&house, (VERB, &joint.audit), again, bar).await;
    let late = joint.planned(&operation).await;
    joint.close(&operation).await;
    let input = json!({ "step": late, "version": 1 });
    let bar = ("JOINT_OPERATION_OVER", "input.step");
    joint.barred(&house, (VERB, &joint.audit), input, bar).await;
    let owed = joint.audit.ask("{ worklist { action } }").await;
    assert_eq!(*owed.data("/worklist"), json!([]));
}

async fn is_for_everybody_who_handles(house: Arc<House>) {
    let joint = Joint::open(&house).await;
    let operation = joint.entered(joint.input()).await;
    let input = json!({ "step": joint.planned(&operation).await, "version": 1 });
    joint
        .desk()
        .only(Agency::ALL, VERB, "clientMutationId", input)
        .await;
}
