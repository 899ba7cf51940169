//! Which plan calls for a campaign, by which clause.

use sea_orm_migration::prelude::*;

use crate::added::AddedColumns;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        campaign(manager).add().await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        campaign(manager).drop().await
    }
}

fn campaign<'a>(manager: &'a SchemaManager<'a>) -> AddedColumns<'a> {
    AddedColumns::to(manager, "campaign")
        .optional_reference("plan_id", "coverage_plan")
        .optional_text("plan_clause")
}
