//! What one side of a joint operation refers to another.

use sea_orm::entity::prelude::*;

use crate::vocabulary::vocabulary;

vocabulary! {
    /// What one side refers to another (联动协作事项种类).
    pub enum ReferralKind {
        /// A problem that lies with the other side (问题移交).
        Problem = "PROBLEM",
        /// Somebody whom both want to talk with: one interview instead of two (合并谈话).
        Interview = "INTERVIEW",
        /// Material that both need: it is asked for once (合并调取材料).
        Material = "MATERIAL",
        /// Anything else in which one side needs the other (其他协作).
        Other = "OTHER",
    }
}

vocabulary! {
    /// How far something referred has come (联动协作事项状态).
    pub enum ReferralStatus {
        /// Waits for the answer of the other side (待答复).
        Open = "OPEN",
        /// Answered (已答复).
        Answered = "ANSWERED",
    }
}

vocabulary! {
    /// What became of something referred (联动协作结果).
    pub enum ReferralOutcome {
        /// The other side took it up (已接办).
        TakenUp = "TAKEN_UP",
        /// Both did it at once, as one interview (合并办理).
        DoneTogether = "DONE_TOGETHER",
        /// The other side had what was needed already, and gave it (已有并提供).
        Given = "GIVEN",
        /// The other side did not take it up, for a reason (不予办理).
        NotTakenUp = "NOT_TAKEN_UP",
    }
}

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "joint_referral")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub operation_id: Uuid,
    /// The dispatcher in whose work the operation stands.
    pub dispatcher_id: Uuid,
    pub kind: ReferralKind,
    pub sender_id: Uuid,
    pub receiver_id: Uuid,
    /// The organization in the scope that it is about.
    pub organization_id: Option<Uuid>,
    pub title: String,
    pub content: String,
    pub status: ReferralStatus,
    pub referred_on: Date,
    pub outcome: Option<ReferralOutcome>,
    pub answer: Option<String>,
    pub answered_on: Option<Date>,
    pub version: i32,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
