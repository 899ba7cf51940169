use std::sync::Arc;

use serde_json::json;

use super::offices::{Offices, add_list};
use crate::support::{contents::nothing_changed, house::House, on_each_database};

on_each_database!(
    a_dispatcher_fills_a_formula_that_ships_empty,
    a_list_is_known_below_and_not_beside,
    what_cannot_be_a_list_is_refused,
);

async fn a_dispatcher_fills_a_formula_that_ships_empty(house: Arc<House>) {
    let offices = Offices::open(&house).await;
    let answer = add_list(&offices.city, &offices.city_id, "FOUR_IMPLEMENTATIONS").await;
    let list = answer.data("/addCodeList");
    assert_eq!(list["codeList"]["key"], "FOUR_IMPLEMENTATIONS");
    assert_eq!(list["codeList"]["nameZh"], "四个落实");
    assert_eq!(list["codeList"]["version"], 1);
    assert_eq!(list["event"]["action"], "addCodeList");
    let answer = offices
        .city
        .ask(r#"{ codeLists(filter: { key: { eq: "FOUR_IMPLEMENTATIONS" } }) { totalCount } }"#)
        .await;
    assert_eq!(answer.data("/codeLists/totalCount"), &json!(2));
}

async fn a_list_is_known_below_and_not_beside(house: Arc<House>) {
    let offices = Offices::open(&house).await;
    add_list(&offices.city, &offices.city_id, "OWN_TOPICS")
        .await
        .data("");
    let count = r#"{ codeLists(filter: { key: { eq: "OWN_TOPICS" } }) { totalCount } }"#;
    for (person, seen) in [
        (&offices.city, 1),
        (&offices.county, 1),
        (&offices.other, 0),
    ] {
        let answer = person.ask(count).await;
        assert_eq!(answer.data("/codeLists/totalCount"), &json!(seen));
    }
}

async fn what_cannot_be_a_list_is_refused(house: Arc<House>) {
    let offices = Offices::open(&house).await;
    add_list(&offices.city, &offices.city_id, "OWN_TOPICS")
        .await
        .data("");
    nothing_changed(&house, async {
        let add = async |key: &str| add_list(&offices.city, &offices.city_id, key).await;
        add("OWN_TOPICS")
            .await
            .refused("CONFLICT")
            .of_field("input.key");
        add("own topics")
            .await
            .refused("BAD_USER_INPUT")
            .of_field("input.key");
        add("")
            .await
            .refused("BAD_USER_INPUT")
            .of_field("input.key");
        add_list(&offices.audit, &offices.city_id, "OTHER")
            .await
            .refused("FORBIDDEN");
        add_list(&offices.other, &offices.city_id, "OTHER")
            .await
            .refused("NOT_FOUND")
            .of_field("input.dispatcher");
    })
    .await;
}
