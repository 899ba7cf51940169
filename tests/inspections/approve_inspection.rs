//! Approving an inspection: in an approved round; the dispatcher's agencies see it from then on.

use std::sync::Arc;

use inspectorate::access::policy::Agency;
use serde_json::json;

use super::camp::Camp;
use crate::{
    coverage::desk::refused,
    support::{house::House, on_each_database},
};

on_each_database!(
    opens_it_to_the_agencies,
    needs_an_approved_round,
    is_for_those_who_decide
);

const SEEN: &str = "{ inspections { totalCount } staffOrigins { totalCount } }";

async fn opens_it_to_the_agencies(house: Arc<House>) {
    let camp = Camp::pitch(&house).await;
    camp.approve_round_with_proposal().await;
    let discipline = camp.viewer(Agency::Discipline);
    let nothing =
        json!({ "inspections": { "totalCount": 0 }, "staffOrigins": { "totalCount": 0 } });
    assert_eq!(*discipline.ask(SEEN).await.data(""), nothing);
    let inspection = camp.propose(json!({ "staffOrigins": ["A-W"] })).await;
    assert_eq!(
        *camp.west.office.ask(SEEN).await.data(""),
        nothing,
        "those who lend people"
    );
    let owed = "{ worklist { action record { id } } }";
    let owed = camp.desk.dispatcher.ask(owed).await;
    let owed = owed.data("/worklist").as_array().expect("a list").clone();
    assert!(
        owed.contains(&json!({ "action": "approveInspection", "record": { "id": inspection } }))
    );
    let answer = camp
        .step("approveInspection", &inspection, "2022-03-03")
        .await;
    assert_eq!(
        answer.data("/approveInspection/inspection/status"),
        "APPROVED"
    );
    let one = json!({ "inspections": { "totalCount": 1 }, "staffOrigins": { "totalCount": 1 } });
    assert_eq!(*discipline.ask(SEEN).await.data(""), one);
    assert_eq!(*camp.west.office.ask(SEEN).await.data(""), one);
    assert_eq!(*camp.east.office.ask(SEEN).await.data(""), nothing);
}

async fn needs_an_approved_round(house: Arc<House>) {
    let camp = Camp::pitch(&house).await;
    let inspection = camp.propose(json!({})).await;
    let early = camp
        .step_refused("approveInspection", &inspection, "2022-03-03")
        .await;
    early
        .refused("GATE")
        .by_gate("ROUND_NOT_APPROVED")
        .of_field("input.inspection");
    camp.approve_round().await;
    let input = json!({ "inspection": inspection, "version": 7 });
    let stale = refused(
        &house,
        &camp.desk.dispatcher,
        "approveInspection",
        "inspection { id }",
        input,
    )
    .await;
    stale.refused("CONFLICT").of_field("input.version");
    camp.step("approveInspection", &inspection, "2022-03-03")
        .await
        .data("/approveInspection");
}

async fn is_for_those_who_decide(house: Arc<House>) {
    let camp = Camp::pitch(&house).await;
    let input = json!({ "inspection": camp.propose(json!({})).await, "version": 1 });
    let those = [Agency::Dispatcher, Agency::LeadingGroup];
    camp.desk
        .only(&those, "approveInspection", "inspection { id }", input)
        .await;
}
