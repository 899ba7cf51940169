//! Settings that places decide for themselves and inherit otherwise.

use std::sync::Arc;

use inspectorate_entity::{rules::setting_value::SettingKey, vocabulary::Vocabulary};
use serde_json::{Value, json};

use super::offices::Offices;
use crate::support::{
    answer::Answer,
    contents::nothing_changed,
    house::{House, Person},
    on_each_database,
};

on_each_database!(
    the_nearest_value_is_in_force,
    what_held_before_stays_on_record,
    every_setting_says_what_it_is,
    what_cannot_be_a_value_is_refused,
);

/// Set `key` of `dispatcher` to `value`, with `more` beside it.
pub async fn set(person: &Person, dispatcher: &str, key: &str, value: &str, more: Value) -> Answer {
    let mut input =
        json!({ "dispatcher": dispatcher, "key": key, "value": value, "reason": "本级规定" });
    for (name, part) in more.as_object().expect("an object") {
        input[name] = part.clone();
    }
    let query = "mutation ($input: SetSettingInput!) {
      setSetting(input: $input) { settingValue { id edition origin value validFrom validTo setBy reason } event { action } }
    }";
    person.graphql(query, json!({ "input": input })).await
}

/// Value and origin of `key` as `person` reads it of `dispatcher` on a day.
pub async fn in_force(person: &Person, dispatcher: &str, key: &str, day: &str) -> Value {
    let query = "query ($id: ID!, $key: SettingKey, $day: Date) {
      organization(id: $id) { settings(key: $key, asOf: $day) { value origin } }
    }";
    let variables = json!({ "id": dispatcher, "key": key, "day": day });
    let answer = person.graphql(query, variables).await;
    let setting = answer.data("/organization/settings/0");
    json!([setting["value"], setting["origin"]])
}

async fn the_nearest_value_is_in_force(house: Arc<House>) {
    let offices = Offices::open(&house).await;
    let (city, county) = (&offices.city_id, &offices.county_id);
    let key = "PACE_TOLERANCE";
    let read =
        async |dispatcher: &str, day: &str| in_force(&offices.city, dispatcher, key, day).await;
    assert_eq!(
        read(county, "2022-06-01").await,
        json!(["5", null]),
        "as shipped"
    );
    let from = json!({ "validFrom": "2022-01-01" });
    let answer = set(&offices.city, city, key, "3.50", from).await;
    assert_eq!(answer.data("/setSetting/settingValue/value"), "3.5");
    assert_eq!(answer.data("/setSetting/event/action"), "setSetting");
    assert_eq!(read(city, "2022-06-01").await, json!(["3.5", "OWN"]));
    assert_eq!(read(county, "2022-06-01").await, json!(["3.5", "SUPERIOR"]));
    let from = json!({ "validFrom": "2022-05-01" });
    set(&offices.county, county, key, "10", from).await.data("");
    assert_eq!(read(county, "2022-04-30").await, json!(["3.5", "SUPERIOR"]));
    assert_eq!(read(county, "2022-05-01").await, json!(["10", "OWN"]));
    assert_eq!(read(county, "2021-12-31").await, json!(["5", null]));
    assert_eq!(read(city, "2022-05-01").await, json!(["3.5", "OWN"]));
    // What a superior set is there for those below to read, though not whose it is.
    let answer = offices.county.ask(
        "{ settingValues(orderBy: [{ field: VALID_FROM, direction: ASC }]) { totalCount nodes { key value dispatcher { id } } } }",
    );
    let answer = answer.await;
    let values = answer.data("/settingValues/nodes");
    assert_eq!(
        values[0],
        json!({ "key": key, "value": "3.5", "dispatcher": null })
    );
    assert_eq!(
        values[1],
        json!({ "key": key, "value": "10", "dispatcher": { "id": county } })
    );
    let answer = offices.other.ask("{ settingValues { totalCount } }").await;
    assert_eq!(answer.data("/settingValues/totalCount"), &json!(0));
}

async fn what_held_before_stays_on_record(house: Arc<House>) {
    let offices = Offices::open(&house).await;
    let (city, key) = (&offices.city_id, "SPECIAL_COUNTS_AS_ROUTINE");
    let first = json!({ "validFrom": "2021-01-01" });
    set(&offices.city, city, key, "true", first).await.data("");
    let second = json!({ "validFrom": "2023-01-01", "replacesEdition": 1, "reason": "换届" });
    let answer = set(&offices.city, city, key, "false", second).await;
    assert_eq!(answer.data("/setSetting/settingValue/edition"), &json!(2));
    assert_eq!(answer.data("/setSetting/settingValue/setBy"), "测试员");
    let query = format!(
        r#"{{ organization(id: "{city}") {{ settingValues(orderBy: [{{ field: EDITION, direction: ASC }}]) {{ nodes {{
            value validFrom validTo reason history {{ totalCount }} }} }} }} }}"#
    );
    let answer = offices.city.ask(&query).await;
    assert_eq!(
        answer.data("/organization/settingValues/nodes"),
        &json!([
            { "value": "true", "validFrom": "2021-01-01", "validTo": "2022-12-31", "reason": "本级规定", "history": { "totalCount": 2 } },
            { "value": "false", "validFrom": "2023-01-01", "validTo": null, "reason": "换届", "history": { "totalCount": 1 } },
        ])
    );
    let read = async |day: &str| in_force(&offices.audit, city, key, day).await;
    assert_eq!(read("2022-12-31").await, json!(["true", "OWN"]));
    assert_eq!(read("2023-01-01").await, json!(["false", "OWN"]));
}

async fn every_setting_says_what_it_is(house: Arc<House>) {
    let offices = Offices::open(&house).await;
    let query = format!(
        r#"{{ organization(id: "{}") {{ settings {{
            key description labelZh kind minimum maximum choices {{ value labelZh }} defaultValue defaultSource governs governsZh
            value origin setByDispatcher settingValueId }} }} }}"#,
        offices.city_id
    );
    let answer = offices.audit.ask(&query).await;
    let settings = answer.data("/organization/settings");
    let settings = settings.as_array().expect("a list");
    assert_eq!(settings.len(), SettingKey::variants().len());
    for setting in settings {
        for text in [
            "description",
            "labelZh",
            "governs",
            "governsZh",
            "defaultSource",
        ] {
            assert!(
                setting[text].as_str().is_some_and(|text| !text.is_empty()),
                "{text} of {setting}"
            );
        }
        assert_eq!(setting["value"], setting["defaultValue"]);
        assert!(setting["settingValueId"].is_null());
    }
    let when = settings
        .iter()
        .find(|setting| setting["key"] == "COVERED_WHEN");
    let when = when.expect("it ships");
    assert_eq!(when["kind"], "ONE_OF");
    assert_eq!(when["choices"].as_array().map(Vec::len), Some(3));
}

async fn what_cannot_be_a_value_is_refused(house: Arc<House>) {
    let offices = Offices::open(&house).await;
    let (city, key) = (&offices.city_id, "MINIMUM_INTERVAL_MONTHS");
    let first = json!({ "validFrom": "2022-01-01" });
    set(&offices.city, city, key, "24", first).await.data("");
    nothing_changed(&house, async {
        let refused = async |key: &str, value: &str, more: Value, code: &str, field: &str| {
            set(&offices.city, city, key, value, more)
                .await
                .refused(code)
                .of_field(field);
        };
        refused(key, "12", json!({}), "CONFLICT", "input.replacesEdition").await;
        let second = json!({ "replacesEdition": 1 });
        for wrong in ["121", "-1", "1.5", "a year"] {
            refused(key, wrong, second.clone(), "BAD_USER_INPUT", "input.value").await;
        }
        let early = json!({ "replacesEdition": 1, "validFrom": "2022-01-01" });
        refused(key, "12", early, "BAD_USER_INPUT", "input.validFrom").await;
        refused("NO_SUCH", "1", json!({}), "BAD_USER_INPUT", "input.key").await;
        set(&offices.city, &offices.village_id, key, "12", json!({}))
            .await
            .refused("GATE")
            .by_gate("NOT_A_DISPATCHER")
            .of_field("input.dispatcher");
        set(&offices.county, city, key, "12", second.clone())
            .await
            .refused("NOT_FOUND")
            .of_field("input.dispatcher");
        set(&offices.audit, city, key, "12", second)
            .await
            .refused("FORBIDDEN");
    })
    .await;
}
