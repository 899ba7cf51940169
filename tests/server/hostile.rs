//! What a hostile client sends, and that the service neither falls nor tires.

use std::{
    io::{Read, Write},
    net::TcpStream,
    sync::Arc,
    time::{Duration, Instant},
};

use inspectorate::access::policy::{Agency, Role};
use serde_json::json;

use super::on_sqlite;
use crate::support::{Ground, house::House, place::Place};

on_sqlite!(bombs, limits_are_named, introspection, bodies);

async fn bombs(house: Arc<House>) {
    let place = Place::build(&house, "X").await;
    let person = place.person(Agency::Discipline, Role::Viewer);
    let deep = |open: &str, close: &str, count| open.repeat(count) + &close.repeat(count);
    let mut fragments = "{...f0}".to_owned();
    for level in 0..28 {
        fragments += &format!(" fragment f{level} on Query {{...f{0} ...f{0}}}", level + 1);
    }
    fragments += " fragment f28 on Query {__typename}";
    let bombs = [
        format!("{{f(a:{})}}", deep("[", "]", 2_000)),
        format!("{{f(a:{})}}", deep("{a:", "}", 2_000)),
        format!("query($a: A = {}) {{f}}", deep("[", "]", 2_000)),
        format!("{{f(a:[\"\"\"\"{}", "[".repeat(4_000)),
        deep("{a", "}", 3_000),
        format!("query($a: {}) {{f}}", deep("[", "]", 2_000)),
        fragments,
        "{...a} fragment a on Query {...b} fragment b on Query {...a}".to_owned(),
        format!("{{{}}}", "a:__typename ".repeat(1_500)),
        format!("{{__typename {}}}", "@skip(if:false) ".repeat(800)),
        (0..1_000)
            .map(|i| format!("query q{i} {{__typename}} "))
            .collect(),
        "{".repeat(50_000),
        "\u{0}\u{1}{".to_owned(),
    ];
    for bomb in &bombs {
        let started = Instant::now();
        let answer = person.ask(bomb).await;
        let took = started.elapsed();
        let start: String = bomb.chars().take(40).collect();
        assert!(answer.body.get("data").is_none(), "{start}");
        assert!(took < Duration::from_secs(2), "{start}: {took:?}");
        assert!(
            answer.text.len() < 10_000,
            "{start}: {} bytes",
            answer.text.len()
        );
    }
    assert_eq!(
        person.ask("{__typename}").await.data("/__typename"),
        "Query"
    );
}

async fn limits_are_named(house: Arc<House>) {
    let place = Place::build(&house, "X").await;
    let person = place.person(Agency::Discipline, Role::Viewer);
    for (query, limit) in [
        (format!("{{{}}}", "__typename ".repeat(5_001)), "MAX_TOKENS"),
        (
            format!("# {}\n{{__typename}}", "字".repeat(30_000)),
            "MAX_DOCUMENT_BYTES",
        ),
        ("{a".repeat(51), "MAX_NESTING"),
        ("{a".repeat(21) + &"}".repeat(21), "MAX_DEPTH"),
        (
            format!("{{{}}}", "a:__typename ".repeat(101)),
            "MAX_ALIASES",
        ),
        (
            format!("{{{}}}", "__typename ".repeat(3_001)),
            "MAX_SELECTIONS",
        ),
    ] {
        let answer = person.ask(&query).await;
        let refusal = answer.refused("LIMITED");
        assert!(
            refusal.message().contains(limit),
            "{limit}: {}",
            refusal.message()
        );
        let zh = refusal.error["extensions"]["message_zh"].as_str().unwrap();
        assert!(zh.contains(limit), "{zh}");
    }
}

async fn introspection(house: Arc<House>) {
    let place = Place::build(&house, "X").await;
    let person = place.person(Agency::Discipline, Role::Viewer);
    let full = include_str!("../../api/src/graphql/guard/introspection.graphql");
    let types = person.ask(full).await;
    assert!(types.data("/__schema/types").as_array().unwrap().len() > 10);
    let circle = "{__schema{types{fields{type{fields{type{fields{name}}}}}}}}";
    assert!(
        person
            .ask(circle)
            .await
            .refused("LIMITED")
            .message()
            .contains("introspection")
    );
    let closed = House::open_with(house.kind, &house.url, &["--introspection", "false"]).await;
    let closed = Arc::new(closed);
    let person = crate::support::house::Person {
        house: closed.clone(),
        ..person
    };
    let answer = person.ask("{__schema{queryType{name}}}").await;
    assert!(!answer.text.contains("\"Query\""), "{}", answer.text);
    closed.close().await;
}

async fn bodies(house: Arc<House>) {
    let place = Place::build(&house, "X").await;
    let person = place.person(Agency::Discipline, Role::Viewer);
    let flags = ["--body-timeout", "1", "--max-body-bytes", "65536"];
    let strict = Arc::new(House::open_with(house.kind, &house.url, &flags).await);
    let url = format!("{}/graphql", strict.address);
    let large = json!({"query": "{__typename}", "x": "字".repeat(30_000)}).to_string();
    let request = strict.http.post(&url).bearer_auth(&person.token);
    let response = request
        .header("content-type", "application/json")
        .body(large);
    assert_eq!(response.send().await.unwrap().status(), 413);
    let (address, token) = (strict.address.clone(), person.token.clone());
    let answers = tokio::task::spawn_blocking(move || {
        let chunked = half_sent(
            &address,
            &token,
            "transfer-encoding: chunked",
            "4\r\n{\"qu\r\n",
        );
        let announced = half_sent(&address, &token, "content-length: 40", "{\"query\"");
        [chunked, announced]
    });
    for answer in answers.await.unwrap() {
        assert!(answer.starts_with("HTTP/1.1 408"), "{answer}");
        assert!(answer.contains("BODY_TIMEOUT"), "{answer}");
    }
    strict.close().await;
}

/// A body that never ends; what the service says to it.
fn half_sent(address: &str, token: &str, length: &str, body: &str) -> String {
    let address = address.trim_start_matches("http://");
    let mut stream = TcpStream::connect(address).unwrap();
    stream
        .set_read_timeout(Some(Duration::from_secs(10)))
        .unwrap();
    let head = format!(
        "POST /graphql HTTP/1.1\r\nhost: x\r\nauthorization: Bearer {token}\r\ncontent-type: application/json\r\n{length}\r\n\r\n{body}"
    );
    stream.write_all(head.as_bytes()).unwrap();
    let mut answer = vec![0; 4_096];
    let mut read = 0;
    while !String::from_utf8_lossy(&answer[..read]).contains("requestId") {
        match stream.read(&mut answer[read..]).unwrap() {
            0 => break,
            count => read += count,
        }
    }
    String::from_utf8_lossy(&answer[..read]).into_owned()
}
