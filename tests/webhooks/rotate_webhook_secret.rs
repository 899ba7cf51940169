//! Making a new secret.

use std::sync::Arc;

use inspectorate::access::policy::{Agency, Role};
use serde_json::json;

use super::receiver::{Receiver, on, quiet, registered, signature};
use crate::{
    server::subscriptions::{rename, rename_on},
    support::{contents::nothing_changed, house::House, on_each_database, place::Place},
};

on_each_database!(both_sign_for_a_while, is_refused);

async fn both_sign_for_a_while(house: Arc<House>) {
    let mut receiver = Receiver::open().await;
    let house = receiver.house(&house, &[]).await;
    let place = Place::build(&house, "X").await;
    let office = place.person(Agency::Office, Role::Admin);
    let (id, old) = registered(&office, &receiver.url("/a")).await;
    let rotated = on(&office, "rotateWebhookSecret", &id, json!({})).await;
    let new = rotated.text_at("/rotateWebhookSecret/secret");
    assert_ne!(old, new);
    rotated.text_at("/rotateWebhookSecret/webhook/previousUntil");
    rename(&place, "新名称").await;
    let call = receiver.call().await;
    let both = format!("{} {}", signature(&new, &call), signature(&old, &call));
    assert_eq!(call.headers["webhook-signature"], both);
    let input = json!({ "keepOldHours": 0 });
    let rotated = on(&office, "rotateWebhookSecret", &id, input).await;
    let newest = rotated.text_at("/rotateWebhookSecret/secret");
    assert!(
        rotated
            .data("/rotateWebhookSecret/webhook/previousUntil")
            .is_null()
    );
    rename_on(&place, "又一名称", "2026-02-01").await;
    let mut call = receiver.call().await;
    // A call that was under way when the secret changed is made once more.
    if call.headers["webhook-signature"].contains(' ') {
        call = receiver.call().await;
    }
    let one = signature(&newest, &call);
    assert_eq!(call.headers["webhook-signature"], one);
    house.stop().await;
}

async fn is_refused(house: Arc<House>) {
    let (_, office, id) = quiet(&house).await;
    on(&office, "pauseWebhook", &id, json!({}))
        .await
        .data("/pauseWebhook");
    nothing_changed(&house, async {
        for hours in [-1, 169] {
            let input = json!({ "keepOldHours": hours });
            let refused = on(&office, "rotateWebhookSecret", &id, input).await;
            refused
                .refused("BAD_USER_INPUT")
                .of_field("input.keepOldHours");
        }
    })
    .await;
}
