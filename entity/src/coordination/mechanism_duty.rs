//! What the parties of a mechanism do for one another.

use sea_orm::entity::prelude::*;

use crate::vocabulary::vocabulary;

vocabulary! {
    /// A field in which agencies work together (协作领域).
    pub enum CoordinationField {
        /// Learning the situation of an organization (情况了解).
        Situation = "SITUATION",
        /// Telling one another of situations (情况通报).
        Notification = "NOTIFICATION",
        /// Lending people (人员调配).
        Personnel = "PERSONNEL",
        /// Opinions of those who know the trade (专业意见).
        ProfessionalOpinion = "PROFESSIONAL_OPINION",
        /// Seeing to it that something is done (督查督办).
        SupervisedHandling = "SUPERVISED_HANDLING",
        /// Leads handed over; with discipline organs only (线索移交).
        Leads = "LEADS",
        /// Plans brought into line (计划协调).
        PlanCoordination = "PLAN_COORDINATION",
        /// Entering together (联合进驻).
        JointEntry = "JOINT_ENTRY",
        /// Results used by both (成果共享).
        ResultSharing = "RESULT_SHARING",
    }
}

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "mechanism_duty")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub mechanism_id: Uuid,
    pub field: CoordinationField,
    pub content: Option<String>,
    /// The division that answers for it.
    pub responsible_id: Option<Uuid>,
    /// Key of the deadline rule for requests in this field.
    pub deadline_rule: Option<String>,
    pub version: i32,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
