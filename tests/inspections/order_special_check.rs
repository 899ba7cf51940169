//! Carrying a special check along: with an owner, who sees it and the inspection, and nobody else's.

use std::sync::Arc;

use inspectorate::{access::policy::Agency, graphql::node_id};
use serde_json::{Value, json};

use super::camp::Camp;
use crate::{
    coverage::desk::{act, refused},
    support::{house::House, on_each_database},
};

on_each_database!(
    shows_it_to_its_owner,
    refuses_without_owner_and_too_early,
    is_for_the_office,
);

/// The body of the city that acts as an agency.
async fn body(camp: &Camp, agency: &str) -> String {
    let query = format!(
        "{{ organizations(filter: {{ code: {{ eq: \"A-{agency}\" }} }}) {{ nodes {{ id }} }} }}"
    );
    let answer = camp.desk.office.ask(&query).await;
    answer.text_at("/organizations/nodes/0/id")
}

fn input(inspection: &str, owner: Value) -> Value {
    json!({ "inspection": inspection, "kind": "PARTY_BUILDING", "owner": owner, "on": "2022-03-05" })
}

async fn shows_it_to_its_owner(house: Arc<House>) {
    let camp = Camp::pitch(&house).await;
    let inspection = camp.routine("approveInspection").await;
    let committee = body(&camp, "WORKING-COMMITTEE").await;
    let fields = "specialCheck { kind integration owner { code } orderedOn finishedOn }";
    let answer = act(
        &camp.desk.office,
        "orderSpecialCheck",
        fields,
        input(&inspection, json!(committee)),
    )
    .await;
    let expected = json!({
        "kind": "PARTY_BUILDING", "integration": "INTEGRATED", "owner": { "code": "A-WORKING-COMMITTEE" },
        "orderedOn": "2022-03-05", "finishedOn": null,
    });
    assert_eq!(*answer.data("/orderSpecialCheck/specialCheck"), expected);
    let query = "{ inspections { totalCount } specialChecks { totalCount } }";
    for (agency, inspections, checks) in [
        (Agency::WorkingCommittee, 1, 1),
        (Agency::Audit, 0, 0),
        (Agency::InternalControl, 0, 0),
        (Agency::Organization, 1, 0),
        (Agency::Discipline, 1, 0),
        (Agency::Office, 1, 1),
        (Agency::Superior, 1, 1),
    ] {
        let expected = json!({ "inspections": { "totalCount": inspections }, "specialChecks": { "totalCount": checks } });
        assert_eq!(
            *camp.viewer(agency).ask(query).await.data(""),
            expected,
            "{agency:?}"
        );
    }
    let twice = refused(
        &house,
        &camp.desk.office,
        "orderSpecialCheck",
        "specialCheck { id }",
        input(&inspection, json!(committee)),
    )
    .await;
    twice.refused("CONFLICT");
}

async fn refuses_without_owner_and_too_early(house: Arc<House>) {
    let camp = Camp::pitch(&house).await;
    let inspection = camp.propose(json!({})).await;
    let office = &camp.desk.office;
    let owner = node_id::encode("Organization", camp.desk.place.objects[1].id);
    let early = refused(
        &house,
        office,
        "orderSpecialCheck",
        "specialCheck { id }",
        input(&inspection, json!(owner)),
    )
    .await;
    early
        .refused("GATE")
        .by_gate("WRONG_STATE")
        .of_field("input.inspection");
    camp.approve_round().await;
    camp.carry(&inspection, "approveInspection").await;
    let nobody = refused(
        &house,
        office,
        "orderSpecialCheck",
        "specialCheck { id }",
        input(&inspection, json!(null)),
    )
    .await;
    nobody
        .refused("GATE")
        .by_gate("CHECK_WITHOUT_OWNER")
        .of_field("input.owner");
    let hidden = input(&inspection, json!(camp.round));
    let hidden = refused(
        &house,
        office,
        "orderSpecialCheck",
        "specialCheck { id }",
        hidden,
    )
    .await;
    hidden.refused("NOT_FOUND").of_field("input.owner");
}

async fn is_for_the_office(house: Arc<House>) {
    let camp = Camp::pitch(&house).await;
    let inspection = camp.propose(json!({})).await;
    let those = [Agency::Office];
    camp.desk
        .only(
            &those,
            "orderSpecialCheck",
            "specialCheck { id }",
            input(&inspection, json!(null)),
        )
        .await;
}
