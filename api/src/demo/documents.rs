//! The 33 handover letters (交办函) of Neijiang in 2022. That there were 33 is printed; to whom each went, and about what, is made up.

use chrono::NaiveDate;
use inspectorate_entity::{
    coordination::coordination_request::InformationClass,
    documents::{
        document::{self, DocumentKind, DocumentStatus},
        document_addressee::{self, AddresseePart, AddresseeStatus},
        document_signature,
    },
    organizations::agency_registration::Agency,
};
use sea_orm::ActiveValue::Set;
use uuid::Uuid;

use super::{
    bodies,
    book::{Book, day, moment},
};
use crate::blocks::document::number;

/// To whom the letters went by turns.
const ADDRESSED: [Agency; 4] = [
    Agency::Functional,
    Agency::Petitions,
    Agency::InternalControl,
    Agency::Propaganda,
];

/// Letters after the first round, and after the second.
const LETTERS: [(i32, (i32, u32, u32)); 2] = [(16, (2022, 7, 25)), (17, (2022, 11, 21))];

/// The letters that the office of Neijiang issued.
pub fn neijiang(book: &mut Book, city: Uuid) {
    let Some(office) = book.written(&bodies::code("NJ", Agency::Office)) else {
        return;
    };
    let mut serial = 0;
    for (letters, (year, month, date)) in LETTERS {
        for _ in 0..letters {
            serial += 1;
            book.letter(city, office, serial, day(year, month, date));
        }
    }
}

impl Book {
    fn letter(&mut self, city: Uuid, office: Uuid, serial: i32, on: NaiveDate) {
        let turn = usize::try_from(serial).unwrap_or_default() % ADDRESSED.len();
        let addressed = ADDRESSED.get(turn).copied().unwrap_or(Agency::Functional);
        let Some(receiver) = self.written(&bodies::code("NJ", addressed)) else {
            return;
        };
        let kind = DocumentKind::HandoverLetter;
        let id = self.id("Document");
        self.documents.push(document::ActiveModel {
            id: Set(id),
            dispatcher_id: Set(city),
            issuer_id: Set(office),
            issuing_agency: Set(Agency::Office),
            kind: Set(kind),
            class: Set(InformationClass::Internal),
            subject: Set(format!("关于交办行业性问题的函（示例{serial}）")),
            content: Set(Some("示例：请研究解决并答复".to_owned())),
            year: Set(Some(2022)),
            serial: Set(Some(serial)),
            number: Set(Some(number::printed(kind, 2022, serial))),
            organization_id: Set(None),
            inspection_id: Set(None),
            request_id: Set(None),
            operation_id: Set(None),
            answers_id: Set(None),
            answer_rule: Set(None),
            status: Set(DocumentStatus::Issued),
            drafted_on: Set(on),
            issued_on: Set(Some(on)),
            withdrawn_on: Set(None),
            withdrawal_reason: Set(None),
            version: Set(1),
            created_at: Set(moment()),
            updated_at: Set(moment()),
        });
        let addressee = self.id("DocumentAddressee");
        self.document_addressees
            .push(document_addressee::ActiveModel {
                id: Set(addressee),
                document_id: Set(id),
                organization_id: Set(receiver),
                part: Set(AddresseePart::Main),
                owes_answer: Set(false),
                status: Set(AddresseeStatus::Received),
                received_on: Set(Some(on)),
                received_by: Set(Some("示例人员".to_owned())),
                answered_on: Set(None),
                answer_id: Set(None),
                version: Set(1),
                created_at: Set(moment()),
                updated_at: Set(moment()),
            });
        let signature = self.id("DocumentSignature");
        self.document_signatures
            .push(document_signature::ActiveModel {
                id: Set(signature),
                document_id: Set(id),
                organization_id: Set(office),
                signer: Set("示例人员".to_owned()),
                post: Set("市委巡察办主任".to_owned()),
                signed_on: Set(on),
                version: Set(1),
                created_at: Set(moment()),
                updated_at: Set(moment()),
            });
    }
}
