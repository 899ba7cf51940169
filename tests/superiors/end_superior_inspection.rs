//! The team of the superior leaves: once whatever was to be done for it is done or withdrawn.

use std::sync::Arc;

use serde_json::json;

use super::{Host, STATE};
use crate::{
    coverage::desk::act,
    support::{house::House, on_each_database},
};

on_each_database!(is_over, is_refused);

const VERB: &str = "endSuperiorInspection";

async fn is_over(house: Arc<House>) {
    let host = Host::open(&house).await;
    host.step("beginSuperiorInspection", 1, "2022-04-02").await;
    let input = json!({ "inspection": host.inspection, "version": 2, "on": "2022-05-30" });
    let answer = act(host.office(), VERB, STATE, input).await;
    let ended = answer.data("/endSuperiorInspection/superiorInspection");
    assert_eq!(ended["status"], "ENDED");
    assert_eq!(ended["endedOn"], "2022-05-30");
    assert_eq!(ended["endReason"], json!(null));
    let able = ended["availableActions"].as_array().into_iter().flatten();
    assert!(able.clone().all(|action| action["enabled"] == false));
    assert_eq!(able.count(), 5);
}

async fn is_refused(house: Arc<House>) {
    let host = Host::open(&house).await;
    let early = json!({ "inspection": host.inspection, "version": 1, "on": "2022-05-30" });
    let bar = ("WRONG_STATE", "input.inspection");
    host.barred(&house, (VERB, host.office()), early, bar).await;
    host.step("beginSuperiorInspection", 1, "2022-04-02").await;
    let input = json!({ "inspection": host.inspection, "version": 2, "on": "2022-05-30" });
    let wrong = [
        ("on", json!("2022-04-01"), "BAD_USER_INPUT"),
        ("on", json!("2999-01-01"), "BAD_USER_INPUT"),
    ];
    host.wrong(&house, (VERB, host.office()), &input, &wrong)
        .await;
    host.guards(&house, VERB, input).await;
    host.assigned().await;
    let open = json!({ "inspection": host.inspection, "version": 3, "on": "2022-05-30" });
    let bar = ("TASKS_OPEN", "input.inspection");
    host.barred(&house, (VERB, host.office()), open, bar).await;
}
