//! Delivering nothing any more.

use std::sync::Arc;

use inspectorate::access::policy::{Agency, Role};
use inspectorate_entity::webhooks::webhook;
use sea_orm::EntityTrait;
use serde_json::json;

use super::receiver::{Receiver, look, on, registered, until};
use crate::{
    server::subscriptions::rename,
    support::{contents::nothing_changed, house::House, on_each_database, place::Place},
};

on_each_database!(stays_on_record, the_receiver_may_end_it);

async fn stays_on_record(house: Arc<House>) {
    let mut receiver = Receiver::open().await;
    let house = receiver.house(&house, &[]).await;
    let place = Place::build(&house, "X").await;
    let office = place.person(Agency::Office, Role::Admin);
    let (id, _) = registered(&office, &receiver.url("/a")).await;
    let ended = on(&office, "endWebhook", &id, json!({})).await;
    assert_eq!(ended.data("/endWebhook/webhook/status"), "ENDED");
    keys_are_gone(&house).await;
    rename(&place, "新名称").await;
    receiver.silent().await;
    let webhook = look(&office, &id).await;
    assert_eq!(webhook["url"], json!(receiver.url("/a")));
    let actions = webhook["availableActions"].as_array().unwrap().clone();
    assert!(actions.iter().all(|action| action["enabled"] == false));
    nothing_changed(&house, async {
        for verb in ["endWebhook", "pauseWebhook", "resumeWebhook"] {
            let again = on(&office, verb, &id, json!({})).await;
            again.refused("GATE").by_gate("WRONG_STATE");
        }
        let replay = on(&office, "replayWebhook", &id, json!({ "after": 0 })).await;
        replay.refused("GATE").by_gate("WRONG_STATE");
        let rotate = on(&office, "rotateWebhookSecret", &id, json!({})).await;
        rotate.refused("GATE").by_gate("WRONG_STATE");
    })
    .await;
    house.stop().await;
}

async fn the_receiver_may_end_it(house: Arc<House>) {
    let mut receiver = Receiver::open().await;
    let house = receiver.house(&house, &[]).await;
    let place = Place::build(&house, "X").await;
    let office = place.person(Agency::Office, Role::Admin);
    let (id, _) = registered(&office, &receiver.url("/a")).await;
    receiver.answers(&["410 Gone"]);
    rename(&place, "新名称").await;
    receiver.call().await;
    let ended = until(&office, &id, "status", json!("ENDED")).await;
    assert_eq!(ended["lastError"], "answered 410");
    keys_are_gone(&house).await;
    receiver.silent().await;
    house.stop().await;
}

async fn keys_are_gone(house: &House) {
    let row = webhook::Entity::find().one(&house.database.reader).await;
    let row = row.unwrap().unwrap();
    assert_eq!((row.signing_key.as_str(), row.previous_key), ("", None));
}
