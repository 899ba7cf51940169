//! Extending an inspection to an organization below.

use std::sync::Arc;

use inspectorate::{
    access::policy::{Agency, Role},
    graphql::node_id,
};
use serde_json::json;

use super::camp::Camp;
use crate::{
    coverage::desk::{act, refused},
    support::{house::House, on_each_database},
};

on_each_database!(
    hangs_on_its_parent,
    refuses_what_does_not_stand_below,
    is_for_office_and_team
);

async fn hangs_on_its_parent(house: Arc<House>) {
    let camp = Camp::pitch(&house).await;
    let parent = camp.routine("enterInspection").await;
    let unit = node_id::encode("Organization", camp.unit.id);
    let input = json!({ "inspection": parent, "organization": unit, "startsOn": "2022-04-10", "endsOn": "2022-05-10", "on": "2022-04-08" });
    let team = camp.desk.place.person(Agency::Team, Role::Handler);
    let fields =
        "inspection { id form kind status parent { id } staffOrigins { nodes { originCode } } }";
    let answer = act(&team, "extendInspection", fields, input).await;
    let made = answer.data("/extendInspection/inspection").clone();
    let part = made["id"].as_str().expect("an id").to_owned();
    let expected = json!({ "id": part, "form": "EXTENDED", "kind": "ROUTINE", "status": "APPROVED", "parent": { "id": parent }, "staffOrigins": { "nodes": [{ "originCode": "A" }] } });
    assert_eq!(made, expected);
    camp.step("enterInspection", &part, "2022-04-11")
        .await
        .data("/enterInspection");
    let query = format!(
        "{{ inspection(id: \"{parent}\") {{ parts {{ nodes {{ id }} }} coverageRecord {{ extensions {{ nodes {{ organization {{ code }} object {{ id }} }} }} }} }} }}"
    );
    let answer = camp.desk.office.ask(&query).await;
    assert_eq!(
        *answer.data("/inspection/parts/nodes"),
        json!([{ "id": part }])
    );
    let extensions = answer.data("/inspection/coverageRecord/extensions/nodes");
    assert_eq!(
        *extensions,
        json!([{ "organization": { "code": "A-UNIT" }, "object": null }])
    );
}

async fn refuses_what_does_not_stand_below(house: Arc<House>) {
    let camp = Camp::pitch(&house).await;
    let parent = camp.routine("mobilizeInspection").await;
    let unit = node_id::encode("Organization", camp.unit.id);
    let office = &camp.desk.office;
    let input = |organization: &str, last: &str| json!({ "inspection": parent, "organization": organization, "startsOn": "2022-04-10", "endsOn": last, "on": "2022-04-08" });
    let early = refused(
        &house,
        office,
        "extendInspection",
        "inspection { id }",
        input(&unit, "2022-05-10"),
    )
    .await;
    early
        .refused("GATE")
        .by_gate("PARENT_NOT_ON_SITE")
        .of_field("input.inspection");
    camp.step("enterInspection", &parent, "2022-04-02")
        .await
        .data("/enterInspection");
    for organization in [camp.desk.organization(1), camp.desk.organization(0)] {
        let beside = refused(
            &house,
            office,
            "extendInspection",
            "inspection { id }",
            input(&organization, "2022-05-10"),
        )
        .await;
        beside
            .refused("GATE")
            .by_gate("NOT_BELOW_PARENT")
            .of_field("input.organization");
    }
    let long = refused(
        &house,
        office,
        "extendInspection",
        "inspection { id }",
        input(&unit, "2022-06-10"),
    )
    .await;
    long.refused("GATE").by_gate("WINDOW_OUTSIDE_ROUND");
}

async fn is_for_office_and_team(house: Arc<House>) {
    let camp = Camp::pitch(&house).await;
    let input = json!({ "inspection": camp.propose(json!({})).await, "organization": camp.desk.organization(1), "startsOn": "2022-04-10", "endsOn": "2022-05-10" });
    let those = [Agency::Office, Agency::Team];
    camp.desk
        .only(&those, "extendInspection", "inspection { id }", input)
        .await;
}
