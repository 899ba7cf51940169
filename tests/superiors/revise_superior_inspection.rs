//! Saying anew what the superior told since: until its inspection is over.

use std::sync::Arc;

use serde_json::{Value, json};

use super::Host;
use crate::{
    coverage::desk::act,
    support::{house::House, on_each_database},
};

on_each_database!(is_written_as_given, is_refused);

const VERB: &str = "reviseSuperiorInspection";

fn input(host: &Host, version: i32) -> Value {
    json!({ "inspection": host.inspection, "version": version, "name": "省委第二轮巡视", "startsOn": "2022-04-11" })
}

async fn is_written_as_given(house: Arc<House>) {
    let host = Host::open(&house).await;
    let fields = "superiorInspection { name topics status announcedOn startsOn endsOn version }";
    let answer = act(host.office(), VERB, fields, input(&host, 1)).await;
    let expected = json!({
        "name": "省委第二轮巡视", "topics": null, "status": "ANNOUNCED", "announcedOn": "2022-03-20", "startsOn": "2022-04-11",
        "endsOn": null, "version": 2,
    });
    assert_eq!(
        *answer.data("/reviseSuperiorInspection/superiorInspection"),
        expected
    );
}

async fn is_refused(house: Arc<House>) {
    let host = Host::open(&house).await;
    let wrong = [
        ("endsOn", json!("2022-04-10"), "BAD_USER_INPUT"),
        ("name", json!(""), "BAD_USER_INPUT"),
    ];
    let office = (VERB, host.office());
    host.wrong(&house, office, &input(&host, 1), &wrong).await;
    host.guards(&house, VERB, input(&host, 1)).await;
    host.step("beginSuperiorInspection", 1, "2022-04-02").await;
    host.step("endSuperiorInspection", 2, "2022-05-30").await;
    let bar = ("WRONG_STATE", "input.inspection");
    host.barred(&house, (VERB, host.office()), input(&host, 3), bar)
        .await;
}
