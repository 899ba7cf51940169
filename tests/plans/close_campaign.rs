//! Closing a campaign: when every task is done.

use std::sync::Arc;

use inspectorate::access::policy::Agency;
use serde_json::json;

use super::campaign;
use crate::{
    coverage::desk::{Desk, act, refused},
    support::{house::House, on_each_database},
};

on_each_database!(needs_its_tasks_done, is_for_dispatcher_and_office);

async fn needs_its_tasks_done(house: Arc<House>) {
    let desk = Desk::open(&house).await;
    let [campaign, task] = campaign(&desk).await;
    let fields = "campaign { status endsOn result }";
    let close =
        |day: &str| json!({ "campaign": campaign, "version": 1, "result": "质效提升", "on": day });
    let open = refused(
        &house,
        &desk.office,
        "closeCampaign",
        fields,
        close("2022-12-31"),
    )
    .await;
    open.refused("GATE")
        .by_gate("TASKS_OPEN")
        .of_field("input.campaign");
    let query = format!(
        "{{ campaign(id: \"{campaign}\") {{ availableActions {{ action enabled blockedBy {{ gate }} }} }} }}"
    );
    let actions = desk.office.ask(&query).await;
    let actions = actions.data("/campaign/availableActions").as_array();
    let mut closing = actions.into_iter().flatten();
    let closing = closing.find(|action| action["action"] == "closeCampaign");
    let blocked = closing.expect("closing is an action of a campaign");
    assert_eq!(blocked["blockedBy"][0]["gate"], "TASKS_OPEN");
    let input = json!({ "task": task, "version": 1, "result": "完成", "on": "2022-05-01" });
    act(
        &desk.office,
        "completeCampaignTask",
        "campaignTask { id }",
        input,
    )
    .await
    .data("/completeCampaignTask");
    let early = refused(
        &house,
        &desk.office,
        "closeCampaign",
        fields,
        close("2022-01-31"),
    )
    .await;
    early.refused("BAD_USER_INPUT").of_field("input.on");
    let answer = act(&desk.office, "closeCampaign", fields, close("2022-12-31")).await;
    let expected = json!({ "status": "CLOSED", "endsOn": "2022-12-31", "result": "质效提升" });
    assert_eq!(*answer.data("/closeCampaign/campaign"), expected);
}

async fn is_for_dispatcher_and_office(house: Arc<House>) {
    let desk = Desk::open(&house).await;
    let [campaign, _] = campaign(&desk).await;
    desk.only(
        &[Agency::Dispatcher, Agency::Office],
        "closeCampaign",
        "campaign { id }",
        json!({ "campaign": campaign, "version": 1, "result": "质效提升" }),
    )
    .await;
}
