//! An answer in a place that has an approved inspection, and a duty that was done: for the proof that outsiders see neither.

use inspectorate::access::policy::{Agency, Role};
use serde_json::json;

use crate::{coverage::desk::act, support::place::Place};

/// A question of the shipped template on heads is answered.
pub async fn fill(place: &Place) {
    let office = place.person(Agency::Office, Role::Admin);
    let query = "{ inspections(filter: { status: { eq: APPROVED } }, first: 1) { nodes { id checklists(first: 50) { nodes { key items { nodes { id } } } } } } }";
    let answer = office.ask(query).await;
    let inspection = answer.data("/inspections/nodes/0").clone();
    let lists = inspection["checklists"]["nodes"].as_array();
    let lists = lists.expect("a list of checklists");
    let heads = lists.iter().find(|list| list["key"] == "HEAD_SYSTEMS");
    let heads = heads.expect("the shipped template binds");
    let input = json!({
        "inspection": inspection["id"], "item": heads["items"]["nodes"][0]["id"], "outcome": "NO_PROBLEM", "on": "2022-08-02",
    });
    let fields = "checklistAnswer { id }";
    act(&office, "answerChecklistItem", fields, input)
        .await
        .data("/answerChecklistItem");
    let rule = "{ ruleDocuments(filter: { status: { eq: FORMAL }, title: { eq: \"工作规则\" } }, first: 1) { nodes { id } } }";
    let rule = office.ask(rule).await.text_at("/ruleDocuments/nodes/0/id");
    let input = json!({ "rule": rule, "agency": "OFFICE", "action": "中心组学习", "everyMonths": 1, "firstDueOn": "2022-12-31" });
    let answer = act(&office, "addRuleDuty", "ruleDuty { id }", input).await;
    let input = json!({ "duty": answer.text_at("/addRuleDuty/ruleDuty/id"), "on": "2022-12-30" });
    act(&office, "recordRuleDuty", "ruleDutyRecord { id }", input)
        .await
        .data("/recordRuleDuty");
}
