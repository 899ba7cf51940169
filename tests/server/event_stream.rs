//! Operations over server-sent events, as GraphQL over SSE asks it with one connection for each.

use std::{sync::Arc, time::Duration};

use inspectorate::access::{
    policy::{Agency, Role},
    token,
};
use reqwest::{RequestBuilder, Response};
use serde_json::{Value, json};
use tokio::time::timeout;

use super::{
    header, is, on_sqlite, post, refusal,
    subscriptions::{end_registration, rename, rename_on},
};
use crate::support::{house::House, on_each_database, place::Place};

on_each_database!(
    events_arrive_and_are_resumed,
    another_place_hears_nothing,
    an_ended_registration_is_silent,
);

on_sqlite!(
    a_query_is_answered_by_a_stream_where_nothing_else_is_taken,
    refusals_are_those_of_http,
    the_token_ends,
    a_quiet_stream_says_that_it_lives,
    connections_are_counted,
    the_service_stops,
);

const WATCH: &str = "subscription($after: Int) {events(after: $after) {position}}";

/// What a client reads of one stream; every wait ends after twenty seconds.
struct Events {
    response: Response,
    unread: String,
}

impl Events {
    async fn of(request: RequestBuilder) -> Self {
        let response = request.send().await.unwrap();
        assert_eq!(response.status().as_u16(), 200);
        let kind = header(&response, "content-type");
        assert_eq!(kind, "text/event-stream; charset=utf-8");
        assert_eq!(header(&response, "cache-control"), "no-store");
        assert_eq!(header(&response, "x-accel-buffering"), "no");
        Self {
            response,
            unread: String::new(),
        }
    }

    /// The next block of lines, comments too; none when the stream is over.
    async fn block(&mut self) -> Option<String> {
        loop {
            if let Some((block, rest)) = self.unread.split_once("\n\n") {
                let block = block.to_owned();
                self.unread = rest.to_owned();
                return Some(block);
            }
            let chunk = timeout(Duration::from_secs(20), self.response.chunk()).await;
            let chunk = chunk.expect("the service says something").unwrap()?;
            self.unread.push_str(std::str::from_utf8(&chunk).unwrap());
        }
    }

    /// The next event's name and data.
    async fn event(&mut self) -> Option<(String, Value)> {
        loop {
            let block = self.block().await?;
            let Some(rest) = block.strip_prefix("event: ") else {
                assert_eq!(block, ":", "a comment");
                continue;
            };
            let (name, data) = rest.split_once("\ndata:").expect("an event has data");
            let data = serde_json::from_str(data).unwrap_or(Value::Null);
            return Some((name.to_owned(), data));
        }
    }

    async fn next(&mut self) -> Value {
        match self.event().await {
            Some((name, data)) if name == "next" => data,
            other => panic!("a result, not {other:?}"),
        }
    }

    async fn complete(&mut self) {
        let end = self.event().await.map(|(name, _)| name);
        assert_eq!(end.as_deref(), Some("complete"));
        assert!(self.block().await.is_none(), "nothing follows");
    }
}

fn watch(house: &Arc<House>, token: &str, after: i64) -> RequestBuilder {
    let body = json!({"query": WATCH, "variables": {"after": after}});
    house
        .http
        .post(format!("{}/graphql", house.address))
        .bearer_auth(token)
        .header("content-type", "application/json")
        .header("accept", "text/event-stream")
        .body(body.to_string())
}

fn code(result: &Value) -> &Value {
    &result["errors"][0]["extensions"]["code"]
}

async fn events_arrive_and_are_resumed(house: Arc<House>) {
    let place = Place::build(&house, "X").await;
    let person = place.person(Agency::Office, Role::Viewer);
    let mut events = Events::of(watch(&house, &person.token, 0)).await;
    rename(&place, "新名称").await;
    let first = json!({"data": {"events": {"position": 1}}});
    assert_eq!(events.next().await, first);
    drop(events);
    rename_on(&place, "又一名称", "2026-02-01").await;
    let mut events = Events::of(watch(&house, &person.token, 1)).await;
    assert_eq!(events.next().await["data"]["events"]["position"], 2);
    // The same by GET, as a browser's own client asks.
    let query = "subscription%7Bevents(after:0)%7Bposition%7D%7D";
    let url = format!("{}/graphql?query={query}", house.address);
    let request = house.http.get(url).bearer_auth(&person.token);
    let mut events = Events::of(request.header("accept", "text/event-stream")).await;
    assert_eq!(events.next().await, first);
    assert_eq!(events.next().await["data"]["events"]["position"], 2);
}

async fn another_place_hears_nothing(house: Arc<House>) {
    let here = Place::build(&house, "X").await;
    let there = Place::build(&house, "Y").await;
    let person = there.person(Agency::Office, Role::Viewer);
    let mut events = Events::of(watch(&house, &person.token, 0)).await;
    rename(&here, "新名称").await;
    rename(&there, "另一名称").await;
    let heard = events.next().await;
    assert_eq!(heard["data"]["events"]["position"], 2, "only its own");
}

/// A body that loses its registration is told so once, and hears nothing of what is done after that.
async fn an_ended_registration_is_silent(house: Arc<House>) {
    let place = Place::build(&house, "X").await;
    let audit = place.person(Agency::Audit, Role::Viewer);
    let mut events = Events::of(watch(&house, &audit.token, 0)).await;
    rename(&place, "新名称").await;
    assert_eq!(events.next().await["data"]["events"]["position"], 1);
    end_registration(&place, "AUDIT").await;
    rename_on(&place, "又一名称", "2026-02-01").await;
    let heard = events.next().await;
    assert!(heard["data"].is_null(), "{heard}");
    assert_eq!(code(&heard), "UNAUTHENTICATED", "{heard}");
    events.complete().await;
    let again = refusal(watch(&house, &audit.token, 0)).await;
    assert_eq!(again, is(401, "UNAUTHENTICATED"));
}

async fn a_query_is_answered_by_a_stream_where_nothing_else_is_taken(house: Arc<House>) {
    let place = Place::build(&house, "X").await;
    let person = place.person(Agency::Office, Role::Viewer);
    let query = json!({"query": "{__typename}"}).to_string();
    let request = post(&person, query.clone()).header("accept", "text/event-stream");
    let mut events = Events::of(request).await;
    assert_eq!(
        events.next().await,
        json!({"data": {"__typename": "Query"}})
    );
    events.complete().await;
    // Whoever takes both gets the plain answer of a query, and the stream of a subscription.
    let both = "application/json, text/event-stream";
    let plain = post(&person, query).header("accept", both).send().await;
    assert_eq!(
        header(&plain.unwrap(), "content-type"),
        "application/json; charset=utf-8"
    );
    let body = json!({"query": "subscription {events(after: 0) {position}}"}).to_string();
    rename(&place, "新名称").await;
    let mut events = Events::of(post(&person, body).header("accept", both)).await;
    assert_eq!(events.next().await["data"]["events"]["position"], 1);
    // What the schema does not know is said in the stream.
    let body = json!({"query": "subscription {nothing}"}).to_string();
    let request = post(&person, body).header("accept", "text/event-stream");
    let mut events = Events::of(request).await;
    assert_eq!(code(&events.next().await), "BAD_USER_INPUT");
    events.complete().await;
}

async fn refusals_are_those_of_http(house: Arc<House>) {
    let place = Place::build(&house, "X").await;
    let person = place.person(Agency::Office, Role::Viewer);
    let stream = "text/event-stream";
    let asked = |query: &str, accept: &str| {
        let body = json!({"query": query}).to_string();
        refusal(post(&person, body).header("accept", accept.to_owned()))
    };
    let watch_all = "subscription {events(after: 0) {position}}";
    assert_eq!(
        asked(watch_all, "application/json").await.1,
        "BAD_USER_INPUT"
    );
    assert_eq!(
        asked(watch_all, "application/json, text/event-stream;q=0")
            .await
            .1,
        "BAD_USER_INPUT"
    );
    // The guard is the same whatever the door.
    let aliases: String = (0..200).map(|at| format!("a{at}: position ")).collect();
    let much = format!("subscription {{events {{{aliases}}}}}");
    assert_eq!(asked(&much, stream).await.1, "LIMITED");
    assert_eq!(asked("subscription {", stream).await.1, "BAD_USER_INPUT");
    let nobody = house.http.post(format!("{}/graphql", house.address));
    let nobody = nobody
        .header("content-type", "application/json")
        .header("accept", stream)
        .body(json!({"query": watch_all}).to_string());
    assert_eq!(refusal(nobody).await, is(401, "UNAUTHENTICATED"));
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
    let mut events = Events::of(watch(&house, &token, 0)).await;
    assert_eq!(code(&events.next().await), "UNAUTHENTICATED");
    events.complete().await;
}

async fn a_quiet_stream_says_that_it_lives(house: Arc<House>) {
    let other = House::open_with(house.kind, &house.url, &["--ws-ping-interval", "1"]).await;
    let place = Place::build(&house, "X").await;
    let token = place.person(Agency::Office, Role::Viewer).token;
    let other = Arc::new(other);
    let mut events = Events::of(watch(&other, &token, 0)).await;
    for _ in 0..3 {
        assert_eq!(events.block().await.as_deref(), Some(":"));
    }
    other.stop().await;
}

async fn connections_are_counted(house: Arc<House>) {
    let strict = House::open_with(house.kind, &house.url, &["--ws-max-connections", "1"]).await;
    let strict = Arc::new(strict);
    let place = Place::build(&house, "X").await;
    let token = place.person(Agency::Office, Role::Viewer).token;
    let mut events = Events::of(watch(&strict, &token, 0)).await;
    assert_eq!(events.block().await.as_deref(), Some(":"));
    let second = refusal(watch(&strict, &token, 0)).await;
    assert_eq!(second, is(503, "UNAVAILABLE"));
    drop(events);
    // Its place is free as soon as the service has noticed.
    let free = async {
        while watch(&strict, &token, 0).send().await.unwrap().status() != 200 {
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    };
    timeout(Duration::from_secs(10), free).await.unwrap();
    strict.stop().await;
}

async fn the_service_stops(house: Arc<House>) {
    let other = Arc::new(House::open_with(house.kind, &house.url, &[]).await);
    let place = Place::build(&house, "X").await;
    let token = place.person(Agency::Office, Role::Viewer).token;
    let mut events = Events::of(watch(&other, &token, 0)).await;
    assert_eq!(events.block().await.as_deref(), Some(":"));
    other.stop().await;
    // Without `complete`: the client comes again, to another instance.
    let rest = timeout(Duration::from_secs(20), other_end(&mut events)).await;
    assert_eq!(rest.expect("the stream ends"), None);
}

/// What comes before the connection is gone, in whichever way it goes.
async fn other_end(events: &mut Events) -> Option<String> {
    let chunk = events.response.chunk().await.ok()??;
    Some(String::from_utf8_lossy(&chunk).into_owned())
}
