//! Taking requests on: by who is asked, after receipt; then the answer is owed.

use std::sync::Arc;

use inspectorate::access::policy::Agency;
use serde_json::json;

use super::Asking;
use crate::{
    coverage::desk::{act, refused},
    support::{house::House, on_each_database},
};

on_each_database!(is_answered_next, is_refused, is_for_everybody_who_handles);

const FIELDS: &str = "coordinationRequest { status acceptedOn version }";

async fn is_answered_next(house: Arc<House>) {
    let asking = Asking::open(&house).await;
    let request = asking.received().await;
    let input = json!({ "request": request, "version": 2, "on": "2022-04-07" });
    let answer = act(
        &asking.pact.discipline,
        "acceptCoordinationRequest",
        FIELDS,
        input,
    )
    .await;
    let expected = json!({ "status": "ACCEPTED", "acceptedOn": "2022-04-07", "version": 3 });
    assert_eq!(
        *answer.data("/acceptCoordinationRequest/coordinationRequest"),
        expected
    );
    let owed = asking
        .pact
        .discipline
        .ask("{ worklist { action state } }")
        .await;
    assert_eq!(
        *owed.data("/worklist"),
        json!([{ "action": "replyToCoordinationRequest", "state": "ACCEPTED" }])
    );
}

async fn is_refused(house: Arc<House>) {
    let asking = Asking::open(&house).await;
    let request = asking.received().await;
    let more = json!({});
    let verb = "acceptCoordinationRequest";
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
    let input = json!({ "request": request, "version": 2, "on": "2022-06-01" });
    act(&asking.pact.discipline, verb, FIELDS, input)
        .await
        .data("/acceptCoordinationRequest");
    let input = json!({ "request": request, "version": 3, "on": "2022-06-02" });
    let twice = refused(&house, &asking.pact.discipline, verb, FIELDS, input).await;
    twice
        .refused("GATE")
        .by_gate("WRONG_STATE")
        .of_field("input.request");
    // A notice is received, and asks nothing more.
    let notice = asking.notice().await;
    let input = json!({ "request": notice, "version": 1, "on": "2022-09-02" });
    let received = act(
        &asking.pact.discipline,
        "receiveCoordinationRequest",
        "coordinationRequest { overdue deadlines { totalCount } }",
        input,
    )
    .await;
    let expected = json!({ "overdue": false, "deadlines": { "totalCount": 0 } });
    let shown = received.data("/receiveCoordinationRequest/coordinationRequest");
    assert_eq!(*shown, expected);
    let input = json!({ "request": notice, "version": 2 });
    let notice = refused(&house, &asking.pact.discipline, verb, FIELDS, input).await;
    notice
        .refused("GATE")
        .by_gate("NOTICE_OWES_NOTHING")
        .of_field("input.request");
    let owed = asking.pact.discipline.ask("{ worklist { state } }").await;
    assert_eq!(*owed.data("/worklist"), json!([{ "state": "ACCEPTED" }]));
}

async fn is_for_everybody_who_handles(house: Arc<House>) {
    let asking = Asking::open(&house).await;
    let input = json!({ "request": asking.received().await, "version": 2, });
    let fields = "coordinationRequest { id }";
    asking
        .pact
        .desk
        .only(Agency::ALL, "acceptCoordinationRequest", fields, input)
        .await;
}
