//! Removing files from a draft: kept with the reason for who attached them, and never seen by an addressee.

use std::sync::Arc;

use inspectorate::access::policy::Agency;
use serde_json::json;

use super::{Letter, Sending, send, sending::get};
use crate::{
    coverage::desk::{act, refused},
    support::{house::House, on_each_database},
};

on_each_database!(never_goes_out, is_refused);

const VERB: &str = "removeFile";
const FIELDS: &str = "documentFile { name removalReason version document { version } }";

async fn never_goes_out(house: Arc<House>) {
    let letter = Letter::open(&house).await;
    let office = letter.office();
    let document = letter.draft().await;
    let file = send(office, Sending::pdf(&document, 1)).await;
    let file = file.text_at("/documentFile/id");
    let input = json!({ "file": file, "version": 1, "reason": "传错附件" });
    let answer = act(office, VERB, FIELDS, input).await;
    let expected = json!({ "name": "交办函（1）.pdf", "removalReason": "传错附件", "version": 2, "document": { "version": 3 } });
    assert_eq!(*answer.data("/removeFile/documentFile"), expected);
    letter
        .sign(office, &document, 3)
        .await
        .data("/signDocument");
    letter
        .issue(office, &document, 4, "2022-03-03")
        .await
        .data("/issueDocument");
    let query = "{ documents { nodes { files { totalCount } } } documentFiles { totalCount } }";
    let seen = office.ask(query).await;
    assert_eq!(*seen.data("/documentFiles/totalCount"), 1);
    let expected = json!({ "documents": { "nodes": [{ "files": { "totalCount": 0 } }] }, "documentFiles": { "totalCount": 0 } });
    assert_eq!(*letter.receiver.ask(query).await.data(""), expected);
    assert_eq!(get(office, &file).await.status(), 200);
    assert_eq!(get(&letter.receiver, &file).await.status(), 404);
}

async fn is_refused(house: Arc<House>) {
    let letter = Letter::open(&house).await;
    let office = letter.office();
    let document = letter.draft().await;
    let file = send(office, Sending::pdf(&document, 1)).await;
    let file = file.text_at("/documentFile/id");
    let input =
        |version: i32, reason: &str| json!({ "file": file, "version": version, "reason": reason });
    let answer = refused(&house, office, VERB, FIELDS, input(9, "传错")).await;
    answer.refused("CONFLICT").of_field("input.version");
    let answer = refused(&house, office, VERB, FIELDS, input(1, " ")).await;
    answer.refused("BAD_USER_INPUT").of_field("input.reason");
    let side = &letter.desk.dispatcher;
    let answer = refused(&house, side, VERB, FIELDS, input(1, "传错")).await;
    answer
        .refused("GATE")
        .by_gate("DOCUMENT_OF_ANOTHER_BODY")
        .of_field("input.file");
    for person in [&letter.receiver, &letter.stranger] {
        let answer = refused(&house, person, VERB, FIELDS, input(1, "传错")).await;
        answer.refused("NOT_FOUND").of_field("input.file");
    }
    act(office, VERB, FIELDS, input(1, "传错"))
        .await
        .data("/removeFile");
    let answer = refused(&house, office, VERB, FIELDS, input(2, "传错")).await;
    answer.refused("CONFLICT").of_field("input.file");
    letter
        .desk
        .only(Agency::ALL, VERB, FIELDS, input(2, "传错"))
        .await;
}
