//! Answering items: once, of the checklists of the inspection, by those who inspect.

use std::sync::Arc;

use inspectorate::access::policy::Agency;
use serde_json::{Value, json};

use super::shop::{item, three_steps};
use crate::{
    coverage::desk::{act, refused},
    inspections::camp::Camp,
    support::{house::House, on_each_database},
};

on_each_database!(
    a_step_is_done_and_a_question_answered,
    what_does_not_fit_is_refused,
    is_for_those_who_inspect
);

const FIELDS: &str = "checklistAnswer { outcome answeredOn fileReference note item { code } inspection { id } history { totalCount } }";

async fn a_step_is_done_and_a_question_answered(house: Arc<House>) {
    let camp = Camp::pitch(&house).await;
    three_steps(&camp).await;
    let inspection = camp.routine("approveInspection").await;
    let office = &camp.desk.office;
    let step = item(office, &inspection, "INSPECTION_PROCESS", "PAPERS_COMPLETE").await;
    let input = json!({ "inspection": inspection, "item": step, "outcome": "DONE", "on": "2022-05-20", "fileReference": "底稿卷1", "note": "共12份" });
    let answer = act(office, "answerChecklistItem", FIELDS, input).await;
    let expected = json!({
        "outcome": "DONE", "answeredOn": "2022-05-20", "fileReference": "底稿卷1", "note": "共12份", "item": { "code": "PAPERS_COMPLETE" },
        "inspection": { "id": inspection }, "history": { "totalCount": 1 },
    });
    assert_eq!(
        *answer.data("/answerChecklistItem/checklistAnswer"),
        expected
    );
    let query = format!(
        "{{ inspection(id: \"{inspection}\") {{ checklistAnswers {{ nodes {{ outcome }} }} checklists {{ nodes {{ key }} }} }} }}"
    );
    let heads = office.ask(&query).await;
    assert_eq!(
        heads.data("/inspection/checklistAnswers/nodes"),
        &json!([{ "outcome": "DONE" }])
    );
    let query = "{ checklists(filter: { key: { eq: \"HEAD_SYSTEMS\" } }) { nodes { items { nodes { id } } } } }";
    let question = office
        .ask(query)
        .await
        .text_at("/checklists/nodes/0/items/nodes/0/id");
    let input = json!({ "inspection": inspection, "item": question, "outcome": "PROBLEM_FOUND", "on": "2022-05-20" });
    let team = camp
        .desk
        .place
        .person(Agency::Team, inspectorate::access::policy::Role::Handler);
    let answer = act(&team, "answerChecklistItem", FIELDS, input).await;
    assert_eq!(
        answer.data("/answerChecklistItem/checklistAnswer/outcome"),
        "PROBLEM_FOUND"
    );
    // Neither the organization nor those who only use results read what the team found.
    camp.round_step("announceRound", "2022-03-20")
        .await
        .data("/announceRound");
    for agency in [
        Agency::Object,
        Agency::Audit,
        Agency::Discipline,
        Agency::Organization,
    ] {
        let answer = camp
            .viewer(agency)
            .ask("{ checklistAnswers { totalCount } }")
            .await;
        answer.refused("FORBIDDEN");
    }
}

async fn what_does_not_fit_is_refused(house: Arc<House>) {
    let camp = Camp::pitch(&house).await;
    three_steps(&camp).await;
    let proposed = camp
        .propose(json!({ "organization": camp.desk.organization(1) }))
        .await;
    let inspection = camp.routine("approveInspection").await;
    let office = &camp.desk.office;
    let step = item(
        office,
        &inspection,
        "INSPECTION_PROCESS",
        "EXPLANATION_HEARD",
    )
    .await;
    let with = |more: Value| {
        let mut input = json!({ "inspection": inspection, "item": step, "outcome": "DONE", "on": "2022-05-20" });
        for (key, value) in more.as_object().cloned().unwrap_or_default() {
            input[key] = value;
        }
        input
    };
    let attempt = async |input| {
        let fields = "checklistAnswer { id }";
        refused(&house, office, "answerChecklistItem", fields, input).await
    };
    for (more, field) in [
        (json!({ "outcome": "NO_PROBLEM" }), "input.outcome"),
        (json!({ "outcome": "NOT_APPLICABLE" }), "input.note"),
        (json!({ "on": "2022-03-01" }), "input.on"),
        (json!({ "on": "2999-01-01" }), "input.on"),
    ] {
        let answer = attempt(with(more)).await;
        answer.refused("BAD_USER_INPUT").of_field(field);
    }
    let query = "{ checklists(filter: { key: { eq: \"FOUR_MUST_NOTS\" } }) { nodes { items { nodes { id } } } } }";
    let foreign = office
        .ask(query)
        .await
        .text_at("/checklists/nodes/0/items/nodes/0/id");
    let answer = attempt(with(json!({ "item": foreign }))).await;
    answer
        .refused("GATE")
        .by_gate("CHECKLIST_NOT_BOUND")
        .of_field("input.item");
    let answer = attempt(with(json!({ "inspection": proposed }))).await;
    answer
        .refused("GATE")
        .by_gate("WRONG_STATE")
        .of_field("input.inspection");
    act(
        office,
        "answerChecklistItem",
        "checklistAnswer { id }",
        with(json!({})),
    )
    .await
    .data("/answerChecklistItem");
    let twice = attempt(with(json!({}))).await;
    twice.refused("CONFLICT").of_field("input.item");
}

async fn is_for_those_who_inspect(house: Arc<House>) {
    let camp = Camp::pitch(&house).await;
    let inspection = camp.routine("approveInspection").await;
    let item = item(
        &camp.desk.office,
        &inspection,
        "INSPECTION_PROCESS",
        "PLANNED",
    )
    .await;
    let input =
        json!({ "inspection": inspection, "item": item, "outcome": "DONE", "on": "2022-05-20" });
    camp.desk
        .only(
            &[Agency::Office, Agency::Team],
            "answerChecklistItem",
            "checklistAnswer { id }",
            input,
        )
        .await;
}
