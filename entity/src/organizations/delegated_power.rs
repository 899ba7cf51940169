//! A power granted to an inspection body.

use sea_orm::entity::prelude::*;

use crate::vocabulary::vocabulary;

vocabulary! {
    /// What a delegated power is over (管理权限).
    pub enum PowerKind {
        /// Over people (人).
        People = "PEOPLE",
        /// Over money (财).
        Money = "MONEY",
        /// Over property (物).
        Property = "PROPERTY",
    }
}

/// A power over people, money or property granted to a body for a time.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "delegated_power")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The body that may use it.
    pub organization_id: Uuid,
    /// What the power is over.
    pub kind: PowerKind,
    /// How far it goes.
    pub scope: String,
    /// The body that granted it.
    pub granted_by_id: Uuid,
    /// First day on which it holds.
    pub starts_on: Date,
    /// Last day on which it holds; null while it holds.
    pub ends_on: Option<Date>,
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
