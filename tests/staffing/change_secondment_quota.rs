//! Changing what a unit is to nominate: number, day or both, by whoever sees the version that stands.

use std::sync::Arc;

use inspectorate::access::policy::{Agency, Role};
use serde_json::json;

use super::set_secondment_quota::quota;
use crate::{
    support::{contents::nothing_changed, house::House, on_each_database, place::Place},
    teams::camp::{Camp, call},
};

on_each_database!(changes_what_is_named);

async fn changes_what_is_named(house: Arc<House>) {
    let camp = Camp::build(&house).await;
    let asked = camp
        .made("setSecondmentQuota", "secondmentQuota", quota(&camp))
        .await;
    let verb = "changeSecondmentQuota";
    let few = json!({ "secondmentQuota": asked, "version": 1, "number": 0 });
    let answer = camp.refused(verb, "secondmentQuota", few).await;
    answer.refused("BAD_USER_INPUT").of_field("input.number");
    let stale = json!({ "secondmentQuota": asked, "version": 4, "number": 3 });
    let answer = camp.refused(verb, "secondmentQuota", stale).await;
    answer.refused("CONFLICT").of_field("input.version");
    let input = json!({ "secondmentQuota": asked, "version": 1, "dueOn": "2022-03-20" });
    let department = camp.place.person(Agency::Organization, Role::Handler);
    let answer = call(&department, verb, "secondmentQuota", "number dueOn", input).await;
    let changed = answer.data("/done/secondmentQuota");
    assert_eq!(changed["number"], 2);
    assert_eq!(changed["dueOn"], "2022-03-20");
    let input = json!({ "secondmentQuota": asked, "version": 2, "number": 1 });
    let elsewhere = Place::build(&house, "B").await;
    let stranger = elsewhere.person(Agency::Office, Role::Admin);
    let answer = nothing_changed(&house, call(&stranger, verb, "secondmentQuota", "", input)).await;
    answer
        .refused("NOT_FOUND")
        .of_field("input.secondmentQuota");
}
