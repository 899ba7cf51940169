//! Announcing a round: its organizations see their inspections from then on, except look-backs.

use std::sync::Arc;

use inspectorate::access::policy::Agency;
use serde_json::json;

use super::camp::Camp;
use crate::support::{house::House, on_each_database};

on_each_database!(shows_it_to_its_organizations, once_and_by_the_office);

const SEEN: &str = "{ inspections { totalCount } staffOrigins { totalCount } }";

async fn shows_it_to_its_organizations(house: Arc<House>) {
    let camp = Camp::pitch(&house).await;
    camp.routine("approveInspection").await;
    let later = camp
        .propose(json!({ "organization": camp.desk.organization(1) }))
        .await;
    let object = camp.viewer(Agency::Object);
    let nothing =
        json!({ "inspections": { "totalCount": 0 }, "staffOrigins": { "totalCount": 0 } });
    assert_eq!(*object.ask(SEEN).await.data(""), nothing);
    let answer = camp.round_step("announceRound", "2022-03-20").await;
    let round = answer.data("/announceRound/round");
    let expected =
        json!({ "status": "APPROVED", "statusOn": "2022-03-02", "announcedOn": "2022-03-20" });
    assert_eq!(*round, expected);
    let own = json!({ "inspections": { "totalCount": 1 }, "staffOrigins": { "totalCount": 1 } });
    assert_eq!(
        *object.ask(SEEN).await.data(""),
        own,
        "its own, and no other's"
    );
    camp.step("approveInspection", &later, "2022-03-21").await;
    let query = format!("{{ inspection(id: \"{later}\") {{ announcedOn }} }}");
    let answer = camp.desk.office.ask(&query).await;
    assert_eq!(answer.data("/inspection/announcedOn"), "2022-03-21");
}

async fn once_and_by_the_office(house: Arc<House>) {
    let camp = Camp::pitch(&house).await;
    let early = camp.round_step_refused("announceRound", "2022-03-20").await;
    early.refused("GATE").by_gate("WRONG_STATE");
    camp.routine("approveInspection").await;
    camp.round_step("announceRound", "2022-03-20").await;
    let again = camp.round_step_refused("announceRound", "2022-03-21").await;
    again
        .refused("GATE")
        .by_gate("ROUND_ANNOUNCED")
        .of_field("input.round");
    let input = json!({ "round": camp.round, "version": 1 });
    camp.desk
        .only(&[Agency::Office], "announceRound", "round { id }", input)
        .await;
}
