//! One topic at two levels: an organization that both inspected counts once in the total.

use std::sync::Arc;

use inspectorate::access::policy::Agency;
use serde_json::{Value, json};

use super::camp::{Camp, elevation};
use crate::support::{house::House, on_each_database};

on_each_database!(two_levels_and_one_organization);

const FIGURES: &str = "query($topic: String!, $asOf: Date) { organizations(filter: { code: { eq: \"A\" } }) { nodes { topicInspections(topic: $topic, asOf: $asOf) { \
    levels { organizations { value scope { dimension value } } inspections { value } } total { organizations { value } inspections { value } } } } } }";

async fn figures(camp: &Camp, topic: &str, as_of: Option<&str>) -> Value {
    let variables = json!({ "topic": topic, "asOf": as_of });
    let answer = camp.desk.office.graphql(FIGURES, variables).await;
    answer
        .data("/organizations/nodes/0/topicInspections")
        .clone()
}

/// The city inspects the county's town on the topic, and a unit of its own; the county's inspection of the same town is on record too.
async fn two_levels_and_one_organization(house: Arc<House>) {
    let camp = Camp::pitch(&house).await;
    let topic = json!({ "kind": "SPECIAL", "topic": "BUSINESS_ENVIRONMENT", "round": null });
    let with = |more: Value| {
        let mut input = topic.clone();
        for (key, value) in more.as_object().expect("an object") {
            input[key] = value.clone();
        }
        input
    };
    let town = camp.east.town_id();
    for more in [
        json!({}),
        json!({ "organization": town, "elevation": elevation() }),
    ] {
        let inspection = camp.propose(with(more)).await;
        camp.carry(&inspection, "enterInspection").await;
    }
    camp.county_enters(with(json!({ "organization": town })), "2022-05-06")
        .await;
    let found = figures(&camp, "BUSINESS_ENVIRONMENT", None).await;
    let total = json!({ "organizations": { "value": "2" }, "inspections": { "value": "3" } });
    assert_eq!(found["total"], total);
    let levels = found["levels"].as_array().expect("levels").iter();
    let levels: Vec<Value> = levels
        .map(|level| {
            let scope = &level["organizations"]["scope"][1];
            json!([
                scope["dimension"],
                level["organizations"]["value"],
                level["inspections"]["value"]
            ])
        })
        .collect();
    let expected = [json!(["LEVEL", "2", "2"]), json!(["LEVEL", "1", "1"])];
    assert_eq!(levels, expected);
    let before = figures(&camp, "BUSINESS_ENVIRONMENT", Some("2022-05-05")).await;
    assert_eq!(before["total"]["inspections"]["value"], "2");
    let other = figures(&camp, "RURAL_REVITALIZATION", None).await;
    assert_eq!(other["levels"], json!([]));
    assert_eq!(other["total"]["organizations"]["value"], "0");
    let audit = camp.viewer(Agency::Audit);
    let variables = json!({ "topic": "BUSINESS_ENVIRONMENT", "asOf": null });
    let audit = audit.graphql(FIGURES, variables).await;
    let total = "/organizations/nodes/0/topicInspections/total/organizations/value";
    assert_eq!(audit.data(total), "0", "no check of theirs went along");
}
