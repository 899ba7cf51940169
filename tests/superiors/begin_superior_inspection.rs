//! The team of the superior comes.

use std::sync::Arc;

use serde_json::json;

use super::{Host, STATE};
use crate::{
    coverage::desk::act,
    support::{house::House, on_each_database},
};

on_each_database!(is_under_way, is_refused);

const VERB: &str = "beginSuperiorInspection";

async fn is_under_way(house: Arc<House>) {
    let host = Host::open(&house).await;
    let input = json!({ "inspection": host.inspection, "version": 1, "on": "2022-04-02" });
    let answer = act(host.office(), VERB, STATE, input).await;
    let expected = json!({
        "status": "UNDER_WAY", "enteredOn": "2022-04-02", "endedOn": null, "endReason": null, "version": 2,
        "availableActions": [
            { "action": "reviseSuperiorInspection", "enabled": true }, { "action": "assignSuperiorTask", "enabled": true },
            { "action": "beginSuperiorInspection", "enabled": false }, { "action": "endSuperiorInspection", "enabled": true },
            { "action": "callOffSuperiorInspection", "enabled": true },
        ],
    });
    assert_eq!(
        *answer.data("/beginSuperiorInspection/superiorInspection"),
        expected
    );
}

async fn is_refused(house: Arc<House>) {
    let host = Host::open(&house).await;
    let input = json!({ "inspection": host.inspection, "version": 1, "on": "2022-04-02" });
    let wrong = [
        ("on", json!("2022-03-19"), "BAD_USER_INPUT"),
        ("on", json!("2999-01-01"), "BAD_USER_INPUT"),
    ];
    host.wrong(&house, (VERB, host.office()), &input, &wrong)
        .await;
    host.guards(&house, VERB, input).await;
    host.step(VERB, 1, "2022-04-02").await;
    let again = json!({ "inspection": host.inspection, "version": 2, "on": "2022-04-03" });
    let bar = ("WRONG_STATE", "input.inspection");
    host.barred(&house, (VERB, host.office()), again, bar).await;
}
