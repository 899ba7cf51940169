//! Who sees what of inspections: look-backs before their entry, lenders of people, other places.

use std::sync::Arc;

use inspectorate::access::policy::{Agency, Role};
use serde_json::json;

use super::camp::Camp;
use crate::{
    coverage::desk::Desk,
    support::{house::House, on_each_database},
};

on_each_database!(
    a_look_back_is_hidden_until_its_entry,
    another_place_sees_nothing
);

async fn a_look_back_is_hidden_until_its_entry(house: Arc<House>) {
    let camp = Camp::pitch(&house).await;
    let first = camp.routine("feedBackInspection").await;
    let look_back = json!({ "kind": "LOOK_BACK", "round": null, "looksBackAt": first, "startsOn": "2023-03-01", "endsOn": "2023-03-31", "on": "2022-12-30", "staffOrigins": ["A-W"] });
    let look_back = camp.propose(look_back).await;
    camp.step("approveInspection", &look_back, "2022-12-31")
        .await
        .data("/approveInspection");
    let query = format!(
        "{{ inspections(filter: {{ kind: {{ eq: LOOK_BACK }} }}) {{ totalCount }} staffOrigins(filter: {{ originCode: {{ eq: \"A-W\" }} }}) {{ totalCount }} \
         node(id: \"{look_back}\") {{ id }} }}"
    );
    let hidden = json!({ "inspections": { "totalCount": 0 }, "staffOrigins": { "totalCount": 0 }, "node": null });
    let kept_from = [
        Agency::Object,
        Agency::Discipline,
        Agency::Organization,
        Agency::Superior,
        Agency::Team,
    ];
    for agency in kept_from {
        assert_eq!(
            *camp.viewer(agency).ask(&query).await.data(""),
            hidden,
            "{agency:?}"
        );
    }
    let lender = camp.west.office.ask(&query).await;
    assert_eq!(lender.data("/inspections/totalCount"), 0);
    assert!(lender.data("/node").is_null());
    for agency in [Agency::Dispatcher, Agency::LeadingGroup, Agency::Office] {
        let answer = camp.viewer(agency).ask(&query).await;
        assert_eq!(answer.data("/inspections/totalCount"), 1, "{agency:?}");
    }
    camp.step("enterInspection", &look_back, "2023-03-02")
        .await
        .data("/enterInspection");
    for agency in kept_from {
        let answer = camp.viewer(agency).ask(&query).await;
        assert_eq!(
            answer.data("/inspections/totalCount"),
            1,
            "{agency:?} once it is entered"
        );
    }
    assert_eq!(
        camp.west
            .office
            .ask(&query)
            .await
            .data("/inspections/totalCount"),
        1
    );
}

async fn another_place_sees_nothing(house: Arc<House>) {
    let camp = Camp::pitch(&house).await;
    let inspection = camp.routine("enterInspection").await;
    let stranger = Desk::at(&house, "B").await;
    let query = format!(
        "{{ inspections {{ totalCount }} staffOrigins {{ totalCount }} node(id: \"{inspection}\") {{ id }} }}"
    );
    let nothing = json!({ "inspections": { "totalCount": 0 }, "staffOrigins": { "totalCount": 0 }, "node": null });
    for agency in [
        Agency::Office,
        Agency::Dispatcher,
        Agency::Discipline,
        Agency::Superior,
    ] {
        let person = stranger.place.person(agency, Role::Admin);
        assert_eq!(*person.ask(&query).await.data(""), nothing, "{agency:?}");
    }
    let below = camp.east.office.ask(&query).await;
    assert_eq!(
        *below.data(""),
        nothing,
        "a county and the city's own object"
    );
}
