//! Recording what may speak for elevating an inspection.

use std::sync::Arc;

use inspectorate::access::policy::Agency;
use serde_json::{Value, json};

use super::camp::Camp;
use crate::{
    coverage::desk::{act, refused},
    support::{house::House, on_each_database},
};

on_each_database!(is_for_those_who_plan, refuses_what_is_no_observation);

/// Complaints about the east's town, with `more` in place of what is said otherwise.
pub fn observation(camp: &Camp, more: Value) -> Value {
    let mut input = json!({
        "organization": camp.east.town_id(), "reason": "MANY_COMPLAINTS", "name": "信访件", "value": 30, "unit": "件",
        "asOf": "2021-12-31", "source": "信访台账",
    });
    for (key, value) in more.as_object().expect("an object") {
        input[key] = value.clone();
    }
    input
}

/// The city's office records an observation.
pub async fn observed(camp: &Camp, more: Value) -> String {
    let input = observation(camp, more);
    let office = &camp.desk.office;
    camp.desk
        .made(
            office,
            "recordElevationIndicator",
            "elevationIndicator",
            input,
        )
        .await
}

async fn is_for_those_who_plan(house: Arc<House>) {
    let camp = Camp::pitch(&house).await;
    let fields = "elevationIndicator { organization { code } dispatcher { code } reason name value unit asOf source withdrawnOn }";
    let answer = act(
        &camp.desk.office,
        "recordElevationIndicator",
        fields,
        observation(&camp, json!({})),
    )
    .await;
    let expected = json!({
        "organization": { "code": "A-E-TOWN" }, "dispatcher": { "code": "A" }, "reason": "MANY_COMPLAINTS", "name": "信访件",
        "value": 30, "unit": "件", "asOf": "2021-12-31", "source": "信访台账", "withdrawnOn": null,
    });
    assert_eq!(
        *answer.data("/recordElevationIndicator/elevationIndicator"),
        expected
    );
    let query = "{ elevationIndicators { totalCount } }";
    for agency in [Agency::Dispatcher, Agency::LeadingGroup, Agency::Superior] {
        let answer = camp.viewer(agency).ask(query).await;
        assert_eq!(
            answer.data("/elevationIndicators/totalCount"),
            1,
            "{agency:?}"
        );
    }
    let county = camp.east.office.ask(query).await;
    assert_eq!(
        county.data("/elevationIndicators/totalCount"),
        0,
        "what the city holds against its town"
    );
    for agency in [Agency::Object, Agency::Team, Agency::Discipline] {
        camp.viewer(agency).ask(query).await.refused("FORBIDDEN");
    }
    let input = observation(&camp, json!({}));
    camp.desk
        .only(
            &[Agency::Office],
            "recordElevationIndicator",
            "elevationIndicator { id }",
            input,
        )
        .await;
}

async fn refuses_what_is_no_observation(house: Arc<House>) {
    let camp = Camp::pitch(&house).await;
    observed(&camp, json!({})).await;
    for (more, code, field) in [
        (json!({}), "CONFLICT", "input.name"),
        (
            json!({ "reason": "NO_SUCH" }),
            "BAD_USER_INPUT",
            "input.reason",
        ),
        (json!({ "value": -1 }), "BAD_USER_INPUT", "input.value"),
        (
            json!({ "asOf": "2999-01-01" }),
            "BAD_USER_INPUT",
            "input.asOf",
        ),
        (
            json!({ "organization": camp.round }),
            "NOT_FOUND",
            "input.organization",
        ),
        (
            json!({ "organization": camp.body("A-OFFICE").await }),
            "BAD_USER_INPUT",
            "input.organization",
        ),
    ] {
        let input = observation(&camp, more);
        refused(
            &house,
            &camp.desk.office,
            "recordElevationIndicator",
            "elevationIndicator { id }",
            input,
        )
        .await
        .refused(code)
        .of_field(field);
    }
}
