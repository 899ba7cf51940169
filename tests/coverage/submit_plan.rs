//! Handing a plan in: the superior sees it from then on.

use std::sync::Arc;

use inspectorate::access::policy::{Agency, Role};
use serde_json::json;

use super::desk::{Desk, act, refused};
use crate::support::{house::House, on_each_database};

on_each_database!(
    shows_the_plan_to_the_superior,
    needs_objects_and_the_version_seen,
    is_for_the_office,
);

async fn shows_the_plan_to_the_superior(house: Arc<House>) {
    let desk = Desk::open(&house).await;
    let (_, plan) = desk.plan().await;
    desk.object(&plan, 0).await;
    let superior = desk.place.person(Agency::Superior, Role::Viewer);
    let count = "{ coveragePlans { totalCount } }";
    assert_eq!(
        superior.ask(count).await.data("/coveragePlans/totalCount"),
        0
    );
    let input = json!({ "plan": plan, "version": 1, "on": "2022-01-20" });
    let answer = act(
        &desk.office,
        "submitPlan",
        "coveragePlan { status submittedOn version }",
        input,
    )
    .await;
    let made = answer.data("/submitPlan/coveragePlan");
    assert_eq!(
        *made,
        json!({ "status": "SUBMITTED", "submittedOn": "2022-01-20", "version": 2 })
    );
    assert_eq!(
        superior.ask(count).await.data("/coveragePlans/totalCount"),
        1
    );
    let discipline = desk.place.person(Agency::Discipline, Role::Viewer);
    assert_eq!(
        discipline
            .ask(count)
            .await
            .data("/coveragePlans/totalCount"),
        0
    );
}

async fn needs_objects_and_the_version_seen(house: Arc<House>) {
    let desk = Desk::open(&house).await;
    let (_, plan) = desk.plan().await;
    let input = |version: i32, on: &str| json!({ "plan": plan, "version": version, "on": on });
    let empty = refused(
        &house,
        &desk.office,
        "submitPlan",
        "coveragePlan { id }",
        input(1, "2022-01-20"),
    )
    .await;
    empty.refused("GATE").by_gate("PLAN_WITHOUT_OBJECTS");
    desk.object(&plan, 0).await;
    let stale = refused(
        &house,
        &desk.office,
        "submitPlan",
        "coveragePlan { id }",
        input(7, "2022-01-20"),
    )
    .await;
    assert_eq!(
        stale.refused("CONFLICT").of_field("input.version").error["extensions"]["currentVersion"],
        1
    );
    let future = refused(
        &house,
        &desk.office,
        "submitPlan",
        "coveragePlan { id }",
        input(1, "2999-01-01"),
    )
    .await;
    future.refused("BAD_USER_INPUT").of_field("input.on");
}

async fn is_for_the_office(house: Arc<House>) {
    let desk = Desk::open(&house).await;
    let (_, plan) = desk.plan().await;
    desk.only(
        &[Agency::Office],
        "submitPlan",
        "coveragePlan { id }",
        json!({ "plan": plan, "version": 1 }),
    )
    .await;
}
