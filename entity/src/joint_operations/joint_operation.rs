//! What agencies do together about the same organizations.

use sea_orm::entity::prelude::*;

use crate::vocabulary::vocabulary;

vocabulary! {
    /// How the sides of a joint operation work together (联动方式).
    pub enum JointMode {
        /// Audit enters first, the others build on it (先审后巡).
        AuditFirst = "AUDIT_FIRST",
        /// All enter on the same day and work in step (同步进点).
        Simultaneous = "SIMULTANEOUS",
        /// One side sends people to the other (派员参与).
        StaffParticipation = "STAFF_PARTICIPATION",
        /// The sides use one another's results, and nobody enters for it (成果互用).
        MutualUse = "MUTUAL_USE",
    }
}

vocabulary! {
    /// How far a joint operation has come (联动状态).
    pub enum JointStatus {
        /// Asked for; others have yet to agree (已提出).
        Requested = "REQUESTED",
        /// Every side agreed (已商定).
        Agreed = "AGREED",
        /// Every side entered (已进点).
        Entered = "ENTERED",
        /// Its results are reported, once for all sides (已报告).
        Reported = "REPORTED",
        /// Its sides follow the rectification together, in one ledger (整改并轨).
        RectificationJoined = "RECTIFICATION_JOINED",
        /// Closed; what it opened is shut again (已结束).
        Closed = "CLOSED",
        /// A side did not agree (未同意).
        Declined = "DECLINED",
        /// Withdrawn by who asked for it (已撤回).
        Withdrawn = "WITHDRAWN",
    }
}

vocabulary! {
    /// In what inspection and other supervision are linked by a joint operation (联动类型).
    pub enum Linkage {
        /// What they set out to do (任务联动).
        Task = "TASK",
        /// How they do it (方式联动).
        Method = "METHOD",
        /// What comes of it (成果联动).
        Result = "RESULT",
    }
}

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "joint_operation")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The dispatcher in whose work the mechanism stands.
    pub dispatcher_id: Uuid,
    pub mechanism_id: Uuid,
    /// The body that asked for it, a party itself.
    pub initiator_id: Uuid,
    pub mode: JointMode,
    pub name: String,
    pub topics: Option<String>,
    pub starts_on: Date,
    pub ends_on: Date,
    /// Whether results stay readable to the sides that may read them, after it is over.
    pub keeps_results: bool,
    pub status: JointStatus,
    pub requested_on: Date,
    pub agreed_on: Option<Date>,
    pub entered_on: Option<Date>,
    pub ended_on: Option<Date>,
    pub end_reason: Option<String>,
    /// What the one report is called.
    pub report: Option<String>,
    pub reported_on: Option<Date>,
    /// The side in whose ledger the rectification is followed.
    pub ledger_keeper_id: Option<Uuid>,
    pub rectification_joined_on: Option<Date>,
    pub links_tasks: bool,
    pub links_methods: bool,
    pub links_results: bool,
    pub version: i32,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
