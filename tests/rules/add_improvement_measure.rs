//! What a place does about what is asked of it.

use std::sync::Arc;

use serde_json::{Value, json};

use super::offices::{Offices, act, asked};
use crate::support::{contents::nothing_changed, house::House, on_each_database};

on_each_database!(
    measures_are_counted_by_aspect,
    what_comes_too_early_is_refused
);

async fn measures_are_counted_by_aspect(house: Arc<House>) {
    let offices = Offices::open(&house).await;
    let requirement = asked(&offices.city, &offices.city_id, "指导督导").await;
    let mut first = None;
    for (aspect, content) in [
        ("队伍", "完善人才库"),
        ("规范化", "完善流程"),
        ("规范化", "统一文书"),
    ] {
        let input = json!({
            "requirement": requirement, "aspect": aspect, "content": content, "owner": offices.county_id,
            "setOn": "2022-02-01", "dueOn": "2022-12-31",
        });
        let fields = "id owner { id } dueOn doneOn requirement { answeredOn }";
        let answer = act(
            &offices.city,
            "addImprovementMeasure",
            "improvementMeasure",
            fields,
            input,
        )
        .await;
        let measure = answer.data("/addImprovementMeasure/improvementMeasure");
        assert_eq!(measure["requirement"]["answeredOn"], "2022-02-01");
        first.get_or_insert(measure["id"].clone());
    }
    let input = json!({ "improvementMeasure": first, "version": 1, "doneOn": "2022-06-01", "result": "已更新" });
    let done = act(
        &offices.city,
        "completeImprovementMeasure",
        "improvementMeasure",
        "doneOn result",
        input,
    )
    .await;
    done.data("");
    let query = format!(
        r#"{{ superiorRequirement(id: "{requirement}") {{
            aspects {{ aspect set {{ value unit }} done {{ value }} }} completionRate {{ value numerator denominator }} }} }}"#
    );
    let answer = offices.city.ask(&query).await;
    assert_eq!(
        answer.data("/superiorRequirement"),
        &json!({
            "aspects": [
                { "aspect": "规范化", "set": { "value": "2", "unit": "IMPROVEMENT_MEASURE" }, "done": { "value": "0" } },
                { "aspect": "队伍", "set": { "value": "1", "unit": "IMPROVEMENT_MEASURE" }, "done": { "value": "100" } },
            ],
            "completionRate": { "value": "33.33", "numerator": "1", "denominator": "3" },
        })
    );
}

async fn what_comes_too_early_is_refused(house: Arc<House>) {
    let offices = Offices::open(&house).await;
    let requirement = asked(&offices.city, &offices.city_id, "指导督导").await;
    nothing_changed(&house, async {
        let add = async |more: Value| {
            let mut input = json!({ "requirement": requirement, "aspect": "规范化", "content": "完善流程", "setOn": "2022-02-01" });
            for (name, part) in more.as_object().expect("an object") {
                input[name] = part.clone();
            }
            act(&offices.city, "addImprovementMeasure", "improvementMeasure", "id", input).await
        };
        add(json!({ "setOn": "2022-01-09" }))
            .await
            .refused("BAD_USER_INPUT")
            .of_field("input.setOn");
        add(json!({ "setOn": "2999-01-01" }))
            .await
            .refused("BAD_USER_INPUT")
            .of_field("input.setOn");
        add(json!({ "dueOn": "2022-01-31" }))
            .await
            .refused("BAD_USER_INPUT")
            .of_field("input.dueOn");
        let input = json!({ "requirement": requirement, "aspect": "规范化", "content": "完善流程" });
        for (person, code) in [(&offices.county, "NOT_FOUND"), (&offices.audit, "FORBIDDEN")] {
            act(person, "addImprovementMeasure", "improvementMeasure", "id", input.clone())
                .await
                .refused(code);
        }
    })
    .await;
}
