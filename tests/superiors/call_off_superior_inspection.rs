//! The superior calls its inspection off: nobody owes anything for it, nothing goes in step with it.

use std::sync::Arc;

use serde_json::json;

use super::{Host, STATE, host::announced};
use crate::{
    coverage::desk::act,
    support::{house::House, on_each_database},
};

on_each_database!(ends_what_is_owed, is_refused);

const VERB: &str = "callOffSuperiorInspection";

async fn ends_what_is_owed(house: Arc<House>) {
    let host = Host::open(&house).await;
    let task = host.assigned().await;
    let input = json!({ "inspection": host.inspection, "version": 2, "reason": "任务调整", "on": "2022-03-28" });
    let answer = act(host.office(), VERB, STATE, input).await;
    let off = answer.data("/callOffSuperiorInspection/superiorInspection");
    assert_eq!(off["status"], "CALLED_OFF");
    assert_eq!(off["endedOn"], "2022-03-28");
    assert_eq!(off["endReason"], "任务调整");
    let owed = host.object().ask("{ worklist { action } }").await;
    assert_eq!(*owed.data("/worklist"), json!([]));
    let done = json!({ "task": task, "version": 1 });
    let bar = ("SUPERIOR_INSPECTION_OVER", "input.task");
    let object = host.object();
    host.barred(&house, ("completeSuperiorTask", &object), done, bar)
        .await;
    let verb = "recordSuperiorInspection";
    let again = act(host.office(), verb, STATE, announced()).await;
    assert_eq!(
        again.data("/recordSuperiorInspection/superiorInspection")["status"],
        "ANNOUNCED"
    );
}

async fn is_refused(house: Arc<House>) {
    let host = Host::open(&house).await;
    let input = json!({ "inspection": host.inspection, "version": 1, "reason": "任务调整", "on": "2022-03-28" });
    let wrong = [
        ("on", json!("2022-03-19"), "BAD_USER_INPUT"),
        ("on", json!("2999-01-01"), "BAD_USER_INPUT"),
        ("reason", json!(" "), "BAD_USER_INPUT"),
    ];
    host.wrong(&house, (VERB, host.office()), &input, &wrong)
        .await;
    host.guards(&house, VERB, input.clone()).await;
    act(host.office(), VERB, STATE, input.clone())
        .await
        .data("/callOffSuperiorInspection");
    let mut again = input;
    again["version"] = json!(2);
    let bar = ("WRONG_STATE", "input.inspection");
    host.barred(&house, (VERB, host.office()), again, bar).await;
}
