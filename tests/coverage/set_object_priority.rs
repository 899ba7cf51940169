//! Setting a priority: its reason is not for everybody.

use std::sync::Arc;

use inspectorate::access::policy::Agency;
use serde_json::json;

use super::desk::{Desk, act, refused};
use crate::support::{house::House, on_each_database};

on_each_database!(sets_a_priority_with_its_reason, is_for_the_office,);

async fn sets_a_priority_with_its_reason(house: Arc<House>) {
    let desk = Desk::open(&house).await;
    let (_, plan) = desk.plan().await;
    let object = desk.object(&plan, 0).await;
    let input = json!({ "object": object, "version": 1, "priority": "FIRST", "decision": "市委常委会决定", "reason": "优先将国企纳入巡察对象" });
    let answer = act(
        &desk.office,
        "setObjectPriority",
        "coverageObject { priority priorityReason version }",
        input,
    )
    .await;
    let expected =
        json!({ "priority": "FIRST", "priorityReason": "优先将国企纳入巡察对象", "version": 2 });
    assert_eq!(*answer.data("/setObjectPriority/coverageObject"), expected);
    for (input, field) in [
        (
            json!({ "object": object, "version": 2, "priority": "SOON", "reason": "理由" }),
            "input.priority",
        ),
        (
            json!({ "object": object, "version": 2, "priority": "HIGH", "reason": " " }),
            "input.reason",
        ),
    ] {
        let answer = refused(
            &house,
            &desk.office,
            "setObjectPriority",
            "coverageObject { id }",
            input,
        )
        .await;
        answer.refused("BAD_USER_INPUT").of_field(field);
    }
}

async fn is_for_the_office(house: Arc<House>) {
    let desk = Desk::open(&house).await;
    let (_, plan) = desk.plan().await;
    let object = desk.object(&plan, 0).await;
    let input = json!({ "object": object, "version": 1, "priority": "HIGH", "reason": "理由" });
    desk.only(
        &[Agency::Office],
        "setObjectPriority",
        "coverageObject { id }",
        input,
    )
    .await;
}
