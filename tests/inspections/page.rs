//! The page of inspections: the first twenty of a kind and year with object, dispatch facts, marks, team with members and special
//! checks, in at most ten statements, however many there are; and what may be done with each, in as many statements for all as for one.

use std::sync::Arc;

use inspectorate::{
    access::policy::{Agency, Role},
    graphql::node_id,
};
use serde_json::{Value, json};

use super::camp::{Camp, elevation};
use crate::{
    coverage::desk::act,
    support::{house::House, on_each_database, place::NewOrganization},
};

on_each_database!(takes_as_many_statements_for_twenty_as_for_one);

const PAGE: &str = "{ inspections(first: 20, filter: { kind: { eq: ROUTINE }, year: { eq: 2022 } }) { totalCount nodes { \
    organization { code name } authorizingBodyName dispatcher { name } staffOrigins { nodes { originName } } \
    status cross millstone elevated elevatedCross assistance \
    team { name members { nodes { role person { name } } } } specialChecks { nodes { kind owner { name } } } } } }";

const ACTIONS: &str = "{ inspections(first: 20, filter: { kind: { eq: ROUTINE }, year: { eq: 2022 } }) { nodes { \
    availableActions { action enabled blockedBy { gate } } } } }";

async fn takes_as_many_statements_for_twenty_as_for_one(house: Arc<House>) {
    let camp = Camp::pitch(&house).await;
    asks_for_training_and_signatures(&camp).await;
    let owner = camp.body("A-ORGANIZATION").await;
    let mut taken = Vec::new();
    for shown in 1..=20 {
        let inspection = camp.propose(another(&camp, shown).await).await;
        if shown == 1 {
            camp.approve_round().await;
        }
        camp.carry(&inspection, "approveInspection").await;
        camp.staff(&inspection).await;
        let check = json!({ "inspection": inspection, "kind": "PERSONNEL_SELECTION", "owner": owner, "on": "2022-03-05" });
        camp.desk
            .made(
                &camp.desk.office,
                "orderSpecialCheck",
                "specialCheck",
                check,
            )
            .await;
        if [1, 4, 20].contains(&shown) {
            taken.push((page(&camp, shown).await, actions(&camp, shown).await));
        }
    }
    let (statements, _) = taken[0];
    assert!(statements <= 10, "{statements} statements for the page");
    assert!(
        taken.iter().all(|later| *later == taken[0]),
        "the pages of 1, 4 and 20 took {taken:?} statements"
    );
}

/// The city asks for both before an entry.
async fn asks_for_training_and_signatures(camp: &Camp) {
    let keeper = camp.desk.place.person(Agency::Office, Role::Admin);
    let dispatcher = node_id::encode("Organization", camp.desk.place.dispatcher.id);
    for key in ["ENTRY_NEEDS_TRAINING", "ENTRY_NEEDS_UNDERTAKINGS"] {
        let set =
            json!({ "dispatcher": dispatcher, "key": key, "value": "true", "reason": "本级规定" });
        act(&keeper, "setSetting", "settingValue { id }", set)
            .await
            .data("/setSetting");
    }
}

/// What is particular about the inspection of this number: objects of the city, and towns elevated from its counties.
async fn another(camp: &Camp, number: usize) -> Value {
    match number {
        1 => json!({}),
        2 => json!({ "organization": camp.desk.organization(1), "staffOrigins": ["A-E", "A-W"] }),
        3 => json!({ "organization": camp.east.town_id(), "elevation": elevation() }),
        4 => {
            json!({ "organization": camp.west.town_id(), "elevation": elevation(), "staffOrigins": ["A-E"] })
        }
        _ => {
            let city = &camp.desk.place.dispatcher;
            let unit = NewOrganization::new(&format!("A-UNIT-{number}"), "示例单位");
            let unit = unit.under(city).object_of(city).insert(&camp.house).await;
            json!({ "organization": node_id::encode("Organization", unit.id) })
        }
    }
}

/// The statements that the page of `shown` inspections takes.
async fn page(camp: &Camp, shown: usize) -> u64 {
    let before = camp.house.statements().await;
    let answer = camp.desk.office.ask(PAGE).await;
    let taken = camp.house.statements().await - before;
    assert_eq!(answer.data("/inspections/totalCount"), shown);
    let nodes = answer.data("/inspections/nodes").as_array();
    let nodes = nodes.expect("a page");
    assert_eq!(nodes.len(), shown);
    for node in nodes {
        assert!(node["team"]["members"]["nodes"][0]["person"]["name"].is_string());
        assert!(node["specialChecks"]["nodes"][0]["owner"]["name"].is_string());
    }
    taken
}

/// The statements that it takes to say what may be done with each of them: nobody enters without having signed.
async fn actions(camp: &Camp, shown: usize) -> u64 {
    let before = camp.house.statements().await;
    let answer = camp.desk.office.ask(ACTIONS).await;
    let taken = camp.house.statements().await - before;
    let nodes = answer.data("/inspections/nodes").as_array();
    let nodes = nodes.expect("a page");
    assert_eq!(nodes.len(), shown);
    let blocked = json!({
        "action": "enterInspection", "enabled": false,
        "blockedBy": [{ "gate": "NOT_MOBILIZED" }, { "gate": "UNDERTAKING_MISSING" }],
    });
    for node in nodes {
        let actions = node["availableActions"].as_array().expect("actions");
        assert!(actions.contains(&blocked), "{actions:?}");
    }
    taken
}
