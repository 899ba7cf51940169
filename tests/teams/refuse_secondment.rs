//! Refusing a secondment: with a reason, before it begins.

use std::sync::Arc;

use serde_json::json;

use super::{
    camp::{Camp, call},
    secondment_camp::{nominated, up_to},
};
use crate::support::{house::House, on_each_database};

on_each_database!(refuses_with_a_reason);

async fn refuses_with_a_reason(house: Arc<House>) {
    let camp = Camp::build(&house).await;
    let secondment = nominated(&camp, "示例人员").await;
    let input =
        json!({ "secondment": secondment, "version": 1, "on": "2022-03-05", "reason": "工作需要" });
    let answer = call(
        &camp.office,
        "refuseSecondment",
        "secondment",
        "status refusalReason",
        input,
    )
    .await;
    let row = answer.data("/done/secondment");
    assert_eq!(
        (&row["status"], &row["refusalReason"]),
        (&json!("REFUSED"), &json!("工作需要"))
    );
    let begun = nominated(&camp, "示例人员二").await;
    up_to(&camp, &begun, "beginSecondment").await;
    let version = camp.version("secondment", &begun).await;
    let input = json!({ "secondment": begun, "version": version, "reason": "工作需要" });
    let answer = camp.refused("refuseSecondment", "secondment", input).await;
    answer.refused("GATE").by_gate("WRONG_STATE");
}
