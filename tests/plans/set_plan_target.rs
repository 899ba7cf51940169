//! Setting a target of a plan: what was reached is counted, for the whole time or one year.

use std::sync::Arc;

use inspectorate::access::policy::Agency;
use serde_json::json;

use crate::{
    coverage::desk::{Desk, act, refused},
    support::{house::House, on_each_database},
};

on_each_database!(
    counts_what_was_reached,
    is_refused,
    is_for_dispatcher_and_office
);

const FIELDS: &str = "planTarget { target focus version progress(asOf: \"2022-12-31\") { asOf actual { value unit } reached } }";

async fn counts_what_was_reached(house: Arc<House>) {
    let desk = Desk::open(&house).await;
    let (term, plan) = desk.plan().await;
    desk.object(&plan, 0).await;
    desk.object(&plan, 1).await;
    desk.inspect(&term, 0).await;
    for (indicator, year, target, value, unit, reached) in [
        ("OBJECTS_COVERED", Some(2022), 1, "1", "ORGANIZATION", true),
        ("OBJECTS_COVERED", None, 2, "1", "ORGANIZATION", false),
        ("OBJECTS_COVERED", Some(2023), 1, "0", "ORGANIZATION", false),
        ("COMPLETION_RATE", Some(2022), 50, "50", "PERCENT", true),
        ("VILLAGES_COVERED", None, 1, "0", "ORGANIZATION", false),
        ("OBJECTS_LOOKED_BACK", None, 0, "0", "ORGANIZATION", true),
    ] {
        let input = json!({ "plan": plan, "indicator": indicator, "year": year, "target": target, "focus": "优先巡察国企" });
        let answer = act(&desk.office, "setPlanTarget", FIELDS, input).await;
        let made = answer.data("/setPlanTarget/planTarget");
        assert_eq!(made["focus"], "优先巡察国企");
        let actual = &made["progress"]["actual"];
        assert_eq!(actual["value"], value, "{indicator} {year:?}");
        assert_eq!(actual["unit"], unit);
        assert_eq!(made["progress"]["reached"], reached, "{indicator} {year:?}");
    }
    let input = json!({ "plan": plan, "indicator": "OBJECTS_COVERED", "target": 1, "version": 1 });
    let changed = act(&desk.office, "setPlanTarget", FIELDS, input).await;
    let made = changed.data("/setPlanTarget/planTarget");
    assert_eq!((&made["target"], &made["version"]), (&json!(1), &json!(2)));
    assert_eq!(made["progress"]["reached"], true);
}

async fn is_refused(house: Arc<House>) {
    let desk = Desk::open(&house).await;
    let (_, plan) = desk.plan().await;
    let set = |indicator: &str, year: Option<i32>, target: i32, version: Option<i32>| json!({ "plan": plan, "indicator": indicator, "year": year, "target": target, "version": version });
    let input = set("OBJECTS_COVERED", None, 5, None);
    act(&desk.office, "setPlanTarget", FIELDS, input)
        .await
        .data("/setPlanTarget");
    for (input, code, field) in [
        (
            set("COMPLETION_RATE", None, 101, None),
            "BAD_USER_INPUT",
            "input.target",
        ),
        (
            set("OBJECTS_COVERED", Some(2022), -1, None),
            "BAD_USER_INPUT",
            "input.target",
        ),
        (
            set("OBJECTS_COVERED", Some(2027), 1, None),
            "GATE",
            "input.year",
        ),
        (
            set("OBJECTS_COVERED", None, 6, None),
            "CONFLICT",
            "input.version",
        ),
        (
            set("OBJECTS_COVERED", None, 6, Some(3)),
            "CONFLICT",
            "input.version",
        ),
    ] {
        let answer = refused(&house, &desk.office, "setPlanTarget", FIELDS, input).await;
        answer.refused(code).of_field(field);
    }
}

async fn is_for_dispatcher_and_office(house: Arc<House>) {
    let desk = Desk::open(&house).await;
    let (_, plan) = desk.plan().await;
    desk.only(
        &[Agency::Dispatcher, Agency::Office],
        "setPlanTarget",
        "planTarget { id }",
        json!({ "plan": plan, "indicator": "OBJECTS_COVERED", "target": 1 }),
    )
    .await;
}
