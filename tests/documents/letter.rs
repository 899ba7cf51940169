//! An office that hands a matter to a functional department, with a copy to the propaganda department.

use std::sync::Arc;

use inspectorate::access::policy::{Agency, Role};
use serde_json::{Value, json};

use crate::{
    coverage::desk::{Desk, act, refused},
    meetings::body,
    support::{answer::Answer, house::House, house::Person},
};

/// The two sides of a letter, who gets a copy of it, and who knows nothing of it.
pub struct Letter {
    pub desk: Desk,
    pub receiver: Person,
    pub copied: Person,
    pub stranger: Person,
    /// The bodies of the receiver and of who gets a copy.
    pub receiving: String,
    pub copying: String,
}

pub const FIELDS: &str = "document { id status number version }";

impl Letter {
    pub async fn open(house: &Arc<House>) -> Self {
        let desk = Desk::open(house).await;
        Self {
            receiver: desk.place.person(Agency::Functional, Role::Approver),
            copied: desk.place.person(Agency::Propaganda, Role::Approver),
            stranger: desk.place.person(Agency::Audit, Role::Admin),
            receiving: body(&desk.place, "FUNCTIONAL").await,
            copying: body(&desk.place, "PROPAGANDA").await,
            desk,
        }
    }

    pub fn office(&self) -> &Person {
        &self.desk.office
    }

    /// A letter drafted on 1 March 2022 that asks for an answer.
    pub fn input(&self) -> Value {
        json!({
            "kind": "HANDOVER_LETTER", "class": "INTERNAL", "subject": "关于交办行业性问题的函", "content": "请研究解决并答复",
            "addressees": [self.receiving], "copies": [self.copying], "answerRule": "LETTER_ANSWER",
            "organization": self.desk.organization(0), "on": "2022-03-01",
        })
    }

    /// The same with one value changed.
    pub fn with(&self, field: &str, value: Value) -> Value {
        let mut input = self.input();
        input[field] = value;
        input
    }

    /// A draft of `person`, at version 1.
    pub async fn drafted(&self, person: &Person, input: Value) -> String {
        self.desk
            .made(person, "draftDocument", "document", input)
            .await
    }

    pub async fn draft(&self) -> String {
        self.drafted(self.office(), self.input()).await
    }

    /// Sign at `version` on 2 March 2022, and leave it at the next.
    pub async fn sign(&self, person: &Person, document: &str, version: i32) -> Answer {
        let input = json!({ "document": document, "version": version, "signer": "王主任", "post": "主任", "on": "2022-03-02" });
        act(person, "signDocument", FIELDS, input).await
    }

    pub async fn issue(&self, person: &Person, document: &str, version: i32, on: &str) -> Answer {
        let input = json!({ "document": document, "version": version, "on": on });
        act(person, "issueDocument", FIELDS, input).await
    }

    /// A document of `person` that was signed and issued on 3 March 2022, at version 3.
    pub async fn sent(&self, person: &Person, input: Value) -> String {
        let document = self.drafted(person, input).await;
        self.sign(person, &document, 1).await.data("/signDocument");
        self.issue(person, &document, 2, "2022-03-03")
            .await
            .data("/issueDocument");
        document
    }

    pub async fn issued(&self) -> String {
        self.sent(self.office(), self.input()).await
    }

    /// The row of the main addressee of a document, as `person` sees it.
    pub async fn addressee(&self, person: &Person, document: &str, part: &str) -> String {
        let query = "query($id: ID!, $part: AddresseePart!) { documentAddressees(filter: { document: { id: { eq: $id } }, part: { eq: $part } }) { nodes { id } } }";
        let variables = json!({ "id": document, "part": part });
        let found = person.graphql(query, variables).await;
        found.text_at("/documentAddressees/nodes/0/id")
    }

    /// The receiver received the document on 4 March 2022; its row, at version 3.
    pub async fn received(&self, document: &str) -> String {
        let addressee = self.addressee(&self.receiver, document, "MAIN").await;
        let input = json!({ "addressee": addressee, "version": 2, "on": "2022-03-04" });
        act(
            &self.receiver,
            "receiveDocument",
            "documentAddressee { id }",
            input,
        )
        .await
        .data("/receiveDocument");
        addressee
    }

    /// The input of an answer of the receiver.
    pub fn reply(&self, document: &str) -> Value {
        json!({ "kind": "REPLY", "class": "INTERNAL", "subject": "关于交办事项办理情况的复函", "answers": document, "on": "2022-03-02" })
    }

    /// Bad days and stale versions of a step on a document are refused, so is another body of the same side, and who does not know of it.
    pub async fn guards(
        &self,
        house: &House,
        verb: &str,
        document: &str,
        version: i32,
        more: Value,
        before: &str,
    ) {
        let input = |version: i32, on: &str| {
            let mut input = more.clone();
            (input["document"], input["version"], input["on"]) =
                (json!(document), json!(version), json!(on));
            input
        };
        let office = self.office();
        for (input, code, field) in [
            (input(version, before), "BAD_USER_INPUT", "input.on"),
            (input(version, "2999-01-01"), "BAD_USER_INPUT", "input.on"),
            (input(99, "2022-06-01"), "CONFLICT", "input.version"),
        ] {
            let answer = refused(house, office, verb, FIELDS, input).await;
            answer.refused(code).of_field(field);
        }
        let good = input(version, "2022-06-01");
        let answer = refused(house, &self.desk.dispatcher, verb, FIELDS, good.clone()).await;
        answer
            .refused("GATE")
            .by_gate("DOCUMENT_OF_ANOTHER_BODY")
            .of_field("input.document");
        let answer = refused(house, &self.stranger, verb, FIELDS, good).await;
        answer.refused("NOT_FOUND").of_field("input.document");
    }
}
