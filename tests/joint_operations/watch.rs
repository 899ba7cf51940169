//! Watching joint operations: their sides and who oversees them hear of them, by the rights at delivery; a third agency hears nothing, and
//! what has ended is silent.

use std::{sync::Arc, time::Duration};

use serde_json::{Value, json};
use tokio::time::timeout;

use super::Joint;
use crate::{
    coverage::desk::act,
    server::socket::Socket,
    support::{
        house::{House, Person},
        on_each_database,
    },
};

on_each_database!(
    its_sides_hear_of_it_and_nobody_else,
    results_are_shut_at_delivery,
    an_ended_grant_silences_what_it_opened,
);

const OPERATIONS: &str =
    "subscription {operationChanged(after: 0) {id status steps {totalCount} results {totalCount}}}";

async fn watching(house: &Arc<House>, person: &Person, query: &str) -> Socket {
    let mut socket = Socket::ready(house, &person.token).await;
    socket.say(Socket::subscribe("1", query)).await;
    socket
}

/// The next result, under its field.
async fn told(socket: &mut Socket, field: &str) -> Value {
    let heard = socket.hear().await;
    assert_eq!(heard["type"], "next", "{heard}");
    heard["payload"]["data"][field].clone()
}

async fn hears_nothing(mut socket: Socket) {
    let heard = timeout(Duration::from_millis(1_500), socket.hear()).await;
    assert!(heard.is_err(), "{heard:?}");
}

async fn its_sides_hear_of_it_and_nobody_else(house: Arc<House>) {
    let joint = Joint::open(&house).await;
    let mut sides = Vec::new();
    for person in [&joint.audit, joint.office(), &joint.group()] {
        sides.push(watching(&house, person, OPERATIONS).await);
    }
    let third = watching(&house, &joint.discipline, OPERATIONS).await;
    let operation = joint.requested(joint.input()).await;
    let expected = |status: &str, steps: i64| json!({ "id": operation, "status": status, "steps": { "totalCount": steps }, "results": { "totalCount": 0 } });
    for side in &mut sides {
        assert_eq!(
            told(side, "operationChanged").await,
            expected("REQUESTED", 0)
        );
    }
    let input = json!({ "operation": operation, "on": "2022-03-21" });
    act(
        &joint.audit,
        "agreeToJointOperation",
        "clientMutationId",
        input,
    )
    .await
    .data("/agreeToJointOperation");
    for side in &mut sides {
        assert_eq!(told(side, "operationChanged").await, expected("AGREED", 0));
    }
    joint.planned(&operation).await;
    for side in &mut sides {
        assert_eq!(told(side, "operationChanged").await, expected("AGREED", 1));
    }
    hears_nothing(third).await;
}

async fn results_are_shut_at_delivery(house: Arc<House>) {
    let joint = Joint::open(&house).await;
    let operation = joint.entered(joint.input()).await;
    joint.shared(&operation).await;
    let mut office = watching(&house, joint.office(), OPERATIONS).await;
    // Asked for, agreed, entered twice, shared.
    for _ in 0..5 {
        let heard = told(&mut office, "operationChanged").await;
        assert_eq!(heard["results"], json!({ "totalCount": 1 }));
    }
    joint.reported(&operation).await;
    let heard = told(&mut office, "operationChanged").await;
    assert_eq!(
        (&heard["status"], &heard["results"]["totalCount"]),
        (&json!("REPORTED"), &json!(1))
    );
    joint.close(&operation).await;
    let heard = told(&mut office, "operationChanged").await;
    assert_eq!(
        (&heard["status"], &heard["results"]["totalCount"]),
        (&json!("CLOSED"), &json!(0))
    );
}

async fn an_ended_grant_silences_what_it_opened(house: Arc<House>) {
    let joint = Joint::open(&house).await;
    let inspection = joint.camp.routine("approveInspection").await;
    let operation = joint.entered(joint.input()).await;
    let mut audit = watching(
        &house,
        &joint.audit,
        "subscription {events(after: 0) {action}}",
    )
    .await;
    joint
        .camp
        .step("preInformInspection", &inspection, "2022-03-04")
        .await
        .data("/preInformInspection");
    let mut heard = Vec::new();
    while heard.last() != Some(&json!("preInformInspection")) {
        heard.push(told(&mut audit, "events").await["action"].clone());
    }
    joint.close(&operation).await;
    while heard.last() != Some(&json!("closeJointOperation")) {
        heard.push(told(&mut audit, "events").await["action"].clone());
    }
    joint
        .camp
        .step("withdrawInspection", &inspection, "2022-03-05")
        .await
        .data("/withdrawInspection");
    hears_nothing(audit).await;
}
