//! Opening a campaign: once a year under one name.

use std::sync::Arc;

use inspectorate::access::policy::Agency;
use serde_json::json;

use crate::{
    coverage::desk::{Desk, act, refused},
    support::{house::House, on_each_database},
};

on_each_database!(opens_once, is_for_dispatcher_and_office);

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
