//! Putting a leader in charge of a field.

use std::sync::Arc;

use serde_json::json;

use super::scene::{Attempt, Scene, call, look};
use crate::support::{contents::nothing_changed, house::House, on_each_database};

on_each_database!(is_found_by_organization_and_day, is_refused);

/// The input that works, and what it is about.
async fn attempt(scene: &Scene) -> Attempt<'_> {
    let person = scene.person("P-1", "化名甲").await;
    Attempt {
        scene,
        person: &scene.office,
        verb: "assignPortfolio",
        noun: "leaderPortfolio",
        input: json!({ "dispatcher": scene.dispatcher(), "person": person, "field": "教育", "sectorCode": "education", "organizations": [scene.object(0)], "startsOn": "2021-01-01", "endsOn": "2022-12-31" }),
    }
}

async fn is_found_by_organization_and_day(house: Arc<House>) {
    let scene = Scene::build(&house).await;
    let attempt = attempt(&scene).await;
    let done = attempt.works().await;
    done.data("/done/leaderPortfolio/id");
    let on = |day: &str| format!("leadersInCharge(asOf: \"{day}\") {{ name field isNamed }}");
    let it = look(
        &scene.office,
        "organization",
        &scene.object(0),
        &on("2022-12-31"),
    )
    .await;
    let named = json!([{ "name": "化名甲", "field": "教育", "isNamed": true }]);
    assert_eq!(*it.data("/it/leadersInCharge"), named);
    let it = look(
        &scene.office,
        "organization",
        &scene.object(0),
        &on("2023-01-01"),
    )
    .await;
    assert_eq!(*it.data("/it/leadersInCharge"), json!([]));
    let input = json!({ "organization": scene.object(1), "version": 1, "sectorCode": "education" });
    call(
        &scene.office,
        "reclassifyOrganization",
        "organization",
        "",
        input,
    )
    .await
    .data("/done");
    let input = json!({ "organization": scene.object(1), "version": 2, "dispatcher": scene.dispatcher(), "startsOn": "2020-01-01" });
    call(
        &scene.office,
        "assignOrganization",
        "organization",
        "",
        input,
    )
    .await
    .data("/done");
    let it = look(
        &scene.office,
        "organization",
        &scene.object(1),
        &on("2022-12-31"),
    )
    .await;
    let by_sector = json!([{ "name": "化名甲", "field": "教育", "isNamed": false }]);
    assert_eq!(*it.data("/it/leadersInCharge"), by_sector);
}

async fn is_refused(house: Arc<House>) {
    let scene = Scene::build(&house).await;
    let attempt = attempt(&scene).await;
    nothing_changed(&house, async {
        attempt.refuses_ids(&["dispatcher", "person"]).await;
        attempt.refuses_texts(&["field", "sectorCode"]).await;
        attempt.refuses_dates(&["startsOn", "endsOn"]).await;
        attempt.refuses_others().await;
        let mut empty = attempt.input.clone();
        empty["organizations"] = json!([]);
        empty["sectorCode"] = json!(null);
        let answer = call(attempt.person, attempt.verb, attempt.noun, "", empty).await;
        answer
            .refused("BAD_USER_INPUT")
            .of_field("input.organizations");
        let answer = attempt
            .with(
                "organizations",
                json!([scene.object(0), super::scene::id(&scene.foreign)]),
            )
            .await;
        answer
            .refused("NOT_FOUND")
            .of_field("input.organizations.1");
        let answer = attempt.with("endsOn", json!("2020-12-31")).await;
        answer.refused("BAD_USER_INPUT").of_field("input.endsOn");
    })
    .await;
    attempt.works().await;
}
