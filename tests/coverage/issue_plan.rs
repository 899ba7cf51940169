//! Sending a plan out: only after approval, and then the agencies see it.

use std::sync::Arc;

use inspectorate::access::policy::{Agency, Role};
use serde_json::json;

use super::desk::{Desk, act, refused};
use crate::support::{house::House, on_each_database};

on_each_database!(issues_an_approved_plan, is_for_the_dispatcher,);

async fn issues_an_approved_plan(house: Arc<House>) {
    let desk = Desk::open(&house).await;
    let (_, plan) = desk.plan().await;
    desk.object(&plan, 0).await;
    let input = |version: i32| json!({ "plan": plan, "version": version, "on": "2022-02-10", "documentNumber": "内委〔2022〕5号" });
    let early = refused(
        &house,
        &desk.dispatcher,
        "issuePlan",
        "coveragePlan { id }",
        input(1),
    )
    .await;
    early
        .refused("GATE")
        .by_gate("WRONG_STATE")
        .of_field("input.plan");
    act(
        &desk.dispatcher,
        "approvePlan",
        "coveragePlan { id }",
        json!({ "plan": plan, "version": 1 }),
    )
    .await
    .data("/approvePlan");
    let audit = desk.place.person(Agency::Audit, Role::Viewer);
    let count = "{ coveragePlans { totalCount } coverageObjects { totalCount } }";
    assert_eq!(
        *audit.ask(count).await.data(""),
        json!({ "coveragePlans": { "totalCount": 0 }, "coverageObjects": { "totalCount": 0 } })
    );
    let answer = act(
        &desk.dispatcher,
        "issuePlan",
        "coveragePlan { status issuedOn documentNumber history { totalCount } }",
        input(2),
    )
    .await;
    let made = answer.data("/issuePlan/coveragePlan");
    assert_eq!(
        (&made["status"], &made["documentNumber"]),
        (&json!("ISSUED"), &json!("内委〔2022〕5号"))
    );
    assert_eq!(
        *audit.ask(count).await.data(""),
        json!({ "coveragePlans": { "totalCount": 1 }, "coverageObjects": { "totalCount": 1 } })
    );
}

async fn is_for_the_dispatcher(house: Arc<House>) {
    let desk = Desk::open(&house).await;
    let (_, plan) = desk.plan().await;
    desk.only(
        &[Agency::Dispatcher],
        "issuePlan",
        "coveragePlan { id }",
        json!({ "plan": plan, "version": 1 }),
    )
    .await;
}
