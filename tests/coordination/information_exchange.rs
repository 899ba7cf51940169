//! What was asked and told around a round, object by object: who was asked what, who answered, what is open.

use std::sync::Arc;

use serde_json::{Value, json};

use super::Asking;
use crate::{
    coverage::desk::act,
    support::{house::House, on_each_database},
};

on_each_database!(tells_object_by_object);

const QUERY: &str = "{ rounds { nodes { informationExchange { organization open requests { kind receiver status sentOn repliedOn isOpen } } } } }";

async fn tells_object_by_object(house: Arc<House>) {
    let asking = Asking::open(&house).await;
    let answered = asking.accepted().await;
    let one = json!([asking.pact.desk.organization(1)]);
    asking.send(asking.with("objects", one)).await;
    let input = json!({ "request": answered, "version": 3, "content": "均无反映", "class": "INTERNAL", "on": "2022-04-12" });
    let fields = "coordinationRequest { id }";
    act(
        &asking.pact.discipline,
        "replyToCoordinationRequest",
        fields,
        input,
    )
    .await
    .data("/replyToCoordinationRequest");
    let request = |status: &str, replied_on: Value, is_open: bool| {
        json!({
            "kind": "PRE_INSPECTION_INFORMATION", "receiver": "A机关", "status": status, "sentOn": "2022-04-01",
            "repliedOn": replied_on, "isOpen": is_open,
        })
    };
    let replied = request("REPLIED", json!("2022-04-12"), false);
    let expected = json!([
        { "organization": "A第一单位", "open": 0, "requests": [replied] },
        { "organization": "A第二单位", "open": 1, "requests": [replied, request("SENT", json!(null), true)] },
    ]);
    for person in [asking.office(), &asking.pact.discipline] {
        let answer = person.ask(QUERY).await;
        let exchange = answer.data("/rounds/nodes/0/informationExchange");
        assert_eq!(*exchange, expected);
    }
    // A third agency sees the round, and nothing of what was asked around it.
    for person in [&asking.pact.audit, &asking.group()] {
        let answer = person.ask(QUERY).await;
        let exchange = answer.data("/rounds/nodes/0/informationExchange");
        assert_eq!(*exchange, json!([]));
    }
}
