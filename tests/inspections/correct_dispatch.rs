//! Correcting the dispatch facts: the marks follow, and rings close and open.

use std::sync::Arc;

use inspectorate::access::policy::Agency;
use serde_json::json;

use super::camp::{Camp, elevation};
use crate::{
    coverage::desk::{act, refused},
    support::{house::House, on_each_database},
};

on_each_database!(
    changes_the_marks,
    closes_and_opens_a_ring,
    is_for_the_office_before_the_entry
);

async fn changes_the_marks(house: Arc<House>) {
    let camp = Camp::pitch(&house).await;
    let inspection = camp.propose(json!({})).await;
    let fields = "inspection { cross crossMode authorizingBodyName staffOrigins { nodes { originCode endsOn } } version }";
    let input = json!({ "inspection": inspection, "version": 1, "staffOrigins": ["A-W"], "crossMode": "FULL_STAFF", "authorizingBody": "A-E" });
    let answer = act(&camp.desk.office, "correctDispatch", fields, input).await;
    let made = answer.data("/correctDispatch/inspection");
    assert_eq!(made["cross"], true);
    assert_eq!(made["crossMode"], "FULL_STAFF");
    assert_eq!(made["authorizingBodyName"], "A-E县委");
    let origins = made["staffOrigins"]["nodes"].as_array().expect("origins");
    assert_eq!(origins[1], json!({ "originCode": "A-W", "endsOn": null }));
    assert!(!origins[0]["endsOn"].is_null(), "nothing is deleted");
    let input =
        json!({ "inspection": inspection, "version": made["version"], "staffOrigins": ["A"] });
    let answer = act(
        &camp.desk.office,
        "correctDispatch",
        "inspection { cross }",
        input,
    )
    .await;
    assert_eq!(answer.data("/correctDispatch/inspection/cross"), false);
}

/// East inspects west's town, and west inspects east's.
async fn closes_and_opens_a_ring(house: Arc<House>) {
    let camp = Camp::pitch(&house).await;
    let town = |town: String, from: &str| json!({ "organization": town, "staffOrigins": [from], "elevation": elevation() });
    let first = camp.propose(town(camp.west.town_id(), "A-E")).await;
    let ring = "{ inspections(filter: { millstone: { eq: true } }) { totalCount } }";
    assert_eq!(
        camp.desk
            .office
            .ask(ring)
            .await
            .data("/inspections/totalCount"),
        0
    );
    let second = camp.propose(town(camp.east.town_id(), "A")).await;
    let input = json!({ "inspection": second, "version": camp.desk.version(&second, "Inspection").await, "staffOrigins": ["A", "A-W"] });
    act(
        &camp.desk.office,
        "correctDispatch",
        "inspection { id }",
        input,
    )
    .await
    .data("/correctDispatch");
    let answer = camp.desk.office.ask(ring).await;
    assert_eq!(
        answer.data("/inspections/totalCount"),
        2,
        "each inspects the other"
    );
    camp.step("withdrawInspection", &first, "2022-03-05")
        .await
        .data("/withdrawInspection");
    assert_eq!(
        camp.desk
            .office
            .ask(ring)
            .await
            .data("/inspections/totalCount"),
        0
    );
}

async fn is_for_the_office_before_the_entry(house: Arc<House>) {
    let camp = Camp::pitch(&house).await;
    let inspection = camp.routine("enterInspection").await;
    let input = json!({ "inspection": inspection, "version": camp.desk.version(&inspection, "Inspection").await, "staffOrigins": ["A-W"] });
    let late = refused(
        &house,
        &camp.desk.office,
        "correctDispatch",
        "inspection { id }",
        input.clone(),
    )
    .await;
    late.refused("GATE")
        .by_gate("WRONG_STATE")
        .of_field("input.inspection");
    camp.desk
        .only(
            &[Agency::Office],
            "correctDispatch",
            "inspection { id }",
            input,
        )
        .await;
}
