//! Deciding on a tie: once; a granted one keeps the team from approval until the organization is another team's.

use std::sync::Arc;

use serde_json::json;

use super::{
    camp::{Camp, id},
    declare_recusal::tied,
};
use crate::support::{contents::nothing_changed, house::House, on_each_database};

on_each_database!(keeps_a_granted_one_away);

async fn keeps_a_granted_one_away(house: Arc<House>) {
    let camp = Camp::build(&house).await;
    let (team, tie) = tied(&camp).await;
    let tie_person = tie["person"].clone();
    let recusal = camp.made("declareRecusal", "recusal", tie).await;
    let decide = |version: i32| json!({ "recusal": recusal, "version": version, "granted": true, "reason": "应当回避", "on": "2022-03-22" });
    camp.made("decideRecusal", "recusal", decide(1)).await;
    let again = camp.refused("decideRecusal", "recusal", decide(2)).await;
    again
        .refused("GATE")
        .by_gate("WRONG_STATE")
        .of_field("input.recusal");
    let blocked = nothing_changed(&house, camp.step(&camp.dispatcher, "approveTeam", &team)).await;
    blocked.refused("GATE").by_gate("RECUSAL_STANDS");
    let objects = camp.office.ask("{ teamObjects { nodes { id } } }").await;
    let object = objects.text_at("/teamObjects/nodes/0/id");
    let release =
        json!({ "teamObject": object, "version": 1, "on": "2022-03-23", "reason": "回避" });
    camp.made("releaseTeamObject", "teamObject", release).await;
    camp.step(&camp.dispatcher, "approveTeam", &team)
        .await
        .data("/done");
    let again = json!({ "team": team, "organization": id(&camp.units[0]), "on": "2022-03-24" });
    let answer = camp.refused("assignTeamObject", "teamObject", again).await;
    answer
        .refused("GATE")
        .by_gate("RECUSAL_STANDS")
        .of_field("input.organization");
    let seats = camp.office.ask("{ teamMembers { nodes { id } } }").await;
    let seat = seats.text_at("/teamMembers/nodes/0/id");
    let end = json!({ "teamMember": seat, "version": 1, "endsOn": "2022-04-10", "reason": "回避" });
    camp.made("endTeamMembership", "teamMember", end).await;
    camp.assign(&team, &camp.units[0]).await;
    let seat = json!({ "team": team, "person": tie_person, "role": "MEMBER", "sourceOrganization": id(&camp.place.objects[0]) });
    let answer = camp.refused("seatTeamMember", "teamMember", seat).await;
    answer
        .refused("GATE")
        .by_gate("RECUSAL_STANDS")
        .of_field("input.person");
}
