//! Recording visits: to dispatchers directly below, on days gone by; from then on the guided body sees the operation.

use std::sync::Arc;

use inspectorate::access::policy::Agency;
use serde_json::json;

use super::Guidance;
use crate::{
    coverage::desk::{act, refused},
    support::{house::House, on_each_database},
};

on_each_database!(
    opens_the_operation_to_the_guided,
    is_refused,
    is_for_planners
);

const FIELDS: &str = "guidanceVisit { visitedOn leftOn dispatcher { code } group { ordinal } operation { status progress { visited { value } } } }";

async fn opens_the_operation_to_the_guided(house: Arc<House>) {
    let guidance = Guidance::open(&house).await;
    let seen = "{ guidanceOperations { totalCount nodes { status dispatcher { code } progress { visited { value } } groups { totalCount } visits { nodes { visitedOn } } availableActions { action enabled } } } }";
    let before = guidance.county.office.ask(seen).await;
    assert_eq!(*before.data("/guidanceOperations/totalCount"), 0);
    let input =
        json!({ "group": guidance.group, "guided": guidance.guided, "visitedOn": "2022-05-10" });
    let answer = act(&guidance.city.office, "recordGuidanceVisit", FIELDS, input).await;
    let expected = json!({
        "visitedOn": "2022-05-10", "leftOn": null, "dispatcher": { "code": "A-C" }, "group": { "ordinal": 1 },
        "operation": { "status": "UNDER_WAY", "progress": { "visited": { "value": "100" } } },
    });
    assert_eq!(*answer.data("/recordGuidanceVisit/guidanceVisit"), expected);
    let after = guidance.county.office.ask(seen).await;
    let node = after.data("/guidanceOperations/nodes/0");
    assert_eq!(
        node["visits"],
        json!({ "nodes": [{ "visitedOn": "2022-05-10" }] })
    );
    assert_eq!(node["groups"]["totalCount"], 1);
    // The guided see neither who guides, above them, nor the whole of it, and may do nothing with it.
    assert_eq!(node["dispatcher"], json!(null));
    assert_eq!(node["progress"], json!(null));
    let enabled = |action: &serde_json::Value| action["enabled"] == true;
    assert!(
        !node["availableActions"]
            .as_array()
            .expect("actions")
            .iter()
            .any(enabled)
    );
}

async fn is_refused(house: Arc<House>) {
    let guidance = Guidance::open(&house).await;
    guidance.visit().await;
    let visit = |guided: &str, on: &str, left: Option<&str>| json!({ "group": guidance.group, "guided": guided, "visitedOn": on, "leftOn": left });
    let (guided, own) = (&guidance.guided, guidance.city.organization(0));
    for (input, code, field) in [
        (
            visit(guided, "2022-05-10", None),
            "CONFLICT",
            "input.visitedOn",
        ),
        (
            visit(guided, "2022-02-28", None),
            "BAD_USER_INPUT",
            "input.visitedOn",
        ),
        (
            visit(guided, "2999-01-01", None),
            "BAD_USER_INPUT",
            "input.visitedOn",
        ),
        (
            visit(guided, "2022-05-11", Some("2022-05-10")),
            "BAD_USER_INPUT",
            "input.leftOn",
        ),
        (visit(&own, "2022-05-11", None), "GATE", "input.guided"),
    ] {
        let office = &guidance.city.office;
        let answer = refused(&house, office, "recordGuidanceVisit", FIELDS, input).await;
        answer.refused(code).of_field(field);
    }
}

async fn is_for_planners(house: Arc<House>) {
    let guidance = Guidance::open(&house).await;
    let input =
        json!({ "group": guidance.group, "guided": guidance.guided, "visitedOn": "2022-05-10" });
    let those = [Agency::LeadingGroup, Agency::Office];
    guidance
        .city
        .only(&those, "recordGuidanceVisit", "guidanceVisit { id }", input)
        .await;
}
