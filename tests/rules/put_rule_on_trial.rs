//! Rules are tried out.

use std::sync::Arc;

use serde_json::json;

use super::{
    offices::{Offices, act, caused, inventoried},
    set_setting::set,
};
use crate::support::{contents::nothing_changed, house::House, on_each_database};

on_each_database!(
    is_reviewed_by_the_setting_of_its_place,
    what_cannot_be_tried_is_refused
);

async fn is_reviewed_by_the_setting_of_its_place(house: Arc<House>) {
    let offices = Offices::open(&house).await;
    let from = json!({ "validFrom": "2020-01-01" });
    set(
        &offices.city,
        &offices.city_id,
        "TRIAL_REVIEW_MONTHS",
        "12",
        from,
    )
    .await
    .data("");
    let rule = inventoried(
        &offices.county,
        &offices.county_id,
        "评价办法（试行）",
        caused(),
    )
    .await;
    let input = json!({ "rule": rule, "version": 1, "issuedOn": "2022-01-31" });
    let fields = "status effectiveOn reviewDueOn trialOverdue(asOf: \"2023-02-01\") now: trialOverdue(asOf: \"2023-01-31\")";
    let answer = act(
        &offices.county,
        "putRuleOnTrial",
        "ruleDocument",
        fields,
        input,
    )
    .await;
    assert_eq!(
        answer.data("/putRuleOnTrial/ruleDocument"),
        &json!({ "status": "ON_TRIAL", "effectiveOn": "2022-01-31", "reviewDueOn": "2023-01-31", "trialOverdue": true, "now": false })
    );
    let overdue = r#"{ ruleDocuments(filter: { status: { eq: ON_TRIAL }, reviewDueOn: { lt: "2023-02-01" } }) { totalCount } }"#;
    let answer = offices.city.ask(overdue).await;
    assert_eq!(answer.data("/ruleDocuments/totalCount"), &json!(1));
    let owed = "{ worklist { recordType action state dueOn record { id } } }";
    let list = offices.county.ask(owed).await;
    assert_eq!(
        list.data("/worklist"),
        &json!([{ "recordType": "RuleDocument", "action": "establishRule", "state": "ON_TRIAL", "dueOn": "2023-01-31", "record": { "id": rule } }]),
        "its own office owes the review"
    );
    let list = offices.city.ask(owed).await;
    assert_eq!(list.data("/worklist"), &json!([]), "and nobody above");
    // Turned into a formal rule, nothing is overdue any more.
    let input = json!({ "rule": rule, "version": 2, "effectiveOn": "2023-03-01" });
    let fields = "status effectiveOn trialOverdue issuedOn";
    let answer = act(
        &offices.county,
        "establishRule",
        "ruleDocument",
        fields,
        input,
    )
    .await;
    assert_eq!(
        answer.data("/establishRule/ruleDocument"),
        &json!({ "status": "FORMAL", "effectiveOn": "2023-03-01", "trialOverdue": false, "issuedOn": "2022-01-31" })
    );
    let list = offices.county.ask(owed).await;
    assert_eq!(list.data("/worklist"), &json!([]));
}

async fn what_cannot_be_tried_is_refused(house: Arc<House>) {
    let offices = Offices::open(&house).await;
    let rule = inventoried(&offices.city, &offices.city_id, "某办法", caused()).await;
    let groundless = inventoried(&offices.city, &offices.city_id, "无依据", json!({})).await;
    nothing_changed(&house, async {
        let attempt = async |input| {
            act(&offices.city, "putRuleOnTrial", "ruleDocument", "id", input).await
        };
        attempt(json!({ "rule": rule, "version": 1, "issuedOn": "2022-01-31", "reviewDueOn": "2022-01-01" }))
            .await
            .refused("BAD_USER_INPUT")
            .of_field("input.reviewDueOn");
        attempt(json!({ "rule": rule, "version": 1, "issuedOn": "2022-01-31", "issuedYear": 2021 }))
            .await
            .refused("BAD_USER_INPUT")
            .of_field("input.issuedYear");
        attempt(json!({ "rule": groundless, "version": 1, "issuedYear": 2021 }))
            .await
            .refused("GATE")
            .by_gate("RULE_WITHOUT_GROUND");
        let input = json!({ "rule": rule, "version": 1, "issuedYear": 2021 });
        act(&offices.audit, "putRuleOnTrial", "ruleDocument", "id", input)
            .await
            .refused("FORBIDDEN");
    })
    .await;
}
