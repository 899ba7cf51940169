//! What everybody may read of the rules.

use std::{collections::BTreeSet, sync::Arc};

use serde_json::{Value, json};

use super::offices::Offices;
use crate::support::{house::House, on_each_database};

on_each_database!(
    every_coded_word_is_served_in_both_languages,
    no_enum_and_no_list_is_left_out,
    a_named_enum_is_served_alone,
    the_calendar_names_its_notices,
);

async fn every_coded_word_is_served_in_both_languages(house: Arc<House>) {
    let offices = Offices::open(&house).await;
    let answer = offices
        .audit
        .ask("{ vocabulary { vocabulary value label labelZh definition source } }")
        .await;
    let terms = answer
        .data("/vocabulary")
        .as_array()
        .expect("a list")
        .clone();
    assert!(terms.len() > 150, "{}", terms.len());
    for term in &terms {
        for field in ["label", "labelZh", "definition"] {
            let text = term[field].as_str().unwrap_or_default();
            assert!(!text.is_empty(), "{field} of {term}");
        }
    }
    let sector = terms
        .iter()
        .find(|term| term["vocabulary"] == "SECTOR" && term["value"] == "HEALTH");
    assert_eq!(sector.expect("sectors ship")["labelZh"], "卫计系统");
}

async fn a_named_enum_is_served_alone(house: Arc<House>) {
    let offices = Offices::open(&house).await;
    let answer = offices
        .county
        .ask(r#"{ vocabulary(name: "DayKind") { value label labelZh entryId source } none: vocabulary(name: "NO_SUCH") { value } }"#)
        .await;
    assert_eq!(
        answer.data("/vocabulary"),
        &json!([
            { "value": "HOLIDAY", "label": "Holiday", "labelZh": "放假", "entryId": null, "source": null },
            { "value": "MAKEUP_WORKDAY", "label": "Makeup workday", "labelZh": "调休上班", "entryId": null, "source": null },
        ])
    );
    assert_eq!(answer.data("/none"), &json!([]));
}

async fn the_calendar_names_its_notices(house: Arc<House>) {
    let offices = Offices::open(&house).await;
    let answer = offices
        .audit
        .ask(
            r#"{ workdayCalendarDays(filter: { year: { eq: 2026 }, kind: { eq: MAKEUP_WORKDAY } }) {
            totalCount nodes { date source }
        } }"#,
        )
        .await;
    let days = answer.data("/workdayCalendarDays");
    assert_eq!(days["totalCount"], 6);
    let dates: Vec<_> = days["nodes"]
        .as_array()
        .expect("a list")
        .iter()
        .map(|day| day["date"].clone())
        .collect();
    assert_eq!(
        json!(dates),
        json!([
            "2026-01-04",
            "2026-02-14",
            "2026-02-28",
            "2026-05-09",
            "2026-09-20",
            "2026-10-10"
        ])
    );
    let source = days["nodes"][0]["source"].as_str().expect("a text");
    assert!(source.contains("国办发明电〔2025〕7号"), "{source}");
}

/// Whatever the contract calls an enum, and every code of every list, is a term.
async fn no_enum_and_no_list_is_left_out(house: Arc<House>) {
    let offices = Offices::open(&house).await;
    let answer = offices
        .city
        .ask(
            "{ vocabulary { vocabulary value } codeListEntries { totalCount }
              __schema { types { name kind enumValues { name } } } }",
        )
        .await;
    let pair = |term: &Value, of: &str, value: &str| {
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        (text(&term[of]), text(&term[value]))
    };
    let terms = answer.data("/vocabulary").as_array().expect("a list");
    let served: BTreeSet<_> = terms
        .iter()
        .map(|term| pair(term, "vocabulary", "value"))
        .collect();
    let types = answer.data("/__schema/types").as_array().expect("a list");
    let mut enums = 0;
    for ty in types.iter().filter(|ty| ty["kind"] == "ENUM") {
        let name = ty["name"].as_str().unwrap_or_default();
        if name.starts_with("__") {
            continue;
        }
        for value in ty["enumValues"].as_array().into_iter().flatten() {
            enums += 1;
            let value = value["name"].as_str().unwrap_or_default();
            let term = (name.to_owned(), value.to_owned());
            assert!(served.contains(&term), "{term:?}");
        }
    }
    let codes = answer.data("/codeListEntries/totalCount").as_u64();
    let of_lists = terms.len()
        - served
            .iter()
            .filter(|(name, _)| name.chars().any(char::is_lowercase))
            .count();
    assert!(enums > 200, "{enums}");
    assert_eq!(codes, Some(of_lists as u64));
}
