//! Who sees what of coverage: drafts, priority reasons, look-back days.

use std::sync::Arc;

use inspectorate::access::policy::{Agency, Role};
use serde_json::json;

use super::desk::{Desk, act, refused};
use crate::support::{house::House, on_each_database};

on_each_database!(
    shows_each_agency_its_part,
    a_superior_reads_and_does_not_write,
    another_place_sees_nothing,
);

const READERS: [Agency; 7] = [
    Agency::Dispatcher,
    Agency::LeadingGroup,
    Agency::Office,
    Agency::Superior,
    Agency::Discipline,
    Agency::Organization,
    Agency::Audit,
];

async fn shows_each_agency_its_part(house: Arc<House>) {
    let desk = Desk::open(&house).await;
    let (_, plan) = desk.plan().await;
    let object = desk.object(&plan, 0).await;
    let input =
        json!({ "object": object, "version": 1, "priority": "FIRST", "reason": "优先纳入" });
    act(
        &desk.office,
        "setObjectPriority",
        "coverageObject { id }",
        input,
    )
    .await
    .data("/setObjectPriority");
    let plans = "{ coveragePlans { totalCount } coverageObjects { totalCount } }";
    for agency in Agency::ALL.iter().copied() {
        let person = desk.place.person(agency, Role::Admin);
        let answer = person.ask(plans).await;
        let planner = matches!(
            agency,
            Agency::Dispatcher | Agency::LeadingGroup | Agency::Office
        );
        if !READERS.contains(&agency) {
            assert!(
                answer.text.contains("FORBIDDEN"),
                "{agency:?} → {}",
                answer.text
            );
            continue;
        }
        let expected = i32::from(planner);
        assert_eq!(
            answer.data("/coveragePlans/totalCount"),
            expected,
            "{agency:?} and a draft"
        );
        assert_eq!(
            answer.data("/coverageObjects/totalCount"),
            expected,
            "{agency:?} and its list"
        );
    }
    desk.issue(&plan).await;
    for agency in READERS {
        let person = desk.place.person(agency, Role::Viewer);
        assert_eq!(
            person.ask(plans).await.data("/coverageObjects/totalCount"),
            1,
            "{agency:?}"
        );
        let reason = person
            .ask("{ coverageObjects { nodes { priorityReason } } }")
            .await;
        if agency == Agency::Audit {
            reason.refused("FORBIDDEN");
        } else {
            assert_eq!(
                reason.data("/coverageObjects/nodes/0/priorityReason"),
                "优先纳入"
            );
        }
        let day = person
            .ask("{ coverageObjects { nodes { plannedLookBackOn } } }")
            .await;
        if matches!(
            agency,
            Agency::Dispatcher | Agency::LeadingGroup | Agency::Office
        ) {
            day.data("/coverageObjects/nodes/0/plannedLookBackOn");
        } else {
            day.refused("FORBIDDEN");
        }
    }
}

async fn a_superior_reads_and_does_not_write(house: Arc<House>) {
    let desk = Desk::open(&house).await;
    let (_, plan) = desk.plan().await;
    desk.object(&plan, 0).await;
    let superior = desk.place.person(Agency::Superior, Role::Admin);
    let input = json!({ "plan": plan, "version": 1 });
    refused(
        &house,
        &superior,
        "approvePlan",
        "coveragePlan { id }",
        input,
    )
    .await
    .refused("FORBIDDEN");
}

async fn another_place_sees_nothing(house: Arc<House>) {
    let desk = Desk::open(&house).await;
    let (_, plan) = desk.plan().await;
    let object = desk.object(&plan, 0).await;
    let stranger = Desk::at(&house, "B").await;
    let query = format!(
        "{{ coveragePlans {{ totalCount }} coverageObjects {{ totalCount }} terms {{ totalCount }} node(id: \"{object}\") {{ id }} coveragePlan(id: \"{plan}\") {{ id }} }}"
    );
    let answer = stranger.office.ask(&query).await;
    let nothing = json!({ "totalCount": 0 });
    let expected = json!({ "coveragePlans": nothing, "coverageObjects": nothing, "terms": nothing, "node": null, "coveragePlan": null });
    assert_eq!(*answer.data(""), expected);
}
