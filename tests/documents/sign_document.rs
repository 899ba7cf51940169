//! Signing documents: the issuing body first, an addressee once it is issued; files stay as they were signed.

use std::sync::Arc;

use inspectorate::access::policy::{Agency, Role};
use serde_json::json;

use super::{Letter, Sending, letter::FIELDS, send};
use crate::{
    coverage::desk::{act, refused},
    support::{contents::nothing_changed, house::House, on_each_database},
};

on_each_database!(
    names_who_signed_in_which_post,
    files_stay_as_they_were_signed,
    is_refused,
);

const VERB: &str = "signDocument";

async fn names_who_signed_in_which_post(house: Arc<House>) {
    let letter = Letter::open(&house).await;
    let document = letter.draft().await;
    let fields = "document { version signatures { nodes { signer post signedOn organization { code } } } availableActions { action enabled } }";
    let input = json!({ "document": document, "version": 1, "post": "主任", "on": "2022-03-02" });
    let answer = act(letter.office(), VERB, fields, input).await;
    let signed = answer.data("/signDocument/document");
    // Who is not named signs in person.
    let by = json!([{ "signer": "测试员", "post": "主任", "signedOn": "2022-03-02", "organization": { "code": "A-OFFICE" } }]);
    assert_eq!(signed["signatures"]["nodes"], by);
    assert_eq!(signed["version"], 2);
    assert_eq!(
        signed["availableActions"][4],
        json!({ "action": "issueDocument", "enabled": true })
    );
    letter
        .issue(letter.office(), &document, 2, "2022-03-03")
        .await
        .data("/issueDocument");
    let input = json!({ "document": document, "version": 3, "signer": "李局长", "post": "局长", "on": "2022-03-04" });
    let answer = act(&letter.receiver, VERB, fields, input).await;
    let signatures = answer.data("/signDocument/document/signatures/nodes");
    assert_eq!(signatures[1]["organization"]["code"], "A-FUNCTIONAL");
}

async fn files_stay_as_they_were_signed(house: Arc<House>) {
    let letter = Letter::open(&house).await;
    let document = letter.draft().await;
    let file = send(letter.office(), Sending::pdf(&document, 1)).await;
    let file = file.text_at("/documentFile/id");
    letter
        .sign(letter.office(), &document, 2)
        .await
        .data("/signDocument");
    let sending = send(letter.office(), Sending::pdf(&document, 3));
    let answer = nothing_changed(&house, sending).await;
    answer
        .refused("GATE")
        .by_gate("DOCUMENT_SIGNED")
        .of_field("document");
    assert_eq!(answer.status, 422);
    let input = json!({ "file": file, "version": 1, "reason": "替换" });
    let fields = "documentFile { id }";
    let answer = refused(&house, letter.office(), "removeFile", fields, input).await;
    answer
        .refused("GATE")
        .by_gate("DOCUMENT_SIGNED")
        .of_field("input.file");
}

async fn is_refused(house: Arc<House>) {
    let letter = Letter::open(&house).await;
    let document = letter.draft().await;
    let more = json!({ "signer": "王主任", "post": "主任" });
    letter
        .guards(&house, VERB, &document, 1, more, "2022-02-28")
        .await;
    let input = |version: i32, post: &str| json!({ "document": document, "version": version, "signer": "王主任", "post": post, "on": "2022-03-02" });
    let answer = refused(&house, letter.office(), VERB, FIELDS, input(1, "")).await;
    answer.refused("BAD_USER_INPUT").of_field("input.post");
    let handler = letter.desk.place.person(Agency::Office, Role::Handler);
    let answer = refused(&house, &handler, VERB, FIELDS, input(1, "主任")).await;
    answer.refused("FORBIDDEN");
    act(letter.office(), VERB, FIELDS, input(1, "主任"))
        .await
        .data("/signDocument");
    let answer = refused(&house, letter.office(), VERB, FIELDS, input(2, "主任")).await;
    answer.refused("CONFLICT").of_field("input.signer");
    letter
        .issue(letter.office(), &document, 2, "2022-03-03")
        .await
        .data("/issueDocument");
    // An addressee signs what has come, not before it came.
    let answer = refused(&house, &letter.receiver, VERB, FIELDS, input(3, "局长")).await;
    answer.refused("BAD_USER_INPUT").of_field("input.on");
    let withdraw =
        json!({ "document": document, "version": 3, "reason": "有误", "on": "2022-03-05" });
    act(letter.office(), "withdrawDocument", FIELDS, withdraw)
        .await
        .data("/withdrawDocument");
    let mut late = input(4, "副主任");
    late["signer"] = json!("赵副主任");
    let answer = refused(&house, letter.office(), VERB, FIELDS, late).await;
    answer
        .refused("GATE")
        .by_gate("WRONG_STATE")
        .of_field("input.document");
    let input = json!({ "document": document, "version": 1, "post": "主任" });
    letter.desk.only(Agency::ALL, VERB, FIELDS, input).await;
}
