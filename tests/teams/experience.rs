//! Days on inspection, per person and as of a day, for office and organization department.

use std::sync::Arc;

use inspectorate::access::policy::{Agency, Role};
use serde_json::json;

use super::camp::Camp;
use crate::support::{house::House, on_each_database};

on_each_database!(counts_the_days_on_teams);

async fn counts_the_days_on_teams(house: Arc<House>) {
    let camp = Camp::build(&house).await;
    let team = camp.team(1, "REGULAR").await;
    camp.seat(&team, "示例组员", "MEMBER", &camp.place.objects[0])
        .await;
    let query = "{ people(filter: { code: { eq: \"示例组员\" } }) { nodes { \
        early: inspectionExperience(asOf: \"2022-04-10\") { value unit asOf } \
        all: inspectionExperience { value definition { code version } } } } }";
    let keeper = camp.place.person(Agency::Organization, Role::Viewer);
    let answer = keeper.ask(query).await;
    let person = answer.data("/people/nodes/0");
    assert_eq!(
        person["early"],
        json!({ "value": "5", "unit": "DAY", "asOf": "2022-04-10" })
    );
    assert_eq!(person["all"]["value"], "76");
    let other = camp.place.person(Agency::Discipline, Role::Viewer);
    let refused = other
        .ask("{ people(first: 1) { nodes { inspectionExperience { value } } } }")
        .await;
    refused.refused("FORBIDDEN");
}
