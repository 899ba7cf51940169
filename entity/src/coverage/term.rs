//! A term of office (届) of a dispatching Party organization; coverage is counted within it.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "term")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub dispatcher_id: Uuid,
    /// The ordinal of the committee: 8 for the eighth committee.
    pub ordinal: i32,
    pub name: String,
    pub starts_on: Date,
    /// Last day of the term.
    pub ends_on: Date,
    /// The day from which nothing is listed or scheduled in it any more.
    pub closed_on: Option<Date>,
    pub closing_statement: Option<String>,
    pub version: i32,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
