//! Objects ranked by what was recorded of them, each with its reasons; the weights are the dispatcher's to set.

use std::sync::Arc;

use inspectorate::{
    access::policy::{Agency, Role},
    graphql::node_id,
};
use serde_json::{Value, json};

use super::{camp::Camp, record_elevation_indicator::observed};
use crate::{
    coverage::desk::act,
    support::{house::House, on_each_database},
};

on_each_database!(are_ranked_with_their_reasons, follow_the_weights);

const CANDIDATES: &str = "query($asOf: Date) { organizations(filter: { code: { eq: \"A\" } }) { nodes { elevationCandidates(asOf: $asOf) { \
    organizationName dispatcherName score reasons { reason name value unit asOf highest share weight } } } } }";

/// Many complaints about the one town, a larger economy in the other.
async fn observe(camp: &Camp) {
    let west = camp.west.town_id();
    let economy = |organization: &str, value: i32| json!({ "organization": organization, "reason": "LARGE_ECONOMY", "name": "地区生产总值", "unit": "万元", "value": value });
    observed(camp, json!({ "value": 40 })).await;
    observed(camp, json!({ "asOf": "2022-06-30", "value": 30 })).await;
    observed(camp, json!({ "organization": west, "value": 12 })).await;
    observed(camp, economy(&west, 8000)).await;
    observed(camp, economy(&camp.east.town_id(), 2000)).await;
}

async fn candidates(camp: &Camp, as_of: Option<&str>) -> Value {
    let answer = camp
        .viewer(Agency::Superior)
        .graphql(CANDIDATES, json!({ "asOf": as_of }))
        .await;
    answer
        .data("/organizations/nodes/0/elevationCandidates")
        .clone()
}

async fn are_ranked_with_their_reasons(house: Arc<House>) {
    let camp = Camp::pitch(&house).await;
    assert_eq!(candidates(&camp, None).await, json!([]));
    observe(&camp).await;
    let found = candidates(&camp, None).await;
    // East: 100 and 25 per cent of the highest; west: 40 and 100.
    let scores = |found: &Value| -> Vec<(String, String)> {
        let found = found.as_array().expect("candidates").iter();
        let text = |value: &Value| value.as_str().expect("a text").to_owned();
        found
            .map(|one| (text(&one["dispatcherName"]), text(&one["score"])))
            .collect()
    };
    let expected = [("A-W县委", "70"), ("A-E县委", "62.5")].map(|(a, b)| (a.into(), b.into()));
    assert_eq!(scores(&found), expected);
    let reasons = json!([
        { "reason": "MANY_COMPLAINTS", "name": "信访件", "value": 30, "unit": "件", "asOf": "2022-06-30", "highest": 30, "share": "100", "weight": 1 },
        { "reason": "LARGE_ECONOMY", "name": "地区生产总值", "value": 2000, "unit": "万元", "asOf": "2021-12-31", "highest": 8000, "share": "25", "weight": 1 },
    ]);
    assert_eq!(found[1]["reasons"], reasons, "the later observation stands");
    let earlier = candidates(&camp, Some("2021-12-31")).await;
    let expected = [("A-W县委", "65"), ("A-E县委", "62.5")].map(|(a, b)| (a.into(), b.into()));
    assert_eq!(scores(&earlier), expected);
    for agency in [Agency::Team, Agency::Discipline, Agency::Audit] {
        camp.viewer(agency)
            .graphql(CANDIDATES, json!({ "asOf": null }))
            .await
            .refused("FORBIDDEN");
    }
}

async fn follow_the_weights(house: Arc<House>) {
    let camp = Camp::pitch(&house).await;
    observe(&camp).await;
    let dispatcher = node_id::encode("Organization", camp.desk.place.dispatcher.id);
    let input = json!({ "dispatcher": dispatcher, "key": "ELEVATION_WEIGHT_MANY_COMPLAINTS", "value": "3", "reason": "本级规定", "validFrom": "2022-01-01" });
    let admin = camp.desk.place.person(Agency::Office, Role::Admin);
    act(&admin, "setSetting", "settingValue { id }", input)
        .await
        .data("/setSetting");
    let found = candidates(&camp, None).await;
    assert_eq!(found[0]["dispatcherName"], "A-E县委");
    assert_eq!(
        found[0]["score"], "81.25",
        "three parts of 100 and one of 25"
    );
    assert_eq!(found[0]["reasons"][0]["weight"], 3);
}
