//! People sent to the inspection work of a superior.

use sea_orm::entity::prelude::*;

/// A person sent to the inspection work of a superior (选派参加上级巡视).
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "outgoing_secondment")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The dispatcher that sends.
    pub dispatcher_id: Uuid,
    pub person_id: Uuid,
    /// Whose inspection it is; superiors need not be in the registry.
    pub superior: String,
    /// Which inspection or team it is.
    pub operation: String,
    /// That inspection, where the place keeps it as a record.
    pub superior_inspection_id: Option<Uuid>,
    /// What the person is a specialist in; null when for no speciality.
    pub specialty: Option<String>,
    pub starts_on: Date,
    pub ends_on: Option<Date>,
    pub version: i32,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
