//! What superiors ask, and what waits for an answer.

use std::sync::Arc;

use serde_json::{Value, json};

use super::offices::{Offices, act, asked};
use crate::support::{contents::nothing_changed, house::House, on_each_database};

on_each_database!(
    requirements_without_measures_are_found,
    what_cannot_have_been_asked_is_refused
);

async fn requirements_without_measures_are_found(house: Arc<House>) {
    let offices = Offices::open(&house).await;
    let city = &offices.city_id;
    let answered = asked(&offices.city, city, "指导督导").await;
    let open = asked(&offices.city, city, "全国巡视工作会议").await;
    let input = json!({ "requirement": answered, "aspect": "规范化", "content": "完善流程", "setOn": "2022-03-01" });
    let set = act(
        &offices.city,
        "addImprovementMeasure",
        "improvementMeasure",
        "id",
        input,
    )
    .await;
    set.data("");
    let query = format!(
        r#"{{ superiorRequirements(filter: {{ answeredOn: {{ isNull: true }} }}) {{ nodes {{ id source issuer raisedOn relayedOn }} }}
            organization(id: "{city}") {{ requirementsAnswered {{ value numerator denominator definition {{ code }} }} }} }}"#
    );
    let answer = offices.city.ask(&query).await;
    assert_eq!(
        answer.data("/superiorRequirements/nodes"),
        &json!([{ "id": open, "source": "GUIDANCE", "issuer": "上级巡视办", "raisedOn": "2022-01-10", "relayedOn": "2022-01-20" }])
    );
    assert_eq!(
        answer.data("/organization/requirementsAnswered"),
        &json!({ "value": "50", "numerator": "1", "denominator": "2", "definition": { "code": "REQUIREMENTS_ANSWERED" } })
    );
    for person in [&offices.county, &offices.other] {
        let answer = person.ask("{ superiorRequirements { totalCount } }").await;
        assert_eq!(answer.data("/superiorRequirements/totalCount"), &json!(0));
    }
}

async fn what_cannot_have_been_asked_is_refused(house: Arc<House>) {
    let offices = Offices::open(&house).await;
    nothing_changed(&house, async {
        let input = |dispatcher: &str, more: Value| {
            let mut input = json!({
                "dispatcher": dispatcher, "source": "MEETING", "title": "会议", "issuer": "上级", "raisedOn": "2022-01-10",
            });
            for (name, part) in more.as_object().expect("an object") {
                input[name] = part.clone();
            }
            input
        };
        let receive = async |input: Value| {
            act(
                &offices.city,
                "receiveRequirement",
                "superiorRequirement",
                "id",
                input,
            )
            .await
        };
        let city = &offices.city_id;
        receive(input(city, json!({ "raisedOn": "2999-01-01" })))
            .await
            .refused("BAD_USER_INPUT")
            .of_field("input.raisedOn");
        receive(input(city, json!({ "relayedOn": "2022-01-09" })))
            .await
            .refused("BAD_USER_INPUT")
            .of_field("input.relayedOn");
        receive(input(&offices.village_id, json!({})))
            .await
            .refused("GATE")
            .by_gate("NOT_A_DISPATCHER")
            .of_field("input.dispatcher");
        for (person, code) in [(&offices.other, "NOT_FOUND"), (&offices.audit, "FORBIDDEN")] {
            let input = input(city, json!({}));
            act(
                person,
                "receiveRequirement",
                "superiorRequirement",
                "id",
                input,
            )
            .await
            .refused(code);
        }
    })
    .await;
}
