//! Calling meetings off: before they are held, with a reason; their number is free again.

use std::sync::Arc;

use inspectorate::access::policy::Agency;
use serde_json::json;

use super::Hall;
use crate::{
    coverage::desk::{act, refused},
    support::{house::House, on_each_database},
};

on_each_database!(frees_its_number, is_refused, is_for_planners);

const FIELDS: &str = "meeting { status cancellationReason availableActions { enabled } }";

async fn frees_its_number(house: Arc<House>) {
    let hall = Hall::open(&house).await;
    let meeting = hall.prepared().await;
    let input = json!({ "meeting": meeting, "version": 1, "reason": "时间冲突" });
    let answer = act(&hall.desk.office, "cancelMeeting", FIELDS, input).await;
    let cancelled = answer.data("/cancelMeeting/meeting");
    assert_eq!(cancelled["status"], "CANCELLED");
    assert_eq!(cancelled["cancellationReason"], "时间冲突");
    let actions = cancelled["availableActions"].as_array().expect("actions");
    assert!(actions.iter().all(|action| action["enabled"] == false));
    hall.prepared().await;
}

async fn is_refused(house: Arc<House>) {
    let hall = Hall::open(&house).await;
    let (meeting, office) = (hall.held().await, &hall.desk.office);
    let cancel = |version: i32, reason: &str| json!({ "meeting": meeting, "version": version, "reason": reason });
    let late = refused(&house, office, "cancelMeeting", FIELDS, cancel(2, "晚了")).await;
    late.refused("GATE")
        .by_gate("WRONG_STATE")
        .of_field("input.meeting");
    let stale = refused(&house, office, "cancelMeeting", FIELDS, cancel(1, "晚了")).await;
    stale.refused("CONFLICT").of_field("input.version");
    let blank = refused(&house, office, "cancelMeeting", FIELDS, cancel(2, " ")).await;
    blank.refused("BAD_USER_INPUT").of_field("input.reason");
}

async fn is_for_planners(house: Arc<House>) {
    let hall = Hall::open(&house).await;
    let meeting = hall.prepared().await;
    let input = json!({ "meeting": meeting, "version": 1, "reason": "时间冲突" });
    let those = [Agency::Dispatcher, Agency::LeadingGroup, Agency::Office];
    hall.desk
        .only(&those, "cancelMeeting", "meeting { id }", input)
        .await;
}
