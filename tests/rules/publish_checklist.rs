//! Checklists that ship and those of a place.

use std::sync::Arc;

use serde_json::{Value, json};

use super::offices::{Offices, act};
use crate::support::{
    answer::Answer,
    contents::nothing_changed,
    house::{House, Person},
    on_each_database,
};

on_each_database!(
    what_the_sources_print_ships,
    a_new_edition_leaves_the_old_one_readable,
    what_is_no_list_is_refused,
);

async fn publish(person: &Person, dispatcher: &str, more: Value) -> Answer {
    let mut input = json!({
        "dispatcher": dispatcher, "key": "FOUR_MUST_NOTS", "kind": "CONDUCT", "name": "Must-nots", "nameZh": "不得", "source": "本级规定",
        "validFrom": "2022-01-01",
        "items": [
            { "code": "NO_LEAK", "text": "Do not leak.", "textZh": "不得泄密" },
            { "code": "NO_ALCOHOL", "text": "Do not drink on duty.", "textZh": "不得饮酒", "required": false },
        ],
    });
    for (name, part) in more.as_object().expect("an object") {
        input[name] = part.clone();
    }
    let fields = "id edition validFrom items { nodes { code textZh required sequence } }";
    act(person, "publishChecklist", "checklist", fields, input).await
}

async fn what_the_sources_print_ships(house: Arc<House>) {
    let offices = Offices::open(&house).await;
    let query = r#"query ($key: String!) { checklists(filter: { key: { eq: $key } }) { nodes {
        kind dispatcher { id } source objectType sectorCode items { totalCount nodes { textZh } } } } }"#;
    let ask = async |key: &str| {
        let answer = offices.audit.graphql(query, json!({ "key": key })).await;
        answer.data("/checklists/nodes/0").clone()
    };
    let must_nots = ask("FOUR_MUST_NOTS").await;
    assert_eq!(
        (&must_nots["kind"], &must_nots["items"]["totalCount"]),
        (&json!("CONDUCT"), &json!(4))
    );
    assert_eq!(must_nots["items"]["nodes"][1]["textZh"], "不得泄露工作秘密");
    assert_eq!(ask("SIX_NOT_ALLOWEDS").await["items"]["totalCount"], 6);
    let school = ask("SCHOOL_FOCUS").await;
    assert_eq!(
        (&school["sectorCode"], &school["items"]["totalCount"]),
        (&json!("EDUCATION"), &json!(4))
    );
    let enterprise = ask("STATE_ENTERPRISE_FOCUS").await;
    assert_eq!(
        enterprise["items"]["totalCount"], 0,
        "the sources print the name only"
    );
}

async fn a_new_edition_leaves_the_old_one_readable(house: Arc<House>) {
    let offices = Offices::open(&house).await;
    let city = &offices.city_id;
    let answer = publish(&offices.city, city, json!({})).await;
    let first = answer.data("/publishChecklist/checklist").clone();
    assert_eq!(first["edition"], 1);
    assert_eq!(
        first["items"]["nodes"][1],
        json!({ "code": "NO_ALCOHOL", "textZh": "不得饮酒", "required": false, "sequence": 2 })
    );
    let next = json!({
        "replacesEdition": 1, "validFrom": "2023-01-01",
        "items": [{ "code": "NO_LEAK", "text": "Do not leak.", "textZh": "严禁泄密" }],
    });
    let answer = publish(&offices.city, city, next).await;
    assert_eq!(
        answer.data("/publishChecklist/checklist/edition"),
        &json!(2)
    );
    let query = format!(
        r#"{{ checklist(id: {}) {{ validTo items {{ totalCount }} }} }}"#,
        first["id"]
    );
    let old = offices.county.ask(&query).await;
    assert_eq!(
        old.data("/checklist"),
        &json!({ "validTo": "2022-12-31", "items": { "totalCount": 2 } })
    );
    let outside = offices.other.ask(&query).await;
    assert!(outside.data("/checklist").is_null());
}

async fn what_is_no_list_is_refused(house: Arc<House>) {
    let offices = Offices::open(&house).await;
    let city = &offices.city_id;
    publish(&offices.city, city, json!({})).await.data("");
    nothing_changed(&house, async {
        let refused = async |more: Value, code: &str, field: &str| {
            publish(&offices.city, city, more)
                .await
                .refused(code)
                .of_field(field);
        };
        let item = |code: &str| json!({ "code": code, "text": "x", "textZh": "内容" });
        refused(json!({}), "CONFLICT", "input.replacesEdition").await;
        refused(
            json!({ "replacesEdition": 1, "items": [] }),
            "BAD_USER_INPUT",
            "input.items",
        )
        .await;
        refused(
            json!({ "replacesEdition": 1, "items": [item("A"), item("A")] }),
            "BAD_USER_INPUT",
            "input.items",
        )
        .await;
        refused(
            json!({ "replacesEdition": 1, "items": [item("a")] }),
            "BAD_USER_INPUT",
            "input.items.0.code",
        )
        .await;
        refused(
            json!({ "replacesEdition": 1 }),
            "BAD_USER_INPUT",
            "input.validFrom",
        )
        .await;
        refused(json!({ "key": "four" }), "BAD_USER_INPUT", "input.key").await;
        publish(&offices.county, city, json!({}))
            .await
            .refused("NOT_FOUND");
        publish(&offices.audit, city, json!({}))
            .await
            .refused("FORBIDDEN");
    })
    .await;
}
