//! Changing a draft: its own words, by its own body, until somebody signs it.

use std::sync::Arc;

use inspectorate::access::policy::Agency;
use serde_json::{Value, json};

use super::{Letter, letter::FIELDS};
use crate::{
    coverage::desk::{act, refused},
    support::{house::House, on_each_database},
};

on_each_database!(
    changes_what_is_given,
    stays_as_signed,
    is_refused,
    is_for_everybody_who_handles
);

const VERB: &str = "reviseDocument";

async fn changes_what_is_given(house: Arc<House>) {
    let letter = Letter::open(&house).await;
    let document = letter.draft().await;
    let fields = "document { kind class subject content status version addressees { totalCount } }";
    let input = json!({ "document": document, "version": 1, "subject": "关于交办行业性问题的函（修订）", "class": "SECRET" });
    let answer = act(letter.office(), VERB, fields, input).await;
    let mut expected = json!({
        "kind": "HANDOVER_LETTER", "class": "SECRET", "subject": "关于交办行业性问题的函（修订）", "content": "请研究解决并答复",
        "status": "DRAFT", "version": 2, "addressees": { "totalCount": 2 },
    });
    assert_eq!(*answer.data("/reviseDocument/document"), expected);
    let input =
        json!({ "document": document, "version": 2, "kind": "REPLY", "content": "另行答复" });
    let answer = act(letter.office(), VERB, fields, input).await;
    expected["kind"] = json!("REPLY");
    expected["content"] = json!("另行答复");
    expected["version"] = json!(3);
    assert_eq!(*answer.data("/reviseDocument/document"), expected);
    let query = "{ documents { totalCount } events(filter: { subjectType: { eq: \"Document\" } }) { totalCount } }";
    let seen = letter.receiver.ask(query).await;
    let none = json!({ "documents": { "totalCount": 0 }, "events": { "totalCount": 0 } });
    assert_eq!(*seen.data(""), none, "its addressee knows nothing of it");
}

async fn stays_as_signed(house: Arc<House>) {
    let letter = Letter::open(&house).await;
    let document = letter.draft().await;
    letter
        .sign(letter.office(), &document, 1)
        .await
        .data("/signDocument");
    let input =
        |version: i32| json!({ "document": document, "version": version, "subject": "另题" });
    let answer = refused(&house, letter.office(), VERB, FIELDS, input(2)).await;
    answer
        .refused("GATE")
        .by_gate("DOCUMENT_SIGNED")
        .of_field("input.document");
    letter
        .issue(letter.office(), &document, 2, "2022-03-03")
        .await
        .data("/issueDocument");
    let answer = refused(&house, letter.office(), VERB, FIELDS, input(3)).await;
    answer
        .refused("GATE")
        .by_gate("WRONG_STATE")
        .of_field("input.document");
}

async fn is_refused(house: Arc<House>) {
    let letter = Letter::open(&house).await;
    let document = letter.draft().await;
    let input = |field: &str, value: Value| {
        let mut input = json!({ "document": document, "version": 1 });
        input[field] = value;
        input
    };
    for (input, code, field) in [
        (input("version", json!(9)), "CONFLICT", "input.version"),
        (
            input("subject", json!(" ")),
            "BAD_USER_INPUT",
            "input.subject",
        ),
        (
            input("content", json!("")),
            "BAD_USER_INPUT",
            "input.content",
        ),
        (
            input("kind", json!("SECRET_LETTER")),
            "BAD_USER_INPUT",
            "input.kind",
        ),
        (
            input("class", json!("OPEN_SECRET")),
            "BAD_USER_INPUT",
            "input.class",
        ),
    ] {
        let answer = refused(&house, letter.office(), VERB, FIELDS, input).await;
        answer.refused(code).of_field(field);
    }
    let good = input("subject", json!("另题"));
    let answer = refused(&house, &letter.desk.dispatcher, VERB, FIELDS, good.clone()).await;
    answer
        .refused("GATE")
        .by_gate("DOCUMENT_OF_ANOTHER_BODY")
        .of_field("input.document");
    for person in [&letter.receiver, &letter.stranger] {
        let answer = refused(&house, person, VERB, FIELDS, good.clone()).await;
        answer.refused("NOT_FOUND").of_field("input.document");
    }
}

async fn is_for_everybody_who_handles(house: Arc<House>) {
    let letter = Letter::open(&house).await;
    let document = letter.draft().await;
    let input = json!({ "document": document, "version": 1, "subject": "另题" });
    letter.desk.only(Agency::ALL, VERB, FIELDS, input).await;
}
