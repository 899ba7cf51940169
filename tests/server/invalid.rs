//! Requests that are good HTTP and no good GraphQL, under both profiles.

use std::sync::Arc;

use serde_json::json;

use super::{is, on_sqlite, post, refusal, viewer};
use crate::support::{
    Ground,
    house::{House, Person},
};

on_sqlite!(invalid_graphql, draft_profile, a_list_that_is_never_null);

const INVALID: [&str; 5] = [
    r#"{"query":"{"}"#,
    r#"{"query":"{nothingOfTheKind}"}"#,
    r#"{"query":"{__typename}","operationName":"B"}"#,
    r#"{"query":"query A($id: ID!) {node(id: $id) {id}}"}"#,
    r#"{"query":"query A($id: ID!) {node(id: $id) {id}}","variables":{"id":{}}}"#,
];

async fn invalid_graphql(house: Arc<House>) {
    let person = viewer(&house).await;
    for body in INVALID {
        let json = post(&person, body).header("accept", "application/json");
        assert_eq!(refusal(json).await, is(200, "BAD_USER_INPUT"), "{body}");
        let graphql = post(&person, body).header("accept", "application/graphql-response+json");
        assert_eq!(refusal(graphql).await, is(400, "BAD_USER_INPUT"), "{body}");
    }
    let unknown = "a ".repeat(1_000);
    let response = post(
        &person,
        json!({"query": format!("{{{unknown}}}")}).to_string(),
    );
    let text = response.send().await.unwrap().text().await.unwrap();
    assert!(
        text.len() < 10_000,
        "thousand errors are not told one by one: {} bytes",
        text.len()
    );
}

async fn draft_profile(house: Arc<House>) {
    let person = viewer(&house).await;
    let draft = House::open_with(house.kind, &house.url, &["--http-profile", "draft"]).await;
    let draft = Arc::new(draft);
    let person = Person {
        house: draft.clone(),
        ..person
    };
    for (body, status) in INVALID.iter().zip([400, 422, 422, 422, 422]) {
        for accept in ["application/json", "application/graphql-response+json"] {
            let request = post(&person, *body).header("accept", accept);
            assert_eq!(
                refusal(request).await,
                is(status, "BAD_USER_INPUT"),
                "{body} {accept}"
            );
        }
    }
    assert_eq!(
        refusal(post(&person, "{}")).await,
        is(422, "BAD_USER_INPUT")
    );
    assert_eq!(refusal(post(&person, "{")).await, is(400, "BAD_USER_INPUT"));
    draft.close().await;
}

async fn a_list_that_is_never_null(house: Arc<House>) {
    let person = viewer(&house).await;
    let answer = person
        .ask(r#"{ __typename nodes(ids: ["zz"]) { id } }"#)
        .await;
    answer
        .refused("BAD_USER_INPUT")
        .of_field("ids")
        .at_path("nodes");
    assert!(
        answer.at("").is_null(),
        "an error in a field that must not be null leaves no data"
    );
}
