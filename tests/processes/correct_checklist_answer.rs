//! Correcting an answer: by the rules of the first one, and with its history.

use std::sync::Arc;

use inspectorate::access::policy::Agency;
use serde_json::json;

use super::shop::{item, three_steps};
use crate::{
    coverage::desk::{act, refused},
    inspections::camp::Camp,
    support::{house::House, on_each_database},
};

on_each_database!(keeps_what_stood_there, is_for_those_who_inspect);

async fn answered(camp: &Camp) -> String {
    three_steps(camp).await;
    let inspection = camp.routine("approveInspection").await;
    let office = &camp.desk.office;
    let step = item(office, &inspection, "INSPECTION_PROCESS", "PAPERS_COMPLETE").await;
    let input =
        json!({ "inspection": inspection, "item": step, "outcome": "DONE", "on": "2022-05-20" });
    camp.desk
        .made(office, "answerChecklistItem", "checklistAnswer", input)
        .await
}

async fn keeps_what_stood_there(house: Arc<House>) {
    let camp = Camp::pitch(&house).await;
    let answer = answered(&camp).await;
    let office = &camp.desk.office;
    let fields = "checklistAnswer { outcome answeredOn note fileReference version history { nodes { changes { field old new } } } }";
    for (input, code, field) in [
        (
            json!({ "answer": answer, "version": 1, "outcome": "PROBLEM_FOUND" }),
            "BAD_USER_INPUT",
            "input.outcome",
        ),
        (
            json!({ "answer": answer, "version": 1, "outcome": "NOT_APPLICABLE" }),
            "BAD_USER_INPUT",
            "input.note",
        ),
        (
            json!({ "answer": answer, "version": 1, "on": "2022-03-01" }),
            "BAD_USER_INPUT",
            "input.on",
        ),
        (
            json!({ "answer": answer, "version": 7, "note": "x" }),
            "CONFLICT",
            "input.version",
        ),
    ] {
        let refusal = refused(&house, office, "correctChecklistAnswer", fields, input).await;
        refusal.refused(code).of_field(field);
    }
    let input = json!({ "answer": answer, "version": 1, "outcome": "NOT_APPLICABLE", "note": "专项巡察不编制", "on": "2022-05-21" });
    let corrected = act(office, "correctChecklistAnswer", fields, input).await;
    let now = corrected.data("/correctChecklistAnswer/checklistAnswer");
    assert_eq!(now["outcome"], "NOT_APPLICABLE");
    assert_eq!(now["answeredOn"], "2022-05-21");
    assert_eq!(now["version"], 2);
    let changes = now["history"].to_string();
    assert!(
        changes.contains(r#"{"field":"outcome","new":"NOT_APPLICABLE","old":"DONE"}"#),
        "{changes}"
    );
}

async fn is_for_those_who_inspect(house: Arc<House>) {
    let camp = Camp::pitch(&house).await;
    let answer = answered(&camp).await;
    let input = json!({ "answer": answer, "version": 1, "note": "x" });
    camp.desk
        .only(
            &[Agency::Office, Agency::Team],
            "correctChecklistAnswer",
            "checklistAnswer { id }",
            input,
        )
        .await;
}
