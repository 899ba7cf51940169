//! Withdrawing documents: a draft unseen, an issued one with its reason; nothing is owed on it any more.

use std::sync::Arc;

use inspectorate::access::policy::Agency;
use serde_json::json;

use super::{Letter, letter::FIELDS};
use crate::{
    coverage::desk::{act, refused},
    support::{house::House, on_each_database},
};

on_each_database!(nothing_is_owed_any_more, a_draft_stays_unseen, is_refused);

const VERB: &str = "withdrawDocument";

async fn nothing_is_owed_any_more(house: Arc<House>) {
    let letter = Letter::open(&house).await;
    let document = letter.issued().await;
    let input =
        json!({ "document": document, "version": 3, "reason": "事项有误", "on": "2022-03-08" });
    let fields =
        "document { status withdrawnOn withdrawalReason number addressees { nodes { status } } }";
    let answer = act(letter.office(), VERB, fields, input).await;
    let expected = json!({
        "status": "WITHDRAWN", "withdrawnOn": "2022-03-08", "withdrawalReason": "事项有误", "number": "交办函〔2022〕1号",
        "addressees": { "nodes": [{ "status": "WITHDRAWN" }, { "status": "WITHDRAWN" }] },
    });
    assert_eq!(*answer.data("/withdrawDocument/document"), expected);
    let query = "{ documents { nodes { status withdrawalReason } } worklist { action } deadlines { nodes { metOn liftedOn standing } } }";
    let seen = letter.receiver.ask(query).await;
    let expected = json!({
        "documents": { "nodes": [{ "status": "WITHDRAWN", "withdrawalReason": "事项有误" }] },
        "worklist": [], "deadlines": { "nodes": [{ "metOn": null, "liftedOn": "2022-03-08", "standing": "LIFTED" }] },
    });
    assert_eq!(*seen.data(""), expected);
    // Nothing can be answered to it any more.
    let reply = letter.reply(&document);
    let answer = refused(&house, &letter.receiver, "draftDocument", FIELDS, reply).await;
    answer.refused("BAD_USER_INPUT").of_field("input.answers");
}

async fn a_draft_stays_unseen(house: Arc<House>) {
    let letter = Letter::open(&house).await;
    let document = letter.draft().await;
    let input =
        json!({ "document": document, "version": 1, "reason": "不再需要", "on": "2022-03-08" });
    let answer = act(letter.office(), VERB, FIELDS, input).await;
    assert!(answer.data("/withdrawDocument/document/number").is_null());
    for person in [&letter.receiver, &letter.copied] {
        let seen = person.ask("{ documents { totalCount } documentAddressees { totalCount } }");
        let expected =
            json!({ "documents": { "totalCount": 0 }, "documentAddressees": { "totalCount": 0 } });
        assert_eq!(*seen.await.data(""), expected);
    }
}

async fn is_refused(house: Arc<House>) {
    let letter = Letter::open(&house).await;
    let document = letter.issued().await;
    let more = json!({ "reason": "有误" });
    letter
        .guards(&house, VERB, &document, 3, more, "2022-03-02")
        .await;
    let input = |version: i32, reason: &str| json!({ "document": document, "version": version, "reason": reason, "on": "2022-03-08" });
    let answer = refused(&house, letter.office(), VERB, FIELDS, input(3, "")).await;
    answer.refused("BAD_USER_INPUT").of_field("input.reason");
    let answer = refused(&house, &letter.receiver, VERB, FIELDS, input(3, "有误")).await;
    answer
        .refused("GATE")
        .by_gate("DOCUMENT_OF_ANOTHER_BODY")
        .of_field("input.document");
    act(letter.office(), VERB, FIELDS, input(3, "有误"))
        .await
        .data("/withdrawDocument");
    let answer = refused(&house, letter.office(), VERB, FIELDS, input(4, "有误")).await;
    answer
        .refused("GATE")
        .by_gate("WRONG_STATE")
        .of_field("input.document");
    letter
        .desk
        .only(Agency::ALL, VERB, FIELDS, input(4, "有误"))
        .await;
}
