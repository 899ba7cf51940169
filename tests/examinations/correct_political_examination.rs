//! Correcting what came of an examination: what was recorded first stands in the history.

use std::sync::Arc;

use inspectorate::access::policy::Agency;
use serde_json::json;

use super::record_political_examination::{FIELDS, begun, team};
use crate::{
    coverage::desk::{act, refused},
    inspections::camp::Camp,
    support::{house::House, on_each_database},
};

on_each_database!(keeps_what_was_said);

async fn keeps_what_was_said(house: Arc<House>) {
    let camp = Camp::pitch(&house).await;
    let (inspection, department) = begun(&camp).await;
    let verb = "recordPoliticalExamination";
    let answer = act(&department, verb, FIELDS, team(&inspection)).await;
    let id = answer.text_at("/recordPoliticalExamination/politicalExamination/id");
    let input = |version: i32, result: &str| json!({ "politicalExamination": id, "version": version, "result": result });
    let verb = "correctPoliticalExamination";
    let stale = refused(&house, &department, verb, FIELDS, input(7, "更正")).await;
    stale.refused("CONFLICT").of_field("input.version");
    let empty = refused(&house, &department, verb, FIELDS, input(1, "")).await;
    empty.refused("BAD_USER_INPUT").of_field("input.result");
    let answer = act(&department, verb, FIELDS, input(1, "更正后的结论")).await;
    let corrected = answer.data("/correctPoliticalExamination/politicalExamination");
    assert_eq!(corrected["result"], "更正后的结论");
    let query =
        format!("{{ politicalExamination(id: \"{id}\") {{ history {{ nodes {{ action }} }} }} }}");
    let answer = department.ask(&query).await;
    let history = answer.data("/politicalExamination/history/nodes");
    let expected = json!([{ "action": "recordPoliticalExamination" }, { "action": "correctPoliticalExamination" }]);
    assert_eq!(*history, expected);
    let desk = &camp.desk;
    desk.only(&[Agency::Organization], verb, FIELDS, input(2, "再次更正"))
        .await;
}
