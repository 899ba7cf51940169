//! Correcting an object on the list: its block, type, mode and day.

use std::sync::Arc;

use inspectorate::access::policy::Agency;
use serde_json::json;

use super::desk::{Desk, act, refused};
use crate::support::{house::House, on_each_database};

on_each_database!(changes_what_is_given, is_refused, is_for_the_office);

const FIELDS: &str = "coverageObject { objectType requiredMode firstInclusion pilot listedOn block { name } version }";

async fn changes_what_is_given(house: Arc<House>) {
    let desk = Desk::open(&house).await;
    let (_, plan) = desk.plan().await;
    let block = desk.block(&plan, "卫生健康系统", 1).await;
    let object = desk.object(&plan, 0).await;
    let input = json!({ "object": object, "version": 1, "block": block, "objectType": "HEALTH_INSTITUTION", "pilot": true });
    let answer = act(&desk.office, "correctObject", FIELDS, input).await;
    let expected = json!({
        "objectType": "HEALTH_INSTITUTION", "requiredMode": "ROUTINE", "firstInclusion": false, "pilot": true,
        "listedOn": "2022-01-10", "block": { "name": "卫生健康系统" }, "version": 2,
    });
    assert_eq!(*answer.data("/correctObject/coverageObject"), expected);
    let input = json!({ "object": object, "version": 2, "requiredMode": "ANY_MODE", "firstInclusion": true, "listedOn": "2022-01-05" });
    let answer = act(&desk.office, "correctObject", FIELDS, input).await;
    let made = answer.data("/correctObject/coverageObject");
    assert_eq!(made["requiredMode"], "ANY_MODE");
    assert_eq!(made["listedOn"], "2022-01-05");
    assert_eq!(made["block"]["name"], "卫生健康系统");
}

async fn is_refused(house: Arc<House>) {
    let desk = Desk::open(&house).await;
    let (term, plan) = desk.plan().await;
    let object = desk.object(&plan, 0).await;
    desk.inspect(&term, 0).await;
    let county = desk.county(&house).await;
    let (_, of_county) = county.plan().await;
    let foreign = county.block(&of_county, "村（社区）", 1).await;
    let correct =
        |field: &str, value: &str| json!({ "object": object, "version": 1, field: value });
    for (input, code, field) in [
        (
            correct("objectType", "NO_SUCH_TYPE"),
            "BAD_USER_INPUT",
            "input.objectType",
        ),
        (correct("block", &foreign), "NOT_FOUND", "input.block"),
        (
            correct("listedOn", "2022-04-02"),
            "BAD_USER_INPUT",
            "input.listedOn",
        ),
        (
            correct("listedOn", "2999-01-01"),
            "BAD_USER_INPUT",
            "input.listedOn",
        ),
        (
            json!({ "object": object, "version": 9, "pilot": true }),
            "CONFLICT",
            "input.version",
        ),
    ] {
        let answer = refused(&house, &desk.office, "correctObject", FIELDS, input).await;
        answer.refused(code).of_field(field);
    }
}

async fn is_for_the_office(house: Arc<House>) {
    let desk = Desk::open(&house).await;
    let (_, plan) = desk.plan().await;
    let object = desk.object(&plan, 0).await;
    desk.only(
        &[Agency::Office],
        "correctObject",
        "coverageObject { id }",
        json!({ "object": object, "version": 1, "pilot": true }),
    )
    .await;
}
