//! Withdrawing an indicator that was wrong: it stays on record, counts no more, and the right one can be recorded.

use std::sync::Arc;

use inspectorate::access::policy::Agency;
use serde_json::json;

use super::{camp::Camp, record_elevation_indicator::observed};
use crate::{
    coverage::desk::{act, refused},
    support::{house::House, on_each_database},
};

on_each_database!(makes_room_for_the_right_one, is_for_the_office_once);

async fn makes_room_for_the_right_one(house: Arc<House>) {
    let camp = Camp::pitch(&house).await;
    let wrong = observed(&camp, json!({ "value": 300 })).await;
    let input =
        json!({ "indicator": wrong, "version": 1, "on": "2022-01-10", "reason": "统计口径有误" });
    let fields = "elevationIndicator { withdrawnOn withdrawalReason version }";
    let answer = act(
        &camp.desk.office,
        "withdrawElevationIndicator",
        fields,
        input,
    )
    .await;
    let expected =
        json!({ "withdrawnOn": "2022-01-10", "withdrawalReason": "统计口径有误", "version": 2 });
    assert_eq!(
        *answer.data("/withdrawElevationIndicator/elevationIndicator"),
        expected
    );
    observed(&camp, json!({ "value": 30 })).await;
    let query = "{ elevationIndicators(filter: { withdrawnOn: { isNull: true } }) { nodes { value } } organizations(filter: { code: { eq: \"A\" } }) { nodes { elevationCandidates { reasons { value } } } } }";
    let answer = camp.desk.office.ask(query).await;
    let expected = json!({
        "elevationIndicators": { "nodes": [{ "value": 30 }] },
        "organizations": { "nodes": [{ "elevationCandidates": [{ "reasons": [{ "value": 30 }] }] }] },
    });
    assert_eq!(*answer.data(""), expected);
}

async fn is_for_the_office_once(house: Arc<House>) {
    let camp = Camp::pitch(&house).await;
    let indicator = observed(&camp, json!({})).await;
    let input = |version: i32, on: &str| json!({ "indicator": indicator, "version": version, "on": on, "reason": "统计口径有误" });
    let verb = "withdrawElevationIndicator";
    let fields = "elevationIndicator { id }";
    let office = &camp.desk.office;
    refused(&house, office, verb, fields, input(1, "2021-12-30"))
        .await
        .refused("BAD_USER_INPUT")
        .of_field("input.on");
    camp.desk
        .only(&[Agency::Office], verb, fields, input(1, "2022-01-10"))
        .await;
    act(office, verb, fields, input(1, "2022-01-10"))
        .await
        .data("/withdrawElevationIndicator");
    refused(&house, office, verb, fields, input(2, "2022-01-11"))
        .await
        .refused("GATE")
        .by_gate("ALREADY_ENDED")
        .of_field("input.indicator");
}
