//! Visits to superiors, and what agencies share by a mechanism.

use sea_orm_migration::prelude::*;

use crate::table::{NewTable, drop_tables};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        NewTable::new(manager, "upward_visit")
            .reference("dispatcher_id", "organization")
            .reference("body_id", "organization")
            .text("superior")
            .date("visited_on")
            .text("topics")
            .optional_text("replies")
            .record()
            .index(&["superior"])
            .index(&["dispatcher_id", "visited_on"])
            .index(&["visited_on"])
            .create()
            .await?;
        NewTable::new(manager, "shared_item")
            .reference("dispatcher_id", "organization")
            .reference("mechanism_id", "coordination_mechanism")
            .text("kind")
            .reference("giver_id", "organization")
            .reference("receiver_id", "organization")
            .text("class")
            .text("content")
            .date("shared_on")
            .optional_text("use_made")
            .optional_date("used_on")
            .record()
            .index(&["kind"])
            .index(&["class"])
            .index(&["shared_on"])
            .index(&["used_on"])
            .create()
            .await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_tables(manager, &["upward_visit", "shared_item"]).await
    }
}
