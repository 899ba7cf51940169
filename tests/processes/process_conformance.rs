//! How completely closed inspections are recorded.

use std::sync::Arc;

use inspectorate::access::policy::Agency;
use serde_json::json;

use super::shop::{item, three_steps};
use crate::{
    coverage::desk::act,
    inspections::camp::Camp,
    organizations::scene::{id, look},
    support::{house::House, on_each_database},
};

on_each_database!(counts_inspections_with_every_step, is_refused);

async fn counts_inspections_with_every_step(house: Arc<House>) {
    let camp = Camp::pitch(&house).await;
    three_steps(&camp).await;
    let office = &camp.desk.office;
    let city = id(&camp.desk.place.dispatcher);
    let first = camp.propose(json!({})).await;
    let second = camp
        .propose(json!({ "organization": camp.desk.organization(1) }))
        .await;
    camp.approve_round().await;
    for inspection in [&first, &second] {
        camp.carry(inspection, "closeInspection").await;
    }
    for (inspection, codes) in [
        (&first, &["PAPERS_COMPLETE", "EXPLANATION_HEARD"][..]),
        (&second, &["PAPERS_COMPLETE"][..]),
    ] {
        for code in codes {
            let step = item(office, inspection, "INSPECTION_PROCESS", code).await;
            let input = json!({ "inspection": inspection, "item": step, "outcome": "DONE", "on": "2022-05-20" });
            act(
                office,
                "answerChecklistItem",
                "checklistAnswer { id }",
                input,
            )
            .await
            .data("/answerChecklistItem");
        }
    }
    let select = |period: &str| {
        format!(
            "processConformance({period}) {{ closed {{ value }} conforming {{ value numerator denominator definition {{ code }} scope {{ dimension }} }} stepsRecorded {{ numerator denominator }} steps {{ code textZh recorded {{ value numerator denominator }} }} }}"
        )
    };
    let year = select("from: \"2022-01-01\", to: \"2022-12-31\"");
    let answer = look(office, "organization", &city, &year).await;
    let expected = json!({
        "closed": { "value": "2" },
        "conforming": {
            "value": "50", "numerator": "1", "denominator": "2", "definition": { "code": "INSPECTIONS_CONFORMING" },
            "scope": [{ "dimension": "ORGANIZATION" }, { "dimension": "PERIOD" }],
        },
        "stepsRecorded": { "numerator": "5", "denominator": "6" },
        "steps": [
            { "code": "ENTERED", "textZh": "示例条目", "recorded": { "value": "100", "numerator": "2", "denominator": "2" } },
            { "code": "PAPERS_COMPLETE", "textZh": "示例条目", "recorded": { "value": "100", "numerator": "2", "denominator": "2" } },
            { "code": "EXPLANATION_HEARD", "textZh": "示例条目", "recorded": { "value": "50", "numerator": "1", "denominator": "2" } },
        ],
    });
    assert_eq!(*answer.data("/it/processConformance"), expected);
    // Nothing was closed in the year after.
    let later = select("from: \"2023-01-01\", to: \"2023-12-31\"");
    let answer = look(office, "organization", &city, &later).await;
    let none = answer.data("/it/processConformance");
    assert_eq!(none["closed"]["value"], "0");
    assert_eq!(
        (&none["conforming"]["value"], &none["steps"]),
        (&json!(null), &json!([]))
    );
}

async fn is_refused(house: Arc<House>) {
    let camp = Camp::pitch(&house).await;
    let city = id(&camp.desk.place.dispatcher);
    for (period, field) in [
        ("from: \"2022-06-01\", to: \"2022-05-31\"", "to"),
        ("from: \"2022-06-01\", to: \"2999-05-31\"", "to"),
    ] {
        let select = format!("processConformance({period}) {{ closed {{ value }} }}");
        let answer = look(&camp.desk.office, "organization", &city, &select).await;
        answer.refused("BAD_USER_INPUT").of_field(field);
    }
    for agency in [Agency::Discipline, Agency::Audit, Agency::Team] {
        let select = "processConformance(from: \"2022-01-01\") { closed { value } }";
        let answer = look(&camp.viewer(agency), "organization", &city, select).await;
        answer.refused("FORBIDDEN");
    }
}
