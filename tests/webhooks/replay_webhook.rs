//! Delivering again from a position on.

use std::sync::Arc;

use inspectorate::access::policy::{Agency, Role};
use serde_json::json;

use super::receiver::{Receiver, on, quiet, registered, until};
use crate::{
    server::subscriptions::{rename, rename_on},
    support::{contents::nothing_changed, house::House, on_each_database, place::Place},
};

on_each_database!(comes_again_with_the_same_ids, is_refused);

async fn comes_again_with_the_same_ids(house: Arc<House>) {
    let mut receiver = Receiver::open().await;
    let house = receiver.house(&house, &[]).await;
    let place = Place::build(&house, "X").await;
    let office = place.person(Agency::Office, Role::Admin);
    rename(&place, "新名称").await;
    let (id, _) = registered(&office, &receiver.url("/a")).await;
    rename_on(&place, "又一名称", "2026-02-01").await;
    let mut call = receiver.call().await;
    // What was done before it was registered may or may not have been sealed by then.
    if call.position() == 1 {
        call = receiver.call().await;
    }
    until(&office, &id, "position", json!(call.position())).await;
    let wound = on(&office, "replayWebhook", &id, json!({ "after": 0 })).await;
    assert!(wound.data("/replayWebhook/secret").is_null());
    let (first, second) = (receiver.call().await, receiver.call().await);
    assert_eq!(first.position(), 1);
    assert_eq!(second.id(), call.id());
    assert_ne!(first.id(), second.id());
    receiver.silent().await;
    house.stop().await;
}

async fn is_refused(house: Arc<House>) {
    let (_, office, id) = quiet(&house).await;
    on(&office, "pauseWebhook", &id, json!({}))
        .await
        .data("/pauseWebhook");
    nothing_changed(&house, async {
        for after in [-1, 1_000] {
            let refused = on(&office, "replayWebhook", &id, json!({ "after": after })).await;
            refused.refused("BAD_USER_INPUT").of_field("input.after");
        }
    })
    .await;
}
