//! Linking inspections of several levels.

use std::sync::Arc;

use inspectorate::access::policy::Agency;
use serde_json::{Value, json};

use super::camp::Camp;
use crate::{
    coverage::desk::{act, refused},
    support::{house::House, on_each_database},
};

on_each_database!(
    links_levels,
    refuses_windows_apart_and_other_blocks,
    is_for_the_office
);

async fn group(camp: &Camp, more: Value) -> String {
    let mut input = json!({ "kind": "VERTICAL", "name": "市县联动", "matter": "营商环境", "startsOn": "2022-03-01", "endsOn": "2022-12-31" });
    for (key, value) in more.as_object().expect("an object") {
        input[key] = value.clone();
    }
    camp.desk
        .made(&camp.desk.office, "openLinkGroup", "linkGroup", input)
        .await
}

async fn links_levels(house: Arc<House>) {
    let camp = Camp::pitch(&house).await;
    let group = group(&camp, json!({})).await;
    let of_city = camp.propose(json!({})).await;
    camp.east.term().await;
    let of_county = camp
        .proposed(
            &camp.east.office,
            json!({ "organization": camp.east.town_id(), "round": null }),
        )
        .await;
    for (person, inspection) in [
        (&camp.desk.office, &of_city),
        (&camp.east.office, &of_county),
    ] {
        let input = json!({ "inspection": inspection, "version": 1, "group": group });
        let answer = act(
            person,
            "linkInspection",
            "inspection { linkGroup { name } }",
            input,
        )
        .await;
        assert_eq!(
            answer.data("/linkInspection/inspection/linkGroup/name"),
            "市县联动"
        );
    }
    let linked = "{ linkGroups { nodes { inspections { totalCount } } } }";
    let count = "/linkGroups/nodes/0/inspections/totalCount";
    assert_eq!(camp.desk.office.ask(linked).await.data(count), 2);
    assert_eq!(
        camp.east.office.ask(linked).await.data(count),
        1,
        "the county sees its own"
    );
    let input = json!({ "inspection": of_city, "version": 2 });
    let answer = act(
        &camp.desk.office,
        "linkInspection",
        "inspection { linkGroup { name } }",
        input,
    )
    .await;
    assert!(
        answer
            .data("/linkInspection/inspection/linkGroup")
            .is_null()
    );
}

async fn refuses_windows_apart_and_other_blocks(house: Arc<House>) {
    let camp = Camp::pitch(&house).await;
    let early = camp
        .propose(json!({ "startsOn": "2022-03-01", "endsOn": "2022-03-31" }))
        .await;
    let late = camp
        .propose(json!({ "organization": camp.desk.organization(1) }))
        .await;
    let linked = group(&camp, json!({})).await;
    let office = &camp.desk.office;
    let input = json!({ "inspection": early, "version": 1, "group": linked });
    act(office, "linkInspection", "inspection { id }", input)
        .await
        .data("/linkInspection");
    let input = json!({ "inspection": late, "version": 1, "group": linked });
    let apart = refused(&house, office, "linkInspection", "inspection { id }", input).await;
    apart
        .refused("GATE")
        .by_gate("LINKED_WINDOWS_APART")
        .of_field("input.inspection");
    let autumn = group(&camp, json!({ "startsOn": "2022-09-01" })).await;
    let input = json!({ "inspection": late, "version": 1, "group": autumn });
    let apart = refused(&house, office, "linkInspection", "inspection { id }", input).await;
    apart.refused("GATE").by_gate("LINKED_WINDOWS_APART");
    let schools = group(&camp, json!({ "kind": "BLOCK", "sectorCode": "EDUCATION" })).await;
    let input = json!({ "inspection": late, "version": 1, "group": schools });
    let other = refused(&house, office, "linkInspection", "inspection { id }", input).await;
    other
        .refused("GATE")
        .by_gate("LINK_OF_ANOTHER_BLOCK")
        .of_field("input.inspection");
}

async fn is_for_the_office(house: Arc<House>) {
    let camp = Camp::pitch(&house).await;
    let input = json!({ "inspection": camp.propose(json!({})).await, "version": 1 });
    camp.desk
        .only(
            &[Agency::Office],
            "linkInspection",
            "inspection { id }",
            input,
        )
        .await;
}
