//! Forming groups: numbered within their operation, of one's own dispatcher, while it is open.

use std::sync::Arc;

use inspectorate::access::policy::Agency;
use serde_json::json;

use super::Guidance;
use crate::{
    coverage::desk::{act, refused},
    support::{house::House, on_each_database},
};

on_each_database!(takes_the_next_number, is_refused, is_for_planners);

const FIELDS: &str = "guidanceGroup { ordinal name leader { id } operation { id } }";

async fn takes_the_next_number(house: Arc<House>) {
    let guidance = Guidance::open(&house).await;
    let input = json!({ "operation": guidance.operation, "name": "第二指导督导组" });
    let answer = act(&guidance.city.office, "formGuidanceGroup", FIELDS, input).await;
    let expected = json!({ "ordinal": 2, "name": "第二指导督导组", "leader": null, "operation": { "id": guidance.operation } });
    assert_eq!(*answer.data("/formGuidanceGroup/guidanceGroup"), expected);
}

async fn is_refused(house: Arc<House>) {
    let guidance = Guidance::open(&house).await;
    let input = json!({ "operation": guidance.operation, "name": "第二组" });
    // Nobody who was not visited knows of the operation.
    let unknown = refused(
        &house,
        &guidance.county.office,
        "formGuidanceGroup",
        FIELDS,
        input.clone(),
    )
    .await;
    unknown.refused("NOT_FOUND").of_field("input.operation");
    guidance.visit().await;
    let other = refused(
        &house,
        &guidance.county.office,
        "formGuidanceGroup",
        FIELDS,
        input,
    )
    .await;
    other
        .refused("GATE")
        .by_gate("RECORD_OF_ANOTHER_DISPATCHER")
        .of_field("input.operation");
    let input = json!({ "operation": guidance.operation, "name": " " });
    let blank = refused(
        &house,
        &guidance.city.office,
        "formGuidanceGroup",
        FIELDS,
        input,
    )
    .await;
    blank.refused("BAD_USER_INPUT").of_field("input.name");
}

async fn is_for_planners(house: Arc<House>) {
    let guidance = Guidance::open(&house).await;
    let input = json!({ "operation": guidance.operation, "name": "第二组" });
    let those = [Agency::LeadingGroup, Agency::Office];
    guidance
        .city
        .only(&those, "formGuidanceGroup", "guidanceGroup { id }", input)
        .await;
}
