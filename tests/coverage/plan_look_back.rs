//! Planning a look-back: after an inspection, and hidden from whoever does not plan.

use std::sync::Arc;

use inspectorate::access::policy::{Agency, Role};
use serde_json::json;

use super::desk::{Desk, act, refused};
use crate::support::{house::House, on_each_database};

on_each_database!(plans_after_an_inspection, is_for_leading_group_and_office,);

async fn plans_after_an_inspection(house: Arc<House>) {
    let desk = Desk::open(&house).await;
    let (term, plan) = desk.plan().await;
    let object = desk.object(&plan, 0).await;
    let look_back =
        |version: i32, on: Option<&str>| json!({ "object": object, "version": version, "on": on });
    let early = refused(
        &house,
        &desk.office,
        "planLookBack",
        "coverageObject { id }",
        look_back(1, Some("2027-03-01")),
    )
    .await;
    early
        .refused("GATE")
        .by_gate("NOT_INSPECTED_BEFORE")
        .of_field("input.on");
    let inspected = json!({ "term": term, "organization": desk.organization(0), "kind": "ROUTINE", "startedOn": "2022-04-06", "reportedOn": "2022-07-01" });
    act(
        &desk.office,
        "recordCoverage",
        "coverageRecord { id }",
        inspected,
    )
    .await
    .data("/recordCoverage");
    let answer = act(
        &desk.office,
        "planLookBack",
        "coverageObject { plannedLookBackOn }",
        look_back(1, Some("2027-03-01")),
    )
    .await;
    assert_eq!(
        answer.data("/planLookBack/coverageObject/plannedLookBackOn"),
        "2027-03-01"
    );
    desk.issue(&plan).await;
    let query = format!(
        "{{ coverageObject(id: \"{object}\") {{ id history {{ nodes {{ action changes {{ field new }} }} }} }} }}"
    );
    for agency in [
        Agency::Discipline,
        Agency::Organization,
        Agency::Audit,
        Agency::Superior,
    ] {
        let person = desk.place.person(agency, Role::Viewer);
        let date = format!("{{ coverageObject(id: \"{object}\") {{ plannedLookBackOn }} }}");
        person.ask(&date).await.refused("FORBIDDEN");
        let history = person.ask(&query).await;
        history.data("/coverageObject/history");
        assert!(
            !history.text.contains("2027-03-01"),
            "{agency:?} reads the day in the history: {}",
            history.text
        );
    }
    let given_up = act(
        &desk.office,
        "planLookBack",
        "coverageObject { plannedLookBackOn }",
        look_back(2, None),
    )
    .await;
    assert!(
        given_up
            .data("/planLookBack/coverageObject/plannedLookBackOn")
            .is_null()
    );
}

async fn is_for_leading_group_and_office(house: Arc<House>) {
    let desk = Desk::open(&house).await;
    let (_, plan) = desk.plan().await;
    let object = desk.object(&plan, 0).await;
    let input = json!({ "object": object, "version": 1, "on": "2027-03-01" });
    desk.only(
        &[Agency::LeadingGroup, Agency::Office],
        "planLookBack",
        "coverageObject { id }",
        input,
    )
    .await;
}
