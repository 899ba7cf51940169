//! Who answers for a matter in an agency.

use sea_orm::entity::prelude::*;

/// A matter fixed to division, post and person (到事到岗到人) for a time.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "liaison_contact")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The body that names the contact.
    pub organization_id: Uuid,
    /// The division that handles the matter.
    pub division_id: Uuid,
    /// The post that answers for it.
    pub post_id: Uuid,
    /// The person who answers for it.
    pub person_id: Uuid,
    /// The matter.
    pub matter: String,
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
