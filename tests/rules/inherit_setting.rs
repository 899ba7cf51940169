//! Going by somebody else's value, and the circle that this must never close.

use std::sync::Arc;

use serde_json::{Value, json};

use super::{
    offices::Offices,
    set_setting::{in_force, set},
};
use crate::support::{
    answer::Answer,
    contents::nothing_changed,
    house::{House, Person},
    on_each_database,
};

on_each_database!(
    the_superiors_value_holds_again,
    a_named_dispatcher_stands_in_place_of_the_superior,
    a_circle_is_refused,
    what_cannot_be_given_up_is_refused,
);

const KEY: &str = "MID_YEAR_CHECK_GRACE_DAYS";

async fn inherit(person: &Person, dispatcher: &str, more: Value) -> Answer {
    let mut input = json!({ "dispatcher": dispatcher, "key": KEY, "reason": "统一口径" });
    for (name, part) in more.as_object().expect("an object") {
        input[name] = part.clone();
    }
    let query = "mutation ($input: InheritSettingInput!) {
      inheritSetting(input: $input) { settingValue { edition origin value source { id } validFrom } event { action } }
    }";
    person.graphql(query, json!({ "input": input })).await
}

async fn the_superiors_value_holds_again(house: Arc<House>) {
    let offices = Offices::open(&house).await;
    let county = &offices.county_id;
    let from = |day: &str| json!({ "validFrom": day });
    set(
        &offices.city,
        &offices.city_id,
        KEY,
        "10",
        from("2022-01-01"),
    )
    .await
    .data("");
    set(&offices.county, county, KEY, "60", from("2022-01-01"))
        .await
        .data("");
    let back = json!({ "replacesEdition": 1, "validFrom": "2023-01-01" });
    let answer = inherit(&offices.county, county, back).await;
    assert_eq!(
        answer.data("/inheritSetting/settingValue"),
        &json!({ "edition": 2, "origin": "SUPERIOR", "value": null, "source": null, "validFrom": "2023-01-01" })
    );
    let read = async |day: &str| in_force(&offices.county, county, KEY, day).await;
    assert_eq!(read("2022-12-31").await, json!(["60", "OWN"]));
    assert_eq!(read("2023-01-01").await, json!(["10", "SUPERIOR"]));
}

async fn a_named_dispatcher_stands_in_place_of_the_superior(house: Arc<House>) {
    let offices = Offices::open(&house).await;
    let zone = offices.second_county(&house).await;
    let from = json!({ "validFrom": "2022-01-01" });
    set(&offices.city, &offices.city_id, KEY, "10", from.clone())
        .await
        .data("");
    set(&offices.county, &offices.county_id, KEY, "60", from)
        .await
        .data("");
    let by_county = json!({ "source": offices.county_id, "validFrom": "2022-03-01" });
    let answer = inherit(&offices.city, &zone, by_county).await;
    assert_eq!(
        answer.data("/inheritSetting/settingValue/source/id"),
        &json!(offices.county_id)
    );
    let read = async |day: &str| in_force(&offices.city, &zone, KEY, day).await;
    assert_eq!(read("2022-02-28").await, json!(["10", "SUPERIOR"]));
    assert_eq!(read("2022-03-01").await, json!(["60", "NAMED"]));
}

async fn a_circle_is_refused(house: Arc<House>) {
    let offices = Offices::open(&house).await;
    let zone = offices.second_county(&house).await;
    let by_county = json!({ "source": offices.county_id, "validFrom": "2022-03-01" });
    inherit(&offices.city, &zone, by_county).await.data("");
    nothing_changed(&house, async {
        let refused = async |dispatcher: &str, source: &str| {
            inherit(&offices.city, dispatcher, json!({ "source": source }))
                .await
                .refused("GATE")
                .by_gate("SETTINGS_CYCLE")
                .of_field("input.source");
        };
        refused(&offices.county_id, &zone).await;
        refused(&offices.county_id, &offices.county_id).await;
        refused(&offices.city_id, &zone).await;
        // The county would stand under the zone that goes by it.
        let input = json!({ "organization": offices.county_id, "version": 1, "parent": zone });
        let query = "mutation ($input: MoveOrganizationInput!) { moveOrganization(input: $input) { organization { id } } }";
        offices
            .city
            .graphql(query, json!({ "input": input }))
            .await
            .refused("GATE")
            .by_gate("SETTINGS_CYCLE")
            .of_field("input.parent");
    })
    .await;
    // Another setting is another matter.
    let answer = set(&offices.city, &zone, "PACE_TOLERANCE", "1", json!({})).await;
    answer.data("");
}

async fn what_cannot_be_given_up_is_refused(house: Arc<House>) {
    let offices = Offices::open(&house).await;
    nothing_changed(&house, async {
        inherit(&offices.county, &offices.county_id, json!({}))
            .await
            .refused("GATE")
            .by_gate("SETTING_INHERITED")
            .of_field("input.key");
        inherit(
            &offices.city,
            &offices.county_id,
            json!({ "source": offices.village_id }),
        )
        .await
        .refused("GATE")
        .by_gate("NOT_A_DISPATCHER")
        .of_field("input.source");
        inherit(&offices.other, &offices.county_id, json!({}))
            .await
            .refused("NOT_FOUND")
            .of_field("input.dispatcher");
        inherit(&offices.audit, &offices.county_id, json!({}))
            .await
            .refused("FORBIDDEN");
    })
    .await;
}
