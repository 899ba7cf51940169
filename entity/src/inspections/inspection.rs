//! One inspection of one organization (巡视、巡察).

use sea_orm::entity::prelude::*;

use crate::{coverage::coverage_record::InspectionKind, vocabulary::vocabulary};

vocabulary! {
    /// How far an inspection has come (巡察进展).
    pub enum InspectionStatus {
        /// Put forward by the office; only those who plan see it (谋划).
        Proposed = "PROPOSED",
        /// Approved by the dispatcher that sends the team (已批准).
        Approved = "APPROVED",
        /// The agencies that know the organization were asked about it (巡前信息沟通).
        PreInformed = "PRE_INFORMED",
        /// Its people are trained and were told their task (培训动员).
        Mobilized = "MOBILIZED",
        /// The team is in the organization (进驻).
        OnSite = "ON_SITE",
        /// The team has left the organization (撤点).
        Left = "LEFT",
        /// Its report was heard (已汇报).
        Reported = "REPORTED",
        /// Its findings were fed back to the organization (已反馈).
        FedBack = "FED_BACK",
        /// Nothing is left to be done (办结).
        Closed = "CLOSED",
        /// Given up before the team entered, with a reason (撤回).
        Withdrawn = "WITHDRAWN",
    }
}

vocabulary! {
    /// How an inspection hangs on another (从属方式).
    pub enum InspectionForm {
        /// On none: it was decided for the organization itself (独立).
        Own = "OWN",
        /// Carried on from the inspection of the organization above to this one (延伸).
        Extended = "EXTENDED",
        /// A detachment of an inspection on site looks into one concrete matter (点穴式).
        Pinpoint = "PINPOINT",
    }
}

vocabulary! {
    /// How places exchange people for a cross inspection (交叉方式).
    pub enum CrossMode {
        /// Two places send teams to each other (互派式).
        Exchange = "EXCHANGE",
        /// Each place inspects the next, the last one the first (滚动式).
        Rolling = "ROLLING",
        /// Every member comes from elsewhere, the leader too (全员式).
        FullStaff = "FULL_STAFF",
    }
}

vocabulary! {
    /// Which part an inspected organization has in the topic of its inspection (被巡察单位在专题中的角色).
    pub enum TopicPart {
        /// It leads the work on the topic (牵头单位).
        LeadDepartment = "LEAD_DEPARTMENT",
        /// It is one of those that mainly do the work (主要部门).
        MainDepartment = "MAIN_DEPARTMENT",
    }
}

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "inspection")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// First dispatch fact: the body that authorized it.
    pub authorizing_body_id: Uuid,
    pub authorizing_body_name: String,
    /// Second dispatch fact: the dispatching Party organization that sends the team.
    pub dispatcher_id: Uuid,
    // The third dispatch fact, where the staff comes from, are the rows of `staff_origin`.
    pub organization_id: Uuid,
    /// The dispatcher whose object the organization was when it was proposed; for it the inspection counts.
    pub usual_dispatcher_id: Option<Uuid>,
    pub term_id: Uuid,
    pub round_id: Option<Uuid>,
    pub kind: InspectionKind,
    pub form: InspectionForm,
    /// Name of the operation that it is part of.
    pub name: Option<String>,
    /// Code of the list `TOPIC`.
    pub topic: Option<String>,
    /// Which part the organization has in the topic.
    pub topic_part: Option<TopicPart>,
    /// The concrete matter of a pinpoint inspection.
    pub matter: Option<String>,
    pub detachments: Option<i32>,
    pub batch: Option<i32>,
    pub year: i32,
    pub starts_on: Date,
    pub ends_on: Date,
    pub status: InspectionStatus,
    pub status_on: Date,
    pub parent_id: Option<Uuid>,
    pub link_group_id: Option<Uuid>,
    /// The inspection that a look-back looks back at.
    pub looks_back_at_id: Option<Uuid>,
    /// The team that inspects.
    pub team_id: Option<Uuid>,
    /// What its team is called.
    pub team_name: Option<String>,
    pub cross_mode: Option<CrossMode>,
    // Derived from the dispatch facts, and recomputed with every change of them.
    pub is_cross: bool,
    pub is_millstone: bool,
    pub is_elevated: bool,
    pub is_elevated_cross: bool,
    pub is_assistance: bool,
    /// The dispatcher that could not inspect the organization itself.
    pub unable_body_id: Option<Uuid>,
    /// Code of the list `ELEVATION_FAILURE`: in what it failed.
    pub failure: Option<String>,
    pub elevation_statement: Option<String>,
    pub elevated_on: Option<Date>,
    pub approved_on: Option<Date>,
    /// From this day the organization may know of it.
    pub announced_on: Option<Date>,
    pub entered_on: Option<Date>,
    pub left_on: Option<Date>,
    pub reported_on: Option<Date>,
    pub fed_back_on: Option<Date>,
    pub withdrawal_reason: Option<String>,
    pub coverage_record_id: Option<Uuid>,
    pub version: i32,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
