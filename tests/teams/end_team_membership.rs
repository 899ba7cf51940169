//! Taking a person off a team: within the days of the seat, once, and free for another team from then on.

use std::sync::Arc;

use serde_json::json;

use super::camp::Camp;
use crate::support::{house::House, on_each_database};

on_each_database!(ends_a_seat);

async fn ends_a_seat(house: Arc<House>) {
    let camp = Camp::build(&house).await;
    let team = camp.team(1, "REGULAR").await;
    let seat = camp
        .seat(&team, "示例组员", "MEMBER", &camp.place.objects[0])
        .await;
    let input = |version: i32, day: &str| json!({ "teamMember": seat, "version": version, "endsOn": day, "reason": "另有任用" });
    for day in ["2022-04-05", "2022-06-21"] {
        let answer = camp
            .refused("endTeamMembership", "teamMember", input(1, day))
            .await;
        answer.refused("BAD_USER_INPUT").of_field("input.endsOn");
    }
    let answer = camp
        .refused("endTeamMembership", "teamMember", input(7, "2022-05-01"))
        .await;
    answer.refused("CONFLICT").of_field("input.version");
    camp.made("endTeamMembership", "teamMember", input(1, "2022-05-01"))
        .await;
    let answer = camp
        .refused("endTeamMembership", "teamMember", input(2, "2022-05-01"))
        .await;
    answer.refused("GATE").by_gate("ALREADY_ENDED");
}
