//! Putting many organizations on the list: all or none.

use std::sync::Arc;

use inspectorate::access::policy::Agency;
use serde_json::json;

use super::desk::{Desk, act, refused};
use crate::support::{house::House, on_each_database};

on_each_database!(lists_all_or_none, is_for_dispatcher_and_office,);

async fn lists_all_or_none(house: Arc<House>) {
    let desk = Desk::open(&house).await;
    let (_, plan) = desk.plan().await;
    let object = |number: usize| json!({ "organization": desk.organization(number), "objectType": "SCHOOL" });
    let list = |objects: Vec<serde_json::Value>| json!({ "plan": plan, "objects": objects });
    let fields = "coveragePlan { objects { totalCount } }";
    let twice = refused(
        &house,
        &desk.office,
        "listObjects",
        fields,
        list(vec![object(0), object(1), object(0)]),
    )
    .await;
    twice
        .refused("GATE")
        .by_gate("OBJECT_LISTED_TWICE")
        .of_field("input.objects.2.organization");
    refused(
        &house,
        &desk.office,
        "listObjects",
        fields,
        list(Vec::new()),
    )
    .await
    .refused("BAD_USER_INPUT")
    .of_field("input.objects");
    refused(
        &house,
        &desk.office,
        "listObjects",
        fields,
        list(vec![object(0); 1001]),
    )
    .await
    .refused("LIMITED")
    .of_field("input.objects");
    let answer = act(
        &desk.office,
        "listObjects",
        fields,
        list(vec![object(0), object(1), object(2)]),
    )
    .await;
    assert_eq!(
        answer.data("/listObjects/coveragePlan/objects/totalCount"),
        3
    );
}

async fn is_for_dispatcher_and_office(house: Arc<House>) {
    let desk = Desk::open(&house).await;
    let (_, plan) = desk.plan().await;
    let input = json!({ "plan": plan, "objects": [{ "organization": desk.organization(0), "objectType": "SCHOOL" }] });
    desk.only(
        &[Agency::Dispatcher, Agency::Office],
        "listObjects",
        "coveragePlan { id }",
        input,
    )
    .await;
}
