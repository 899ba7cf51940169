//! Issuing documents: one case, one number; without a gap when it is tried again, and never twice.

use std::sync::Arc;

use futures::future::join_all;
use inspectorate::access::policy::Agency;
use serde_json::json;

use super::{Letter, letter::FIELDS};
use crate::{
    coverage::desk::{act, refused},
    support::{house::House, on_each_database},
};

on_each_database!(
    gets_the_next_number_of_its_kind_and_year,
    numbers_have_no_gap,
    goes_out_to_its_addressees,
    is_refused,
);

const VERB: &str = "issueDocument";

async fn gets_the_next_number_of_its_kind_and_year(house: Arc<House>) {
    let letter = Letter::open(&house).await;
    let office = letter.office();
    let notice = letter.with("kind", json!("COPY_NOTICE"));
    for (person, input, on, number) in [
        (office, letter.input(), "2022-03-03", "交办函〔2022〕1号"),
        (office, letter.input(), "2022-12-31", "交办函〔2022〕2号"),
        (office, letter.input(), "2023-01-01", "交办函〔2023〕1号"),
        (office, notice, "2022-03-03", "抄告单〔2022〕1号"),
        (
            &letter.desk.dispatcher,
            letter.input(),
            "2022-03-03",
            "交办函〔2022〕1号",
        ),
    ] {
        let document = letter.drafted(person, input).await;
        letter
            .sign(person, &document, 1)
            .await
            .data("/signDocument");
        let answer = letter.issue(person, &document, 2, on).await;
        assert_eq!(*answer.data("/issueDocument/document/number"), number);
    }
}

async fn numbers_have_no_gap(house: Arc<House>) {
    let letter = Letter::open(&house).await;
    let office = letter.office();
    let mut signed = Vec::new();
    for _ in 0..5 {
        let document = letter.draft().await;
        letter
            .sign(office, &document, 1)
            .await
            .data("/signDocument");
        signed.push(document);
    }
    // The same call twice is one number, and a refused one is none.
    let input = json!({ "document": signed[0], "version": 2, "on": "2022-03-03", "clientMutationId": "again" });
    for _ in 0..2 {
        let answer = act(office, VERB, "document { serial }", input.clone()).await;
        assert_eq!(*answer.data("/issueDocument/document/serial"), 1);
    }
    let stale = letter.issue(office, &signed[1], 1, "2022-03-03").await;
    stale.refused("CONFLICT");
    // A number is not free again when its document is withdrawn.
    let input =
        json!({ "document": signed[0], "version": 3, "reason": "有误", "on": "2022-03-04" });
    let answer = act(office, "withdrawDocument", "document { number }", input).await;
    let number = answer.data("/withdrawDocument/document/number");
    assert_eq!(*number, "交办函〔2022〕1号");
    let at_once = signed[1..]
        .iter()
        .map(|document| letter.issue(office, document, 2, "2022-03-03"));
    for answer in join_all(at_once).await {
        answer.data("/issueDocument");
    }
    let query = "{ documents(orderBy: [{ field: SERIAL }]) { nodes { serial } } }";
    let serials = office.ask(query).await;
    let expected: Vec<_> = (1..=5).map(|serial| json!({ "serial": serial })).collect();
    assert_eq!(*serials.data("/documents/nodes"), json!(expected));
}

async fn goes_out_to_its_addressees(house: Arc<House>) {
    let letter = Letter::open(&house).await;
    let document = letter.issued().await;
    let seen = "{ documents { nodes { id number status } } documentAddressees { totalCount } documentSignatures { totalCount } \
        deadlines { nodes { rule { key } owedBy { code } startedOn record { __typename } } } worklist { recordType action state } \
        events(filter: { subjectType: { eq: \"Document\" } }) { totalCount } }";
    let expected = json!([{ "id": document, "number": "交办函〔2022〕1号", "status": "ISSUED" }]);
    let received = letter.receiver.ask(seen).await;
    assert_eq!(*received.data("/documents/nodes"), expected);
    let owed = json!([{ "rule": { "key": "LETTER_ANSWER" }, "owedBy": { "code": "A-FUNCTIONAL" }, "startedOn": "2022-03-03",
        "record": { "__typename": "DocumentAddressee" } }]);
    assert_eq!(*received.data("/deadlines/nodes"), owed);
    let waits = json!([{ "recordType": "DocumentAddressee", "action": "receiveDocument", "state": "SENT" }]);
    assert_eq!(*received.data("/worklist"), waits);
    let copied = letter.copied.ask(seen).await;
    assert_eq!(*copied.data("/documents/nodes"), expected);
    assert_eq!(*copied.data("/worklist"), waits);
    let stranger = letter.stranger.ask(seen).await;
    assert_eq!(*stranger.data("/documents/nodes"), json!([]));
    assert_eq!(*stranger.data("/deadlines/nodes"), json!([]));
    assert_eq!(*stranger.data("/worklist"), json!([]));
    assert_eq!(*stranger.data("/events/totalCount"), 0);
    for noun in ["documentAddressees", "documentSignatures"] {
        assert_eq!(*stranger.data(&format!("/{noun}/totalCount")), 0);
    }
}

async fn is_refused(house: Arc<House>) {
    let letter = Letter::open(&house).await;
    let document = letter.draft().await;
    let input = json!({ "document": document, "version": 1, "on": "2022-03-03" });
    let answer = refused(&house, letter.office(), VERB, FIELDS, input).await;
    answer
        .refused("GATE")
        .by_gate("DOCUMENT_UNSIGNED")
        .of_field("input.document");
    letter
        .sign(letter.office(), &document, 1)
        .await
        .data("/signDocument");
    letter
        .guards(&house, VERB, &document, 2, json!({}), "2022-03-01")
        .await;
    letter
        .issue(letter.office(), &document, 2, "2022-03-03")
        .await
        .data("/issueDocument");
    let again = json!({ "document": document, "version": 3, "on": "2022-03-03" });
    let answer = refused(&house, letter.office(), VERB, FIELDS, again.clone()).await;
    answer
        .refused("GATE")
        .by_gate("WRONG_STATE")
        .of_field("input.document");
    letter.desk.only(Agency::ALL, VERB, FIELDS, again).await;
}
