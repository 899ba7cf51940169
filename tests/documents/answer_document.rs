//! Answering documents: by another document, which was drafted as the answer and is issued; the deadline is met by it.

use std::sync::Arc;

use inspectorate::access::policy::Agency;
use serde_json::{Value, json};

use super::Letter;
use crate::{
    coverage::desk::{act, refused},
    support::{house::House, on_each_database},
};

on_each_database!(meets_the_deadline, is_refused, owes_nothing_without_rule);

const VERB: &str = "answerDocument";
const FIELDS: &str = "documentAddressee { status answeredOn answer { id number } deadlines { nodes { metOn } } document { issuer { code } } }";

fn input(addressee: &str, version: i32, answer: &str) -> Value {
    json!({ "addressee": addressee, "version": version, "answer": answer })
}

async fn meets_the_deadline(house: Arc<House>) {
    let letter = Letter::open(&house).await;
    let document = letter.issued().await;
    let reply = letter.sent(&letter.receiver, letter.reply(&document)).await;
    let addressee = letter.received(&document).await;
    let mut said = input(&addressee, 3, &reply);
    said["on"] = json!("2022-03-10");
    let answer = act(&letter.receiver, VERB, FIELDS, said).await;
    let expected = json!({
        "status": "ANSWERED", "answeredOn": "2022-03-10", "answer": { "id": reply, "number": "复函〔2022〕1号" },
        "deadlines": { "nodes": [{ "metOn": "2022-03-10" }] }, "document": { "issuer": { "code": "A-OFFICE" } },
    });
    assert_eq!(*answer.data("/answerDocument/documentAddressee"), expected);
    let query = "{ documents(filter: { kind: { eq: REPLY } }) { nodes { answered { nodes { document { id } } } } } }";
    let seen = letter.office().ask(query).await;
    let expected = json!([{ "answered": { "nodes": [{ "document": { "id": document } }] } }]);
    assert_eq!(*seen.data("/documents/nodes"), expected);
    let owed = letter.receiver.ask("{ worklist { action } }").await;
    assert_eq!(*owed.data("/worklist"), json!([]));
    // Who got a copy of the letter sees that it was answered, and not the answer.
    let query =
        "{ documentAddressees(filter: { part: { eq: MAIN } }) { nodes { status answer { id } } } }";
    let copied = letter.copied.ask(query).await;
    let expected = json!([{ "status": "ANSWERED", "answer": null }]);
    assert_eq!(*copied.data("/documentAddressees/nodes"), expected);
}

async fn is_refused(house: Arc<House>) {
    let letter = Letter::open(&house).await;
    let document = letter.issued().await;
    let receiver = &letter.receiver;
    let reply = letter.sent(receiver, letter.reply(&document)).await;
    let main = letter.addressee(receiver, &document, "MAIN").await;
    let answer = refused(&house, receiver, VERB, FIELDS, input(&main, 2, &reply)).await;
    answer
        .refused("GATE")
        .by_gate("WRONG_STATE")
        .of_field("input.addressee");
    letter.received(&document).await;
    let answer = refused(&house, receiver, VERB, FIELDS, input(&main, 9, &reply)).await;
    answer.refused("CONFLICT").of_field("input.version");
    // The reply was issued on 3 March, and the letter received the day after.
    for on in ["2022-03-02", "2022-03-03", "2999-01-01"] {
        let mut input = input(&main, 3, &reply);
        input["on"] = json!(on);
        let answer = refused(&house, receiver, VERB, FIELDS, input).await;
        answer.refused("BAD_USER_INPUT").of_field("input.on");
    }
    let drafted = letter.drafted(receiver, letter.reply(&document)).await;
    let mut other = letter.input();
    (other["addressees"], other["copies"]) = (json!([letter.copying]), json!([]));
    let other = letter.sent(receiver, other).await;
    for wrong in [&drafted, &other, &document] {
        let answer = refused(&house, receiver, VERB, FIELDS, input(&main, 3, wrong)).await;
        answer
            .refused("GATE")
            .by_gate("NOT_AN_ANSWER")
            .of_field("input.answer");
    }
    let unknown = letter.desk.organization(0);
    let answer = refused(&house, receiver, VERB, FIELDS, input(&main, 3, &unknown)).await;
    answer.refused("NOT_FOUND").of_field("input.answer");
    let answer = refused(
        &house,
        letter.office(),
        VERB,
        FIELDS,
        input(&main, 3, &reply),
    )
    .await;
    answer
        .refused("GATE")
        .by_gate("DOCUMENT_OF_ANOTHER_BODY")
        .of_field("input.addressee");
    let answer = refused(
        &house,
        &letter.stranger,
        VERB,
        FIELDS,
        input(&main, 3, &reply),
    )
    .await;
    answer.refused("NOT_FOUND").of_field("input.addressee");
    letter
        .desk
        .only(Agency::ALL, VERB, FIELDS, input(&main, 3, &reply))
        .await;
}

async fn owes_nothing_without_rule(house: Arc<House>) {
    let letter = Letter::open(&house).await;
    let document = letter
        .sent(letter.office(), letter.with("answerRule", json!(null)))
        .await;
    let addressee = letter.received(&document).await;
    let reply = letter.sent(&letter.receiver, letter.reply(&document)).await;
    let answer = refused(
        &house,
        &letter.receiver,
        VERB,
        FIELDS,
        input(&addressee, 3, &reply),
    )
    .await;
    answer
        .refused("GATE")
        .by_gate("NO_ANSWER_OWED")
        .of_field("input.addressee");
    let owed = letter
        .receiver
        .ask("{ worklist { action } deadlines { totalCount } }");
    let owed = owed.await;
    assert_eq!(*owed.data("/worklist"), json!([]));
    assert_eq!(*owed.data("/deadlines/totalCount"), 0);
}
