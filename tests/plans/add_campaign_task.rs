//! Giving somebody a task in a campaign: it stands on the desk until it is done.

use std::sync::Arc;

use inspectorate::access::policy::Agency;
use serde_json::json;

use super::campaign;
use crate::{
    coverage::desk::{Desk, act, refused},
    support::{house::House, on_each_database},
};

on_each_database!(stands_on_the_desk, is_refused, is_for_dispatcher_and_office);

async fn stands_on_the_desk(house: Arc<House>) {
    let desk = Desk::open(&house).await;
    campaign(&desk).await;
    let query = "{ worklist { recordType action dueOn record { ... on CampaignTask { title status owner { code } campaign { name } } } } }";
    let answer = desk.office.ask(query).await;
    let expected = json!([{
        "recordType": "CampaignTask", "action": "completeCampaignTask", "dueOn": "2022-06-30",
        "record": { "title": "修订底稿范本", "status": "OPEN", "owner": { "code": "A-OBJECT-1" }, "campaign": { "name": "巡察工作质效提升年活动" } },
    }]);
    assert_eq!(*answer.data("/worklist"), expected);
}

async fn is_refused(house: Arc<House>) {
    let desk = Desk::open(&house).await;
    let [campaign, task] = campaign(&desk).await;
    let fields = "campaignTask { id }";
    let add = |day: &str| json!({ "campaign": campaign, "title": "任务", "owner": desk.organization(0), "dueOn": day });
    let early = refused(
        &house,
        &desk.office,
        "addCampaignTask",
        fields,
        add("2022-01-31"),
    )
    .await;
    early.refused("BAD_USER_INPUT").of_field("input.dueOn");
    let done = json!({ "task": task, "version": 1, "result": "完成", "on": "2022-05-01" });
    act(&desk.office, "completeCampaignTask", fields, done)
        .await
        .data("/completeCampaignTask");
    let close =
        json!({ "campaign": campaign, "version": 1, "result": "质效提升", "on": "2022-12-31" });
    act(&desk.office, "closeCampaign", "campaign { id }", close)
        .await
        .data("/closeCampaign");
    let closed = refused(
        &house,
        &desk.office,
        "addCampaignTask",
        fields,
        add("2022-12-31"),
    )
    .await;
    closed
        .refused("GATE")
        .by_gate("WRONG_STATE")
        .of_field("input.campaign");
}

async fn is_for_dispatcher_and_office(house: Arc<House>) {
    let desk = Desk::open(&house).await;
    let [campaign, _] = campaign(&desk).await;
    desk.only(
        &[Agency::Dispatcher, Agency::Office],
        "addCampaignTask",
        "campaignTask { id }",
        json!({ "campaign": campaign, "title": "任务", "owner": desk.organization(0), "dueOn": "2022-06-30" }),
    )
    .await;
}
