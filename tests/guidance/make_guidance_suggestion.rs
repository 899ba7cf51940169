//! Recording suggestions: singly, old problems with their first day; the guided body owes the answer.

use std::sync::Arc;

use inspectorate::access::policy::Agency;
use serde_json::json;

use super::{Guidance, suggestion};
use crate::{
    coverage::desk::{act, refused},
    support::{house::House, on_each_database},
};

on_each_database!(is_owed_by_the_guided, is_refused, is_for_planners);

const FIELDS: &str = "guidanceSuggestion { ordinal status longStanding firstRaisedOn formerHandlers madeOn dueOn daysOpen dispatcher { code } guiding { code } }";

async fn is_owed_by_the_guided(house: Arc<House>) {
    let guidance = Guidance::open(&house).await;
    let visit = guidance.visit().await;
    let answer = act(
        &guidance.city.office,
        "makeGuidanceSuggestion",
        FIELDS,
        suggestion(&visit),
    )
    .await;
    let made = answer.data("/makeGuidanceSuggestion/guidanceSuggestion");
    assert_eq!(made["ordinal"], 1);
    assert_eq!(made["status"], "MADE");
    assert_eq!(made["madeOn"], "2022-05-10");
    assert_eq!(made["formerHandlers"], "原县委巡察办");
    assert_eq!(
        [&made["dispatcher"]["code"], &made["guiding"]["code"]],
        ["A-C", "A"]
    );
    // From 10 May 2020 to today, which only grows.
    assert!(made["daysOpen"].as_i64().expect("days") > 2 * 365);
    let input = json!({ "visit": visit, "content": "另一条建议" });
    let answer = act(
        &guidance.city.office,
        "makeGuidanceSuggestion",
        FIELDS,
        input,
    )
    .await;
    let plain = answer.data("/makeGuidanceSuggestion/guidanceSuggestion");
    assert_eq!(plain["ordinal"], 2);
    assert_eq!(plain["daysOpen"], json!(null));
    let worklist = "{ worklist { recordType action state dueOn record { ... on GuidanceSuggestion { ordinal } } } }";
    let owed = guidance.county.office.ask(worklist).await;
    let expected = json!([
        { "recordType": "GuidanceSuggestion", "action": "answerGuidanceSuggestion", "state": "MADE", "dueOn": "2022-06-10", "record": { "ordinal": 1 } },
        { "recordType": "GuidanceSuggestion", "action": "answerGuidanceSuggestion", "state": "MADE", "dueOn": null, "record": { "ordinal": 2 } },
    ]);
    assert_eq!(*owed.data("/worklist"), expected);
    let owed = guidance.city.office.ask(worklist).await;
    assert_eq!(*owed.data("/worklist"), json!([]));
}

async fn is_refused(house: Arc<House>) {
    let guidance = Guidance::open(&house).await;
    let visit = guidance.visit().await;
    let with = |field: &str, value: serde_json::Value| {
        let mut input = suggestion(&visit);
        input[field] = value;
        input
    };
    for (input, field) in [
        (with("firstRaisedOn", json!(null)), "input.firstRaisedOn"),
        (with("longStanding", json!(false)), "input.firstRaisedOn"),
        (
            with("firstRaisedOn", json!("2022-05-10")),
            "input.firstRaisedOn",
        ),
        (with("madeOn", json!("2022-05-09")), "input.madeOn"),
        (with("madeOn", json!("2999-01-01")), "input.madeOn"),
        (with("dueOn", json!("2022-05-09")), "input.dueOn"),
        (with("content", json!(" ")), "input.content"),
    ] {
        let office = &guidance.city.office;
        let answer = refused(&house, office, "makeGuidanceSuggestion", FIELDS, input).await;
        answer.refused("BAD_USER_INPUT").of_field(field);
    }
    let guided = refused(
        &house,
        &guidance.county.office,
        "makeGuidanceSuggestion",
        FIELDS,
        suggestion(&visit),
    )
    .await;
    guided
        .refused("GATE")
        .by_gate("RECORD_OF_ANOTHER_DISPATCHER")
        .of_field("input.visit");
}

async fn is_for_planners(house: Arc<House>) {
    let guidance = Guidance::open(&house).await;
    let input = suggestion(&guidance.visit().await);
    let those = [Agency::LeadingGroup, Agency::Office];
    guidance
        .city
        .only(
            &those,
            "makeGuidanceSuggestion",
            "guidanceSuggestion { id }",
            input,
        )
        .await;
}
