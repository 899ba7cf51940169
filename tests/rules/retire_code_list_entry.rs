use std::sync::Arc;

use serde_json::json;

use super::offices::{Offices, act, add_code, add_list, inventoried};
use crate::support::{
    answer::Answer,
    contents::nothing_changed,
    house::{House, Person},
    on_each_database,
};

on_each_database!(
    a_retired_code_stays_readable,
    a_code_ends_once_and_not_before_it_began,
    a_code_in_use_is_not_retired,
);

const RETIRE: &str = "mutation ($input: RetireCodeListEntryInput!) {
  retireCodeListEntry(input: $input) { codeListEntry { id code validTo version } event { action } }
}";

async fn retire(person: &Person, entry: &str, version: i32, to: &str) -> Answer {
    let input = json!({ "codeListEntry": entry, "version": version, "validTo": to });
    person.graphql(RETIRE, json!({ "input": input })).await
}

async fn a_retired_code_stays_readable(house: Arc<House>) {
    let offices = Offices::open(&house).await;
    let entry = add_code(&offices, "NOISE").await;
    let answer = retire(&offices.city, &entry, 1, "2025-12-31").await;
    let ended = answer.data("/retireCodeListEntry/codeListEntry");
    assert_eq!(
        (&ended["validTo"], &ended["version"]),
        (&json!("2025-12-31"), &json!(2))
    );
    let query = format!(r#"{{ codeListEntry(id: "{entry}") {{ code validTo }} }}"#);
    let kept = offices.county.ask(&query).await;
    assert_eq!(
        kept.data("/codeListEntry"),
        &json!({ "code": "NOISE", "validTo": "2025-12-31" })
    );
}

async fn a_code_ends_once_and_not_before_it_began(house: Arc<House>) {
    let offices = Offices::open(&house).await;
    let entry = add_code(&offices, "NOISE").await;
    nothing_changed(&house, async {
        retire(&offices.city, &entry, 1, "1999-12-31")
            .await
            .refused("BAD_USER_INPUT")
            .of_field("input.validTo");
        retire(&offices.city, &entry, 7, "2025-12-31")
            .await
            .refused("CONFLICT")
            .of_field("input.version");
        retire(&offices.audit, &entry, 1, "2025-12-31")
            .await
            .refused("FORBIDDEN");
    })
    .await;
    retire(&offices.city, &entry, 1, "2025-12-31")
        .await
        .data("");
    nothing_changed(&house, async {
        retire(&offices.city, &entry, 2, "2026-12-31")
            .await
            .refused("GATE")
            .by_gate("EDITION_ENDED");
    })
    .await;
}

async fn a_code_in_use_is_not_retired(house: Arc<House>) {
    let offices = Offices::open(&house).await;
    let code = async |list: &str, code: &str| {
        let list = add_list(&offices.city, &offices.city_id, list).await;
        let list = list.text_at("/addCodeList/codeList/id");
        let input = json!({
            "codeList": list, "code": code, "label": "Own", "labelZh": "自定", "definition": "Own.", "source": "本级规定",
        });
        let answer = act(
            &offices.city,
            "addCodeListEntry",
            "codeListEntry",
            "id",
            input,
        )
        .await;
        answer.text_at("/addCodeListEntry/codeListEntry/id")
    };
    let process = code("GOVERNED_PROCESS", "OWN_PROCESS").await;
    let sector = code("SECTOR", "OWN_SECTOR").await;
    let governed = json!({ "governs": process });
    let rule = inventoried(&offices.city, &offices.city_id, "某办法", governed).await;
    let input =
        json!({ "organization": offices.county_id, "version": 1, "sectorCode": "OWN_SECTOR" });
    let answer = act(
        &offices.city,
        "reclassifyOrganization",
        "organization",
        "sectorCode",
        input,
    )
    .await;
    answer.data("");
    nothing_changed(&house, async {
        for entry in [&process, &sector] {
            retire(&offices.city, entry, 1, "2999-12-31")
                .await
                .refused("GATE")
                .by_gate("CODE_IN_USE")
                .of_field("input.codeListEntry");
        }
    })
    .await;
    let input = json!({ "rule": rule, "version": 1, "endedOn": "2022-12-31", "reason": "过时" });
    let ended = act(&offices.city, "abolishRule", "ruleDocument", "id", input).await;
    ended.data("");
    let answer = retire(&offices.city, &process, 1, "2999-12-31").await;
    answer.data("");
}
