//! Settings of a dispatcher.

use sea_orm_migration::prelude::{
    DbErr, DeriveMigrationName, MigrationTrait, SchemaManager, async_trait,
};

use crate::table::{NewTable, drop_tables};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        settings(manager).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_tables(manager, &["setting_value"]).await
    }
}

async fn settings(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    NewTable::new(manager, "setting_value")
        .reference("dispatcher_id", "organization")
        .text("key")
        .integer("edition")
        .text("origin")
        .optional_text("value")
        .optional_reference("source_id", "organization")
        .text("reason")
        .text("set_by")
        .date("valid_from")
        .optional_date("valid_to")
        .record()
        .unique(&["dispatcher_id", "key", "edition"])
        .index(&["key", "valid_from"])
        .create()
        .await
}
