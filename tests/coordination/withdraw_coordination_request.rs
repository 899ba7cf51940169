//! Withdrawing requests: by who sent them, while they wait; nothing is owed any more.

use std::sync::Arc;

use inspectorate::access::policy::Agency;
use serde_json::json;

use super::Asking;
use crate::{
    coverage::desk::{act, refused},
    support::{house::House, on_each_database},
};

on_each_database!(
    owes_nothing_any_more,
    is_refused,
    is_for_everybody_who_handles
);

const FIELDS: &str = "coordinationRequest { status withdrawnOn withdrawalReason overdue deadlines { nodes { metOn liftedOn standing } } }";

async fn owes_nothing_any_more(house: Arc<House>) {
    let asking = Asking::open(&house).await;
    let request = asking.accepted().await;
    let input =
        json!({ "request": request, "version": 3, "reason": "情况变化", "on": "2022-04-12" });
    let answer = act(
        asking.office(),
        "withdrawCoordinationRequest",
        FIELDS,
        input,
    )
    .await;
    let expected = json!({ "status": "WITHDRAWN", "withdrawnOn": "2022-04-12", "withdrawalReason": "情况变化", "overdue": false, "deadlines": { "nodes": [{ "metOn": null, "liftedOn": "2022-04-12", "standing": "LIFTED" }] } });
    assert_eq!(
        *answer.data("/withdrawCoordinationRequest/coordinationRequest"),
        expected
    );
    let owed = asking
        .pact
        .discipline
        .ask("{ worklist { action state } }")
        .await;
    assert_eq!(*owed.data("/worklist"), json!([]));
}

async fn is_refused(house: Arc<House>) {
    let asking = Asking::open(&house).await;
    let request = asking.accepted().await;
    let more = json!({ "reason": "情况变化" });
    let verb = "withdrawCoordinationRequest";
    asking
        .guards(&house, verb, asking.office(), &request, 3, more.clone())
        .await;
    asking
        .not_by(&house, verb, &asking.pact.discipline, &request, 3, more)
        .await;
    let input =
        json!({ "request": request, "version": 3, "reason": "情况变化", "on": "2022-06-01" });
    act(asking.office(), verb, FIELDS, input)
        .await
        .data("/withdrawCoordinationRequest");
    let input =
        json!({ "request": request, "version": 4, "reason": "情况变化", "on": "2022-06-02" });
    let twice = refused(&house, asking.office(), verb, FIELDS, input).await;
    twice
        .refused("GATE")
        .by_gate("WRONG_STATE")
        .of_field("input.request");
}

async fn is_for_everybody_who_handles(house: Arc<House>) {
    let asking = Asking::open(&house).await;
    let input = json!({ "request": asking.accepted().await, "version": 3, "reason": "情况变化", });
    let fields = "coordinationRequest { id }";
    asking
        .pact
        .desk
        .only(Agency::ALL, "withdrawCoordinationRequest", fields, input)
        .await;
}
