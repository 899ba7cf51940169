//! Sending people to other work: nobody to two places at once, and outside the days of inspection.

use std::sync::Arc;

use inspectorate::access::policy::{Agency, Role};
use serde_json::{Value, json};

use super::camp::{Camp, id};
use crate::support::{house::House, on_each_database};

on_each_database!(nobody_is_sent_to_two_places);

/// The input of a deployment that lasts.
pub fn sent(camp: &Camp, person: &str) -> Value {
    json!({ "person": person, "unit": id(&camp.counties[0]), "purpose": "疫情防控攻坚", "startsOn": "2022-07-01" })
}

async fn nobody_is_sent_to_two_places(house: Arc<House>) {
    let camp = Camp::build(&house).await;
    let person = camp.person("示例组员").await;
    let input = sent(&camp, &person);
    let mut future = input.clone();
    future["startsOn"] = json!("2099-01-01");
    let answer = camp.refused("deployPerson", "deployment", future).await;
    answer.refused("BAD_USER_INPUT").of_field("input.startsOn");
    camp.made("deployPerson", "deployment", input.clone()).await;
    let mut second = input;
    (second["unit"], second["startsOn"]) = (json!(id(&camp.counties[1])), json!("2022-08-01"));
    let answer = camp.refused("deployPerson", "deployment", second).await;
    answer
        .refused("GATE")
        .by_gate("DEPLOYED_ALREADY")
        .of_field("input.person");
    let keeper = camp.place.person(Agency::Organization, Role::Viewer);
    let query = "{ people(filter: { code: { eq: \"示例组员\" } }) { nodes { inspectionExperience { value } } } \
        deployments(filter: { purpose: { contains: \"疫情\" } }) { totalCount nodes { endsOn } } }";
    let answer = keeper.ask(query).await;
    assert_eq!(
        answer.data("/people/nodes/0/inspectionExperience/value"),
        "0"
    );
    assert_eq!(answer.data("/deployments/totalCount"), 1);
}
