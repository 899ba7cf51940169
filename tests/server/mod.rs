//! The service on the wire. Where what is proved does not depend on the database, SQLite does.

mod browser;
mod clients;
mod event_stream;
mod export;
mod health;
mod hostile;
mod http;
mod invalid;
pub mod socket;
pub mod subscriptions;
mod tokens;
mod webhooks;
mod websocket;
mod zones;

use std::sync::Arc;

use inspectorate::access::policy::{Agency, Role};
use reqwest::{RequestBuilder, Response};
use serde_json::Value;

use crate::support::{
    house::{House, Person},
    place::Place,
};

/// Run each named `async fn(Arc<House>)` as a test.
macro_rules! on_sqlite {
    ($($test:ident),+ $(,)?) => {$(
        mod $test {
            #[test]
            fn sqlite() {
                crate::support::on(crate::support::database::Kind::Sqlite, super::$test);
            }
        }
    )+};
}
pub(crate) use on_sqlite;

async fn viewer(house: &Arc<House>) -> Person {
    let place = Place::build(house, "X").await;
    place.person(Agency::Discipline, Role::Viewer)
}

fn post(person: &Person, body: impl Into<reqwest::Body>) -> RequestBuilder {
    let house = &person.house;
    house
        .http
        .post(format!("{}/graphql", house.address))
        .bearer_auth(&person.token)
        .header("content-type", "application/json")
        .body(body)
}

fn header<'a>(response: &'a Response, name: &str) -> &'a str {
    let value = response.headers().get(name);
    value.map_or("", |value| value.to_str().unwrap())
}

/// Status and the code of the first error.
async fn refusal(request: RequestBuilder) -> (u16, String) {
    let response = request.send().await.unwrap();
    let status = response.status().as_u16();
    let body: Value = serde_json::from_str(&response.text().await.unwrap()).unwrap();
    assert!(
        body.get("data").is_none(),
        "a request error has no data: {body}"
    );
    let code = body["errors"][0]["extensions"]["code"].as_str();
    (status, code.unwrap_or("none").to_owned())
}

fn is(status: u16, code: &str) -> (u16, String) {
    (status, code.to_owned())
}
