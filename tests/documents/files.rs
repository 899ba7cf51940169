//! Getting the files of documents: for whoever sees the document, under a name of any script, and as they were sent.

use std::sync::Arc;

use inspectorate::graphql::node_id;
use uuid::Uuid;

use super::{
    Letter, Sending, send,
    sending::{PDF, get},
};
use crate::support::{
    answer::Answer,
    contents::nothing_changed,
    house::{House, Person},
    on_each_database,
};

on_each_database!(
    come_as_they_were_sent,
    are_for_those_who_see_the_document,
    other_methods_are_refused,
);

async fn come_as_they_were_sent(house: Arc<House>) {
    let letter = Letter::open(&house).await;
    let document = letter.draft().await;
    // Longer than one part of a stream.
    let long = [PDF, vec![b'7'; 3_000_000].as_slice()].concat();
    let file = Sending {
        bytes: &long,
        ..Sending::pdf(&document, 1)
    };
    let sent = send(letter.office(), file).await;
    let response = get(letter.office(), &sent.text_at("/documentFile/id")).await;
    assert_eq!(response.status(), 200);
    let header = |name: &str| {
        let value = response.headers().get(name);
        value
            .and_then(|value| value.to_str().ok())
            .unwrap_or_default()
            .to_owned()
    };
    assert_eq!(header("content-type"), "application/pdf");
    assert_eq!(header("content-length"), long.len().to_string());
    assert_eq!(header("x-content-type-options"), "nosniff");
    assert_eq!(header("cache-control"), "no-store");
    assert_eq!(
        header("content-disposition"),
        "attachment; filename=\"____1_.pdf\"; filename*=UTF-8''%E4%BA%A4%E5%8A%9E%E5%87%BD%EF%BC%881%EF%BC%89.pdf"
    );
    let sum = sent.text_at("/documentFile/sha256");
    assert_eq!(header("etag"), format!("\"{sum}\""));
    assert_eq!(response.bytes().await.expect("the bytes"), long);
}

async fn are_for_those_who_see_the_document(house: Arc<House>) {
    let letter = Letter::open(&house).await;
    let office = letter.office();
    let document = letter.draft().await;
    let file = send(office, Sending::pdf(&document, 1)).await;
    let file = file.text_at("/documentFile/id");
    for person in [&letter.receiver, &letter.copied, &letter.stranger] {
        unseen(&house, person, &file).await;
    }
    letter
        .sign(office, &document, 2)
        .await
        .data("/signDocument");
    letter
        .issue(office, &document, 3, "2022-03-03")
        .await
        .data("/issueDocument");
    for person in [
        office,
        &letter.desk.dispatcher,
        &letter.receiver,
        &letter.copied,
    ] {
        let response = get(person, &file).await;
        assert_eq!(response.bytes().await.expect("the bytes"), PDF);
    }
    unseen(&house, &letter.stranger, &file).await;
    let missing = node_id::encode("DocumentFile", Uuid::now_v7());
    for id in [missing.as_str(), document.as_str(), "..%2F..%2Fetc", "x"] {
        let answer = Answer::read("GET /files", get(office, id).await).await;
        assert_eq!(answer.status, 404, "{id}");
        answer.refused("NOT_FOUND").of_field("id");
    }
    let address = format!("{}/files/{file}", house.address);
    let response = house.http.get(address).send().await.expect("an answer");
    assert_eq!(response.status(), 401);
}

/// To `person` the file does not exist.
async fn unseen(house: &House, person: &Person, file: &str) {
    let response = nothing_changed(house, get(person, file)).await;
    let answer = Answer::read("GET /files", response).await;
    assert_eq!(answer.status, 404);
    answer.refused("NOT_FOUND").of_field("id");
}

async fn other_methods_are_refused(house: Arc<House>) {
    for (path, allowed) in [("files", "POST"), ("files/x", "GET")] {
        let address = format!("{}/{path}", house.address);
        let response = house.http.delete(address).send().await.expect("an answer");
        assert_eq!(response.status(), 405);
        assert_eq!(response.headers()["allow"], allowed);
    }
}
