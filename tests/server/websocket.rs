//! `graphql-transport-ws`, to the letter of its close codes.

use std::{
    sync::Arc,
    time::{Duration, Instant},
};

use futures::SinkExt;
use inspectorate::access::{
    policy::{Agency, Role},
    token,
};
use serde_json::json;
use tokio_tungstenite::tungstenite::Message;

use super::{on_sqlite, socket::Socket};
use crate::support::{Ground, house::House, place::Place};

on_sqlite!(
    a_query_is_answered,
    handshakes,
    who_asks,
    bad_messages,
    rates_count_here_too,
    the_token_ends,
    the_service_stops,
    a_reader_that_takes_nothing_is_dropped,
);

async fn token(house: &Arc<House>) -> String {
    let place = Place::build(house, "X").await;
    place.person(Agency::Discipline, Role::Viewer).token
}

async fn a_query_is_answered(house: Arc<House>) {
    let mut socket = Socket::ready(&house, &token(&house).await).await;
    for _ in 0..2 {
        socket.say(Socket::subscribe("1", "{__typename}")).await;
        let answer =
            json!({"id": "1", "type": "next", "payload": {"data": {"__typename": "Query"}}});
        assert_eq!(socket.hear().await, answer);
        assert_eq!(socket.hear().await, json!({"id": "1", "type": "complete"}));
    }
    for query in ["{", "{nothing}", "{...a} fragment a on Query {...a}"] {
        socket.say(Socket::subscribe("2", query)).await;
        let answer = socket.hear().await;
        assert_eq!(
            (&answer["id"], &answer["type"]),
            (&json!("2"), &json!("error"))
        );
        assert_eq!(
            answer["payload"][0]["extensions"]["code"], "BAD_USER_INPUT",
            "{answer}"
        );
    }
    let bomb = format!("{{f(a:{}", "[".repeat(4_000));
    socket.say(Socket::subscribe("3", &bomb)).await;
    assert_eq!(
        socket.hear().await["payload"][0]["extensions"]["code"],
        "LIMITED"
    );
    socket.say(json!({"type": "ping"})).await;
    assert_eq!(socket.hear().await, json!({"type": "pong"}));
    socket
        .say(json!({"type": "complete", "id": "unknown"}))
        .await;
    socket
        .say(json!({"type": "ping", "payload": {"a": 1}}))
        .await;
    assert_eq!(socket.hear().await, json!({"type": "pong"}));
}

async fn handshakes(house: Arc<House>) {
    assert_eq!(Socket::open(&house, None).await.closed().await, 4406);
    let flags = ["--ws-init-timeout", "1"];
    let hasty = House::open_with(house.kind, &house.url, &flags).await;
    let mut socket = Socket::open(&hasty, Some("graphql-transport-ws")).await;
    assert_eq!(socket.closed().await, 4408);
    hasty.close().await;
    let url = format!("{}/graphql", house.address);
    let broken = house
        .http
        .get(url)
        .header("upgrade", "websocket")
        .send()
        .await
        .unwrap();
    assert_eq!(broken.status(), 400);
}

async fn who_asks(house: Arc<House>) {
    let token = token(&house).await;
    for payload in [
        json!(null),
        json!({}),
        json!({"authorization": "Bearer x"}),
        json!({"authorization": 7}),
    ] {
        let mut socket = Socket::open(&house, Some("graphql-transport-ws")).await;
        socket
            .say(json!({"type": "connection_init", "payload": payload}))
            .await;
        assert_eq!(socket.closed().await, 4403, "{payload}");
    }
    for key in ["Authorization", "authorization"] {
        let mut socket = Socket::open(&house, Some("graphql-transport-ws")).await;
        let payload = json!({key: format!("bearer {token}")});
        socket
            .say(json!({"type": "connection_init", "payload": payload}))
            .await;
        assert_eq!(socket.hear().await["type"], "connection_ack");
        socket.say(json!({"type": "connection_init"})).await;
        assert_eq!(socket.closed().await, 4429);
    }
    let mut socket = Socket::open(&house, Some("graphql-transport-ws")).await;
    socket.say(Socket::subscribe("1", "{__typename}")).await;
    assert_eq!(socket.closed().await, 4401);
}

async fn bad_messages(house: Arc<House>) {
    let token = token(&house).await;
    for message in [
        Message::text("x"),
        Message::text("[]"),
        Message::text(r#"{"type":"start","id":"1"}"#),
        Message::text(r#"{"type":"subscribe","payload":{"query":"{a}"}}"#),
        Message::text(r#"{"type":"subscribe","id":"1","payload":{}}"#),
        Message::binary(r#"{"type":"ping"}"#),
    ] {
        let mut socket = Socket::ready(&house, &token).await;
        socket.0.send(message.clone()).await.unwrap();
        assert_eq!(socket.closed().await, 4400, "{message:?}");
    }
    let mut socket = Socket::ready(&house, &token).await;
    let large = Socket::subscribe("1", &"#".repeat(200_000));
    let _ = socket.0.send(Message::text(large.to_string())).await;
    assert_eq!(socket.closed().await, 1009);
}

async fn rates_count_here_too(house: Arc<House>) {
    let flags = ["--rate", "1", "--rate-burst", "2"];
    let strict = House::open_with(house.kind, &house.url, &flags).await;
    let mut socket = Socket::ready(&strict, &token(&house).await).await;
    let mut answered = 0;
    loop {
        socket.say(Socket::subscribe("1", "{__typename}")).await;
        let answer = socket.hear().await;
        if answer["type"] == "error" {
            assert_eq!(answer["payload"][0]["extensions"]["code"], "LIMITED");
            break;
        }
        assert_eq!(socket.hear().await["type"], "complete");
        answered += 1;
        assert!(answered < 100, "one a second is less than this");
    }
    assert!(answered >= 2, "the burst passes");
    strict.close().await;
}

async fn the_token_ends(house: Arc<House>) {
    Place::build(&house, "X").await;
    let grant = token::Grant {
        subject: "short".to_owned(),
        name: "测试员".to_owned(),
        agency: Agency::Audit,
        organization: "X-AUDIT".to_owned(),
        roles: [Role::Viewer].into(),
    };
    let token = token::issue(&house.tokens, grant, Duration::from_secs(2)).unwrap();
    let mut socket = Socket::ready(&house, &token).await;
    assert_eq!(socket.closed().await, 4403);
}

async fn the_service_stops(house: Arc<House>) {
    let token = token(&house).await;
    let other = House::open_with(house.kind, &house.url, &[]).await;
    let mut socket = Socket::ready(&other, &token).await;
    other.close().await;
    assert_eq!(socket.closed().await, 1001);
}

/// Answers that nobody takes fill the buffers; then the operations end, and their client is told why once it reads on.
async fn a_reader_that_takes_nothing_is_dropped(house: Arc<House>) {
    let token = token(&house).await;
    // Sixty such answers take a busy machine longer than a request may take otherwise.
    let flags = [
        "--ws-send-timeout",
        "1",
        "--ws-max-subscriptions",
        "100",
        "--request-timeout",
        "300",
    ];
    let other = House::open_with(house.kind, &house.url, &flags).await;
    let mut socket = Socket::ready(&other, &token).await;
    let much = "{__schema {types {name description fields {name description}}}}";
    for id in 0..60 {
        socket.say(Socket::subscribe(&id.to_string(), much)).await;
    }
    let running = async || {
        let metrics = other.http.get(format!("{}/metrics", other.address));
        let text = metrics.send().await.unwrap().text().await.unwrap();
        let line = text
            .lines()
            .find_map(|line| line.strip_prefix("inspectorate_websocket_operations "));
        line.unwrap().parse::<f64>().unwrap()
    };
    let began = Instant::now();
    // The first of them runs before the first can end.
    for are_running in [true, false] {
        while (running().await > 0.0) != are_running {
            assert!(began.elapsed() < Duration::from_secs(300), "never dropped");
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }
    let end = loop {
        match socket.next().await {
            Some(Message::Text(text)) => assert!(!text.contains("\"errors\""), "{text:.300}"),
            end => break end,
        }
    };
    match end {
        Some(Message::Close(Some(frame))) => {
            assert_eq!(u16::from(frame.code), 1008);
            assert!(frame.reason.contains("WS_SEND_TIMEOUT"), "{}", frame.reason);
        }
        other => panic!("a close with its reason, not {other:?}"),
    }
    other.close().await;
}
