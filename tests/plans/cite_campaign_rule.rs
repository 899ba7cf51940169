//! Citing a rule document by a campaign that runs: once each, in its history.

use std::sync::Arc;

use inspectorate::access::policy::Agency;
use serde_json::json;

use super::campaign;
use crate::{
    coverage::desk::{Desk, act, refused},
    support::{house::House, on_each_database},
};

on_each_database!(
    stands_with_the_campaign,
    is_refused,
    is_for_dispatcher_and_office
);

const VERB: &str = "citeCampaignRule";

const FIELDS: &str =
    "campaign { version rules { nodes { id } } history(last: 1) { nodes { action } } }";

/// A rule document that the office sees.
async fn rule(desk: &Desk) -> String {
    let shipped = desk
        .office
        .ask("{ ruleDocuments(first: 1) { nodes { id } } }")
        .await;
    shipped.text_at("/ruleDocuments/nodes/0/id")
}

async fn stands_with_the_campaign(house: Arc<House>) {
    let desk = Desk::open(&house).await;
    let [campaign, _] = campaign(&desk).await;
    let rule = rule(&desk).await;
    let input = json!({ "campaign": campaign, "version": 1, "rule": rule });
    let answer = act(&desk.office, VERB, FIELDS, input).await;
    let expected = json!({ "version": 2, "rules": { "nodes": [{ "id": rule }] }, "history": { "nodes": [{ "action": VERB }] } });
    assert_eq!(*answer.data("/citeCampaignRule/campaign"), expected);
    let again = json!({ "campaign": campaign, "version": 2, "rule": rule });
    let again = refused(&house, &desk.office, VERB, FIELDS, again).await;
    again.refused("CONFLICT").of_field("input.rule");
}

async fn is_refused(house: Arc<House>) {
    let desk = Desk::open(&house).await;
    let [campaign, task] = campaign(&desk).await;
    let rule = rule(&desk).await;
    let cite = |version: i32| json!({ "campaign": campaign, "version": version, "rule": rule });
    let stale = refused(&house, &desk.office, VERB, FIELDS, cite(9)).await;
    stale.refused("CONFLICT").of_field("input.version");
    let mut no_rule = cite(1);
    no_rule["rule"] = json!(desk.organization(0));
    let no_rule = refused(&house, &desk.office, VERB, FIELDS, no_rule).await;
    no_rule.refused("NOT_FOUND").of_field("input.rule");
    let done = json!({ "task": task, "version": 1, "result": "完成", "on": "2022-05-01" });
    act(
        &desk.office,
        "completeCampaignTask",
        "campaignTask { id }",
        done,
    )
    .await
    .data("/completeCampaignTask");
    let close =
        json!({ "campaign": campaign, "version": 1, "result": "质效提升", "on": "2022-12-31" });
    act(&desk.office, "closeCampaign", "campaign { id }", close)
        .await
        .data("/closeCampaign");
    let closed = refused(&house, &desk.office, VERB, FIELDS, cite(2)).await;
    closed
        .refused("GATE")
        .by_gate("WRONG_STATE")
        .of_field("input.campaign");
}

async fn is_for_dispatcher_and_office(house: Arc<House>) {
    let desk = Desk::open(&house).await;
    let [campaign, _] = campaign(&desk).await;
    let input = json!({ "campaign": campaign, "version": 1, "rule": rule(&desk).await });
    let those = [Agency::Dispatcher, Agency::Office];
    desk.only(&those, VERB, "campaign { id }", input).await;
}
