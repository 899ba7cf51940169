//! A body to which a document is addressed.

use inspectorate_entity::documents::document_addressee::{AddresseePart, AddresseeStatus};
use inspectorate_macros::Noun;

use super::{addressee_life_cycle::addressee_actions, document::Document};
use crate::{
    access::{viewer::Viewer, visible::Visible},
    blocks::workflow::AvailableAction,
    domain::{organizations::organization::Organization, rules::deadline::Deadline},
    graphql::scalars::Date,
    read::{Many, One, noun::Noun as _},
};

/// A body to which a document is addressed, with its receipt and its answer (收文单位). Whoever sees the document sees to whom it went.
#[derive(Noun)]
#[noun(table = "document_addressee", plural = "documentAddressees", reads = ReadDocuments, visible = visible_to, order(part, version))]
pub struct DocumentAddressee {
    /// The document (公文).
    #[noun(one = "document_id", filter)]
    pub document: One<Document>,
    /// The body; null when the viewer may not see it, as one above the viewer's own place (收文单位).
    #[noun(one = "organization_id", filter)]
    pub organization: One<Organization>,
    /// As what it is addressed (主送或抄送).
    #[noun(filter, order)]
    pub part: AddresseePart,
    /// Whether it owes an answer (是否须答复).
    #[noun(filter, order)]
    pub owes_answer: bool,
    /// How far the document has come with it (收文状态).
    #[noun(filter, order)]
    pub status: AddresseeStatus,
    /// When it received the document; null until then (签收日期).
    #[noun(filter, order)]
    pub received_on: Option<Date>,
    /// Who received it there; null until then (签收人).
    pub received_by: Option<String>,
    /// When it answered; null until then (答复日期).
    #[noun(filter, order)]
    pub answered_on: Option<Date>,
    /// The document by which it answered; null until then, or when the viewer may not see that one (复函).
    #[noun(one = "answer_id", filter)]
    pub answer: One<Document>,
    /// The deadline that the rule of the document set for the answer; none where none is owed (期限).
    #[noun(many = "record_id", filter)]
    pub deadlines: Many<Deadline>,
    /// What the viewer may do with it now, and what stands in the way (可办操作).
    #[noun(
        computed = addressee_actions,
        needs(status: AddresseeStatus, owes_answer: bool),
        ids(organization_id)
    )]
    pub available_actions: Vec<AvailableAction>,
    /// Number of the last change; a verb names the version it saw (版本).
    #[noun(order)]
    pub version: i32,
}

fn visible_to(_viewer: &Viewer) -> Visible {
    Visible::Through("document_id", || Document::DEF)
}
