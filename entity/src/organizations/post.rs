//! A post in an organization.

use sea_orm::entity::prelude::*;

use crate::vocabulary::vocabulary;

vocabulary! {
    /// What a post is, for the rules that ask (职务性质).
    pub enum PostFunction {
        /// Secretary of a Party committee, group or branch (书记).
        PartySecretary = "PARTY_SECRETARY",
        /// Deputy secretary (副书记).
        DeputyPartySecretary = "DEPUTY_PARTY_SECRETARY",
        /// Head of the administration, such as minister, mayor, president (行政主要负责人).
        AdministrativeHead = "ADMINISTRATIVE_HEAD",
        /// Deputy of the administrative head (行政副职).
        AdministrativeDeputy = "ADMINISTRATIVE_DEPUTY",
        /// Other member of the leadership team (班子成员).
        LeadershipMember = "LEADERSHIP_MEMBER",
        /// Director of the inspection office (巡视办主任、巡察办主任).
        OfficeDirector = "OFFICE_DIRECTOR",
        /// Deputy director of the inspection office (巡视办副主任、巡察办副主任).
        OfficeDeputyDirector = "OFFICE_DEPUTY_DIRECTOR",
        /// Leader of an inspection team (巡视组组长、巡察组组长).
        TeamLeader = "TEAM_LEADER",
        /// Deputy leader of an inspection team (巡视组副组长、巡察组副组长).
        TeamDeputyLeader = "TEAM_DEPUTY_LEADER",
        /// Head of a division (处室负责人).
        DivisionHead = "DIVISION_HEAD",
        /// Another post (其他).
        Other = "OTHER",
    }
}

/// A post (职务) that one person after another holds.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "post")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The organization.
    pub organization_id: Uuid,
    /// Its title.
    pub title: String,
    /// What rules ask of it, whatever its title.
    pub function: PostFunction,
    /// Place in the order of the leadership, 1 first.
    pub rank_order: i32,
    /// Whether its holder is the number-one leader (一把手).
    pub is_head: bool,
    /// Whether it is held full time (专职).
    pub is_full_time: bool,
    /// Its last day; null while it exists.
    pub abolished_on: Option<Date>,
    /// Number of the last change; a writer names the version it saw.
    pub version: i32,
    /// When the record was made.
    pub created_at: DateTimeUtc,
    /// When the record last changed.
    pub updated_at: DateTimeUtc,
}

/// Relations are walked by the read path, by column.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
