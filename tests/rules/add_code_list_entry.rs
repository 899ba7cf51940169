use std::sync::Arc;

use serde_json::{Value, json};

use super::offices::{Offices, add_list};
use crate::support::{
    answer::Answer,
    contents::nothing_changed,
    house::{House, Person},
    on_each_database,
};

on_each_database!(
    a_code_is_added_and_served_in_both_languages,
    a_shipped_or_superior_list_stays_as_it_is,
    what_cannot_be_a_code_is_refused,
);

const ADD: &str = "mutation ($input: AddCodeListEntryInput!) {
  addCodeListEntry(input: $input) { codeListEntry { id code edition sequence version validFrom } event { action } }
}";

async fn add(person: &Person, list: &str, code: &str, more: Value) -> Answer {
    let mut input = json!({
        "codeList": list, "code": code, "label": "Street trade", "labelZh": "占道经营",
        "definition": "Goods sold in the street.", "source": "本级规定",
    });
    for (name, value) in more.as_object().expect("an object") {
        input[name] = value.clone();
    }
    person.graphql(ADD, json!({ "input": input })).await
}

async fn a_code_is_added_and_served_in_both_languages(house: Arc<House>) {
    let offices = Offices::open(&house).await;
    let list = add_list(&offices.city, &offices.city_id, "OWN_TOPICS").await;
    let list = list.text_at("/addCodeList/codeList/id");
    let first = add(&offices.city, &list, "STREET_TRADE", json!({})).await;
    assert_eq!(
        first.data("/addCodeListEntry/codeListEntry/sequence"),
        &json!(1)
    );
    let second = add(
        &offices.city,
        &list,
        "NOISE",
        json!({ "validFrom": "2024-01-01" }),
    )
    .await;
    assert_eq!(
        second.data("/addCodeListEntry/codeListEntry/sequence"),
        &json!(2)
    );
    let answer = offices
        .county
        .ask(r#"{ vocabulary(name: "OWN_TOPICS") { value label labelZh definition source edition validFrom } }"#)
        .await;
    assert_eq!(
        answer.data("/vocabulary"),
        &json!([
            { "value": "STREET_TRADE", "label": "Street trade", "labelZh": "占道经营", "definition": "Goods sold in the street.",
              "source": "本级规定", "edition": 1, "validFrom": null },
            { "value": "NOISE", "label": "Street trade", "labelZh": "占道经营", "definition": "Goods sold in the street.",
              "source": "本级规定", "edition": 1, "validFrom": "2024-01-01" },
        ])
    );
}

async fn a_shipped_or_superior_list_stays_as_it_is(house: Arc<House>) {
    let offices = Offices::open(&house).await;
    let own = add_list(&offices.city, &offices.city_id, "OWN_TOPICS").await;
    let own = own.text_at("/addCodeList/codeList/id");
    let shipped = offices.list("TOPIC").await;
    nothing_changed(&house, async {
        add(&offices.city, &shipped, "NOISE", json!({}))
            .await
            .refused("GATE")
            .by_gate("SHIPPED_WITH_SERVICE")
            .of_field("input.codeList");
        add(&offices.county, &own, "NOISE", json!({}))
            .await
            .refused("GATE")
            .by_gate("KEPT_BY_SUPERIOR")
            .of_field("input.codeList");
        add(&offices.other, &own, "NOISE", json!({}))
            .await
            .refused("NOT_FOUND")
            .of_field("input.codeList");
    })
    .await;
}

async fn what_cannot_be_a_code_is_refused(house: Arc<House>) {
    let offices = Offices::open(&house).await;
    let list = add_list(&offices.city, &offices.city_id, "OWN_TOPICS").await;
    let list = list.text_at("/addCodeList/codeList/id");
    add(&offices.city, &list, "NOISE", json!({})).await.data("");
    nothing_changed(&house, async {
        let refused = async |code: &str, more: Value, kind: &str, field: &str| {
            add(&offices.city, &list, code, more)
                .await
                .refused(kind)
                .of_field(field);
        };
        refused("NOISE", json!({}), "CONFLICT", "input.code").await;
        refused("noise", json!({}), "BAD_USER_INPUT", "input.code").await;
        refused(
            "A",
            json!({ "sequence": 0 }),
            "BAD_USER_INPUT",
            "input.sequence",
        )
        .await;
        refused(
            "A",
            json!({ "label": " " }),
            "BAD_USER_INPUT",
            "input.label",
        )
        .await;
        refused(
            "A",
            json!({ "validFrom": "2024-13-01" }),
            "BAD_USER_INPUT",
            "input.validFrom",
        )
        .await;
        let backwards = json!({ "validFrom": "2024-02-01", "validTo": "2024-01-31" });
        refused("A", backwards, "BAD_USER_INPUT", "input.validTo").await;
    })
    .await;
}
