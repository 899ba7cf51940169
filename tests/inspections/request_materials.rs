//! Asking for materials: few before a routine inspection, none newly written for special and mobile ones, none twice.

use std::sync::Arc;

use inspectorate::access::policy::{Agency, Role};
use serde_json::{Value, json};

use super::camp::Camp;
use crate::{
    coverage::desk::{act, refused},
    support::{house::House, on_each_database},
};

on_each_database!(
    at_most_as_many_as_the_setting,
    nothing_new_for_special_ones,
    is_for_those_who_inspect
);

const MADE: &str = "inspection { materialRequests { totalCount } }";

fn input(inspection: &str, materials: Value) -> Value {
    json!({ "inspection": inspection, "materials": materials, "on": "2022-03-05" })
}

async fn at_most_as_many_as_the_setting(house: Arc<House>) {
    let camp = Camp::pitch(&house).await;
    let inspection = camp.routine("approveInspection").await;
    let office = &camp.desk.office;
    let list = |count: usize| -> Value {
        (1..=count)
            .map(|number| json!({ "name": format!("材料{number}") }))
            .collect()
    };
    let many = refused(
        &house,
        office,
        "requestMaterials",
        MADE,
        input(&inspection, list(29)),
    )
    .await;
    many.refused("GATE")
        .by_gate("TOO_MANY_MATERIALS")
        .of_field("input.materials");
    let none = input(&inspection, list(0));
    refused(&house, office, "requestMaterials", MADE, none)
        .await
        .refused("BAD_USER_INPUT")
        .of_field("input.materials");
    let answer = act(
        office,
        "requestMaterials",
        MADE,
        input(&inspection, list(27)),
    )
    .await;
    assert_eq!(
        answer.data("/requestMaterials/inspection/materialRequests/totalCount"),
        27
    );
    let again = refused(
        &house,
        office,
        "requestMaterials",
        MADE,
        input(&inspection, json!([{ "name": "材料 3" }])),
    )
    .await;
    again
        .refused("GATE")
        .by_gate("ASKED_ALREADY")
        .of_field("input.materials.0.name");
    let last = json!([{ "name": "年度工作总结", "newlyDrafted": true }]);
    act(office, "requestMaterials", MADE, input(&inspection, last))
        .await
        .data("/requestMaterials");
    let more = refused(
        &house,
        office,
        "requestMaterials",
        MADE,
        input(&inspection, json!([{ "name": "另一份" }])),
    )
    .await;
    more.refused("GATE").by_gate("TOO_MANY_MATERIALS");
    let dispatcher =
        inspectorate::graphql::node_id::encode("Organization", camp.desk.place.dispatcher.id);
    let setting = json!({ "dispatcher": dispatcher, "key": "MATERIALS_BEFORE_ROUTINE", "value": "29", "reason": "本级规定", "validFrom": "2022-01-01" });
    let admin = camp.desk.place.person(Agency::Office, Role::Admin);
    act(&admin, "setSetting", "settingValue { id }", setting)
        .await
        .data("/setSetting");
    act(
        office,
        "requestMaterials",
        MADE,
        input(&inspection, json!([{ "name": "另一份" }])),
    )
    .await
    .data("/requestMaterials");
    camp.round_step("announceRound", "2022-03-20")
        .await
        .data("/announceRound");
    let own = camp
        .viewer(Agency::Object)
        .ask("{ materialRequests { totalCount } }")
        .await;
    assert_eq!(
        own.data("/materialRequests/totalCount"),
        29,
        "the organization knows what it is asked for"
    );
}

async fn nothing_new_for_special_ones(house: Arc<House>) {
    let camp = Camp::pitch(&house).await;
    let office = &camp.desk.office;
    for more in [
        json!({ "kind": "SPECIAL", "topic": "BUSINESS_ENVIRONMENT", "round": null }),
        json!({ "kind": "MOBILE", "round": null }),
    ] {
        let inspection = camp.propose(more).await;
        camp.step("approveInspection", &inspection, "2022-03-03")
            .await
            .data("/approveInspection");
        let new = json!([{ "name": "已有台账" }, { "name": "专题报告", "newlyDrafted": true }]);
        let refused = refused(
            &house,
            office,
            "requestMaterials",
            MADE,
            input(&inspection, new),
        )
        .await;
        refused
            .refused("GATE")
            .by_gate("NEWLY_DRAFTED_MATERIAL")
            .of_field("input.materials.1.newlyDrafted");
    }
}

async fn is_for_those_who_inspect(house: Arc<House>) {
    let camp = Camp::pitch(&house).await;
    let inspection = camp.propose(json!({})).await;
    let early = refused(
        &house,
        &camp.desk.office,
        "requestMaterials",
        MADE,
        input(&inspection, json!([])),
    )
    .await;
    early
        .refused("GATE")
        .by_gate("WRONG_STATE")
        .of_field("input.inspection");
    let those = [
        Agency::Office,
        Agency::Team,
        Agency::Organization,
        Agency::Audit,
        Agency::WorkingCommittee,
        Agency::InternalControl,
    ];
    camp.desk
        .only(
            &those,
            "requestMaterials",
            "clientMutationId",
            input(&inspection, json!([])),
        )
        .await;
}
