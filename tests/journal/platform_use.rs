//! Who uses the service, and how completely: counts by body and month from the journal.

use std::sync::Arc;

use chrono::{TimeDelta, Utc};
use inspectorate::access::policy::{Agency, Role};
use serde_json::{Value, json};

use crate::{
    organizations::scene::{Scene, call, look},
    support::{house::House, on_each_database},
};

on_each_database!(
    counts_what_each_body_did,
    counts_the_members_who_use_it,
    is_refused
);

async fn counts_what_each_body_did(house: Arc<House>) {
    let scene = Scene::build(&house).await;
    for number in 1..=3 {
        scene.person(&format!("P-{number}"), "化名").await;
    }
    scene.leading_group().await;
    let from = (Utc::now() - TimeDelta::days(70)).date_naive();
    let select = format!(
        "platformUse(from: \"{from}\") {{ month bodiesInUse {{ value numerator denominator definition {{ code }} }} bodies {{ name agency changes {{ value unit scope {{ dimension label }} }} people {{ value unit }} }} }}"
    );
    let it = look(&scene.office, "organization", &scene.dispatcher(), &select).await;
    let months = it.data("/it/platformUse").as_array().cloned().unwrap();
    let (this, before) = months.split_last().unwrap();
    assert!(before.iter().all(|month| month["bodies"] == json!([])));
    let did: Vec<(&Value, &Value, &Value)> = this["bodies"]
        .as_array()
        .unwrap()
        .iter()
        .map(|body| {
            (
                &body["agency"],
                &body["changes"]["value"],
                &body["people"]["value"],
            )
        })
        .collect();
    assert_eq!(
        did,
        [
            (&json!("OFFICE"), &json!("3"), &json!("1")),
            (&json!("DISPATCHER"), &json!("1"), &json!("1"))
        ]
    );
    let first = &this["bodies"][0];
    assert_eq!(first["changes"]["unit"], "CHANGE");
    assert_eq!(first["people"]["unit"], "PERSON");
    let scope = first["changes"]["scope"].as_array().unwrap();
    assert_eq!(scope.len(), 3, "place, month and body");
    // Two of the eighteen bodies of the place, the dispatcher and the first object among them, have changed something.
    let rate = &this["bodiesInUse"];
    assert_eq!(
        (&rate["numerator"], &rate["denominator"]),
        (&json!("2"), &json!("18"))
    );
    assert_eq!(rate["value"], "11.11");
}

async fn counts_the_members_who_use_it(house: Arc<House>) {
    let scene = Scene::build(&house).await;
    let month = Utc::now().date_naive();
    let select = format!(
        "platformUse(from: \"{month}\") {{ membersInUse {{ value numerator denominator definition {{ code }} }} }}"
    );
    let share = async || {
        let it = look(&scene.office, "organization", &scene.dispatcher(), &select).await;
        let share = it.data("/it/platformUse/0/membersInUse").clone();
        (
            share["numerator"].clone(),
            share["denominator"].clone(),
            share["value"].clone(),
        )
    };
    assert_eq!(share().await, (json!("0"), json!("0"), Value::Null));
    // A member who never did anything here, and one whose token has changed something.
    crate::teams::rows::fill(&house, &scene.place).await;
    assert_eq!(share().await, (json!("0"), json!("1"), json!("0")));
    let person = scene.person("test-xm-office-admin", "化名").await;
    let teams = scene.office.ask("{ teams { nodes { id } } }").await;
    let input = json!({
        "team": teams.text_at("/teams/nodes/0/id"), "person": person, "role": "MEMBER", "sourceOrganization": scene.object(0),
    });
    let seated = call(&scene.office, "seatTeamMember", "teamMember", "", input).await;
    seated.data("/done/teamMember/id");
    assert_eq!(share().await, (json!("1"), json!("2"), json!("50")));
    // The first one reads something restricted.
    crate::journal::rows::insert(&house, &scene.place, Utc::now()).await;
    assert_eq!(share().await, (json!("2"), json!("2"), json!("100")));
}

async fn is_refused(house: Arc<House>) {
    let scene = Scene::build(&house).await;
    let ask = async |arguments: &str| {
        let select = format!("platformUse({arguments}) {{ month }}");
        look(&scene.office, "organization", &scene.dispatcher(), &select).await
    };
    let early = ask("from: \"2022-06-01\", to: \"2022-05-31\"").await;
    early.refused("BAD_USER_INPUT").of_field("to");
    let long = ask("from: \"2020-01-01\", to: \"2022-01-31\"").await;
    long.refused("BAD_USER_INPUT").of_field("from");
    for agency in [Agency::Discipline, Agency::Audit, Agency::Organization] {
        let person = scene.place.person(agency, Role::Admin);
        let select = "platformUse(from: \"2026-01-01\") { month }";
        let it = look(&person, "organization", &scene.dispatcher(), select).await;
        it.refused("FORBIDDEN");
    }
}
