//! Measures are done once.

use std::sync::Arc;

use serde_json::json;

use super::offices::{Offices, act, asked};
use crate::support::{contents::nothing_changed, house::House, on_each_database};

on_each_database!(is_done_once_and_not_before_it_was_set);

async fn is_done_once_and_not_before_it_was_set(house: Arc<House>) {
    let offices = Offices::open(&house).await;
    let requirement = asked(&offices.city, &offices.city_id, "指导督导").await;
    let input = json!({ "requirement": requirement, "aspect": "规范化", "content": "完善流程", "setOn": "2022-02-01" });
    let noun = "improvementMeasure";
    let set = act(&offices.city, "addImprovementMeasure", noun, "id", input).await;
    let measure = set.text_at("/addImprovementMeasure/improvementMeasure/id");
    let complete = async |version: i32, on: &str| {
        let input = json!({ "improvementMeasure": measure, "version": version, "doneOn": on, "result": "已完成" });
        let fields = "doneOn result version";
        act(
            &offices.city,
            "completeImprovementMeasure",
            noun,
            fields,
            input,
        )
        .await
    };
    nothing_changed(&house, async {
        for day in ["2022-01-31", "2999-01-01"] {
            complete(1, day)
                .await
                .refused("BAD_USER_INPUT")
                .of_field("input.doneOn");
        }
        let input = json!({ "improvementMeasure": measure, "version": 1, "doneOn": "2022-05-01", "result": "已完成" });
        for (person, code) in [(&offices.other, "NOT_FOUND"), (&offices.audit, "FORBIDDEN")] {
            act(person, "completeImprovementMeasure", noun, "id", input.clone())
                .await
                .refused(code);
        }
    })
    .await;
    assert_eq!(
        complete(1, "2022-05-01")
            .await
            .data("/completeImprovementMeasure/improvementMeasure"),
        &json!({ "doneOn": "2022-05-01", "result": "已完成", "version": 2 })
    );
    nothing_changed(&house, async {
        complete(2, "2022-06-01")
            .await
            .refused("GATE")
            .by_gate("ALREADY_ENDED")
            .of_field("input.improvementMeasure");
    })
    .await;
}
