//! Opening guidance: by who has dispatchers below, once a name and year.

use std::sync::Arc;

use inspectorate::access::policy::Agency;
use serde_json::json;

use super::Guidance;
use crate::{
    coverage::desk::{Desk, act, refused},
    support::{house::House, on_each_database},
};

on_each_database!(begins, is_refused, is_for_planners);

const FIELDS: &str = "guidanceOperation { year status closedOn dispatcher { code } progress { visited { value numerator denominator } suggested { value } answered { value } } }";

async fn begins(house: Arc<House>) {
    let city = Desk::open(&house).await;
    city.county(&house).await;
    let input = json!({ "name": "指导督导", "startsOn": "2022-03-01" });
    let answer = act(&city.office, "openGuidance", FIELDS, input).await;
    let expected = json!({
        "year": 2022, "status": "FORMING", "closedOn": null, "dispatcher": { "code": "A" },
        "progress": { "visited": { "value": "0", "numerator": "0", "denominator": "1" }, "suggested": { "value": "0" }, "answered": { "value": null } },
    });
    assert_eq!(*answer.data("/openGuidance/guidanceOperation"), expected);
}

async fn is_refused(house: Arc<House>) {
    let guidance = Guidance::open(&house).await;
    let input = json!({ "name": "全覆盖指导督导", "startsOn": "2022-09-01" });
    let twice = refused(&house, &guidance.city.office, "openGuidance", FIELDS, input).await;
    twice.refused("CONFLICT").of_field("input.name");
    let input = json!({ "name": "县级指导督导", "startsOn": "2022-09-01" });
    let nobody = refused(
        &house,
        &guidance.county.office,
        "openGuidance",
        FIELDS,
        input,
    )
    .await;
    nobody
        .refused("GATE")
        .by_gate("NOBODY_TO_GUIDE")
        .of_field("input.startsOn");
}

async fn is_for_planners(house: Arc<House>) {
    let city = Desk::open(&house).await;
    let input = json!({ "name": "指导督导", "startsOn": "2022-03-01" });
    let those = [Agency::LeadingGroup, Agency::Office];
    city.only(&those, "openGuidance", "guidanceOperation { id }", input)
        .await;
}
