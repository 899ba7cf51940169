//! Completing a task of a campaign: with its result, once.

use std::sync::Arc;

use inspectorate::access::policy::Agency;
use serde_json::json;

use super::campaign;
use crate::{
    coverage::desk::{Desk, act, refused},
    support::{house::House, on_each_database},
};

on_each_database!(is_done_once, is_for_dispatcher_and_office);

async fn is_done_once(house: Arc<House>) {
    let desk = Desk::open(&house).await;
    let [_, task] = campaign(&desk).await;
    let fields = "campaignTask { status doneOn result }";
    let complete = |version: i32, day: &str| json!({ "task": task, "version": version, "result": "范本已印发", "on": day });
    for day in ["2022-01-31", "2999-01-01"] {
        let input = complete(1, day);
        let answer = refused(&house, &desk.office, "completeCampaignTask", fields, input).await;
        answer.refused("BAD_USER_INPUT").of_field("input.on");
    }
    let input = complete(1, "2022-05-01");
    let answer = act(&desk.office, "completeCampaignTask", fields, input).await;
    let expected = json!({ "status": "DONE", "doneOn": "2022-05-01", "result": "范本已印发" });
    assert_eq!(*answer.data("/completeCampaignTask/campaignTask"), expected);
    let input = complete(2, "2022-05-02");
    let twice = refused(&house, &desk.office, "completeCampaignTask", fields, input).await;
    twice
        .refused("GATE")
        .by_gate("WRONG_STATE")
        .of_field("input.task");
}

async fn is_for_dispatcher_and_office(house: Arc<House>) {
    let desk = Desk::open(&house).await;
    let [_, task] = campaign(&desk).await;
    desk.only(
        &[Agency::Dispatcher, Agency::Office],
        "completeCampaignTask",
        "campaignTask { id }",
        json!({ "task": task, "version": 1, "result": "完成" }),
    )
    .await;
}
