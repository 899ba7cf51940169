//! Registering an organization as an agency.

use std::sync::Arc;

use inspectorate::access::policy::{Agency, Role};
use serde_json::json;

use super::scene::{Attempt, Scene};
use crate::support::{contents::nothing_changed, house::House, on_each_database};

on_each_database!(lets_its_people_in, is_refused);

/// The input that works, and what it is about.
async fn attempt(scene: &Scene) -> Attempt<'_> {
    Attempt {
        scene,
        person: &scene.office,
        verb: "registerAgency",
        noun: "agencyRegistration",
        input: json!({ "organization": scene.object(2), "agency": "AUDIT", "authority": scene.dispatcher(), "startsOn": "2021-01-01" }),
    }
}

async fn lets_its_people_in(house: Arc<House>) {
    let scene = Scene::build(&house).await;
    let attempt = attempt(&scene).await;
    let done = attempt.works().await;
    done.data("/done/agencyRegistration/id");
    let code = scene.place.objects[2].code.clone();
    let auditor = house.person(Agency::Audit, &code, Role::Viewer);
    let seen = auditor.ask("{ organizations { totalCount } }").await;
    assert!(*seen.data("/organizations/totalCount") != json!(0));
    let stranger = house.person(Agency::Discipline, &code, Role::Viewer);
    stranger
        .ask("{ organizations { totalCount } }")
        .await
        .refused("UNAUTHENTICATED");
}

async fn is_refused(house: Arc<House>) {
    let scene = Scene::build(&house).await;
    let attempt = attempt(&scene).await;
    nothing_changed(&house, async {
        attempt.refuses_ids(&["organization", "authority"]).await;
        attempt.refuses_texts(&["sectorCode"]).await;
        attempt.refuses_dates(&["startsOn", "endsOn"]).await;
        attempt.refuses_others().await;
        let answer = attempt.with("endsOn", json!("2020-12-31")).await;
        answer.refused("BAD_USER_INPUT").of_field("input.endsOn");
    })
    .await;
    attempt.works().await;
    nothing_changed(&house, async {
        let again = attempt.with("startsOn", json!("2022-01-01")).await;
        again
            .refused("GATE")
            .of_field("input.startsOn")
            .by_gate("AGENCY_REGISTERED_ALREADY");
    })
    .await;
}
