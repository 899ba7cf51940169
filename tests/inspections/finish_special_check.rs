//! Finishing a special check: by the body that owns it or by the office, once.

use std::sync::Arc;

use inspectorate::access::policy::{Agency, Role};
use serde_json::json;

use super::camp::Camp;
use crate::{
    coverage::desk::{act, refused},
    support::{house::House, on_each_database},
};

on_each_database!(is_done_once, is_for_its_owner);

async fn ordered(camp: &Camp, agency: &str) -> String {
    let inspection = camp.routine("approveInspection").await;
    let query = format!(
        "{{ organizations(filter: {{ code: {{ eq: \"A-{agency}\" }} }}) {{ nodes {{ id }} }} }}"
    );
    let owner = camp
        .desk
        .office
        .ask(&query)
        .await
        .text_at("/organizations/nodes/0/id");
    let input = json!({ "inspection": inspection, "kind": "PERSONNEL_SELECTION", "owner": owner, "integration": "EMBEDDED", "on": "2022-03-05" });
    camp.desk
        .made(
            &camp.desk.office,
            "orderSpecialCheck",
            "specialCheck",
            input,
        )
        .await
}

async fn is_done_once(house: Arc<House>) {
    let camp = Camp::pitch(&house).await;
    let check = ordered(&camp, "ORGANIZATION").await;
    let department = camp.desk.place.person(Agency::Organization, Role::Handler);
    let input = |version: i32, on: &str| json!({ "check": check, "version": version, "on": on });
    let early = refused(
        &house,
        &department,
        "finishSpecialCheck",
        "specialCheck { id }",
        input(1, "2022-03-01"),
    )
    .await;
    early.refused("BAD_USER_INPUT").of_field("input.on");
    let answer = act(
        &department,
        "finishSpecialCheck",
        "specialCheck { finishedOn version }",
        input(1, "2022-05-01"),
    )
    .await;
    let expected = json!({ "finishedOn": "2022-05-01", "version": 2 });
    assert_eq!(*answer.data("/finishSpecialCheck/specialCheck"), expected);
    let again = refused(
        &house,
        &department,
        "finishSpecialCheck",
        "specialCheck { id }",
        input(2, "2022-05-02"),
    )
    .await;
    again
        .refused("GATE")
        .by_gate("ALREADY_ENDED")
        .of_field("input.check");
    // Nothing is asked for a check that is done.
    let inspection = department.ask("{ inspections { nodes { id } } }").await;
    let inspection = inspection.text_at("/inspections/nodes/0/id");
    let input = json!({ "inspection": inspection, "specialCheck": check, "materials": [{ "name": "任免文件" }] });
    let late = refused(
        &house,
        &department,
        "requestMaterials",
        "inspection { id }",
        input,
    )
    .await;
    late.refused("GATE")
        .by_gate("ALREADY_ENDED")
        .of_field("input.specialCheck");
}

async fn is_for_its_owner(house: Arc<House>) {
    let camp = Camp::pitch(&house).await;
    let check = ordered(&camp, "AUDIT").await;
    let input = json!({ "check": check, "version": 1 });
    // The organization department follows up checks of personnel selection, but this one is the audit's.
    let department = camp.desk.place.person(Agency::Organization, Role::Handler);
    let other = refused(
        &house,
        &department,
        "finishSpecialCheck",
        "specialCheck { id }",
        input.clone(),
    )
    .await;
    other
        .refused("GATE")
        .by_gate("CHECK_OF_ANOTHER_BODY")
        .of_field("input.check");
    let committee = camp
        .desk
        .place
        .person(Agency::WorkingCommittee, Role::Handler);
    let hidden = refused(
        &house,
        &committee,
        "finishSpecialCheck",
        "specialCheck { id }",
        input.clone(),
    )
    .await;
    hidden.refused("NOT_FOUND");
    let those = [
        Agency::Office,
        Agency::Organization,
        Agency::Audit,
        Agency::WorkingCommittee,
        Agency::InternalControl,
    ];
    camp.desk
        .only(&those, "finishSpecialCheck", "specialCheck { id }", input)
        .await;
}
