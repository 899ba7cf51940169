//! Leaving a talent pool: once, and free to enter again.

use std::sync::Arc;

use serde_json::json;

use super::{
    camp::{Camp, id},
    enter_talent_pool::pools,
};
use crate::support::{house::House, on_each_database};

on_each_database!(leaves_once);

async fn leaves_once(house: Arc<House>) {
    let camp = Camp::build(&house).await;
    pools(&camp).await;
    let person = camp.person("示例人员").await;
    let entry = json!({ "pool": "LEADERS", "person": person, "homeOrganization": id(&camp.place.objects[0]), "on": "2022-02-01" });
    let talent = camp.made("enterTalentPool", "talent", entry.clone()).await;
    let leave =
        |version: i32, day: &str| json!({ "talent": talent, "version": version, "on": day });
    let early = camp
        .refused("leaveTalentPool", "talent", leave(1, "2022-01-31"))
        .await;
    early.refused("BAD_USER_INPUT").of_field("input.on");
    camp.made("leaveTalentPool", "talent", leave(1, "2022-03-01"))
        .await;
    let again = camp
        .refused("leaveTalentPool", "talent", leave(2, "2022-03-02"))
        .await;
    again
        .refused("GATE")
        .by_gate("ALREADY_ENDED")
        .of_field("input.talent");
    camp.made("enterTalentPool", "talent", entry).await;
}
