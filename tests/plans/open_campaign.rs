//! Opening a campaign: once a year under one name.

use std::sync::Arc;

use inspectorate::access::policy::Agency;
use serde_json::json;

use crate::{
    coverage::desk::{Desk, act, refused},
    support::{house::House, on_each_database},
};

on_each_database!(
    opens_once,
    carries_out_a_clause_of_a_plan,
    is_for_dispatcher_and_office
);

async fn opens_once(house: Arc<House>) {
    let desk = Desk::open(&house).await;
    let open = |day: &str| json!({ "name": "巡察工作质效提升年活动", "startsOn": day });
    let fields = "campaign { year name status startsOn endsOn result tasks { totalCount } availableActions { action enabled } }";
    let answer = act(&desk.office, "openCampaign", fields, open("2022-02-01")).await;
    let expected = json!({
        "year": 2022, "name": "巡察工作质效提升年活动", "status": "RUNNING", "startsOn": "2022-02-01", "endsOn": null, "result": null,
        "tasks": { "totalCount": 0 },
        "availableActions": [{ "action": "addCampaignTask", "enabled": true }, { "action": "closeCampaign", "enabled": true }],
    });
    assert_eq!(*answer.data("/openCampaign/campaign"), expected);
    let again = refused(
        &house,
        &desk.office,
        "openCampaign",
        fields,
        open("2022-03-01"),
    )
    .await;
    again.refused("CONFLICT").of_field("input.name");
    act(&desk.office, "openCampaign", fields, open("2023-02-01"))
        .await
        .data("/openCampaign");
}

async fn carries_out_a_clause_of_a_plan(house: Arc<House>) {
    let desk = Desk::open(&house).await;
    let (_, plan) = desk.plan().await;
    let fields = "campaign { id name plan { name } planClause }";
    let points = |more: serde_json::Value| {
        let mut input = json!({ "name": "2022年巡察信息化工作要点", "startsOn": "2022-02-01" });
        for (key, value) in more.as_object().cloned().unwrap_or_default() {
            input[key] = value;
        }
        input
    };
    let clause = "推进巡察信息化建设";
    for (input, field) in [
        (points(json!({ "plan": plan })), "input.planClause"),
        (points(json!({ "planClause": clause })), "input.plan"),
    ] {
        let answer = refused(&house, &desk.office, "openCampaign", fields, input).await;
        answer.refused("BAD_USER_INPUT").of_field(field);
    }
    let county = desk.county(&house).await;
    let (_, below) = county.plan().await;
    let input = points(json!({ "plan": below, "planClause": clause }));
    let foreign = refused(&house, &desk.office, "openCampaign", fields, input).await;
    foreign
        .refused("GATE")
        .by_gate("RECORD_OF_ANOTHER_DISPATCHER")
        .of_field("input.plan");
    let input = points(json!({ "plan": plan, "planClause": clause }));
    let answer = act(&desk.office, "openCampaign", fields, input).await;
    let made = answer.data("/openCampaign/campaign");
    assert_eq!(
        (&made["plan"]["name"], &made["planClause"]),
        (&json!("五年规划"), &json!(clause))
    );
    let input = json!({ "campaign": made["id"], "title": "视频会商系统联调", "owner": desk.organization(0), "dueOn": "2022-06-30" });
    act(
        &desk.office,
        "addCampaignTask",
        "campaignTask { id }",
        input,
    )
    .await
    .data("/addCampaignTask");
    // The list of the year's tasks under the plan, each with its owner and how far it has come.
    let query = format!(
        "{{ campaigns(filter: {{ plan: {{ id: {{ eq: \"{plan}\" }} }} }}) {{ nodes {{ tasks {{ nodes {{ title status owner {{ id }} }} }} }} }} }}"
    );
    let answer = desk.office.ask(&query).await;
    let task = answer.data("/campaigns/nodes/0/tasks/nodes/0");
    assert_eq!(task["title"], "视频会商系统联调");
    assert_eq!(task["owner"]["id"], json!(desk.organization(0)));
    assert!(task["status"].is_string());
}

async fn is_for_dispatcher_and_office(house: Arc<House>) {
    let desk = Desk::open(&house).await;
    desk.only(
        &[Agency::Dispatcher, Agency::Office],
        "openCampaign",
        "campaign { id }",
        json!({ "name": "主题年", "startsOn": "2022-02-01" }),
    )
    .await;
}
