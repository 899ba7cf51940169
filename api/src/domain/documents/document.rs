//! An official document.

use inspectorate_entity::{
    coordination::coordination_request::InformationClass,
    documents::document::{DocumentKind, DocumentStatus},
    organizations::agency_registration::Agency,
};
use inspectorate_macros::Noun;

use super::{
    document_addressee::DocumentAddressee, document_file::DocumentFile,
    document_life_cycle::document_actions, document_signature::DocumentSignature,
};
use crate::{
    access::{viewer::Viewer, visible::Visible},
    blocks::workflow::AvailableAction,
    domain::{
        coordination::coordination_request::CoordinationRequest,
        inspections::inspection::Inspection, joint_operations::joint_operation::JointOperation,
        organizations::organization::Organization,
    },
    graphql::scalars::Date,
    read::{Many, One},
};

/// An official document (公文): a letter, notice, opinion or report of one body to others. The body that issues it sees it, and of what dispatcher,
/// leading group and office issue the three of them; those to whom it is addressed see it once it is issued.
#[derive(Noun)]
#[noun(table = "document", plural = "documents", reads = ReadDocuments, visible = visible_to, order(-drafted_on, number, subject))]
pub struct Document {
    /// The dispatching Party organization in whose work it stands (派出机关).
    #[noun(one = "dispatcher_id", filter)]
    pub dispatcher: One<Organization>,
    /// Who issues it; null when the viewer may not see it, as one above the viewer's own place (发文单位).
    #[noun(one = "issuer_id", filter)]
    pub issuer: One<Organization>,
    /// The agency as which it is issued (发文主体).
    #[noun(filter, order)]
    pub issuing_agency: Agency,
    /// What kind of document it is (文种).
    #[noun(filter, order)]
    pub kind: DocumentKind,
    /// Who may know of it (密级).
    #[noun(filter, order)]
    pub class: InformationClass,
    /// One case, one number (一案一号): kind, year, and a running number of the issuer without a gap; null before it is issued (文号).
    #[noun(filter, order)]
    pub number: Option<String>,
    /// The year of its number; null before it is issued (年度).
    #[noun(filter, order)]
    pub year: Option<i32>,
    /// The running number of the issuer in the year and kind, from one; null before it is issued (序号).
    #[noun(filter, order)]
    pub serial: Option<i32>,
    /// What it is about, in a line (标题).
    #[noun(filter, order)]
    pub subject: String,
    /// Its text; null when its files alone say it (正文).
    pub content: Option<String>,
    /// The organization that it is about; null when it is about none, or one that the viewer may not see (涉及单位).
    #[noun(one = "organization_id", filter)]
    pub organization: One<Organization>,
    /// The inspection that it is about; null when it is about none, or one that the viewer may not see (涉及巡察).
    #[noun(one = "inspection_id", filter)]
    pub inspection: One<Inspection>,
    /// The request that it is about; null when it is about none, or one that the viewer may not see (涉及协作请求).
    #[noun(one = "request_id", filter)]
    pub request: One<CoordinationRequest>,
    /// The joint operation that it is about; null when it is about none, or one that the viewer may not see (涉及联动监督).
    #[noun(one = "operation_id", filter)]
    pub operation: One<JointOperation>,
    /// The document that it answers; null when it answers none, or one that the viewer may not see (所复公文).
    #[noun(one = "answers_id", filter)]
    pub answers: One<Document>,
    /// Key of the deadline rule by which its main addressees owe an answer; null when it asks none (答复期限规则).
    pub answer_rule: Option<String>,
    /// How far it has come (状态).
    #[noun(filter, order)]
    pub status: DocumentStatus,
    /// When it was drafted (拟稿日期).
    #[noun(filter, order)]
    pub drafted_on: Date,
    /// When it was issued; null until then (制发日期).
    #[noun(filter, order)]
    pub issued_on: Option<Date>,
    /// When it was withdrawn; null unless it was (撤回日期).
    #[noun(filter, order)]
    pub withdrawn_on: Option<Date>,
    /// Why it was withdrawn; null unless it was (撤回原因).
    pub withdrawal_reason: Option<String>,
    /// To whom it is addressed, with receipt and answer (主送、抄送).
    #[noun(many = "document_id", filter)]
    pub addressees: Many<DocumentAddressee>,
    /// Who signed it (签署).
    #[noun(many = "document_id", filter)]
    pub signatures: Many<DocumentSignature>,
    /// Its files, every revision (附件).
    #[noun(many = "document_id", filter)]
    pub files: Many<DocumentFile>,
    /// Of which addressees it is the answer: their row of the document that it answers (作为答复).
    #[noun(many = "answer_id", filter)]
    pub answered: Many<DocumentAddressee>,
    /// What the viewer may do with it now, and what stands in the way; `attachFile` is done by `POST /files` (可办操作).
    #[noun(computed = document_actions, needs(status: DocumentStatus), ids(issuer_id))]
    pub available_actions: Vec<AvailableAction>,
    /// Number of the last change; a verb names the version it saw (版本).
    pub version: i32,
}

/// Those who lead inspection work in a place issue documents as one side.
const LEADERS: &[&str] = &["DISPATCHER", "LEADING_GROUP", "OFFICE"];

fn visible_to(viewer: &Viewer) -> Visible {
    let mut seen = vec![
        Visible::Is("issuer_id", viewer.organization_id),
        Visible::All(vec![
            Visible::Filled("issued_on"),
            Visible::Beside {
                column: "id",
                table: "document_addressee",
                by: "document_id",
                body: "organization_id",
            },
        ]),
    ];
    if matches!(
        viewer.agency,
        Agency::Dispatcher | Agency::LeadingGroup | Agency::Office
    ) {
        seen.push(Visible::All(vec![
            Visible::Is("dispatcher_id", viewer.authority_id),
            Visible::OneOf("issuing_agency", LEADERS),
        ]));
    }
    Visible::Either(seen)
}
