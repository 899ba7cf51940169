//! A client of the websocket.

use std::time::Duration;

use futures::{SinkExt, StreamExt};
use serde_json::{Value, json};
use tokio::{net::TcpStream, time::timeout};
use tokio_tungstenite::{
    MaybeTlsStream, WebSocketStream, connect_async,
    tungstenite::{Message, client::IntoClientRequest},
};

use crate::support::house::House;

/// A connection; every wait for a message ends after a minute.
pub struct Socket(pub WebSocketStream<MaybeTlsStream<TcpStream>>);

impl Socket {
    pub async fn open(house: &House, protocol: Option<&str>) -> Self {
        let url = house.address.replace("http://", "ws://") + "/graphql";
        let mut request = url.into_client_request().unwrap();
        if let Some(protocol) = protocol {
            let protocol = protocol.parse().unwrap();
            request
                .headers_mut()
                .insert("sec-websocket-protocol", protocol);
        }
        Self(connect_async(request).await.unwrap().0)
    }

    /// Connected and acknowledged.
    pub async fn ready(house: &House, token: &str) -> Self {
        let mut socket = Self::open(house, Some("graphql-transport-ws")).await;
        let payload = json!({"authorization": format!("Bearer {token}")});
        socket
            .say(json!({"type": "connection_init", "payload": payload}))
            .await;
        assert_eq!(socket.hear().await, json!({"type": "connection_ack"}));
        socket
    }

    pub async fn say(&mut self, message: Value) {
        self.0
            .send(Message::text(message.to_string()))
            .await
            .unwrap();
    }

    pub async fn next(&mut self) -> Option<Message> {
        let message = async {
            loop {
                match self.0.next().await?.ok()? {
                    Message::Ping(_) | Message::Pong(_) => {}
                    message => return Some(message),
                }
            }
        };
        timeout(Duration::from_secs(60), message)
            .await
            .expect("the service says something")
    }

    pub async fn hear(&mut self) -> Value {
        match self.next().await {
            Some(Message::Text(text)) => serde_json::from_str(&text).unwrap(),
            other => panic!("a message, not {other:?}"),
        }
    }

    pub async fn closed(&mut self) -> u16 {
        match self.next().await {
            Some(Message::Close(Some(frame))) => frame.code.into(),
            other => panic!("a close, not {other:?}"),
        }
    }

    pub fn subscribe(id: &str, query: &str) -> Value {
        json!({"type": "subscribe", "id": id, "payload": {"query": query}})
    }
}
