//! A person known to inspection work.

use sea_orm::entity::prelude::*;

use crate::vocabulary::vocabulary;

vocabulary! {
    /// Gender of a person (性别).
    pub enum Gender {
        /// Woman (女).
        Female = "FEMALE",
        /// Man (男).
        Male = "MALE",
    }
}

/// A person; what they are follows from their dated posts.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "person")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Stable code; unique.
    pub code: String,
    /// Name.
    pub name: String,
    /// Gender; null when not recorded.
    pub gender: Option<Gender>,
    /// The dispatcher that keeps the record.
    pub dispatcher_id: Uuid,
    /// Everything by which people look for the person, folded, one entry a line.
    pub search: String,
    /// The name in pinyin, by which Chinese lists are ordered.
    pub pinyin: String,
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
