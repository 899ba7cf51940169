//! Asking to talk with somebody: nobody is asked twice, whoever carries a check along.

use std::sync::Arc;

use inspectorate::{
    access::policy::{Agency, Role},
    graphql::node_id,
};
use serde_json::json;

use super::camp::Camp;
use crate::{
    coverage::desk::{act, refused},
    support::{house::House, on_each_database},
};

on_each_database!(nobody_is_asked_twice, is_for_those_who_inspect);

async fn nobody_is_asked_twice(house: Arc<House>) {
    let camp = Camp::pitch(&house).await;
    let inspection = camp.routine("approveInspection").await;
    let office = camp.desk.place.person(Agency::Office, Role::Admin);
    let dispatcher = node_id::encode("Organization", camp.desk.place.dispatcher.id);
    let person = json!({ "code": "P-1", "name": "化名一", "dispatcher": dispatcher });
    let person = camp
        .desk
        .made(&office, "registerPerson", "person", person)
        .await;
    let query = "{ organizations(filter: { code: { eq: \"A-ORGANIZATION\" } }) { nodes { id } } }";
    let owner = office.ask(query).await.text_at("/organizations/nodes/0/id");
    let check = json!({ "inspection": inspection, "kind": "PERSONNEL_SELECTION", "owner": owner, "on": "2022-03-05" });
    let check = camp
        .desk
        .made(&office, "orderSpecialCheck", "specialCheck", check)
        .await;
    let department = camp.desk.place.person(Agency::Organization, Role::Handler);
    let input = json!({ "inspection": inspection, "specialCheck": check, "person": person, "on": "2022-03-06" });
    act(&department, "requestTalk", "clientMutationId", input)
        .await
        .data("/requestTalk");
    let team = camp.desk.place.person(Agency::Team, Role::Handler);
    let input = json!({ "inspection": inspection, "person": person, "on": "2022-04-06" });
    let twice = refused(&house, &team, "requestTalk", "talkRequest { id }", input).await;
    twice
        .refused("GATE")
        .by_gate("ASKED_ALREADY")
        .of_field("input.person");
    let talks = "{ talkRequests { nodes { askedOn specialCheck { kind } person { name } } } }";
    let answer = team.ask(talks).await;
    let expected = json!([{ "askedOn": "2022-03-06", "specialCheck": { "kind": "PERSONNEL_SELECTION" }, "person": { "name": "化名一" } }]);
    assert_eq!(*answer.data("/talkRequests/nodes"), expected);
    camp.round_step("announceRound", "2022-03-20")
        .await
        .data("/announceRound");
    camp.viewer(Agency::Object)
        .ask("{ talkRequests { totalCount } }")
        .await
        .refused("FORBIDDEN");
}

async fn is_for_those_who_inspect(house: Arc<House>) {
    let camp = Camp::pitch(&house).await;
    let inspection = camp.propose(json!({})).await;
    let input = json!({ "inspection": inspection, "person": inspection });
    let those = [
        Agency::Office,
        Agency::Team,
        Agency::Organization,
        Agency::WorkingCommittee,
    ];
    camp.desk
        .only(&those, "requestTalk", "clientMutationId", input)
        .await;
}
