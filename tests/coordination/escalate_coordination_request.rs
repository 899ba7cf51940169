//! Escalating requests: once, when they are overdue; only then the planners of the place see them.

use std::sync::Arc;

use inspectorate::access::policy::Agency;
use serde_json::json;

use super::Asking;
use crate::{
    coverage::desk::{act, refused},
    support::{house::House, on_each_database},
};

on_each_database!(
    shows_it_to_the_planners,
    is_refused,
    is_for_everybody_who_handles
);

const FIELDS: &str = "coordinationRequest { status escalatedOn }";

async fn shows_it_to_the_planners(house: Arc<House>) {
    let asking = Asking::open(&house).await;
    let request = asking.accepted().await;
    let input = json!({ "request": request, "version": 3, "on": "2022-06-01" });
    let answer = act(
        asking.office(),
        "escalateCoordinationRequest",
        FIELDS,
        input,
    )
    .await;
    let expected = json!({ "status": "ACCEPTED", "escalatedOn": "2022-06-01" });
    assert_eq!(
        *answer.data("/escalateCoordinationRequest/coordinationRequest"),
        expected
    );
    let seen = asking
        .group()
        .ask("{ coordinationRequests { totalCount nodes { title objects { totalCount } } } }")
        .await;
    let expected = json!({ "totalCount": 1, "nodes": [{ "title": "巡前信息沟通", "objects": { "totalCount": 2 } }] });
    assert_eq!(*seen.data("/coordinationRequests"), expected);
    let third = asking
        .pact
        .audit
        .ask("{ coordinationRequests { totalCount } }")
        .await;
    assert_eq!(*third.data("/coordinationRequests/totalCount"), 0);
}

async fn is_refused(house: Arc<House>) {
    let asking = Asking::open(&house).await;
    let request = asking.accepted().await;
    let more = json!({});
    let verb = "escalateCoordinationRequest";
    asking
        .guards(&house, verb, asking.office(), &request, 3, more.clone())
        .await;
    asking
        .not_by(&house, verb, &asking.pact.discipline, &request, 3, more)
        .await;
    let input = json!({ "request": request, "version": 3, "on": "2022-06-01" });
    act(asking.office(), verb, FIELDS, input)
        .await
        .data("/escalateCoordinationRequest");
    let input = json!({ "request": request, "version": 4 });
    let twice = refused(&house, asking.office(), verb, FIELDS, input).await;
    twice
        .refused("GATE")
        .by_gate("REQUEST_NOT_OVERDUE")
        .of_field("input.request");
    // What was sent today is in time.
    let fresh = asking.send(asking.with("on", json!(null))).await;
    let input = json!({ "request": fresh, "version": 1 });
    let early = refused(&house, asking.office(), verb, FIELDS, input).await;
    early
        .refused("GATE")
        .by_gate("REQUEST_NOT_OVERDUE")
        .of_field("input.request");
}

async fn is_for_everybody_who_handles(house: Arc<House>) {
    let asking = Asking::open(&house).await;
    let input = json!({ "request": asking.accepted().await, "version": 3, });
    let fields = "coordinationRequest { id }";
    asking
        .pact
        .desk
        .only(Agency::ALL, "escalateCoordinationRequest", fields, input)
        .await;
}
