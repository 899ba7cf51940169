//! Snapshots of the ledger, as reports cite them.

use sea_orm_migration::prelude::*;

use crate::table::{NewTable, drop_tables};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        NewTable::new(manager, "ledger_snapshot")
            .reference("plan_id", "coverage_plan")
            .reference("dispatcher_id", "organization")
            .date("as_of")
            .optional_text("purpose")
            .text("figures")
            .text("hash")
            .text("frozen_by")
            .time("frozen_at")
            .index(&["as_of"])
            .index(&["frozen_at"])
            .create()
            .await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_tables(manager, &["ledger_snapshot"]).await
    }
}
