//! Villages on the counties' lists: with their own target, rolled up to the city, apart from the city's own figures.

use std::sync::Arc;

use serde_json::json;

use crate::{
    coverage::desk::{Desk, act},
    support::{house::House, on_each_database},
};

on_each_database!(roll_up_to_the_city);

async fn roll_up_to_the_city(house: Arc<House>) {
    let desk = Desk::open(&house).await;
    let (_, plan) = desk.plan().await;
    desk.object(&plan, 0).await;
    let county = desk.county(&house).await;
    let (term, of_county) = county.plan().await;
    for number in [0, 1] {
        let input = json!({ "plan": of_county, "object": { "organization": county.organization(number), "objectType": "VILLAGE_OR_COMMUNITY", "listedOn": "2022-01-10" } });
        act(&county.office, "listObject", "coverageObject { id }", input)
            .await
            .data("/listObject");
    }
    county.object(&of_county, 2).await;
    county.inspect(&term, 0).await;
    let input = json!({ "plan": of_county, "indicator": "VILLAGES_COVERED", "target": 2 });
    act(&county.office, "setPlanTarget", "planTarget { id }", input)
        .await
        .data("/setPlanTarget");
    county.issue(&of_county).await;
    let query = format!(
        "{{ coveragePlan(id: \"{plan}\") {{ ledger(asOf: \"2022-12-31\") {{ total {{ listed {{ value }} }} }} villages(asOf: \"2022-12-31\") {{ listed {{ value }} covered {{ value }} completionRate {{ value }} target byDispatcher {{ name listed {{ value }} covered {{ value }} target }} }} }} }}"
    );
    let answer = desk.office.ask(&query).await;
    let expected = json!({
        "ledger": { "total": { "listed": { "value": "1" } } },
        "villages": {
            "listed": { "value": "2" }, "covered": { "value": "1" }, "completionRate": { "value": "50" }, "target": 2,
            "byDispatcher": [{ "name": "示例县委", "listed": { "value": "2" }, "covered": { "value": "1" }, "target": 2 }],
        },
    });
    assert_eq!(*answer.data("/coveragePlan"), expected);
}
