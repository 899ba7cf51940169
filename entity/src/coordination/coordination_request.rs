//! What one agency asks of another by a mechanism.

use sea_orm::entity::prelude::*;

use super::mechanism_duty::CoordinationField;
use crate::vocabulary::vocabulary;

vocabulary! {
    /// What kind of request it is (请求种类).
    pub enum RequestKind {
        /// What is known of organizations before they are inspected (巡前信息沟通).
        PreInspectionInformation = "PRE_INSPECTION_INFORMATION",
        /// How an organization stands, at any time (情况了解).
        Situation = "SITUATION",
        /// What was found, told to those whom it concerns; it owes no answer (巡后情况通报).
        PostInspectionNotice = "POST_INSPECTION_NOTICE",
        /// People for a time (人员支持).
        PersonnelSupport = "PERSONNEL_SUPPORT",
        /// What those who know the trade hold of a question (第三方认定).
        ThirdPartyDetermination = "THIRD_PARTY_DETERMINATION",
        /// Seeing to it that something is done (督查督办).
        SupervisedHandling = "SUPERVISED_HANDLING",
    }
}

vocabulary! {
    /// Who may know of what is passed on (密级).
    pub enum InformationClass {
        /// Anybody (公开).
        Public = "PUBLIC",
        /// The agencies alone (内部).
        Internal = "INTERNAL",
        /// A secret (秘密).
        Secret = "SECRET",
        /// A secret of the higher class (机密).
        Confidential = "CONFIDENTIAL",
    }
}

vocabulary! {
    /// The trade that a question asks about (专业领域).
    pub enum ProfessionalField {
        /// Allocation of land (国土资源配置).
        LandAllocation = "LAND_ALLOCATION",
        /// Planning and construction (规划建设).
        PlanningAndConstruction = "PLANNING_AND_CONSTRUCTION",
        /// Quality of works (工程建设质量).
        ConstructionQuality = "CONSTRUCTION_QUALITY",
        /// Safety at work (安全生产).
        WorkSafety = "WORK_SAFETY",
        /// Taxes (涉税管理).
        Taxation = "TAXATION",
        /// Any other trade (其他专业).
        Other = "OTHER",
    }
}

vocabulary! {
    /// How far a request has come (请求状态).
    pub enum RequestStatus {
        /// Sent (已发出).
        Sent = "SENT",
        /// Received; a notice ends here (已签收).
        Received = "RECEIVED",
        /// Taken on (已受理).
        Accepted = "ACCEPTED",
        /// Answered in part (部分答复).
        PartlyReplied = "PARTLY_REPLIED",
        /// Answered (已答复).
        Replied = "REPLIED",
        /// Returned, for a reason (已退回).
        Returned = "RETURNED",
        /// Withdrawn by who sent it (已撤回).
        Withdrawn = "WITHDRAWN",
    }
}

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "coordination_request")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The dispatcher in whose work the mechanism stands.
    pub dispatcher_id: Uuid,
    pub mechanism_id: Uuid,
    pub kind: RequestKind,
    pub field: CoordinationField,
    pub sender_id: Uuid,
    pub receiver_id: Uuid,
    pub class: InformationClass,
    pub title: String,
    pub content: String,
    pub professional_field: Option<ProfessionalField>,
    pub people_needed: Option<i32>,
    pub needed_from: Option<Date>,
    pub needed_to: Option<Date>,
    pub round_id: Option<Uuid>,
    pub status: RequestStatus,
    pub sent_on: Date,
    pub received_on: Option<Date>,
    pub accepted_on: Option<Date>,
    pub returned_on: Option<Date>,
    pub return_reason: Option<String>,
    pub replied_on: Option<Date>,
    pub escalated_on: Option<Date>,
    pub withdrawn_on: Option<Date>,
    pub withdrawal_reason: Option<String>,
    pub version: i32,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
