//! Delivering what has waited.

use std::sync::Arc;

use inspectorate::access::policy::{Agency, Role};
use serde_json::{Value, json};

use super::receiver::{Receiver, on, quiet, registered, until};
use crate::{
    server::subscriptions::rename,
    support::{contents::nothing_changed, house::House, on_each_database, place::Place},
};

on_each_database!(begins_where_it_failed, is_refused);

/// After the last try in vain it stands in its owner's worklist; resumed, the event that has waited comes first.
async fn begins_where_it_failed(house: Arc<House>) {
    let mut receiver = Receiver::open().await;
    let house = receiver
        .house(&house, &["--webhook-max-attempts", "2"])
        .await;
    let place = Place::build(&house, "X").await;
    let office = place.person(Agency::Office, Role::Admin);
    let (id, _) = registered(&office, &receiver.url("/a")).await;
    receiver.answers(&["500 No", "302 Found\r\nlocation: http://127.0.0.1:1/"]);
    rename(&place, "新名称").await;
    let first = receiver.call().await;
    assert_eq!(receiver.call().await.id(), first.id());
    let failed = until(&office, &id, "status", json!("FAILED")).await;
    assert_eq!(failed["attempts"], 2);
    assert_eq!(failed["lastError"], "answered 302");
    receiver.silent().await;
    let query = "{ worklist { action state recordType record { id } } }";
    let worklist = office.ask(query).await;
    let entry = json!({ "action": "resumeWebhook", "state": "FAILED", "recordType": "Webhook", "record": { "id": id } });
    let listed = worklist.data("/worklist").as_array().unwrap().clone();
    assert!(listed.contains(&entry), "{listed:?}");
    let elsewhere = place.person(Agency::Dispatcher, Role::Admin);
    assert!(!elsewhere.ask(query).await.text.contains("resumeWebhook"));
    on(&office, "resumeWebhook", &id, json!({}))
        .await
        .data("/resumeWebhook");
    assert_eq!(receiver.call().await.id(), first.id());
    let done = until(&office, &id, "lastError", Value::Null).await;
    assert_eq!(done["attempts"], 0, "{done}");
    house.stop().await;
}

async fn is_refused(house: Arc<House>) {
    let (_, office, id) = quiet(&house).await;
    nothing_changed(&house, async {
        let again = on(&office, "resumeWebhook", &id, json!({})).await;
        again.refused("GATE").by_gate("WRONG_STATE");
    })
    .await;
}
