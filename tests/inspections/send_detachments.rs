//! Sending detachments to look into one concrete matter.

use std::sync::Arc;

use inspectorate::access::policy::Agency;
use serde_json::json;

use super::camp::Camp;
use crate::{
    coverage::desk::{act, refused},
    support::{house::House, on_each_database},
};

on_each_database!(
    looks_into_one_matter,
    refuses_none_and_elsewhere,
    is_for_office_and_team
);

async fn looks_into_one_matter(house: Arc<House>) {
    let camp = Camp::pitch(&house).await;
    let parent = camp.routine("enterInspection").await;
    let input = json!({ "inspection": parent, "organization": camp.desk.organization(0), "matter": "农村户厕改造", "detachments": 2, "startsOn": "2022-04-10", "endsOn": "2022-04-20", "on": "2022-04-08" });
    let fields = "inspection { id form matter detachments }";
    let answer = act(&camp.desk.office, "sendDetachments", fields, input).await;
    let made = answer.data("/sendDetachments/inspection").clone();
    let part = made["id"].as_str().expect("an id");
    assert_eq!(
        made,
        json!({ "id": part, "form": "PINPOINT", "matter": "农村户厕改造", "detachments": 2 })
    );
    camp.step("enterInspection", part, "2022-04-11")
        .await
        .data("/enterInspection");
    let records = camp
        .desk
        .office
        .ask("{ coverageRecords { totalCount } }")
        .await;
    assert_eq!(
        records.data("/coverageRecords/totalCount"),
        1,
        "that of its parent"
    );
}

async fn refuses_none_and_elsewhere(house: Arc<House>) {
    let camp = Camp::pitch(&house).await;
    let parent = camp.routine("enterInspection").await;
    let office = &camp.desk.office;
    let input = |number: usize, detachments: i32| json!({ "inspection": parent, "organization": camp.desk.organization(number), "matter": "户厕", "detachments": detachments, "startsOn": "2022-04-10", "endsOn": "2022-04-20" });
    let none = refused(
        &house,
        office,
        "sendDetachments",
        "inspection { id }",
        input(0, 0),
    )
    .await;
    none.refused("BAD_USER_INPUT").of_field("input.detachments");
    let elsewhere = refused(
        &house,
        office,
        "sendDetachments",
        "inspection { id }",
        input(1, 2),
    )
    .await;
    elsewhere
        .refused("GATE")
        .by_gate("NOT_BELOW_PARENT")
        .of_field("input.organization");
}

async fn is_for_office_and_team(house: Arc<House>) {
    let camp = Camp::pitch(&house).await;
    let input = json!({ "inspection": camp.propose(json!({})).await, "organization": camp.desk.organization(0), "matter": "户厕", "detachments": 2, "startsOn": "2022-04-10", "endsOn": "2022-04-20" });
    let those = [Agency::Office, Agency::Team];
    camp.desk
        .only(&those, "sendDetachments", "inspection { id }", input)
        .await;
}
