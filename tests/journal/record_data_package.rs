//! Packages of data: whence, whither, with which check sum, and which records they brought.

use std::sync::Arc;

use inspectorate::access::policy::{Agency, Role};
use serde_json::{Value, json};

use super::connect_platform::office;
use crate::{
    organizations::scene::{Scene, call, id},
    support::{contents::nothing_changed, house::House, on_each_database, place::Place},
};

on_each_database!(
    a_package_says_whence_its_records_come,
    is_refused,
    is_for_the_office
);

const SUM: &str = "9F86D081884C7D659A2FEAA0C55AD015A3BF4F1B2B0B822CD15D6C15B0F00A08";

async fn input(scene: &Scene, more: Value) -> Value {
    let mut input = json!({
        "organization": office(scene).await, "direction": "IMPORT", "platform": "STAND_ALONE_SYSTEM", "system": "单机系统", "name": "对象名单.zip",
        "sha256": SUM, "offline": true, "exchangedOn": "2022-06-01", "recordCount": 2,
        "records": [{ "record": scene.object(0), "externalId": "DX-001" }, { "record": scene.object(1) }],
    });
    for (key, value) in more.as_object().cloned().unwrap_or_default() {
        input[key] = value;
    }
    input
}

async fn a_package_says_whence_its_records_come(house: Arc<House>) {
    let scene = Scene::build(&house).await;
    let select = "direction platform system name sha256 offline exchangedOn recordCount classification records { nodes { externalId record { ... on Organization { code } } } } history { totalCount }";
    let made = input(&scene, json!({})).await;
    let answer = call(
        &scene.office,
        "recordDataPackage",
        "dataPackage",
        select,
        made,
    )
    .await;
    let package = answer.data("/done/dataPackage");
    assert_eq!(package["sha256"], SUM.to_lowercase());
    assert_eq!(
        (&package["direction"], &package["offline"]),
        (&json!("IMPORT"), &json!(true))
    );
    assert_eq!(package["history"]["totalCount"], 1);
    let records = package["records"]["nodes"]
        .as_array()
        .cloned()
        .unwrap_or_default();
    assert_eq!(records.len(), 2);
    let named = json!({ "externalId": "DX-001", "record": { "code": "XM-OBJECT-1" } });
    assert!(records.contains(&named), "{records:?}");
    // By what a record is called there, one finds the package that brought it.
    let query = "{ dataPackageRecords(filter: { externalId: { eq: \"DX-001\" } }) { nodes { package { name system } } } }";
    let answer = scene.office.ask(query).await;
    let expected = json!({ "name": "对象名单.zip", "system": "单机系统" });
    assert_eq!(
        answer.data("/dataPackageRecords/nodes/0/package"),
        &expected
    );
    // The same package may go out again, and comes in once.
    let again = input(&scene, json!({})).await;
    let twice = call(&scene.office, "recordDataPackage", "dataPackage", "", again).await;
    twice.refused("CONFLICT").of_field("input.sha256");
    let out = input(
        &scene,
        json!({ "direction": "EXPORT", "platform": null, "system": "厦门市巡察工作信息管理平台" }),
    )
    .await;
    let out = call(
        &scene.office,
        "recordDataPackage",
        "dataPackage",
        "platform",
        out,
    )
    .await;
    assert!(out.data("/done/dataPackage/platform").is_null());
}

async fn is_refused(house: Arc<House>) {
    let scene = Scene::build(&house).await;
    let other = Place::build(&house, "NJ").await;
    for (more, code, field) in [
        (
            json!({ "sha256": "9f86" }),
            "BAD_USER_INPUT",
            "input.sha256",
        ),
        (
            json!({ "sha256": SUM.replace('9', "x") }),
            "BAD_USER_INPUT",
            "input.sha256",
        ),
        (
            json!({ "exchangedOn": "2999-01-01" }),
            "BAD_USER_INPUT",
            "input.exchangedOn",
        ),
        (
            json!({ "recordCount": 1 }),
            "BAD_USER_INPUT",
            "input.recordCount",
        ),
        (
            json!({ "recordCount": -1, "records": [] }),
            "BAD_USER_INPUT",
            "input.recordCount",
        ),
        (
            json!({ "classification": "SECRET" }),
            "BAD_USER_INPUT",
            "input.classification",
        ),
        (
            json!({ "organization": scene.object(1) }),
            "GATE",
            "input.organization",
        ),
        (
            json!({ "records": [{ "record": id(&other.objects[0]) }] }),
            "NOT_FOUND",
            "input.records.0.record",
        ),
        (
            json!({ "records": [{ "record": "nonsense" }] }),
            "BAD_USER_INPUT",
            "input.records.0.record",
        ),
    ] {
        let input = input(&scene, more).await;
        let answer = nothing_changed(
            &house,
            call(&scene.office, "recordDataPackage", "dataPackage", "", input),
        )
        .await;
        answer.refused(code).of_field(field);
    }
    let twice =
        json!({ "records": [{ "record": scene.object(0) }, { "record": scene.object(0) }] });
    let twice = input(&scene, twice).await;
    nothing_changed(&house, async {
        let answer = call(&scene.office, "recordDataPackage", "dataPackage", "", twice).await;
        answer.refused("CONFLICT").of_field("input.records");
    })
    .await;
}

async fn is_for_the_office(house: Arc<House>) {
    let scene = Scene::build(&house).await;
    let made = input(&scene, json!({})).await;
    nothing_changed(&house, async {
        for agency in Agency::ALL.iter().copied() {
            let role = if agency == Agency::Office {
                Role::Viewer
            } else {
                Role::Admin
            };
            let person = scene.place.person(agency, role);
            let answer = call(
                &person,
                "recordDataPackage",
                "dataPackage",
                "",
                made.clone(),
            )
            .await;
            answer.refused("FORBIDDEN");
        }
    })
    .await;
    // Discipline sees what platforms there are, and no packages.
    let discipline = scene.place.person(Agency::Discipline, Role::Admin);
    let answer = discipline.ask("{ dataPackages { totalCount } }").await;
    answer.refused("FORBIDDEN");
}
