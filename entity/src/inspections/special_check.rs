//! A special check that is carried along with an inspection (结合巡视开展的专项检查).

use sea_orm::entity::prelude::*;

use crate::vocabulary::vocabulary;

vocabulary! {
    /// What a special check looks at (专项检查种类).
    pub enum SpecialCheckKind {
        /// How cadres are selected and used (选人用人).
        PersonnelSelection = "PERSONNEL_SELECTION",
        /// Whether the responsibility for ideological work is kept (意识形态工作责任制).
        Ideology = "IDEOLOGY",
        /// Party building in organs (机关党建).
        PartyBuilding = "PARTY_BUILDING",
        /// The internal control of the organization (内控).
        InternalControl = "INTERNAL_CONTROL",
        /// The economic responsibility of its leaders (经济责任).
        EconomicResponsibility = "ECONOMIC_RESPONSIBILITY",
    }
}

vocabulary! {
    /// How a special check is carried along (融入方式).
    pub enum CheckIntegration {
        /// Beside the inspection, with people of its own (嵌入式).
        Embedded = "EMBEDDED",
        /// Part of the inspection's own work, so that nobody is asked twice (融入式).
        Integrated = "INTEGRATED",
    }
}

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "special_check")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub inspection_id: Uuid,
    pub dispatcher_id: Uuid,
    pub kind: SpecialCheckKind,
    /// The body that owns the check.
    pub owner_id: Uuid,
    pub integration: CheckIntegration,
    pub ordered_on: Date,
    pub finished_on: Option<Date>,
    pub version: i32,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
