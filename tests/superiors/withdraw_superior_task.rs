//! The superior needs something no more: nobody owes it from then on.

use std::sync::Arc;

use inspectorate::access::policy::Agency;
use serde_json::json;

use super::Host;
use crate::{
    coverage::desk::act,
    support::{house::House, on_each_database},
};

on_each_database!(is_owed_no_more, is_refused, is_for_offices);

const VERB: &str = "withdrawSuperiorTask";

async fn is_owed_no_more(house: Arc<House>) {
    let host = Host::open(&house).await;
    let input = json!({ "task": host.assigned().await, "version": 1, "reason": "上级不再需要", "on": "2022-04-01" });
    let fields = "superiorTask { status doneOn outcome superiorInspection { version } }";
    let answer = act(host.office(), VERB, fields, input).await;
    let expected = json!({
        "status": "WITHDRAWN", "doneOn": "2022-04-01", "outcome": "上级不再需要", "superiorInspection": { "version": 3 },
    });
    assert_eq!(*answer.data("/withdrawSuperiorTask/superiorTask"), expected);
    let owed = host.object().ask("{ worklist { action } }").await;
    assert_eq!(*owed.data("/worklist"), json!([]));
}

async fn is_refused(house: Arc<House>) {
    let host = Host::open(&house).await;
    let input = json!({ "task": host.assigned().await, "version": 1, "reason": "上级不再需要", "on": "2022-04-01" });
    let wrong = [
        ("on", json!("2022-03-24"), "BAD_USER_INPUT"),
        ("on", json!("2999-01-01"), "BAD_USER_INPUT"),
        ("reason", json!(""), "BAD_USER_INPUT"),
        ("version", json!(99), "CONFLICT"),
    ];
    host.wrong(&house, (VERB, host.office()), &input, &wrong)
        .await;
    act(host.office(), VERB, "superiorTask { id }", input.clone())
        .await
        .data("/withdrawSuperiorTask");
    let mut again = input;
    again["version"] = json!(2);
    let bar = ("WRONG_STATE", "input.task");
    host.barred(&house, (VERB, host.office()), again, bar).await;
}

async fn is_for_offices(house: Arc<House>) {
    let host = Host::open(&house).await;
    let input = json!({ "task": host.assigned().await, "version": 1, "reason": "上级不再需要" });
    host.desk()
        .only(&[Agency::Office], VERB, "clientMutationId", input)
        .await;
}
