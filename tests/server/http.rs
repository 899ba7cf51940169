//! GraphQL over HTTP: media types, status codes, headers.

use std::sync::Arc;

use reqwest::{Method, RequestBuilder};

use super::{header, is, on_sqlite, post, refusal, viewer};
use crate::support::house::House;

on_sqlite!(media_types, methods, parameters);

const JSON: &str = "application/json; charset=utf-8";
const GRAPHQL: &str = "application/graphql-response+json; charset=utf-8";

async fn media_types(house: Arc<House>) {
    let person = viewer(&house).await;
    let body = r#"{"query":"{__typename}"}"#;
    for (accept, kind) in [
        (None, JSON),
        (Some("*/*"), JSON),
        (Some("application/json"), JSON),
        (Some("application/graphql-response+json"), GRAPHQL),
        (
            Some("application/graphql-response+json, application/json;q=0.9"),
            GRAPHQL,
        ),
        (
            Some("application/json;q=0.9, application/graphql-response+json;q=0.1"),
            JSON,
        ),
    ] {
        let mut request = post(&person, body);
        if let Some(accept) = accept {
            request = request.header("accept", accept);
        }
        let response = request.send().await.unwrap();
        assert_eq!(response.status(), 200, "{accept:?}");
        assert_eq!(header(&response, "content-type"), kind, "{accept:?}");
        assert_eq!(
            response.text().await.unwrap(),
            r#"{"data":{"__typename":"Query"}}"#
        );
    }
    assert_eq!(
        refusal(post(&person, body).header("accept", "text/html")).await,
        is(406, "BAD_USER_INPUT")
    );
    for kind in [
        "text/plain",
        "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=x",
        "application/json; charset=gbk",
    ] {
        let request = post(&person, body).header("content-type", kind);
        // reqwest appends; the second header counts for nothing, so set it alone.
        let request = rebuilt(request, kind);
        assert_eq!(refusal(request).await, is(415, "BAD_USER_INPUT"), "{kind}");
    }
    let packed = post(&person, body).header("content-encoding", "gzip");
    assert_eq!(refusal(packed).await, is(415, "BAD_USER_INPUT"));
}

fn rebuilt(request: RequestBuilder, kind: &str) -> RequestBuilder {
    let (client, request) = request.build_split();
    let mut request = request.unwrap();
    request
        .headers_mut()
        .insert("content-type", kind.parse().unwrap());
    RequestBuilder::from_parts(client, request)
}

async fn methods(house: Arc<House>) {
    let person = viewer(&house).await;
    let url = format!("{}/graphql", house.address);
    let get = |query: &str| {
        let url = reqwest::Url::parse_with_params(&url, [("query", query)]).unwrap();
        house.http.get(url).bearer_auth(&person.token)
    };
    let response = get("{__typename}").send().await.unwrap();
    assert_eq!(response.status(), 200);
    assert_eq!(header(&response, "cache-control"), "no-store");
    let response = get("mutation {__typename}").send().await.unwrap();
    assert_eq!(
        (response.status().as_u16(), header(&response, "allow")),
        (405, "POST")
    );
    let named = [
        ("query", "query A {__typename} mutation B {__typename}"),
        ("operationName", "A"),
        ("variables", ""),
    ];
    let named = reqwest::Url::parse_with_params(&url, named).unwrap();
    let response = house
        .http
        .get(named)
        .bearer_auth(&person.token)
        .send()
        .await
        .unwrap();
    assert_eq!(response.status(), 200, "the name picks the query");
    for method in [Method::PUT, Method::DELETE, Method::PATCH, Method::OPTIONS] {
        let response = house
            .http
            .request(method.clone(), &url)
            .send()
            .await
            .unwrap();
        assert_eq!(
            (response.status().as_u16(), header(&response, "allow")),
            (405, "GET, POST"),
            "{method}"
        );
    }
    assert_eq!(
        refusal(get("subscription {__typename}")).await.1,
        "BAD_USER_INPUT"
    );
}

async fn parameters(house: Arc<House>) {
    let person = viewer(&house).await;
    for body in [
        r#"{"query":"{__typename}","operationName":null,"variables":null,"extensions":null}"#,
        r#"{"query":"{__typename}","unknown":[1]}"#,
        r#"{"query":"query A {__typename}","operationName":"A","variables":{},"extensions":{"a":1}}"#,
        " {\"query\":\"\\n{__typename}\"}\n",
    ] {
        assert_eq!(
            post(&person, body).send().await.unwrap().status(),
            200,
            "{body}"
        );
    }
    for body in [
        "",
        "{",
        "query",
        "{}",
        "7",
        r#"{"qeury":"{__typename}"}"#,
        r#"{"query":["{__typename}"]}"#,
        r#"{"query":"{__typename}","variables":[7]}"#,
        r#"{"query":"{__typename}","operationName":{}}"#,
        r#"{"query":"{__typename}","extensions":"x"}"#,
    ] {
        assert_eq!(
            refusal(post(&person, body)).await,
            is(400, "BAD_USER_INPUT"),
            "{body}"
        );
    }
    let bytes: &[u8] = b"{\"query\":\"\xff\xfe\"}";
    assert_eq!(
        refusal(post(&person, bytes)).await,
        is(400, "BAD_USER_INPUT")
    );
}
