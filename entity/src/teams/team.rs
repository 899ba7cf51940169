//! An inspection team (巡视组、巡察组) and its life cycle.

use sea_orm::entity::prelude::*;

use crate::vocabulary::vocabulary;

vocabulary! {
    /// In which form a team is put together (组织形式).
    pub enum TeamForm {
        /// By the dispatcher for its own round (常规组).
        Regular = "REGULAR",
        /// With people of other places, so that none inspects its own; by the shipped rule the leader is assigned centrally and the members are mixed (交叉).
        Cross = "CROSS",
        /// In a ring of places, each inspecting the next (推磨式).
        Millstone = "MILLSTONE",
        /// By a higher dispatcher than the inspected place's own (提级).
        Elevated = "ELEVATED",
        /// A standing team that looks back at organizations inspected before (回头看专职组).
        LookBack = "LOOK_BACK",
        /// A part of another team, sent out on its own (小分队).
        Detachment = "DETACHMENT",
    }
}

vocabulary! {
    /// How far a team has come (巡察组状态).
    pub enum TeamStatus {
        /// Put together by the office (拟组建).
        Proposed = "PROPOSED",
        /// Approved by the dispatcher or its leading group (已批准).
        Approved = "APPROVED",
        /// Called to its task (已动员).
        Mobilized = "MOBILIZED",
        /// Ended; it stays on record (已解散).
        Dissolved = "DISSOLVED",
    }
}

/// An inspection team of one dispatcher.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "team")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The dispatching Party organization whose team it is.
    pub dispatcher_id: Uuid,
    /// Its round; null for a standing team and for one outside the rounds.
    pub round_id: Option<Uuid>,
    /// The team of which it is a detachment; null for every other form.
    pub parent_id: Option<Uuid>,
    /// The standing numbered team whose people sign in for it; null when it has none.
    pub body_id: Option<Uuid>,
    /// Number within the round, or among the teams without one, from 1.
    pub ordinal: i32,
    pub name: String,
    pub form: TeamForm,
    pub status: TeamStatus,
    pub starts_on: Date,
    /// Last day; null while a standing team has none.
    pub ends_on: Option<Date>,
    pub approved_on: Option<Date>,
    pub mobilized_on: Option<Date>,
    pub dissolved_on: Option<Date>,
    pub dissolution_reason: Option<String>,
    pub version: i32,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
