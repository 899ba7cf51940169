//! Who sits on a team, as what, and when.

use sea_orm::entity::prelude::*;

use crate::vocabulary::vocabulary;

vocabulary! {
    /// As what a person sits on a team (组内职务).
    pub enum TeamRole {
        /// Leads the team; one at a time (组长).
        Leader = "LEADER",
        /// Deputy leader (副组长).
        DeputyLeader = "DEPUTY_LEADER",
        /// Deputy leader on secondment, to be tried and trained (挂职副组长).
        SecondedDeputy = "SECONDED_DEPUTY",
        /// Keeps in touch with the office (联络员).
        Liaison = "LIAISON",
        /// Member (组员).
        Member = "MEMBER",
    }
}

vocabulary! {
    /// The rank of a cadre, lowest first (职务层次).
    pub enum CadreRank {
        /// Staff without a leading rank (科员及以下).
        Staff = "STAFF",
        /// Deputy head of a section or township (乡科级副职).
        SectionDeputy = "SECTION_DEPUTY",
        /// Head of a section or township (乡科级正职).
        Section = "SECTION",
        /// Deputy head of a county or division (县处级副职).
        DivisionDeputy = "DIVISION_DEPUTY",
        /// Head of a county or division (县处级正职).
        Division = "DIVISION",
        /// Deputy head of a bureau or city (厅局级副职).
        BureauDeputy = "BUREAU_DEPUTY",
        /// Head of a bureau or city, such as a full bureau director of a ministry (厅局级正职、正司级).
        Bureau = "BUREAU",
        /// Deputy head of a province or ministry (省部级副职).
        ProvinceDeputy = "PROVINCE_DEPUTY",
        /// Head of a province or ministry (省部级正职).
        Province = "PROVINCE",
    }
}

/// A person on a team from when until when.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "team_member")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub team_id: Uuid,
    /// The dispatcher of the team.
    pub dispatcher_id: Uuid,
    pub person_id: Uuid,
    pub role: TeamRole,
    /// The organization from which the person comes.
    pub source_organization_id: Uuid,
    /// The rank that the person had then; null when not recorded.
    pub rank_then: Option<CadreRank>,
    /// The post that the person had then, as written down; null when not recorded.
    pub post_then: Option<String>,
    pub starts_on: Date,
    /// Last day; null while it holds.
    pub ends_on: Option<Date>,
    /// Why it ended early; null unless somebody said so.
    pub end_reason: Option<String>,
    pub version: i32,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
