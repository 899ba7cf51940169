//! Letting the events of a webhook wait.

use std::sync::Arc;

use inspectorate::access::policy::{Agency, Role};
use serde_json::json;

use super::receiver::{Receiver, look, on, quiet, registered, until};
use crate::{
    server::subscriptions::rename,
    support::{contents::nothing_changed, house::House, on_each_database, place::Place},
};

on_each_database!(is_silent, is_refused);

/// Nothing is called while it is paused, and nothing is lost.
async fn is_silent(house: Arc<House>) {
    let mut receiver = Receiver::open().await;
    let house = receiver.house(&house, &[]).await;
    let place = Place::build(&house, "X").await;
    let office = place.person(Agency::Office, Role::Admin);
    let (id, _) = registered(&office, &receiver.url("/a")).await;
    let paused = on(&office, "pauseWebhook", &id, json!({})).await;
    assert_eq!(paused.data("/pauseWebhook/webhook/status"), "PAUSED");
    assert!(paused.data("/pauseWebhook/secret").is_null());
    rename(&place, "新名称").await;
    receiver.silent().await;
    assert_eq!(look(&office, &id).await["attempts"], 0);
    on(&office, "resumeWebhook", &id, json!({}))
        .await
        .data("/resumeWebhook");
    let call = receiver.call().await;
    assert_eq!(call.body["data"]["action"], "renameOrganization");
    until(&office, &id, "status", json!("ACTIVE")).await;
    house.stop().await;
}

async fn is_refused(house: Arc<House>) {
    let (place, office, id) = quiet(&house).await;
    on(&office, "pauseWebhook", &id, json!({}))
        .await
        .data("/pauseWebhook");
    nothing_changed(&house, async {
        let again = on(&office, "pauseWebhook", &id, json!({})).await;
        again.refused("GATE").by_gate("WRONG_STATE");
        let stale = on(&office, "resumeWebhook", &id, json!({ "version": 1 })).await;
        stale.refused("CONFLICT").of_field("input.version");
        let reader = place.person(Agency::Office, Role::Approver);
        let refused = on(&reader, "resumeWebhook", &id, json!({})).await;
        refused.refused("FORBIDDEN");
    })
    .await;
}
