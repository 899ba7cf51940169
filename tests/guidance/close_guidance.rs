//! Closing guidance: when every body was visited and every suggestion answered.

use std::sync::Arc;

use inspectorate::access::policy::Agency;
use serde_json::json;

use super::Guidance;
use crate::{
    coverage::desk::{act, refused},
    support::{house::House, on_each_database},
};

on_each_database!(
    covers_all_and_leaves_nothing_unanswered,
    is_refused,
    is_for_planners,
);

const FIELDS: &str = "guidanceOperation { status closedOn summary version availableActions { action enabled blockedBy { gate } } }";

async fn covers_all_and_leaves_nothing_unanswered(house: Arc<House>) {
    let guidance = Guidance::open(&house).await;
    let (city, verb) = (&guidance.city, "closeGuidance");
    let visit = guidance.visit().await;
    let suggestion = guidance.suggestion(&visit).await;
    let close = json!({ "operation": guidance.operation, "version": 2, "summary": "一批老大难问题得到解决", "on": "2022-07-01" });
    let unanswered = refused(&house, &city.office, verb, FIELDS, close.clone()).await;
    unanswered
        .refused("GATE")
        .by_gate("SUGGESTIONS_UNANSWERED")
        .of_field("input.operation");
    let query = "{ guidanceOperations { nodes { availableActions { action enabled blockedBy { gate } } } } }";
    let shown = city.office.ask(query).await;
    let expected = json!({ "action": "closeGuidance", "enabled": false, "blockedBy": [{ "gate": "SUGGESTIONS_UNANSWERED" }] });
    assert_eq!(
        *shown.data("/guidanceOperations/nodes/0/availableActions/3"),
        expected
    );
    guidance.answer(&suggestion).await;
    let answer = act(&city.office, verb, FIELDS, close).await;
    let closed = answer.data("/closeGuidance/guidanceOperation");
    assert_eq!(closed["status"], "CLOSED");
    assert_eq!(closed["closedOn"], "2022-07-01");
    let late = json!({ "visit": visit, "content": "迟到的建议" });
    let fields = "guidanceSuggestion { id }";
    let late = refused(&house, &city.office, "makeGuidanceSuggestion", fields, late).await;
    late.refused("GATE")
        .by_gate("WRONG_STATE")
        .of_field("input.visit");
}

async fn is_refused(house: Arc<House>) {
    let guidance = Guidance::open(&house).await;
    let (office, verb) = (&guidance.city.office, "closeGuidance");
    let close = |version: i32, on: &str| json!({ "operation": guidance.operation, "version": version, "summary": "总结", "on": on });
    let unvisited = refused(&house, office, verb, FIELDS, close(1, "2022-07-01")).await;
    unvisited.refused("GATE").by_gate("WRONG_STATE");
    // A second county is set up: the visit to the first is no full coverage any more.
    guidance.visit().await;
    let west = crate::support::place::NewOrganization::new("A-W", "示例西县委");
    let west = west
        .under(&guidance.city.place.dispatcher)
        .insert(&house)
        .await;
    crate::support::place::register(&house, &west, Agency::Dispatcher, &west).await;
    let unvisited = refused(&house, office, verb, FIELDS, close(2, "2022-07-01")).await;
    unvisited
        .refused("GATE")
        .by_gate("BODIES_UNVISITED")
        .of_field("input.operation");
    let guided = &guidance.county.office;
    let other = refused(&house, guided, verb, FIELDS, close(2, "2022-07-01")).await;
    other
        .refused("GATE")
        .by_gate("RECORD_OF_ANOTHER_DISPATCHER");
    let stale = refused(&house, office, verb, FIELDS, close(1, "2022-07-01")).await;
    stale.refused("CONFLICT").of_field("input.version");
}

async fn is_for_planners(house: Arc<House>) {
    let guidance = Guidance::open(&house).await;
    let input = json!({ "operation": guidance.operation, "version": 1, "summary": "总结" });
    let those = [Agency::LeadingGroup, Agency::Office];
    guidance
        .city
        .only(&those, "closeGuidance", "guidanceOperation { id }", input)
        .await;
}
