//! Registering practices: once under a name.

use std::sync::Arc;

use serde_json::{Value, json};

use super::camp::Camp;
use crate::support::{house::House, on_each_database};

on_each_database!(is_registered_once);

/// A practice of the camp's dispatcher.
pub fn practice() -> Value {
    json!({ "name": "听取说明制度", "summary": "反馈前听取被巡察党组织说明。", "on": "2019-01-01" })
}

async fn is_registered_once(house: Arc<House>) {
    let camp = Camp::build(&house).await;
    camp.made("registerPractice", "practice", practice()).await;
    let again = camp
        .refused("registerPractice", "practice", practice())
        .await;
    again.refused("CONFLICT").of_field("input.name");
    let mut future = practice();
    (future["name"], future["on"]) = (json!("室务会制度"), json!("2099-01-01"));
    let answer = camp.refused("registerPractice", "practice", future).await;
    answer.refused("BAD_USER_INPUT").of_field("input.on");
}
