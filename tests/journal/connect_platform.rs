//! Connecting an inspection body to a platform, and how far the bodies of a place are connected.

use std::sync::Arc;

use inspectorate::access::policy::{Agency, Role};
use serde_json::{Value, json};

use crate::{
    organizations::scene::{Attempt, Scene, call, created, id, look},
    support::{
        contents::nothing_changed,
        house::House,
        on_each_database,
        place::{NewOrganization, register},
    },
};

on_each_database!(
    a_body_is_connected_from_a_day_on,
    the_rate_counts_city_and_county_bodies,
    is_refused
);

/// The id of the place's own inspection office.
pub async fn office(scene: &Scene) -> String {
    let query = "{ organizations(filter: { code: { eq: \"XM-OFFICE\" } }) { nodes { id } } }";
    let found = scene.office.ask(query).await;
    found.text_at("/organizations/nodes/0/id")
}

async fn attempt(scene: &Scene) -> Attempt<'_> {
    let office = office(scene).await;
    Attempt {
        scene,
        person: &scene.office,
        verb: "connectPlatform",
        noun: "platformConnection",
        input: json!({ "organization": office, "kind": "DISCIPLINE_INTRANET", "startsOn": "2022-06-01" }),
    }
}

async fn a_body_is_connected_from_a_day_on(house: Arc<House>) {
    let scene = Scene::build(&house).await;
    let attempt = attempt(&scene).await;
    attempt.works().await;
    let office = office(&scene).await;
    let select = "before: isOnIntranet(asOf: \"2022-05-31\") after: isOnIntranet(asOf: \"2022-06-01\") hasVideoConsultation platformConnections { nodes { kind startsOn endsOn organization { code } } }";
    let it = look(&scene.office, "organization", &office, select).await;
    assert_eq!(
        (it.data("/it/before"), it.data("/it/after")),
        (&json!(false), &json!(true))
    );
    assert_eq!(it.data("/it/hasVideoConsultation"), &json!(false));
    assert_eq!(
        it.data("/it/platformConnections/nodes"),
        &json!([{ "kind": "DISCIPLINE_INTRANET", "startsOn": "2022-06-01", "endsOn": null, "organization": { "code": "XM-OFFICE" } }])
    );
    // What is no inspection body has neither.
    let it = look(
        &scene.office,
        "organization",
        &scene.object(0),
        "isOnIntranet hasVideoConsultation",
    )
    .await;
    assert_eq!(
        (
            it.data("/it/isOnIntranet"),
            it.data("/it/hasVideoConsultation")
        ),
        (&Value::Null, &Value::Null)
    );
    // An audit department reads neither the connections nor the two facts.
    let audit = scene.place.person(Agency::Audit, Role::Admin);
    let it = look(&audit, "organization", &office, "isOnIntranet").await;
    it.refused("FORBIDDEN").at_path("it.isOnIntranet");
}

/// Of two county offices and the city's own, those that are connected, by system and level, as of any day.
async fn the_rate_counts_city_and_county_bodies(house: Arc<House>) {
    let scene = Scene::build(&house).await;
    let mut offices = vec![office(&scene).await];
    for number in [1, 2] {
        let county = NewOrganization::new(&format!("XM-C{number}"), "某县委")
            .under(&scene.place.dispatcher)
            .insert(&house)
            .await;
        let office = NewOrganization::new(&format!("XM-C{number}-OFFICE"), "某县委巡察办")
            .under(&county)
            .insert(&house)
            .await;
        register(&house, &office, Agency::Office, &county).await;
        offices.push(id(&office));
    }
    let connections = [
        (0, "DISCIPLINE_INTRANET", "2022-01-01"),
        (1, "DISCIPLINE_INTRANET", "2022-06-01"),
        (0, "VIDEO_CONSULTATION", "2022-01-01"),
        (1, "VIDEO_CONSULTATION", "2022-01-01"),
        (2, "VIDEO_CONSULTATION", "2022-01-01"),
    ];
    for (office, kind, day) in connections {
        let input = json!({ "organization": offices[office], "kind": kind, "startsOn": day });
        created(
            &scene.office,
            "connectPlatform",
            "platformConnection",
            input,
        )
        .await;
    }
    let select = "platformCoverage(asOf: \"2022-12-31\") { kind level rate { value numerator denominator asOf unit scope { label } definition { code version textZh } } } early: platformCoverage(asOf: \"2022-03-01\") { kind level rate { value } }";
    let it = look(&scene.office, "organization", &scene.dispatcher(), select).await;
    let line = |list: &str, kind: &str, level: Value| {
        let lines = it.data(list).as_array().cloned().unwrap();
        let found = lines
            .into_iter()
            .find(|line| line["kind"] == kind && line["level"] == level);
        found.unwrap()["rate"].clone()
    };
    let intranet = line("/it/platformCoverage", "DISCIPLINE_INTRANET", Value::Null);
    assert_eq!(
        (
            &intranet["value"],
            &intranet["numerator"],
            &intranet["denominator"]
        ),
        (&json!("66.67"), &json!("2"), &json!("3"))
    );
    assert_eq!(intranet["unit"], "PERCENT");
    assert_eq!(intranet["definition"]["code"], "PLATFORM_COVERAGE");
    let video = line(
        "/it/platformCoverage",
        "VIDEO_CONSULTATION",
        json!("COUNTY"),
    );
    assert_eq!(
        (&video["value"], &video["numerator"]),
        (&json!("100"), &json!("3"))
    );
    assert_eq!(
        line("/it/early", "DISCIPLINE_INTRANET", Value::Null)["value"],
        "33.33"
    );
    assert_eq!(
        line("/it/platformCoverage", "STAND_ALONE_SYSTEM", Value::Null)["value"],
        "0"
    );
}

async fn is_refused(house: Arc<House>) {
    let scene = Scene::build(&house).await;
    let attempt = attempt(&scene).await;
    nothing_changed(&house, async {
        attempt.refuses_ids(&["organization"]).await;
        attempt.refuses_dates(&["startsOn"]).await;
        attempt.refuses_others().await;
        let answer = attempt.with("kind", json!("TELEGRAPH")).await;
        answer.refused("BAD_USER_INPUT").of_field("input.kind");
        let answer = attempt.with("startsOn", json!("2999-01-01")).await;
        answer.refused("BAD_USER_INPUT").of_field("input.startsOn");
        let answer = attempt.with("organization", json!(scene.object(0))).await;
        answer
            .refused("GATE")
            .of_field("input.organization")
            .by_gate("NOT_AN_INSPECTION_BODY");
    })
    .await;
    attempt.works().await;
    nothing_changed(&house, async {
        let again = call(
            &scene.office,
            "connectPlatform",
            "platformConnection",
            "",
            attempt.input.clone(),
        )
        .await;
        again
            .refused("GATE")
            .of_field("input.startsOn")
            .by_gate("CONNECTED_ALREADY");
    })
    .await;
}
