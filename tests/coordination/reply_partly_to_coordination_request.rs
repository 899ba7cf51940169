//! Answering in part: the rest stays owed, and its deadline runs on.

use std::sync::Arc;

use inspectorate::access::policy::Agency;
use serde_json::json;

use super::Asking;
use crate::{
    coverage::desk::{act, refused},
    support::{house::House, on_each_database},
};

on_each_database!(
    leaves_the_rest_owed,
    is_refused,
    is_for_everybody_who_handles
);

const FIELDS: &str = "coordinationRequest { status repliedOn replies { nodes { ordinal isFinal content class people repliedOn } } deadlines { nodes { metOn } } }";

async fn leaves_the_rest_owed(house: Arc<House>) {
    let asking = Asking::open(&house).await;
    let request = asking.accepted().await;
    let input = json!({ "request": request, "version": 3, "content": "已核实一部分", "class": "INTERNAL", "on": "2022-04-12" });
    let answer = act(
        &asking.pact.discipline,
        "replyPartlyToCoordinationRequest",
        FIELDS,
        input,
    )
    .await;
    let expected = json!({ "status": "PARTLY_REPLIED", "repliedOn": null, "replies": { "nodes": [{ "ordinal": 1, "isFinal": false, "content": "已核实一部分", "class": "INTERNAL", "people": null, "repliedOn": "2022-04-12" }] }, "deadlines": { "nodes": [{ "metOn": null }] } });
    assert_eq!(
        *answer.data("/replyPartlyToCoordinationRequest/coordinationRequest"),
        expected
    );
    let owed = asking
        .pact
        .discipline
        .ask("{ worklist { action state } }")
        .await;
    assert_eq!(
        *owed.data("/worklist"),
        json!([{ "action": "replyToCoordinationRequest", "state": "PARTLY_REPLIED" }])
    );
}

async fn is_refused(house: Arc<House>) {
    let asking = Asking::open(&house).await;
    let request = asking.accepted().await;
    let more = json!({ "content": "已核实一部分", "class": "INTERNAL" });
    let verb = "replyPartlyToCoordinationRequest";
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
    // Of what was not asked, nothing is answered.
    let other = asking.pact.desk.organization(2);
    let input = json!({ "request": request, "version": 3, "content": "情况", "class": "INTERNAL", "organization": other });
    let unasked = refused(&house, &asking.pact.discipline, verb, FIELDS, input).await;
    unasked
        .refused("BAD_USER_INPUT")
        .of_field("input.organization");
    let input = json!({ "request": request, "version": 3, "content": "情况", "class": "INTERNAL", "people": 2 });
    let people = refused(&house, &asking.pact.discipline, verb, FIELDS, input).await;
    people.refused("BAD_USER_INPUT").of_field("input.people");
}

async fn is_for_everybody_who_handles(house: Arc<House>) {
    let asking = Asking::open(&house).await;
    let input = json!({ "request": asking.accepted().await, "version": 3, "content": "已核实一部分", "class": "INTERNAL", });
    let fields = "coordinationRequest { id }";
    asking
        .pact
        .desk
        .only(
            Agency::ALL,
            "replyPartlyToCoordinationRequest",
            fields,
            input,
        )
        .await;
}
