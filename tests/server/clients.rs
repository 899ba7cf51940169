//! Who asks, how often, how much at once, and under which name.

use std::sync::Arc;

use inspectorate::access::policy::{Agency, Role};
use serde_json::Value;

use super::{header, is, on_sqlite, post, refusal, viewer};
use crate::support::{
    Ground,
    house::{House, Person},
};

on_sqlite!(who_asks, request_ids, batches, rate_limit);

async fn who_asks(house: Arc<House>) {
    let person = viewer(&house).await;
    let url = format!("{}/graphql", house.address);
    let request = || {
        let request = house
            .http
            .post(&url)
            .header("content-type", "application/json");
        request.body(r#"{"query":"{__typename}"}"#)
    };
    let response = request().send().await.unwrap();
    assert_eq!(header(&response, "www-authenticate"), "Bearer");
    assert_eq!(refusal(request()).await, is(401, "UNAUTHENTICATED"));
    for value in [
        "Bearer x",
        "Basic eDp5",
        "Bearer",
        &format!("Bearer {}x", person.token),
    ] {
        let response = request()
            .header("authorization", value)
            .send()
            .await
            .unwrap();
        assert_eq!(
            header(&response, "www-authenticate"),
            "Bearer error=\"invalid_token\""
        );
        assert_eq!(
            refusal(request().header("authorization", value)).await,
            is(401, "UNAUTHENTICATED")
        );
    }
    let twice = request()
        .bearer_auth(&person.token)
        .header("authorization", "Bearer x");
    assert_eq!(refusal(twice).await, is(400, "BAD_USER_INPUT"));
    let any_case = request().header("authorization", format!("bEARER {}", person.token));
    assert_eq!(any_case.send().await.unwrap().status(), 200);
    let nobody = house.person(Agency::Audit, "NOT-REGISTERED", Role::Admin);
    assert_eq!(
        refusal(post(&nobody, r#"{"query":"{__typename}"}"#)).await,
        is(401, "UNAUTHENTICATED")
    );
}

async fn request_ids(house: Arc<House>) {
    let person = viewer(&house).await;
    let asked = post(&person, r#"{"query":"{nothing}"}"#).header("x-request-id", "case-7");
    let response = asked.send().await.unwrap();
    assert_eq!(header(&response, "x-request-id"), "case-7");
    let body: Value = serde_json::from_str(&response.text().await.unwrap()).unwrap();
    assert_eq!(body["errors"][0]["extensions"]["requestId"], "case-7");
    let odd = post(&person, "{").header("x-request-id", "a b\"c");
    let response = odd.send().await.unwrap();
    let id = header(&response, "x-request-id").to_owned();
    assert_eq!(id.len(), 36, "a new one: {id}");
    assert!(response.text().await.unwrap().contains(&id));
}

async fn batches(house: Arc<House>) {
    let person = viewer(&house).await;
    let batch = r#"[{"query":"{__typename}"},{"query":"{nothing}"}]"#;
    assert_eq!(
        refusal(post(&person, batch)).await,
        is(400, "BAD_USER_INPUT")
    );
    let open = Arc::new(House::open_with(house.kind, &house.url, &["--max-batch", "2"]).await);
    let person = Person {
        house: open.clone(),
        ..person
    };
    let response = post(&person, batch).send().await.unwrap();
    let body: Value = serde_json::from_str(&response.text().await.unwrap()).unwrap();
    assert_eq!(body[0]["data"]["__typename"], "Query");
    assert_eq!(body[1]["errors"][0]["extensions"]["code"], "BAD_USER_INPUT");
    let three = r#"[{"query":"{a}"},{"query":"{a}"},{"query":"{a}"}]"#;
    assert_eq!(refusal(post(&person, three)).await, is(400, "LIMITED"));
    open.close().await;
}

async fn rate_limit(house: Arc<House>) {
    let person = viewer(&house).await;
    let flags = ["--rate", "1", "--rate-burst", "3"];
    let slow = Arc::new(House::open_with(house.kind, &house.url, &flags).await);
    let person = Person {
        house: slow.clone(),
        ..person
    };
    let ask = || post(&person, r#"{"query":"{__typename}"}"#);
    let mut answered = 0;
    let refused = loop {
        let response = ask().send().await.unwrap();
        if response.status() != 200 {
            break response;
        }
        answered += 1;
        assert!(answered < 100, "one a second is less than this");
    };
    assert!(answered >= 3, "the burst passes");
    assert_eq!(refused.status(), 429);
    assert!(!header(&refused, "retry-after").is_empty());
    assert!(refused.text().await.unwrap().contains("LIMITED"));
    slow.close().await;
}
