//! Declaring a tie: of somebody on the team, once; until it is dismissed the team is not approved, and the gate names both.

use std::sync::Arc;

use serde_json::{Value, json};

use super::camp::{Camp, id};
use crate::support::{contents::nothing_changed, house::House, on_each_database};

on_each_database!(stands_in_the_way_of_approval);

/// A team with a leader and an organization to inspect: the team, and the input of a tie between the two.
pub async fn tied(camp: &Camp) -> (String, Value) {
    let team = camp.team(1, "REGULAR").await;
    let leader = camp.person("示例组长").await;
    let seat = json!({ "team": team, "person": leader, "role": "LEADER", "sourceOrganization": id(&camp.place.objects[0]) });
    camp.made("seatTeamMember", "teamMember", seat).await;
    camp.assign(&team, &camp.units[0]).await;
    let tie = json!({ "team": team, "person": leader, "organization": id(&camp.units[0]), "tie": "KINSHIP", "detail": "配偶任该局副局长" });
    (team, tie)
}

async fn stands_in_the_way_of_approval(house: Arc<House>) {
    let camp = Camp::build(&house).await;
    let (team, tie) = tied(&camp).await;
    let mut stranger = tie.clone();
    stranger["person"] = json!(camp.person("示例路人").await);
    let answer = camp.refused("declareRecusal", "recusal", stranger).await;
    answer.refused("BAD_USER_INPUT").of_field("input.person");
    let recusal = camp.made("declareRecusal", "recusal", tie.clone()).await;
    let again = camp.refused("declareRecusal", "recusal", tie).await;
    again.refused("CONFLICT").of_field("input.tie");
    let blocked = nothing_changed(&house, camp.step(&camp.dispatcher, "approveTeam", &team)).await;
    let message = blocked.refused("GATE").by_gate("RECUSAL_STANDS").message();
    for part in ["示例组长", "示例甲县某局", "配偶任该局副局长"] {
        assert!(message.contains(part), "{message}");
    }
    let decide =
        json!({ "recusal": recusal, "version": 1, "granted": false, "reason": "已离任多年" });
    camp.made("decideRecusal", "recusal", decide).await;
    camp.step(&camp.dispatcher, "approveTeam", &team)
        .await
        .data("/done");
}
