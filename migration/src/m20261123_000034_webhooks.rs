//! Addresses that are told of events.

use sea_orm_migration::prelude::*;

use crate::table::{NewTable, drop_tables};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        NewTable::new(manager, "webhook")
            .reference("organization_id", "organization")
            .text("agency")
            .text("url")
            .optional_text("noun_filter")
            .optional_text("action_filter")
            .text("status")
            .big_integer("position")
            .integer("attempts")
            .optional_time("last_attempt_at")
            .optional_time("next_attempt_at")
            .optional_text("last_error")
            .text("signing_key")
            .optional_text("previous_key")
            .optional_time("previous_until")
            .optional_id("claimed_by")
            .optional_time("claimed_until")
            .record()
            .index(&["agency"])
            .index(&["url"])
            .index(&["status", "position"])
            .index(&["created_at"])
            .create()
            .await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_tables(manager, &["webhook"]).await
    }
}
