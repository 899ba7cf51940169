//! Returning requests: with a reason, instead of taking them on; nothing is owed any more.

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

const FIELDS: &str = "coordinationRequest { status returnedOn returnReason overdue deadlines { nodes { metOn liftedOn standing } } }";

async fn owes_nothing_any_more(house: Arc<House>) {
    let asking = Asking::open(&house).await;
    let request = asking.received().await;
    let input =
        json!({ "request": request, "version": 2, "reason": "不属职责范围", "on": "2022-04-07" });
    let answer = act(
        &asking.pact.discipline,
        "returnCoordinationRequest",
        FIELDS,
        input,
    )
    .await;
    let expected = json!({ "status": "RETURNED", "returnedOn": "2022-04-07", "returnReason": "不属职责范围", "overdue": false, "deadlines": { "nodes": [{ "metOn": null, "liftedOn": "2022-04-07", "standing": "LIFTED" }] } });
    assert_eq!(
        *answer.data("/returnCoordinationRequest/coordinationRequest"),
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
    let request = asking.received().await;
    let more = json!({ "reason": "不属职责范围" });
    let verb = "returnCoordinationRequest";
    asking
        .guards(
            &house,
            verb,
            &asking.pact.discipline,
            &request,
            2,
            more.clone(),
        )
        .await;
    asking
        .not_by(&house, verb, asking.office(), &request, 2, more)
        .await;
    let input =
        json!({ "request": request, "version": 2, "reason": "不属职责范围", "on": "2022-06-01" });
    act(&asking.pact.discipline, verb, FIELDS, input)
        .await
        .data("/returnCoordinationRequest");
    let input =
        json!({ "request": request, "version": 3, "reason": "不属职责范围", "on": "2022-06-02" });
    let twice = refused(&house, &asking.pact.discipline, verb, FIELDS, input).await;
    twice
        .refused("GATE")
        .by_gate("WRONG_STATE")
        .of_field("input.request");
}

async fn is_for_everybody_who_handles(house: Arc<House>) {
    let asking = Asking::open(&house).await;
    let input =
        json!({ "request": asking.received().await, "version": 2, "reason": "不属职责范围", });
    let fields = "coordinationRequest { id }";
    asking
        .pact
        .desk
        .only(Agency::ALL, "returnCoordinationRequest", fields, input)
        .await;
}
