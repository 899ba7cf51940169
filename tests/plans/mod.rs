//! Plans: checkpoints of a year, guidance from above, targets, what plans rest on, pilots and campaigns.

mod add_campaign_task;
mod cite_campaign_rule;
mod cite_plan_basis;
mod close_campaign;
mod complete_campaign_task;
mod correct_checkpoint;
mod drop_plan_basis;
mod effective_coverage;
mod end_pilot;
mod enter_pilot;
mod object_types;
mod open_campaign;
mod record_checkpoint;
mod review_plan;
mod set_checkpoints;
mod set_plan_target;
mod villages;

use serde_json::{Value, json};

use crate::coverage::desk::Desk;

/// The checkpoint of `kind` of an annual plan: its id and version.
pub async fn checkpoint(desk: &Desk, annual: &str, kind: &str) -> (String, Value) {
    let query = format!(
        "{{ planCheckpoints(filter: {{ kind: {{ eq: {kind} }}, plan: {{ id: {{ eq: \"{annual}\" }} }} }}) {{ nodes {{ id version }} }} }}"
    );
    let answer = desk.office.ask(&query).await;
    let version = answer.data("/planCheckpoints/nodes/0/version").clone();
    (answer.text_at("/planCheckpoints/nodes/0/id"), version)
}

/// A campaign of 2022 with one open task: their ids.
pub async fn campaign(desk: &Desk) -> [String; 2] {
    let input = json!({ "name": "巡察工作质效提升年活动", "startsOn": "2022-02-01" });
    let campaign = desk
        .made(&desk.office, "openCampaign", "campaign", input)
        .await;
    let input = json!({ "campaign": campaign, "title": "修订底稿范本", "owner": desk.organization(0), "dueOn": "2022-06-30" });
    let task = desk
        .made(&desk.office, "addCampaignTask", "campaignTask", input)
        .await;
    [campaign, task]
}

/// A running pilot.
pub async fn pilot(desk: &Desk) -> String {
    let input = json!({ "participant": desk.organization(0), "topic": "对村（社区）巡察", "level": "PROVINCE", "sponsor": "省委巡视办", "participants": 5, "startsOn": "2022-03-01" });
    desk.made(&desk.office, "enterPilot", "pilot", input).await
}
