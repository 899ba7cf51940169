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
    carries_out_rules,
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
        "availableActions": [{ "action": "addCampaignTask", "enabled": true }, { "action": "citeCampaignRule", "enabled": true }, { "action": "closeCampaign", "enabled": true }],
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

async fn carries_out_rules(house: Arc<House>) {
    let desk = Desk::open(&house).await;
    let shipped = desk
        .office
        .ask("{ ruleDocuments(first: 2) { nodes { id title } } }")
        .await;
    let [first, second] =
        [0, 1].map(|at| shipped.text_at(&format!("/ruleDocuments/nodes/{at}/id")));
    let open = |rules: serde_json::Value| json!({ "name": "作风能力提升行动", "startsOn": "2022-02-01", "rules": rules });
    let fields = "campaign { id rules { totalCount nodes { id campaigns { nodes { name } } } } }";
    let twice = open(json!([first, first]));
    let twice = refused(&house, &desk.office, "openCampaign", fields, twice).await;
    twice.refused("CONFLICT").of_field("input.rules.1");
    let unknown = open(json!([desk.organization(0)]));
    let unknown = refused(&house, &desk.office, "openCampaign", fields, unknown).await;
    unknown.refused("NOT_FOUND").of_field("input.rules.0");
    let input = open(json!([first, second]));
    let answer = act(&desk.office, "openCampaign", fields, input).await;
    let rules = answer.data("/openCampaign/campaign/rules");
    assert_eq!(rules["totalCount"], 2);
    let campaigns = json!({ "nodes": [{ "name": "作风能力提升行动" }] });
    assert_eq!(rules["nodes"][0]["campaigns"], campaigns);
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
