//! Answering in full: the deadline ends, in time or late; after a withdrawal nothing is answered.

use std::sync::Arc;

use inspectorate::access::policy::Agency;
use serde_json::json;

use super::Asking;
use crate::{
    coverage::desk::{act, refused},
    support::{house::House, on_each_database},
};

on_each_database!(ends_its_deadline, is_refused, is_for_everybody_who_handles);

const FIELDS: &str = "coordinationRequest { status repliedOn overdue late: overdue(asOf: \"2022-05-31\") deadlines { nodes { metOn standing } } availableActions { enabled } }";

async fn ends_its_deadline(house: Arc<House>) {
    let asking = Asking::open(&house).await;
    let request = asking.accepted().await;
    let input = json!({ "request": request, "version": 3, "content": "均无反映", "class": "INTERNAL", "on": "2022-06-01" });
    let answer = act(
        &asking.pact.discipline,
        "replyToCoordinationRequest",
        FIELDS,
        input,
    )
    .await;
    let expected = json!({ "status": "REPLIED", "repliedOn": "2022-06-01", "overdue": false, "late": true, "deadlines": { "nodes": [{ "metOn": "2022-06-01", "standing": "MET_LATE" }] }, "availableActions": vec![json!({ "enabled": false }); 8] });
    assert_eq!(
        *answer.data("/replyToCoordinationRequest/coordinationRequest"),
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
    let more = json!({ "content": "均无反映", "class": "INTERNAL" });
    let verb = "replyToCoordinationRequest";
    asking
        .guards(
            &house,
            verb,
            &asking.pact.discipline,
            &request,
            3,
            more.clone(),
        )
        .await;
    asking
        .not_by(&house, verb, asking.office(), &request, 3, more)
        .await;
    let input = json!({ "request": request, "version": 3, "content": "均无反映", "class": "INTERNAL", "on": "2022-06-01" });
    act(&asking.pact.discipline, verb, FIELDS, input)
        .await
        .data("/replyToCoordinationRequest");
    let input = json!({ "request": request, "version": 4, "content": "均无反映", "class": "INTERNAL", "on": "2022-06-02" });
    let twice = refused(&house, &asking.pact.discipline, verb, FIELDS, input).await;
    twice
        .refused("GATE")
        .by_gate("WRONG_STATE")
        .of_field("input.request");
    // After a withdrawal nothing is answered.
    let back = asking.accepted().await;
    let input = json!({ "request": back, "version": 3, "reason": "情况变化" });
    act(
        asking.office(),
        "withdrawCoordinationRequest",
        FIELDS,
        input,
    )
    .await
    .data("/withdrawCoordinationRequest");
    let input = json!({ "request": back, "version": 4, "content": "情况", "class": "INTERNAL" });
    let late = refused(&house, &asking.pact.discipline, verb, FIELDS, input).await;
    late.refused("GATE")
        .by_gate("WRONG_STATE")
        .of_field("input.request");
}

async fn is_for_everybody_who_handles(house: Arc<House>) {
    let asking = Asking::open(&house).await;
    let input = json!({ "request": asking.accepted().await, "version": 3, "content": "均无反映", "class": "INTERNAL", });
    let fields = "coordinationRequest { id }";
    asking
        .pact
        .desk
        .only(Agency::ALL, "replyToCoordinationRequest", fields, input)
        .await;
}
