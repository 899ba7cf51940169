//! Who leads and who works along on a task.

use sea_orm_migration::prelude::*;

use crate::table::{NewTable, drop_tables};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        NewTable::new(manager, "responsibility")
            .reference("dispatcher_id", "organization")
            .optional_reference("round_id", "round")
            .text("task")
            .reference("lead_id", "organization")
            .date("starts_on")
            .optional_date("ends_on")
            .record()
            .index(&["starts_on"])
            .create()
            .await?;
        NewTable::new(manager, "responsibility_partner")
            .reference("responsibility_id", "responsibility")
            .reference("organization_id", "organization")
            .record()
            .unique(&["responsibility_id", "organization_id"])
            .create()
            .await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_tables(manager, &["responsibility", "responsibility_partner"]).await
    }
}
