//! Drafting documents: the issuer's side alone knows of a draft, and an answer finds its way without naming who it goes to.

use std::sync::Arc;

use inspectorate::access::policy::{Agency, Role};
use serde_json::json;

use super::Letter;
use crate::{
    coverage::desk::{act, refused},
    meetings::body,
    support::{house::House, on_each_database},
};

on_each_database!(
    is_known_to_the_issuers_side_alone,
    is_refused,
    an_answer_goes_back,
    is_for_everybody_who_handles,
);

const VERB: &str = "draftDocument";

const SEEN: &str = "{ documents { totalCount } documentAddressees { totalCount } events(filter: { subjectType: { eq: \"Document\" } }) { totalCount } worklist { action } }";

async fn is_known_to_the_issuers_side_alone(house: Arc<House>) {
    let letter = Letter::open(&house).await;
    let fields = "document { id dispatcher { code } issuer { code } issuingAgency kind class number year serial subject content organization { code } \
        inspection { id } request { id } operation { id } answers { id } answerRule status draftedOn issuedOn withdrawnOn withdrawalReason \
        addressees(orderBy: [{ field: PART }]) { nodes { organization { code } part owesAnswer status deadlines { totalCount } } } \
        signatures { totalCount } files { totalCount } answered { totalCount } availableActions { action enabled } version }";
    let answer = act(letter.office(), VERB, fields, letter.input()).await;
    let id = answer.text_at("/draftDocument/document/id");
    let expected = json!({
        "id": id, "dispatcher": { "code": "A" }, "issuer": { "code": "A-OFFICE" }, "issuingAgency": "OFFICE", "kind": "HANDOVER_LETTER",
        "class": "INTERNAL", "number": null, "year": null, "serial": null, "subject": "关于交办行业性问题的函", "content": "请研究解决并答复",
        "organization": { "code": "A-OBJECT-1" }, "inspection": null, "request": null, "operation": null, "answers": null,
        "answerRule": "LETTER_ANSWER", "status": "DRAFT", "draftedOn": "2022-03-01", "issuedOn": null, "withdrawnOn": null,
        "withdrawalReason": null,
        "addressees": { "nodes": [
            { "organization": { "code": "A-PROPAGANDA" }, "part": "COPY", "owesAnswer": false, "status": "NAMED", "deadlines": { "totalCount": 0 } },
            { "organization": { "code": "A-FUNCTIONAL" }, "part": "MAIN", "owesAnswer": true, "status": "NAMED", "deadlines": { "totalCount": 0 } },
        ] },
        "signatures": { "totalCount": 0 }, "files": { "totalCount": 0 }, "answered": { "totalCount": 0 },
        "availableActions": [
            { "action": "reviseDocument", "enabled": true }, { "action": "attachFile", "enabled": true }, { "action": "removeFile", "enabled": true },
            { "action": "signDocument", "enabled": true }, { "action": "issueDocument", "enabled": false },
            { "action": "withdrawDocument", "enabled": true },
        ],
        "version": 1,
    });
    assert_eq!(*answer.data("/draftDocument/document"), expected);
    let group = letter.desk.place.person(Agency::LeadingGroup, Role::Viewer);
    for person in [letter.office(), &letter.desk.dispatcher, &group] {
        let seen = person.ask(SEEN).await;
        assert_eq!(*seen.data("/documents/totalCount"), 1);
        assert_eq!(*seen.data("/events/totalCount"), 1);
    }
    for person in [&letter.receiver, &letter.copied, &letter.stranger] {
        let seen = person.ask(SEEN).await;
        for noun in ["documents", "documentAddressees", "events"] {
            assert_eq!(*seen.data(&format!("/{noun}/totalCount")), 0, "{noun}");
        }
        assert_eq!(*seen.data("/worklist"), json!([]));
        let node = format!("{{ node(id: \"{id}\") {{ id }} }}");
        assert!(person.ask(&node).await.data("/node").is_null());
    }
}

async fn is_refused(house: Arc<House>) {
    let letter = Letter::open(&house).await;
    let own = body(&letter.desk.place, "OFFICE").await;
    let (receiving, copying) = (&letter.receiving, &letter.copying);
    let other = letter.desk.organization(1);
    for (input, code, field) in [
        (
            letter.with("addressees", json!([])),
            "BAD_USER_INPUT",
            "input.addressees",
        ),
        (
            letter.with("addressees", json!([own])),
            "BAD_USER_INPUT",
            "input.addressees.0",
        ),
        (
            letter.with("addressees", json!([receiving, receiving])),
            "CONFLICT",
            "input.addressees.1",
        ),
        (
            letter.with("copies", json!([copying, receiving])),
            "CONFLICT",
            "input.copies.1",
        ),
        (
            letter.with("copies", json!(vec![other; 201])),
            "LIMITED",
            "input.copies",
        ),
        (
            letter.with("answerRule", json!("NO_SUCH_RULE")),
            "BAD_USER_INPUT",
            "input.answerRule",
        ),
        (
            letter.with("on", json!("2999-01-01")),
            "BAD_USER_INPUT",
            "input.on",
        ),
        (
            letter.with("subject", json!(" ")),
            "BAD_USER_INPUT",
            "input.subject",
        ),
        (
            letter.with("kind", json!("SECRET_LETTER")),
            "BAD_USER_INPUT",
            "input.kind",
        ),
    ] {
        let answer = refused(&house, letter.office(), VERB, "clientMutationId", input).await;
        answer.refused(code).of_field(field);
    }
    for field in [
        "organization",
        "inspection",
        "request",
        "operation",
        "answers",
    ] {
        let input = letter.with(field, json!(missing(field)));
        let answer = refused(&house, letter.office(), VERB, "clientMutationId", input).await;
        answer
            .refused("NOT_FOUND")
            .of_field(&format!("input.{field}"));
    }
}

/// The id of a record that is not there.
fn missing(field: &str) -> String {
    let noun = match field {
        "organization" => "Organization",
        "inspection" => "Inspection",
        "request" => "CoordinationRequest",
        "operation" => "JointOperation",
        _ => "Document",
    };
    inspectorate::graphql::node_id::encode(noun, uuid::Uuid::now_v7())
}

async fn an_answer_goes_back(house: Arc<House>) {
    let letter = Letter::open(&house).await;
    let document = letter.issued().await;
    let fields = "document { answers { id } addressees { nodes { organization { code } part } } }";
    let input = letter.reply(&document);
    let answer = act(&letter.receiver, VERB, fields, input.clone()).await;
    let expected = json!({
        "answers": { "id": document },
        "addressees": { "nodes": [{ "organization": { "code": "A-OFFICE" }, "part": "MAIN" }] },
    });
    assert_eq!(*answer.data("/draftDocument/document"), expected);
    let mut copied = input.clone();
    copied["copies"] = json!([body(&letter.desk.place, "OFFICE").await]);
    copied["addressees"] = json!([letter.copying]);
    let answer = refused(&house, &letter.receiver, VERB, fields, copied).await;
    answer.refused("BAD_USER_INPUT").of_field("input.copies");
    // Its own letter is not addressed to the office, and the stranger does not know of it.
    let answer = refused(&house, letter.office(), VERB, fields, input.clone()).await;
    answer.refused("BAD_USER_INPUT").of_field("input.answers");
    let answer = refused(&house, &letter.stranger, VERB, fields, input).await;
    answer.refused("NOT_FOUND").of_field("input.answers");
}

async fn is_for_everybody_who_handles(house: Arc<House>) {
    let letter = Letter::open(&house).await;
    letter
        .desk
        .only(Agency::ALL, VERB, super::letter::FIELDS, letter.input())
        .await;
}
