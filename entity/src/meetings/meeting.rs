//! A meeting of inspection work.

use sea_orm::entity::prelude::*;

use crate::vocabulary::vocabulary;

vocabulary! {
    /// What kind of meeting it is (会议种类).
    pub enum MeetingKind {
        /// Of the standing committee of the dispatching Party organization (常委会会议).
        StandingCommittee = "STANDING_COMMITTEE",
        /// Of a Party group that dispatches teams itself (党组会议).
        PartyGroup = "PARTY_GROUP",
        /// Of the secretary of the dispatching Party organization on inspection (书记专题会议).
        Secretary = "SECRETARY",
        /// Of the five persons of a county who hear reports (五人小组会议).
        FivePersonGroup = "FIVE_PERSON_GROUP",
        /// Of the leading group for inspection work (领导小组会议).
        LeadingGroup = "LEADING_GROUP",
        /// Of the inspection office, which decides on its work (室务会议).
        RoomAffairs = "ROOM_AFFAIRS",
        /// Of agencies that have agreed on working together (联席会议).
        JointConference = "JOINT_CONFERENCE",
        /// That opens a year or a round (动员部署会).
        Mobilization = "MOBILIZATION",
        /// That looks back at how a round was carried out (复盘会).
        RoundReview = "ROUND_REVIEW",
        /// Of the theory study group (理论学习中心组学习会).
        Study = "STUDY",
        /// Any other (其他会议).
        Other = "OTHER",
    }
}

vocabulary! {
    /// How people come together (会议形式).
    pub enum MeetingMedium {
        /// All in one room (现场).
        InPerson = "IN_PERSON",
        /// By video (视频).
        Video = "VIDEO",
        /// Some in the room, some by video (现场和视频).
        Mixed = "MIXED",
    }
}

vocabulary! {
    /// How far a meeting has come (会议状态).
    pub enum MeetingStatus {
        /// Called and prepared (筹备中).
        Prepared = "PREPARED",
        /// Held (已召开).
        Held = "HELD",
        /// Held, and filed with the superior (已报备).
        Filed = "FILED",
        /// Called off before it was held (已取消).
        Cancelled = "CANCELLED",
    }
}

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "meeting")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The dispatcher in whose work it is held.
    pub dispatcher_id: Uuid,
    /// The body that calls it.
    pub convener_id: Uuid,
    pub kind: MeetingKind,
    pub name: String,
    /// The calendar year for which it counts: of the day on which it was held, until then of the day planned.
    pub year: i32,
    /// Its number among those of its kind as the convener counts them.
    pub ordinal: Option<i32>,
    pub medium: MeetingMedium,
    pub chair_id: Option<Uuid>,
    pub round_id: Option<Uuid>,
    /// The leading group whose meeting it is.
    pub leading_group_id: Option<Uuid>,
    /// The meeting of a superior that it carries out.
    pub implements: Option<String>,
    pub planned_on: Date,
    pub held_on: Option<Date>,
    pub status: MeetingStatus,
    pub minutes: Option<String>,
    pub cancellation_reason: Option<String>,
    pub filed_with: Option<String>,
    pub filed_on: Option<Date>,
    pub version: i32,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
