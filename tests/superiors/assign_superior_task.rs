//! Giving an organization a task for the inspection of a superior: it sees both and owes the task, the next one sees neither.

use std::sync::Arc;

use inspectorate::access::policy::Agency;
use serde_json::json;

use super::Host;
use crate::{
    coverage::desk::act,
    support::{house::House, on_each_database},
};

on_each_database!(is_owed_by_its_owner_alone, is_refused, is_for_offices);

const VERB: &str = "assignSuperiorTask";

async fn is_owed_by_its_owner_alone(house: Arc<House>) {
    let host = Host::open(&house).await;
    let fields = "superiorTask { kind content owner { code } status askedOn dueOn doneOn outcome document { id } version \
        superiorInspection { name version tasks { totalCount } } availableActions { action enabled } }";
    let answer = act(host.office(), VERB, fields, host.task()).await;
    let expected = json!({
        "kind": "MATERIAL", "content": "近三年专项资金台账", "owner": { "code": "A-OBJECT-1" }, "status": "OPEN",
        "askedOn": "2022-03-25", "dueOn": "2022-04-20", "doneOn": null, "outcome": null, "document": null, "version": 1,
        "superiorInspection": { "name": "省委巡视市辖区", "version": 2, "tasks": { "totalCount": 1 } },
        "availableActions": [
            { "action": "completeSuperiorTask", "enabled": true }, { "action": "withdrawSuperiorTask", "enabled": true },
        ],
    });
    assert_eq!(*answer.data("/assignSuperiorTask/superiorTask"), expected);
    let mut own = host.task();
    own["owner"] = json!(null);
    own["kind"] = json!("LIAISON");
    let answer = act(host.office(), VERB, "superiorTask { owner { code } }", own).await;
    let owner = answer.data("/assignSuperiorTask/superiorTask/owner/code");
    assert_eq!(*owner, "A-OFFICE");
    let query = "{ worklist { recordType action state dueOn } superiorTasks { totalCount nodes { kind } } superiorInspections { totalCount } }";
    let object = host.object().ask(query).await;
    let expected = json!({
        "worklist": [{ "recordType": "SuperiorTask", "action": "completeSuperiorTask", "state": "OPEN", "dueOn": "2022-04-20" }],
        "superiorTasks": { "totalCount": 1, "nodes": [{ "kind": "MATERIAL" }] }, "superiorInspections": { "totalCount": 1 },
    });
    assert_eq!(*object.data(""), expected);
    let query = "{ superiorTasks { totalCount } superiorInspections { totalCount } }";
    for (person, tasks, inspections) in [
        (&host.joint.group(), 2, 1),
        (&host.joint.discipline, 0, 1),
        (&host.joint.audit, 0, 0),
        (&host.joint.camp.east.office, 0, 1),
    ] {
        let answer = person.ask(query).await;
        assert_eq!(*answer.data("/superiorTasks/totalCount"), tasks);
        assert_eq!(*answer.data("/superiorInspections/totalCount"), inspections);
    }
}

async fn is_refused(house: Arc<House>) {
    let host = Host::open(&house).await;
    let wrong = [
        ("on", json!("2022-03-19"), "BAD_USER_INPUT"),
        ("on", json!("2999-01-01"), "BAD_USER_INPUT"),
        ("dueOn", json!("2022-03-24"), "BAD_USER_INPUT"),
        ("content", json!(""), "BAD_USER_INPUT"),
        ("kind", json!("NO_SUCH_KIND"), "BAD_USER_INPUT"),
    ];
    host.wrong(&house, (VERB, host.office()), &host.task(), &wrong)
        .await;
    let below = &host.joint.camp.east.office;
    let bar = ("RECORD_OF_ANOTHER_DISPATCHER", "input.inspection");
    host.barred(&house, (VERB, below), host.task(), bar).await;
    host.step("beginSuperiorInspection", 1, "2022-04-02").await;
    host.step("endSuperiorInspection", 2, "2022-05-30").await;
    let bar = ("WRONG_STATE", "input.inspection");
    host.barred(&house, (VERB, host.office()), host.task(), bar)
        .await;
}

async fn is_for_offices(house: Arc<House>) {
    let host = Host::open(&house).await;
    host.desk()
        .only(&[Agency::Office], VERB, "clientMutationId", host.task())
        .await;
}
