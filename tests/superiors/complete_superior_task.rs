//! A task for the inspection of a superior is done: by its owner, or for it by the office.

use std::sync::Arc;

use inspectorate::access::policy::Agency;
use serde_json::json;

use super::Host;
use crate::{
    coverage::desk::{act, refused},
    support::{house::House, on_each_database},
};

on_each_database!(
    is_done_by_owner_or_office,
    is_refused,
    is_for_everybody_who_handles
);

const VERB: &str = "completeSuperiorTask";

async fn is_done_by_owner_or_office(house: Arc<House>) {
    let host = Host::open(&house).await;
    let [task, other] = [host.assigned().await, host.assigned().await];
    let fields = "superiorTask { status doneOn outcome version availableActions { enabled } }";
    let input =
        json!({ "task": task, "version": 1, "outcome": "已提供纸质台账", "on": "2022-04-15" });
    let answer = act(&host.object(), VERB, fields, input).await;
    let expected = json!({
        "status": "DONE", "doneOn": "2022-04-15", "outcome": "已提供纸质台账", "version": 2,
        "availableActions": [{ "enabled": false }],
    });
    assert_eq!(*answer.data("/completeSuperiorTask/superiorTask"), expected);
    let issued = issued(&host).await;
    let input = json!({ "task": other, "version": 1, "document": issued, "on": "2022-04-15" });
    let fields = "superiorTask { status outcome document { id } }";
    let answer = act(host.office(), VERB, fields, input).await;
    let expected = json!({ "status": "DONE", "outcome": null, "document": { "id": issued } });
    assert_eq!(*answer.data("/completeSuperiorTask/superiorTask"), expected);
    let query = "{ worklist { action } superiorTasks(filter: { id: { eq: \"TASK\" } }) { nodes { document { id } } } }";
    let answer = host.object().ask(&query.replace("TASK", &other)).await;
    assert_eq!(*answer.data("/worklist"), json!([]));
    assert_eq!(
        *answer.data("/superiorTasks/nodes"),
        json!([{ "document": null }])
    );
}

/// A report that the office issued to the audit department.
async fn issued(host: &Host) -> String {
    let document = drafted(host).await;
    for (verb, version) in [("signDocument", 1), ("issueDocument", 2)] {
        let mut input = json!({ "document": document, "version": version, "on": "2022-04-10" });
        if verb == "signDocument" {
            input["post"] = json!("主任");
        }
        act(host.office(), verb, "document { id }", input)
            .await
            .data(&format!("/{verb}"));
    }
    document
}

async fn drafted(host: &Host) -> String {
    let input = json!({
        "kind": "REPORT", "class": "INTERNAL", "subject": "情况材料", "addressees": [host.joint.audit_body], "on": "2022-04-09",
    });
    host.desk()
        .made(host.office(), "draftDocument", "document", input)
        .await
}

async fn is_refused(house: Arc<House>) {
    let host = Host::open(&house).await;
    let task = host.assigned().await;
    let input = json!({ "task": task, "version": 1, "on": "2022-04-15" });
    let wrong = [
        ("on", json!("2022-03-24"), "BAD_USER_INPUT"),
        ("on", json!("2999-01-01"), "BAD_USER_INPUT"),
        ("version", json!(99), "CONFLICT"),
        ("document", json!(drafted(&host).await), "BAD_USER_INPUT"),
    ];
    host.wrong(&house, (VERB, host.office()), &input, &wrong)
        .await;
    let stranger = &host.joint.discipline;
    let answer = refused(&house, stranger, VERB, "clientMutationId", input.clone()).await;
    answer.refused("NOT_FOUND").of_field("input.task");
    let bar = ("TASK_OF_ANOTHER_BODY", "input.task");
    let group = host.joint.group();
    host.barred(&house, (VERB, &group), input.clone(), bar)
        .await;
    act(&host.object(), VERB, "superiorTask { id }", input.clone())
        .await
        .data("/completeSuperiorTask");
    let mut again = input;
    again["version"] = json!(2);
    let bar = ("WRONG_STATE", "input.task");
    host.barred(&house, (VERB, host.office()), again, bar).await;
}

async fn is_for_everybody_who_handles(house: Arc<House>) {
    let host = Host::open(&house).await;
    let input = json!({ "task": host.assigned().await, "version": 1 });
    host.desk()
        .only(Agency::ALL, VERB, "clientMutationId", input)
        .await;
}
