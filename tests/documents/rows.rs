//! Rows of every noun of documents in a place: for the proof that outsiders see none of them.

use inspectorate::access::policy::{Agency, Role};
use serde_json::json;

use super::{Sending, send};
use crate::{coverage::desk::act, meetings::body, support::place::Place};

/// A letter with a file to the functional department, signed and issued.
pub async fn fill(place: &Place) {
    let office = place.person(Agency::Office, Role::Admin);
    let receiving = body(place, "FUNCTIONAL").await;
    let input = json!({
        "kind": "HANDOVER_LETTER", "class": "INTERNAL", "subject": "交办函", "addressees": [receiving], "on": "2022-03-01",
    });
    let fields = "document { id }";
    let answer = act(&office, "draftDocument", fields, input).await;
    let document = answer.text_at("/draftDocument/document/id");
    send(&office, Sending::pdf(&document, 1))
        .await
        .data("/documentFile");
    let input = json!({ "document": document, "version": 2, "post": "主任", "on": "2022-03-02" });
    act(&office, "signDocument", fields, input)
        .await
        .data("/signDocument");
    let input = json!({ "document": document, "version": 3, "on": "2022-03-03" });
    act(&office, "issueDocument", fields, input)
        .await
        .data("/issueDocument");
}
