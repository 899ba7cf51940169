//! Seating people: one leader of the rank asked for, nobody on two teams, nobody from the inspected place.

use std::sync::Arc;

use serde_json::json;

use super::camp::{Camp, call, id};
use crate::support::{house::House, on_each_database};

on_each_database!(
    one_leader_and_no_second_team,
    a_leader_has_the_rank_that_the_setting_asks_for,
    names_the_member_of_the_inspected_place,
);

async fn one_leader_and_no_second_team(house: Arc<House>) {
    let camp = Camp::build(&house).await;
    let (first, second) = (camp.team(1, "REGULAR").await, camp.team(2, "REGULAR").await);
    let person = camp.person("示例组长").await;
    let source = id(&camp.place.objects[0]);
    let input = json!({ "team": first, "person": person, "role": "LEADER", "sourceOrganization": source, "rankThen": "DIVISION", "postThen": "示例职务" });
    let select = "role rankThen postThen startsOn endsOn person { name teamSeats { totalCount } }";
    let answer = call(&camp.office, "seatTeamMember", "teamMember", select, input).await;
    let seat = answer.data("/done/teamMember");
    assert_eq!(
        (&seat["startsOn"], &seat["endsOn"]),
        (&json!("2022-04-06"), &json!("2022-06-20"))
    );
    assert_eq!(seat["person"]["teamSeats"]["totalCount"], 1);
    let input =
        json!({ "team": second, "person": person, "role": "MEMBER", "sourceOrganization": source });
    let answer = camp.refused("seatTeamMember", "teamMember", input).await;
    let refusal = answer
        .refused("GATE")
        .by_gate("ON_ANOTHER_TEAM")
        .of_field("input.person");
    assert!(refusal.message().contains("示例组长") && refusal.message().contains("第1组"));
    let other = camp.person("示例副手").await;
    let mut input =
        json!({ "team": first, "person": other, "role": "LEADER", "sourceOrganization": source });
    let answer = camp
        .refused("seatTeamMember", "teamMember", input.clone())
        .await;
    answer
        .refused("GATE")
        .by_gate("ONE_LEADER_AT_A_TIME")
        .of_field("input.role");
    input["role"] = json!("MEMBER");
    input["startsOn"] = json!("2022-04-01");
    let answer = camp.refused("seatTeamMember", "teamMember", input).await;
    answer
        .refused("GATE")
        .by_gate("OUTSIDE_ROUND_WINDOW")
        .of_field("input.startsOn");
}

async fn a_leader_has_the_rank_that_the_setting_asks_for(house: Arc<House>) {
    let camp = Camp::build(&house).await;
    let keeper = camp.place.person(
        inspectorate::access::policy::Agency::Office,
        inspectorate::access::policy::Role::Admin,
    );
    let input = json!({ "dispatcher": id(&camp.place.dispatcher), "key": "TEAM_LEADER_MINIMUM_RANK", "value": "DIVISION", "reason": "本级规定" });
    let set = call(&keeper, "setSetting", "settingValue", "", input).await;
    set.data("/done/settingValue/id");
    let team = camp.team(1, "REGULAR").await;
    let person = camp.person("示例组长").await;
    let mut input = json!({ "team": team, "person": person, "role": "LEADER", "sourceOrganization": id(&camp.place.objects[0]) });
    for rank in [json!(null), json!("DIVISION_DEPUTY")] {
        input["rankThen"] = rank;
        let answer = camp
            .refused("seatTeamMember", "teamMember", input.clone())
            .await;
        answer
            .refused("GATE")
            .by_gate("LEADER_BELOW_RANK")
            .of_field("input.rankThen");
    }
    input["rankThen"] = json!("DIVISION");
    camp.made("seatTeamMember", "teamMember", input).await;
}

async fn names_the_member_of_the_inspected_place(house: Arc<House>) {
    let camp = Camp::build(&house).await;
    let team = camp.team(1, "ELEVATED").await;
    camp.assign(&team, &camp.units[0]).await;
    let person = camp.person("示例本地人").await;
    let mut input = json!({ "team": team, "person": person, "role": "MEMBER", "sourceOrganization": id(&camp.counties[0]) });
    let answer = camp
        .refused("seatTeamMember", "teamMember", input.clone())
        .await;
    let refusal = answer
        .refused("GATE")
        .by_gate("FROM_INSPECTED_PLACE")
        .of_field("input.sourceOrganization");
    assert!(refusal.message().contains("示例本地人") && refusal.message().contains("示例甲县某局"));
    input["sourceOrganization"] = json!(id(&camp.counties[1]));
    camp.made("seatTeamMember", "teamMember", input).await;
}
