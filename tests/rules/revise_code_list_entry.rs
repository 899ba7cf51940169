use std::sync::Arc;

use serde_json::json;

use super::offices::{Offices, add_code};
use crate::support::{
    answer::Answer,
    contents::nothing_changed,
    house::{House, Person},
    on_each_database,
};

on_each_database!(
    a_record_can_keep_the_wording_it_was_coded_with,
    only_what_follows_is_an_edition
);

const REVISE: &str = "mutation ($input: ReviseCodeListEntryInput!) {
  reviseCodeListEntry(input: $input) { codeListEntry { id code edition label validFrom validTo sequence version } }
}";

async fn revise(person: &Person, entry: &str, version: i32, from: &str) -> Answer {
    let input = json!({
        "codeListEntry": entry, "version": version, "label": "Noise at night", "labelZh": "夜间噪声",
        "definition": "Noise after ten.", "source": "修订后的规定", "validFrom": from,
    });
    person.graphql(REVISE, json!({ "input": input })).await
}

async fn a_record_can_keep_the_wording_it_was_coded_with(house: Arc<House>) {
    let offices = Offices::open(&house).await;
    let first = add_code(&offices, "NOISE").await;
    let answer = revise(&offices.city, &first, 1, "2024-07-01").await;
    let next = answer.data("/reviseCodeListEntry/codeListEntry");
    assert_eq!(
        (&next["code"], &next["edition"]),
        (&json!("NOISE"), &json!(2))
    );
    assert_eq!(
        (&next["validFrom"], &next["validTo"]),
        (&json!("2024-07-01"), &json!(null))
    );
    let query = format!(
        r#"{{ codeListEntry(id: "{first}") {{ label edition validTo version history {{ nodes {{ action }} }} }} }}"#
    );
    let kept = offices.city.ask(&query).await;
    let kept = kept.data("/codeListEntry");
    assert_eq!(
        (&kept["label"], &kept["edition"]),
        (&json!("Noise"), &json!(1))
    );
    assert_eq!(
        (&kept["validTo"], &kept["version"]),
        (&json!("2024-06-30"), &json!(2))
    );
}

async fn only_what_follows_is_an_edition(house: Arc<House>) {
    let offices = Offices::open(&house).await;
    let first = add_code(&offices, "NOISE").await;
    let second = revise(&offices.city, &first, 1, "2024-07-01").await;
    let second = second.text_at("/reviseCodeListEntry/codeListEntry/id");
    nothing_changed(&house, async {
        revise(&offices.city, &first, 1, "2024-08-01")
            .await
            .refused("CONFLICT")
            .of_field("input.version");
        revise(&offices.city, &first, 2, "2024-08-01")
            .await
            .refused("GATE")
            .by_gate("EDITION_ENDED");
        revise(&offices.city, &second, 1, "2024-07-01")
            .await
            .refused("BAD_USER_INPUT")
            .of_field("input.validFrom");
        revise(&offices.county, &second, 1, "2024-08-01")
            .await
            .refused("GATE")
            .by_gate("KEPT_BY_SUPERIOR");
        let shipped = offices.entry("TOPIC", "SIX_STABILITIES").await;
        revise(&offices.city, &shipped, 1, "2024-08-01")
            .await
            .refused("GATE")
            .by_gate("SHIPPED_WITH_SERVICE");
    })
    .await;
}
