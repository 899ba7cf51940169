//! Entering by setting: nobody enters untrained or without having signed; without the setting, and without a team, nothing is asked.

use std::sync::Arc;

use inspectorate::{
    access::policy::{Agency, Role},
    graphql::node_id,
};
use serde_json::{Value, json};

use crate::{
    coverage::desk::act,
    inspections::camp::Camp,
    support::{house::House, on_each_database},
};

on_each_database!(asks_for_training_and_signatures, asks_for_a_seconded_deputy,);

/// What `verb` of the office made, by `select`.
async fn made(camp: &Camp, verb: &str, noun: &str, input: Value) -> String {
    let answer = act(&camp.desk.office, verb, &format!("{noun} {{ id }}"), input).await;
    answer.text_at(&format!("/{verb}/{noun}/id"))
}

/// The city asks for what a setting says.
pub async fn ask_for(camp: &Camp, key: &str) {
    let keeper = camp.desk.place.person(Agency::Office, Role::Admin);
    let dispatcher = node_id::encode("Organization", camp.desk.place.dispatcher.id);
    let set =
        json!({ "dispatcher": dispatcher, "key": key, "value": "true", "reason": "本级规定" });
    act(&keeper, "setSetting", "settingValue { id }", set)
        .await
        .data("/setSetting");
}

/// What `availableActions` says stands in the way of entering.
async fn blocked(camp: &Camp, inspection: &str) -> Vec<String> {
    let query = format!(
        "{{ inspection(id: \"{inspection}\") {{ availableActions {{ action enabled blockedBy {{ gate }} }} }} }}"
    );
    let answer = camp.desk.office.ask(&query).await;
    let actions = answer.data("/inspection/availableActions").as_array();
    let mut actions = actions.expect("actions").iter();
    let enter = actions.find(|action| action["action"] == "enterInspection");
    let enter = enter.expect("the office may enter");
    let gates = enter["blockedBy"].as_array().expect("obstacles");
    assert_eq!(enter["enabled"], gates.is_empty());
    let gates = gates
        .iter()
        .filter_map(|obstacle| obstacle["gate"].as_str());
    gates.map(str::to_owned).collect()
}

async fn asks_for_training_and_signatures(house: Arc<House>) {
    let camp = Camp::pitch(&house).await;
    let inspection = camp.propose(json!({})).await;
    camp.approve_round().await;
    let team = camp.team("示例组", "REGULAR", &["A"]).await;
    camp.approve_team(&team).await;
    camp.assign(&inspection, &team)
        .await
        .data("/assignInspectionTeam");
    camp.carry(&inspection, "mobilizeInspection").await;
    let query = "{ teamMembers { nodes { id person { id name } } } }";
    let seats = camp.desk.office.ask(query).await;
    let seat = seats.text_at("/teamMembers/nodes/0/id");
    let person = seats.text_at("/teamMembers/nodes/0/person/id");
    let name = seats.text_at("/teamMembers/nodes/0/person/name");
    for key in ["ENTRY_NEEDS_TRAINING", "ENTRY_NEEDS_UNDERTAKINGS"] {
        ask_for(&camp, key).await;
    }
    let enter = |gate: &'static str| {
        let camp = &camp;
        let (inspection, name) = (inspection.clone(), name.clone());
        async move {
            let answer = camp
                .step_refused("enterInspection", &inspection, "2022-04-02")
                .await;
            let refusal = answer.refused("GATE").by_gate(gate);
            assert!(refusal.message().contains(&name));
        }
    };
    let both = ["MEMBER_NOT_TRAINED", "UNDERTAKING_MISSING"];
    assert_eq!(blocked(&camp, &inspection).await, both);
    enter("MEMBER_NOT_TRAINED").await;
    let training = json!({ "kind": "PRE_INSPECTION", "round": camp.round, "ordinal": 1, "topic": "巡前业务", "on": "2022-03-28" });
    let training = made(&camp, "holdTraining", "training", training).await;
    let there = json!({ "training": training, "attended": [], "absent": [person] });
    made(&camp, "recordAttendance", "training", there).await;
    enter("MEMBER_NOT_TRAINED").await;
    let there = json!({ "training": training, "attended": [person] });
    made(&camp, "recordAttendance", "training", there).await;
    assert_eq!(blocked(&camp, &inspection).await, ["UNDERTAKING_MISSING"]);
    enter("UNDERTAKING_MISSING").await;
    for kind in ["FOUR_MUST_NOTS", "ALCOHOL_BAN"] {
        let sign = json!({ "teamMember": seat, "kind": kind, "on": "2022-04-01" });
        made(&camp, "signUndertaking", "undertaking", sign).await;
    }
    assert!(blocked(&camp, &inspection).await.is_empty());
    camp.step("enterInspection", &inspection, "2022-04-02")
        .await
        .data("/enterInspection");
}

async fn asks_for_a_seconded_deputy(house: Arc<House>) {
    let camp = Camp::pitch(&house).await;
    let inspection = camp.propose(json!({})).await;
    camp.approve_round().await;
    let team = camp.team("示例组", "REGULAR", &["A"]).await;
    camp.approve_team(&team).await;
    camp.assign(&inspection, &team)
        .await
        .data("/assignInspectionTeam");
    camp.carry(&inspection, "approveInspection").await;
    ask_for(&camp, "TEAM_NEEDS_SECONDED_DEPUTY").await;
    let missing = "SECONDED_DEPUTY_MISSING";
    let answer = camp
        .step_refused("mobilizeInspection", &inspection, "2022-03-10")
        .await;
    answer
        .refused("GATE")
        .by_gate(missing)
        .of_field("input.inspection");
    let gates = blocked(&camp, &inspection).await;
    assert_eq!(gates, ["NOT_MOBILIZED", missing]);
    camp.seat(&team, "A", "SECONDED_DEPUTY").await;
    camp.step("mobilizeInspection", &inspection, "2022-03-10")
        .await
        .data("/mobilizeInspection");
    assert!(blocked(&camp, &inspection).await.is_empty());
    camp.step("enterInspection", &inspection, "2022-04-02")
        .await
        .data("/enterInspection");
}
