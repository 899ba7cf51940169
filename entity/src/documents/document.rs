//! An official document.

use sea_orm::entity::prelude::*;

use crate::{
    coordination::coordination_request::InformationClass,
    organizations::agency_registration::Agency, vocabulary::vocabulary,
};

vocabulary! {
    /// What kind of document it is; its number begins with the Chinese term (文种).
    pub enum DocumentKind {
        /// Hands a matter to a department, which solves it and answers (交办函).
        HandoverLetter = "HANDOVER_LETTER",
        /// Presses an organization whose rectification lags behind (督办函).
        SupervisionLetter = "SUPERVISION_LETTER",
        /// Tells units concerned of an important matter, so that they press it (抄告单).
        CopyNotice = "COPY_NOTICE",
        /// Passes material on to the body that has jurisdiction (移交函).
        TransferLetter = "TRANSFER_LETTER",
        /// Asks another body for something (商请函).
        RequestLetter = "REQUEST_LETTER",
        /// Answers another document (复函).
        Reply = "REPLY",
        /// What an inspection conveys to the inspected (反馈意见).
        FeedbackOpinion = "FEEDBACK_OPINION",
        /// What reviewers hold of a plan or report (审核意见书).
        ReviewOpinion = "REVIEW_OPINION",
        /// Tells those addressed what to do or to know (通知).
        Notice = "NOTICE",
        /// Suggests what another body should do (建议书).
        Recommendation = "RECOMMENDATION",
        /// Reports to a superior or another body (报告).
        Report = "REPORT",
        /// A plan handed to others (方案).
        Plan = "PLAN",
    }
}

vocabulary! {
    /// How far a document has come (公文状态).
    pub enum DocumentStatus {
        /// Drafted; the issuer's side alone knows of it (拟稿).
        Draft = "DRAFT",
        /// Issued and sent to its addressees (已制发).
        Issued = "ISSUED",
        /// Withdrawn, for a reason; its number is not given again (已撤回).
        Withdrawn = "WITHDRAWN",
    }
}

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "document")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The dispatcher in whose work it stands.
    pub dispatcher_id: Uuid,
    pub issuer_id: Uuid,
    /// The agency as which the issuer acted.
    pub issuing_agency: Agency,
    pub kind: DocumentKind,
    pub class: InformationClass,
    pub subject: String,
    pub content: Option<String>,
    /// Year and running number of the number; none before it is issued.
    pub year: Option<i32>,
    pub serial: Option<i32>,
    pub number: Option<String>,
    /// What it is about.
    pub organization_id: Option<Uuid>,
    pub inspection_id: Option<Uuid>,
    pub request_id: Option<Uuid>,
    pub operation_id: Option<Uuid>,
    /// The document that it answers.
    pub answers_id: Option<Uuid>,
    /// Key of the deadline rule of the answer that it asks for.
    pub answer_rule: Option<String>,
    pub status: DocumentStatus,
    pub drafted_on: Date,
    pub issued_on: Option<Date>,
    pub withdrawn_on: Option<Date>,
    pub withdrawal_reason: Option<String>,
    pub version: i32,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
