//! Putting an organization on the list: once, by its own dispatcher.

use std::sync::Arc;

use inspectorate::access::policy::Agency;
use serde_json::json;

use super::desk::{Desk, act, refused};
use crate::support::{house::House, on_each_database};

on_each_database!(
    lists_an_object,
    refuses_twice_and_foreign_ones,
    is_for_dispatcher_and_office,
);

async fn lists_an_object(house: Arc<House>) {
    let desk = Desk::open(&house).await;
    let (_, plan) = desk.plan().await;
    let block = desk
        .made(
            &desk.office,
            "addSectorBlock",
            "sectorBlock",
            json!({ "plan": plan, "name": "教育系统", "sequence": 1 }),
        )
        .await;
    let object = json!({ "organization": desk.organization(0), "block": block, "objectType": "SCHOOL", "firstInclusion": true, "listedOn": "2022-01-10" });
    let fields = "coverageObject { objectType requiredMode priority firstInclusion pilot listedOn withdrawnOn standing nextRound { year } lastCoverage { id } organization { code } block { name } }";
    let answer = act(
        &desk.office,
        "listObject",
        fields,
        json!({ "plan": plan, "object": object }),
    )
    .await;
    let expected = json!({
        "objectType": "SCHOOL", "requiredMode": "ROUTINE", "priority": "ORDINARY", "firstInclusion": true, "pilot": false, "listedOn": "2022-01-10",
        "withdrawnOn": null, "standing": "UNPLANNED", "nextRound": null, "lastCoverage": null, "organization": { "code": "A-OBJECT-1" }, "block": { "name": "教育系统" },
    });
    assert_eq!(*answer.data("/listObject/coverageObject"), expected);
}

async fn refuses_twice_and_foreign_ones(house: Arc<House>) {
    let desk = Desk::open(&house).await;
    let stranger = Desk::at(&house, "B").await;
    let (_, plan) = desk.plan().await;
    desk.object(&plan, 0).await;
    let office = house_office(&desk);
    let object = |organization: &str, object_type: &str| json!({ "plan": plan, "object": { "organization": organization, "objectType": object_type } });
    for (input, code, field) in [
        (
            object(&desk.organization(0), "SCHOOL"),
            "GATE",
            "input.object.organization",
        ),
        (
            object(&office, "SCHOOL"),
            "GATE",
            "input.object.organization",
        ),
        (
            object(&stranger.organization(0), "SCHOOL"),
            "NOT_FOUND",
            "input.object.organization",
        ),
        (
            object("!!", "SCHOOL"),
            "BAD_USER_INPUT",
            "input.object.organization",
        ),
        (
            object(&desk.organization(1), "NO_SUCH_TYPE"),
            "BAD_USER_INPUT",
            "input.object.objectType",
        ),
    ] {
        let answer = refused(
            &house,
            &desk.office,
            "listObject",
            "coverageObject { id }",
            input,
        )
        .await;
        answer.refused(code).of_field(field);
    }
    let answer = refused(
        &house,
        &stranger.office,
        "listObject",
        "coverageObject { id }",
        object(&desk.organization(1), "SCHOOL"),
    )
    .await;
    answer.refused("NOT_FOUND").of_field("input.plan");
}

/// The dispatcher itself stands on nobody's list.
fn house_office(desk: &Desk) -> String {
    inspectorate::graphql::node_id::encode("Organization", desk.place.dispatcher.id)
}

async fn is_for_dispatcher_and_office(house: Arc<House>) {
    let desk = Desk::open(&house).await;
    let (_, plan) = desk.plan().await;
    let input = json!({ "plan": plan, "object": { "organization": desk.organization(0), "objectType": "SCHOOL" } });
    desk.only(
        &[Agency::Dispatcher, Agency::Office],
        "listObject",
        "coverageObject { id }",
        input,
    )
    .await;
}
