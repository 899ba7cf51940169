//! Ending the registration of an agency.

use std::{sync::Arc, time::Duration};

use inspectorate::access::policy::{Agency, Role};
use serde_json::json;

use super::scene::{Attempt, Scene, call, created, look};
use crate::support::{
    contents::nothing_changed,
    house::{House, Person},
    on_each_database,
};

on_each_database!(stays_on_record, shuts_its_people_out, is_refused);

/// The input that works, and what it is about.
async fn attempt(scene: &Scene) -> Attempt<'_> {
    let input = json!({ "organization": scene.object(2), "agency": "AUDIT", "authority": scene.dispatcher(), "startsOn": "2021-01-01" });
    let subject = created(&scene.office, "registerAgency", "agencyRegistration", input).await;
    Attempt {
        scene,
        person: &scene.office,
        verb: "endAgencyRegistration",
        noun: "agencyRegistration",
        input: json!({ "registration": subject, "version": 1, "endsOn": "2023-06-30" }),
    }
}

async fn stays_on_record(house: Arc<House>) {
    let scene = Scene::build(&house).await;
    let attempt = attempt(&scene).await;
    let done = attempt.works().await;
    let id = done.text_at("/done/agencyRegistration/id");
    let it = look(&scene.office, "agencyRegistration", &id, "endsOn").await;
    assert_eq!(*it.data("/it/endsOn"), json!("2023-06-30"));
    let input = json!({ "registration": id, "version": 2, "endsOn": "2023-07-01" });
    let again = call(attempt.person, attempt.verb, attempt.noun, "", input).await;
    again.refused("GATE").by_gate("ALREADY_ENDED");
}

/// Whoever was let in a moment ago is nobody with the next request; on another instance, as soon as that one has heard of it.
async fn shuts_its_people_out(house: Arc<House>) {
    let scene = Scene::build(&house).await;
    let attempt = attempt(&scene).await;
    let code = &scene.place.objects[2].code;
    let here = house.person(Agency::Audit, code, Role::Viewer);
    let other = House::open_with(house.kind, &house.url, &["--workers", "2"]).await;
    let there = Person {
        house: Arc::new(other),
        token: here.token.clone(),
    };
    const WHO: &str = "{ me { agency } }";
    for person in [&here, &there] {
        assert_eq!(person.ask(WHO).await.status, 200);
    }
    attempt.works().await;
    assert_eq!(here.ask(WHO).await.status, 401);
    let mut status = 200;
    for _ in 0..100 {
        status = there.ask(WHO).await.status;
        if status == 401 {
            break;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    assert_eq!(status, 401, "the other instance never heard of it");
    there.house.stop().await;
}

async fn is_refused(house: Arc<House>) {
    let scene = Scene::build(&house).await;
    let attempt = attempt(&scene).await;
    nothing_changed(&house, async {
        attempt.refuses_ids(&["registration"]).await;
        attempt.refuses_dates(&["endsOn"]).await;
        attempt.refuses_stale().await;
        attempt.refuses_others().await;
        let answer = attempt.with("endsOn", json!("2020-12-31")).await;
        answer.refused("BAD_USER_INPUT").of_field("input.endsOn");
    })
    .await;
    attempt.works().await;
}
