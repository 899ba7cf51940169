//! Receiving documents: each addressee for itself, with the day and who received it.

use std::sync::Arc;

use inspectorate::access::policy::Agency;
use serde_json::json;

use super::Letter;
use crate::{
    coverage::desk::{act, refused},
    support::{house::House, on_each_database},
};

on_each_database!(
    carries_day_and_name,
    a_copied_unit_sees_the_notice_alone,
    is_refused
);

const VERB: &str = "receiveDocument";
const FIELDS: &str = "documentAddressee { status receivedOn receivedBy version availableActions { action enabled } }";

async fn carries_day_and_name(house: Arc<House>) {
    let letter = Letter::open(&house).await;
    let document = letter.issued().await;
    let addressee = letter.addressee(&letter.receiver, &document, "MAIN").await;
    let input = json!({ "addressee": addressee, "version": 2, "on": "2022-03-04" });
    let answer = act(&letter.receiver, VERB, FIELDS, input).await;
    let expected = json!({
        "status": "RECEIVED", "receivedOn": "2022-03-04", "receivedBy": "测试员", "version": 3,
        "availableActions": [{ "action": "receiveDocument", "enabled": false }, { "action": "answerDocument", "enabled": true }],
    });
    assert_eq!(*answer.data("/receiveDocument/documentAddressee"), expected);
    // The issuer sees who received it, and the answer stands in the worklist of who owes it, with its day.
    let query = "{ documentAddressees(filter: { status: { eq: RECEIVED } }) { nodes { organization { code } receivedOn } } }";
    let seen = letter.office().ask(query).await;
    let expected =
        json!([{ "organization": { "code": "A-FUNCTIONAL" }, "receivedOn": "2022-03-04" }]);
    assert_eq!(*seen.data("/documentAddressees/nodes"), expected);
    let query = "{ worklist { recordType action state dueOn } }";
    let owed = letter.receiver.ask(query).await;
    // Fifteen working days after 3 March 2022.
    let expected = json!([{ "recordType": "DocumentAddressee", "action": "answerDocument", "state": "RECEIVED", "dueOn": "2022-03-24" }]);
    assert_eq!(*owed.data("/worklist"), expected);
}

async fn a_copied_unit_sees_the_notice_alone(house: Arc<House>) {
    let letter = Letter::open(&house).await;
    let mut input = letter.with("kind", json!("COPY_NOTICE"));
    input["answerRule"] = json!(null);
    let document = letter.sent(letter.office(), input).await;
    let addressee = letter.addressee(&letter.copied, &document, "COPY").await;
    let received = json!({ "addressee": addressee, "version": 2, "on": "2022-03-04" });
    let answer = act(&letter.copied, VERB, FIELDS, received).await;
    assert_eq!(
        *answer.data("/receiveDocument/documentAddressee/status"),
        "RECEIVED"
    );
    let query =
        "{ documents { nodes { kind number subject content issuedOn } } worklist { action } }";
    let seen = letter.copied.ask(query).await;
    let expected = json!({
        "documents": { "nodes": [{
            "kind": "COPY_NOTICE", "number": "抄告单〔2022〕1号", "subject": "关于交办行业性问题的函", "content": "请研究解决并答复",
            "issuedOn": "2022-03-03",
        }] },
        "worklist": [],
    });
    assert_eq!(*seen.data(""), expected);
}

async fn is_refused(house: Arc<House>) {
    let letter = Letter::open(&house).await;
    let document = letter.issued().await;
    let main = letter.addressee(&letter.receiver, &document, "MAIN").await;
    let input = |version: i32, on: &str| json!({ "addressee": main, "version": version, "on": on });
    let receiver = &letter.receiver;
    for (input, code, field) in [
        (input(2, "2022-03-02"), "BAD_USER_INPUT", "input.on"),
        (input(2, "2999-01-01"), "BAD_USER_INPUT", "input.on"),
        (input(9, "2022-03-04"), "CONFLICT", "input.version"),
    ] {
        let answer = refused(&house, receiver, VERB, FIELDS, input).await;
        answer.refused(code).of_field(field);
    }
    for person in [letter.office(), &letter.copied] {
        let answer = refused(&house, person, VERB, FIELDS, input(2, "2022-03-04")).await;
        answer
            .refused("GATE")
            .by_gate("DOCUMENT_OF_ANOTHER_BODY")
            .of_field("input.addressee");
    }
    let answer = refused(
        &house,
        &letter.stranger,
        VERB,
        FIELDS,
        input(2, "2022-03-04"),
    )
    .await;
    answer.refused("NOT_FOUND").of_field("input.addressee");
    act(receiver, VERB, FIELDS, input(2, "2022-03-04"))
        .await
        .data("/receiveDocument");
    let answer = refused(&house, receiver, VERB, FIELDS, input(3, "2022-03-04")).await;
    answer
        .refused("GATE")
        .by_gate("WRONG_STATE")
        .of_field("input.addressee");
    letter
        .desk
        .only(Agency::ALL, VERB, FIELDS, input(3, "2022-03-04"))
        .await;
}
