//! Watching: a request is told to the body that it was sent to and to nobody else, and shows in its worklist.

use std::{sync::Arc, time::Duration};

use serde_json::{Value, json};
use tokio::time::timeout;

use super::{Asking, asking::FIELDS};
use crate::{
    coverage::desk::act,
    server::{socket::Socket, subscriptions::end_registration},
    support::{
        house::{House, Person},
        on_each_database,
    },
};

on_each_database!(
    a_request_is_told_to_its_receiver_alone,
    a_worklist_tells_what_changed,
    an_ended_registration_silences_both,
);

const REQUESTS: &str =
    "subscription {requestReceived(after: 0) {id title status sender {code} objects {totalCount}}}";
const WORKLIST: &str = "subscription {worklistChanged {position count changed gone}}";

async fn watching(house: &Arc<House>, person: &Person, query: &str) -> Socket {
    let mut socket = Socket::ready(house, &person.token).await;
    socket.say(Socket::subscribe("1", query)).await;
    socket
}

/// The next result, under its field.
async fn told(socket: &mut Socket, field: &str) -> Value {
    let heard = socket.hear().await;
    assert_eq!(heard["type"], "next", "{heard}");
    heard["payload"]["data"][field].clone()
}

async fn hears_nothing(mut socket: Socket) {
    let heard = timeout(Duration::from_millis(1_500), socket.hear()).await;
    assert!(heard.is_err(), "{heard:?}");
}

async fn a_request_is_told_to_its_receiver_alone(house: Arc<House>) {
    let asking = Asking::open(&house).await;
    let mut receiver = watching(&house, &asking.pact.discipline, REQUESTS).await;
    let mut others = Vec::new();
    for other in [&asking.pact.audit, &asking.group(), asking.office()] {
        others.push(watching(&house, other, REQUESTS).await);
    }
    let id = asking.sent().await;
    let expected = json!({
        "id": id, "title": "巡前信息沟通", "status": "SENT", "sender": {"code": "A-OFFICE"}, "objects": {"totalCount": 2},
    });
    assert_eq!(told(&mut receiver, "requestReceived").await, expected);
    for other in others {
        hears_nothing(other).await;
    }
    // Whoever comes later is told once, and of nothing else that is done with it.
    let input = json!({"request": id, "version": 1});
    act(
        &asking.pact.discipline,
        "receiveCoordinationRequest",
        FIELDS,
        input,
    )
    .await
    .data("/receiveCoordinationRequest/coordinationRequest/id");
    let mut again = watching(&house, &asking.pact.discipline, REQUESTS).await;
    let heard = told(&mut again, "requestReceived").await;
    assert_eq!(heard["status"], "RECEIVED", "as it stands now");
    hears_nothing(again).await;
    hears_nothing(receiver).await;
}

async fn a_worklist_tells_what_changed(house: Arc<House>) {
    let asking = Asking::open(&house).await;
    let mut receiver = watching(&house, &asking.pact.discipline, WORKLIST).await;
    let mut third = watching(&house, &asking.pact.audit, WORKLIST).await;
    for socket in [&mut receiver, &mut third] {
        let first = told(socket, "worklistChanged").await;
        assert_eq!(first["count"], 0);
        assert_eq!(
            (&first["changed"], &first["gone"]),
            (&json!([]), &json!([]))
        );
    }
    let id = asking.sent().await;
    let heard = told(&mut receiver, "worklistChanged").await;
    assert!(heard["position"].as_i64().unwrap() > 0);
    assert_eq!(heard["count"], 1);
    assert_eq!(
        (&heard["changed"], &heard["gone"]),
        (&json!([id]), &json!([]))
    );
    // Whoever comes later is told at once how it stands.
    let mut late = watching(&house, &asking.pact.discipline, WORKLIST).await;
    assert_eq!(
        told(&mut late, "worklistChanged").await["changed"],
        json!([id])
    );
    // Withdrawn, it is owed no more.
    let input = json!({"request": id, "version": 1, "reason": "已另行了解"});
    act(
        asking.office(),
        "withdrawCoordinationRequest",
        FIELDS,
        input,
    )
    .await
    .data("/withdrawCoordinationRequest/coordinationRequest/id");
    let heard = told(&mut receiver, "worklistChanged").await;
    assert_eq!(heard["count"], 0);
    assert_eq!(
        (&heard["changed"], &heard["gone"]),
        (&json!([]), &json!([id]))
    );
    hears_nothing(third).await;
}

async fn an_ended_registration_silences_both(house: Arc<House>) {
    let asking = Asking::open(&house).await;
    asking.sent().await;
    let mut sockets = Vec::new();
    for query in [REQUESTS, WORKLIST] {
        sockets.push(watching(&house, &asking.pact.discipline, query).await);
    }
    // Both have begun.
    told(&mut sockets[0], "requestReceived").await;
    told(&mut sockets[1], "worklistChanged").await;
    end_registration(&asking.pact.desk.place, "DISCIPLINE").await;
    for mut socket in sockets {
        let heard = socket.hear().await;
        assert!(heard["payload"]["data"].is_null(), "{heard}");
        let code = &heard["payload"]["errors"][0]["extensions"]["code"];
        assert_eq!(code, "UNAUTHENTICATED", "{heard}");
        assert_eq!(socket.hear().await, json!({"type": "complete", "id": "1"}));
    }
}
