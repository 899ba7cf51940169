//! Receiving requests: by who is asked; then it is owed to take them on.

use std::sync::Arc;

use inspectorate::access::policy::Agency;
use serde_json::json;

use super::Asking;
use crate::{
    coverage::desk::{act, refused},
    support::{house::House, on_each_database},
};

on_each_database!(is_taken_on_next, is_refused, is_for_everybody_who_handles);

const FIELDS: &str = "coordinationRequest { status receivedOn version }";

async fn is_taken_on_next(house: Arc<House>) {
    let asking = Asking::open(&house).await;
    let request = asking.sent().await;
    let input = json!({ "request": request, "version": 1, "on": "2022-04-06" });
    let answer = act(
        &asking.pact.discipline,
        "receiveCoordinationRequest",
        FIELDS,
        input,
    )
    .await;
    let expected = json!({ "status": "RECEIVED", "receivedOn": "2022-04-06", "version": 2 });
    assert_eq!(
        *answer.data("/receiveCoordinationRequest/coordinationRequest"),
        expected
    );
    let owed = asking
        .pact
        .discipline
        .ask("{ worklist { action state } }")
        .await;
    assert_eq!(
        *owed.data("/worklist"),
        json!([{ "action": "acceptCoordinationRequest", "state": "RECEIVED" }])
    );
}

async fn is_refused(house: Arc<House>) {
    let asking = Asking::open(&house).await;
    let request = asking.sent().await;
    let more = json!({});
    let verb = "receiveCoordinationRequest";
    asking
        .guards(
            &house,
            verb,
            &asking.pact.discipline,
            &request,
            1,
            more.clone(),
        )
        .await;
    asking
        .not_by(&house, verb, asking.office(), &request, 1, more)
        .await;
    let input = json!({ "request": request, "version": 1, "on": "2022-06-01" });
    act(&asking.pact.discipline, verb, FIELDS, input)
        .await
        .data("/receiveCoordinationRequest");
    let input = json!({ "request": request, "version": 2, "on": "2022-06-02" });
    let twice = refused(&house, &asking.pact.discipline, verb, FIELDS, input).await;
    twice
        .refused("GATE")
        .by_gate("WRONG_STATE")
        .of_field("input.request");
}

async fn is_for_everybody_who_handles(house: Arc<House>) {
    let asking = Asking::open(&house).await;
    let input = json!({ "request": asking.sent().await, "version": 1, });
    let fields = "coordinationRequest { id }";
    asking
        .pact
        .desk
        .only(Agency::ALL, "receiveCoordinationRequest", fields, input)
        .await;
}
