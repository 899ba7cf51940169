//! Reminding of requests: by who sent them, while they wait, as often as it takes.

use std::sync::Arc;

use inspectorate::access::policy::Agency;
use serde_json::json;

use super::Asking;
use crate::{
    coverage::desk::{act, refused},
    support::{house::House, on_each_database},
};

on_each_database!(is_kept, is_refused, is_for_everybody_who_handles);

const FIELDS: &str =
    "coordinationRequest { status reminders { totalCount nodes { content remindedOn } } }";

async fn is_kept(house: Arc<House>) {
    let asking = Asking::open(&house).await;
    let request = asking.sent().await;
    for (on, total) in [("2022-04-20", 1), ("2022-04-28", 2)] {
        let input = json!({ "request": request, "content": "请尽快答复", "on": on });
        let answer = act(
            asking.office(),
            "remindOfCoordinationRequest",
            FIELDS,
            input,
        )
        .await;
        let reminded = answer.data("/remindOfCoordinationRequest/coordinationRequest");
        assert_eq!(reminded["status"], "SENT");
        assert_eq!(reminded["reminders"]["totalCount"], total);
        let first = json!({ "content": "请尽快答复", "remindedOn": on });
        assert_eq!(reminded["reminders"]["nodes"][0], first);
    }
}

async fn is_refused(house: Arc<House>) {
    let asking = Asking::open(&house).await;
    let request = asking.sent().await;
    let verb = "remindOfCoordinationRequest";
    let remind = |on: &str| json!({ "request": request, "content": "请尽快答复", "on": on });
    for on in ["2022-03-31", "2999-01-01"] {
        let answer = refused(&house, asking.office(), verb, FIELDS, remind(on)).await;
        answer.refused("BAD_USER_INPUT").of_field("input.on");
    }
    let other = refused(
        &house,
        &asking.pact.discipline,
        verb,
        FIELDS,
        remind("2022-04-20"),
    )
    .await;
    other
        .refused("GATE")
        .by_gate("REQUEST_OF_ANOTHER_BODY")
        .of_field("input.request");
    let third = refused(
        &house,
        &asking.pact.audit,
        verb,
        FIELDS,
        remind("2022-04-20"),
    )
    .await;
    third.refused("NOT_FOUND").of_field("input.request");
    let notice = asking.notice().await;
    let input = json!({ "request": notice, "content": "请签收" });
    let notice = refused(&house, asking.office(), verb, FIELDS, input).await;
    notice.refused("GATE").by_gate("NOTICE_OWES_NOTHING");
    let input = json!({ "request": request, "version": 1, "reason": "情况变化" });
    act(
        asking.office(),
        "withdrawCoordinationRequest",
        "coordinationRequest { id }",
        input,
    )
    .await
    .data("/withdrawCoordinationRequest");
    let late = refused(&house, asking.office(), verb, FIELDS, remind("2022-06-01")).await;
    late.refused("GATE")
        .by_gate("WRONG_STATE")
        .of_field("input.request");
}

async fn is_for_everybody_who_handles(house: Arc<House>) {
    let asking = Asking::open(&house).await;
    let input = json!({ "request": asking.sent().await, "content": "请尽快答复" });
    let fields = "coordinationRequest { id }";
    asking
        .pact
        .desk
        .only(Agency::ALL, "remindOfCoordinationRequest", fields, input)
        .await;
}
