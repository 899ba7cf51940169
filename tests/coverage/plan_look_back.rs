//! Planning a look-back: after an inspection, and hidden from whoever does not plan.

use std::sync::Arc;

use inspectorate::access::policy::{Agency, Role};
use serde_json::json;

use super::desk::{Desk, act, refused};
use crate::support::{house::House, on_each_database};

on_each_database!(
    plans_after_an_inspection,
    says_how_it_was_selected,
    is_for_leading_group_and_office,
);

const FIELDS: &str = "coverageObject { plannedLookBackOn lookBackSelection lookBackReason }";
const REASON: &str = "上轮整改反弹";

async fn plans_after_an_inspection(house: Arc<House>) {
    let desk = Desk::open(&house).await;
    let (term, plan) = desk.plan().await;
    let object = desk.object(&plan, 0).await;
    let look_back = |version: i32, on: Option<&str>| json!({ "object": object, "version": version, "on": on, "selection": on.map(|_| "NEEDS_BASED"), "reason": on.map(|_| REASON) });
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
        FIELDS,
        look_back(1, Some("2027-03-01")),
    )
    .await;
    assert_eq!(
        answer.data("/planLookBack/coverageObject"),
        &json!({ "plannedLookBackOn": "2027-03-01", "lookBackSelection": "NEEDS_BASED", "lookBackReason": REASON })
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
        for field in ["plannedLookBackOn", "lookBackSelection", "lookBackReason"] {
            let hidden = format!("{{ coverageObject(id: \"{object}\") {{ {field} }} }}");
            person.ask(&hidden).await.refused("FORBIDDEN");
        }
        let sifted = "{ coverageObjects(filter: { lookBackSelection: { eq: NEEDS_BASED } }) { totalCount } }";
        person.ask(sifted).await.refused("FORBIDDEN");
        let history = person.ask(&query).await;
        history.data("/coverageObject/history");
        for secret in ["2027-03-01", "NEEDS_BASED", REASON] {
            assert!(
                !history.text.contains(secret),
                "{agency:?} reads {secret} in the history: {}",
                history.text
            );
        }
    }
    let history = desk.office.ask(&query).await;
    for told in ["2027-03-01", "NEEDS_BASED", REASON] {
        assert!(history.text.contains(told), "{told}: {}", history.text);
    }
    let sifted =
        "{ coverageObjects(filter: { lookBackSelection: { eq: NEEDS_BASED } }) { totalCount } }";
    let found = desk.office.ask(sifted).await;
    assert_eq!(found.data("/coverageObjects/totalCount"), 1);
    let given_up = act(&desk.office, "planLookBack", FIELDS, look_back(2, None)).await;
    assert_eq!(
        given_up.data("/planLookBack/coverageObject"),
        &json!({ "plannedLookBackOn": null, "lookBackSelection": null, "lookBackReason": null })
    );
}

async fn says_how_it_was_selected(house: Arc<House>) {
    let desk = Desk::open(&house).await;
    let (_, plan) = desk.plan().await;
    let object = desk.object(&plan, 0).await;
    let day = "2027-03-01";
    for (on, selection, reason, field) in [
        (Some(day), None, Some(REASON), "input.selection"),
        (Some(day), Some("NEEDS_BASED"), None, "input.reason"),
        (None, Some("RANDOM"), None, "input.selection"),
        (None, None, Some(REASON), "input.reason"),
    ] {
        let input = json!({ "object": object, "version": 1, "on": on, "selection": selection, "reason": reason });
        let answer = refused(
            &house,
            &desk.office,
            "planLookBack",
            "coverageObject { id }",
            input,
        )
        .await;
        answer.refused("BAD_USER_INPUT").of_field(field);
    }
}

async fn is_for_leading_group_and_office(house: Arc<House>) {
    let desk = Desk::open(&house).await;
    let (_, plan) = desk.plan().await;
    let object = desk.object(&plan, 0).await;
    let input =
        json!({ "object": object, "version": 1, "on": "2027-03-01", "selection": "RANDOM" });
    desk.only(
        &[Agency::LeadingGroup, Agency::Office],
        "planLookBack",
        "coverageObject { id }",
        input,
    )
    .await;
}
