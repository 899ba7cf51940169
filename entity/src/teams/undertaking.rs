//! What members of a team undertake before they enter an organization.

use sea_orm::entity::prelude::*;

use crate::vocabulary::vocabulary;

vocabulary! {
    /// What a member undertakes (承诺事项).
    pub enum UndertakingKind {
        /// To keep the four must-nots, the items of the checklist FOUR_MUST_NOTS (四个不得).
        FourMustNots = "FOUR_MUST_NOTS",
        /// To keep the alcohol ban: on working days in principle, during the entry, and among colleagues (禁酒令).
        AlcoholBan = "ALCOHOL_BAN",
    }
}

/// An undertaking that a member of a team signed.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "undertaking")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub dispatcher_id: Uuid,
    pub team_id: Uuid,
    pub team_member_id: Uuid,
    pub person_id: Uuid,
    pub kind: UndertakingKind,
    pub signed_on: Date,
    pub version: i32,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
