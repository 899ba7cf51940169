use std::sync::Arc;

use serde_json::{Value, json};

use super::offices::{Offices, started};
use crate::support::{
    answer::Answer,
    contents::nothing_changed,
    house::{House, Person},
    on_each_database,
};

on_each_database!(
    an_extension_names_approver_and_reason,
    what_is_no_extension_is_refused
);

const EXTEND: &str = "mutation ($input: ExtendDeadlineInput!) {
  extendDeadline(input: $input) { deadline {
    dueOn version extensions { nodes { approver reason oldDueOn newDueOn approvedOn } }
  } event { action } }
}";

async fn extend(
    person: &Person,
    deadline: &str,
    version: i32,
    due_on: &str,
    more: Value,
) -> Answer {
    let mut input = json!({
        "deadline": deadline, "version": version, "dueOn": due_on,
        "approver": "巡察办主任 甲某", "reason": "资料尚未齐备", "approvedOn": "2022-10-20",
    });
    for (name, value) in more.as_object().expect("an object") {
        input[name] = value.clone();
    }
    person.graphql(EXTEND, json!({ "input": input })).await
}

async fn an_extension_names_approver_and_reason(house: Arc<House>) {
    let offices = Offices::open(&house).await;
    let deadline = started(&offices).await;
    let answer = extend(&offices.city, &deadline, 1, "2022-10-31", json!({})).await;
    let extended = answer.data("/extendDeadline/deadline");
    assert_eq!(
        (&extended["dueOn"], &extended["version"]),
        (&json!("2022-10-31"), &json!(2))
    );
    assert_eq!(
        extended["extensions"]["nodes"],
        json!([{ "approver": "巡察办主任 甲某", "reason": "资料尚未齐备", "oldDueOn": "2022-10-25",
                 "newDueOn": "2022-10-31", "approvedOn": "2022-10-20" }])
    );
}

async fn what_is_no_extension_is_refused(house: Arc<House>) {
    let offices = Offices::open(&house).await;
    let deadline = started(&offices).await;
    nothing_changed(&house, async {
        let refused = async |due_on: &str, more: Value, code: &str, field: &str| {
            extend(&offices.city, &deadline, 1, due_on, more)
                .await
                .refused(code)
                .of_field(field);
        };
        refused("2022-10-25", json!({}), "GATE", "input.dueOn").await;
        refused("2099-10-25", json!({}), "GATE", "input.dueOn").await;
        refused("2022-10-32", json!({}), "BAD_USER_INPUT", "input.dueOn").await;
        refused(
            "2022-10-31",
            json!({ "reason": "" }),
            "BAD_USER_INPUT",
            "input.reason",
        )
        .await;
        refused(
            "2022-10-31",
            json!({ "approvedOn": "2999-01-01" }),
            "BAD_USER_INPUT",
            "input.approvedOn",
        )
        .await;
        extend(&offices.city, &deadline, 1, "2099-10-25", json!({}))
            .await
            .refused("GATE")
            .by_gate("CALENDAR_UNPUBLISHED");
        extend(&offices.audit, &deadline, 1, "2022-10-31", json!({}))
            .await
            .refused("GATE")
            .by_gate("EXTENSION_BY_OTHERS");
        extend(&offices.city, &deadline, 9, "2022-10-31", json!({}))
            .await
            .refused("CONFLICT")
            .of_field("input.version");
        extend(&offices.other, &deadline, 1, "2022-10-31", json!({}))
            .await
            .refused("NOT_FOUND")
            .of_field("input.deadline");
    })
    .await;
}
