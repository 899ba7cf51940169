//! Taking an object out of its year and round: it stays on the list, and the reason on the placement that ended.

use std::sync::Arc;

use inspectorate::access::policy::Agency;
use serde_json::json;

use super::desk::{Desk, act, refused};
use crate::support::{house::House, on_each_database};

on_each_database!(leaves_it_unplaced, is_refused, is_for_the_office);

const FIELDS: &str = "coverageObject { standing nextRound { year } assignments { nodes { year reason supersededReason } } version }";

async fn leaves_it_unplaced(house: Arc<House>) {
    let desk = Desk::open(&house).await;
    let (_, plan) = desk.plan().await;
    let object = desk.object(&plan, 0).await;
    let input = json!({ "object": object, "version": 1, "year": 2023 });
    act(
        &desk.office,
        "scheduleObject",
        "coverageObject { id }",
        input,
    )
    .await
    .data("/scheduleObject");
    let input = json!({ "object": object, "version": 2, "reason": "与审计进点冲突" });
    let answer = act(&desk.office, "unscheduleObject", FIELDS, input).await;
    let expected = json!({
        "standing": "UNPLANNED", "nextRound": null, "version": 3,
        "assignments": { "nodes": [{ "year": 2023, "reason": null, "supersededReason": "与审计进点冲突" }] },
    });
    assert_eq!(*answer.data("/unscheduleObject/coverageObject"), expected);
    // Placed again, it is placed for the first time as far as the present goes.
    let input = json!({ "object": object, "version": 3, "year": 2024 });
    let again = act(&desk.office, "scheduleObject", FIELDS, input).await;
    let standing = again.data("/scheduleObject/coverageObject/standing");
    assert_eq!(*standing, "PLANNED");
}

async fn is_refused(house: Arc<House>) {
    let desk = Desk::open(&house).await;
    let (_, plan) = desk.plan().await;
    let object = desk.object(&plan, 0).await;
    let input = json!({ "object": object, "version": 1, "reason": "不再安排" });
    let unplaced = refused(&house, &desk.office, "unscheduleObject", FIELDS, input).await;
    unplaced.refused("BAD_USER_INPUT").of_field("input.object");
    let input = json!({ "object": object, "version": 7, "reason": "不再安排" });
    let stale = refused(&house, &desk.office, "unscheduleObject", FIELDS, input).await;
    stale.refused("CONFLICT").of_field("input.version");
}

async fn is_for_the_office(house: Arc<House>) {
    let desk = Desk::open(&house).await;
    let (_, plan) = desk.plan().await;
    let object = desk.object(&plan, 0).await;
    desk.only(
        &[Agency::Office],
        "unscheduleObject",
        "coverageObject { id }",
        json!({ "object": object, "version": 1, "reason": "不再安排" }),
    )
    .await;
}
