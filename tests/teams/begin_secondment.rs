//! Letting a person begin: once cleared, within the days.

use std::sync::Arc;

use inspectorate::access::policy::{Agency, Role};
use serde_json::json;

use super::{
    camp::{Camp, call, id},
    secondment_camp::{nominated, step, up_to},
};
use crate::support::{contents::nothing_changed, house::House, on_each_database};

on_each_database!(takes_the_step_once, needs_the_power_where_that_is_set);

async fn takes_the_step_once(house: Arc<House>) {
    let camp = Camp::build(&house).await;
    let secondment = nominated(&camp, "示例人员").await;
    up_to(&camp, &secondment, "clearSecondment").await;
    let late = nothing_changed(
        &house,
        step(&camp, "beginSecondment", &secondment, "2022-07-01"),
    )
    .await;
    late.refused("BAD_USER_INPUT").of_field("input.on");
    let answer = step(&camp, "beginSecondment", &secondment, "2022-04-02").await;
    assert_eq!(answer.data("/done/secondment/status"), "IN_SERVICE");
    let again = nothing_changed(
        &house,
        step(&camp, "beginSecondment", &secondment, "2022-04-02"),
    )
    .await;
    again.refused("GATE").by_gate("WRONG_STATE");
}

/// By setting, the office takes people on only while it holds a power over people.
async fn needs_the_power_where_that_is_set(house: Arc<House>) {
    let camp = Camp::build(&house).await;
    let secondment = nominated(&camp, "示例人员").await;
    up_to(&camp, &secondment, "clearSecondment").await;
    let keeper = camp.place.person(Agency::Office, Role::Admin);
    let set = json!({ "dispatcher": id(&camp.place.dispatcher), "key": "SECONDMENT_NEEDS_POWER", "value": "true", "reason": "本级规定" });
    call(&keeper, "setSetting", "settingValue", "", set)
        .await
        .data("/done");
    let body = "{ organizations(filter: { code: { eq: \"A-OFFICE\" } }) { nodes { id } } }";
    let body = camp
        .office
        .ask(body)
        .await
        .text_at("/organizations/nodes/0/id");
    let power = |kind: &str, first: &str, last: Option<&str>| json!({ "organization": body, "kind": kind, "scope": "抽调", "grantedBy": id(&camp.place.dispatcher), "startsOn": first, "endsOn": last });
    for (kind, first, last) in [
        ("MONEY", "2021-01-01", None),
        ("PEOPLE", "2021-01-01", Some("2022-04-01")),
    ] {
        let input = power(kind, first, last);
        call(
            &camp.dispatcher,
            "delegatePower",
            "delegatedPower",
            "",
            input,
        )
        .await
        .data("/done");
        let begin = step(&camp, "beginSecondment", &secondment, "2022-04-02");
        let refused = nothing_changed(&house, begin).await;
        refused
            .refused("GATE")
            .by_gate("POWER_NOT_HELD")
            .of_field("input.secondment");
    }
    let input = power("PEOPLE", "2022-04-02", None);
    call(
        &camp.dispatcher,
        "delegatePower",
        "delegatedPower",
        "",
        input,
    )
    .await
    .data("/done");
    let begun = step(&camp, "beginSecondment", &secondment, "2022-04-02").await;
    assert_eq!(begun.data("/done/secondment/status"), "IN_SERVICE");
}
