//! How much a mechanism is used in a year: by kind, by who is asked, answered and in time, with the days it took.

use std::sync::Arc;

use serde_json::json;

use super::Asking;
use crate::{
    coverage::desk::act,
    support::{house::House, on_each_database},
};

on_each_database!(counts_what_was_asked_and_answered, a_year_to_come_has_none);

const QUERY: &str = "{ coordinationMechanisms { nodes { usage(year: 2022) { requests { value unit } byKind { kind requests { value } } \
    byReceiver { organization requests { value } answered { value } } answered { value numerator denominator } onTime { value numerator denominator } medianDays { value numerator } } } } }";

async fn counts_what_was_asked_and_answered(house: Arc<House>) {
    let asking = Asking::open(&house).await;
    let (in_time, late) = (asking.accepted().await, asking.accepted().await);
    asking.sent().await;
    let back = asking.sent().await;
    let input = json!({ "request": back, "version": 1, "reason": "重复" });
    let fields = "coordinationRequest { id }";
    act(
        asking.office(),
        "withdrawCoordinationRequest",
        fields,
        input,
    )
    .await
    .data("/withdrawCoordinationRequest");
    for (request, on) in [(in_time, "2022-04-11"), (late, "2022-05-31")] {
        let input = json!({ "request": request, "version": 3, "content": "均无反映", "class": "INTERNAL", "on": on });
        let verb = "replyToCoordinationRequest";
        act(&asking.pact.discipline, verb, fields, input)
            .await
            .data("/replyToCoordinationRequest");
    }
    // Ten days and sixty days after 1 April; the third waits, the fourth was withdrawn.
    let expected = json!({
        "requests": { "value": "3", "unit": "REQUEST" },
        "byKind": [{ "kind": "PRE_INSPECTION_INFORMATION", "requests": { "value": "3" } }],
        "byReceiver": [{ "organization": "A机关", "requests": { "value": "3" }, "answered": { "value": "66.67" } }],
        "answered": { "value": "66.67", "numerator": "2", "denominator": "3" },
        "onTime": { "value": "50", "numerator": "1", "denominator": "2" },
        "medianDays": { "value": "35", "numerator": "2" },
    });
    for person in [asking.office(), &asking.pact.discipline] {
        let answer = person.ask(QUERY).await;
        assert_eq!(
            *answer.data("/coordinationMechanisms/nodes/0/usage"),
            expected
        );
    }
    // The leading group sees the mechanism, and no request by it.
    let group = asking.group().ask(QUERY).await;
    let requests = group.data("/coordinationMechanisms/nodes/0/usage/requests/value");
    assert_eq!(requests, "0");
}

async fn a_year_to_come_has_none(house: Arc<House>) {
    let asking = Asking::open(&house).await;
    let query = "{ coordinationMechanisms { nodes { usage(year: 2999) { requests { value } } } } }";
    let answer = asking.office().ask(query).await;
    answer.refused("BAD_USER_INPUT").of_field("year");
}
