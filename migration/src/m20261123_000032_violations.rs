//! Which inspections of a team were on site on the day of a breach of discipline: a view, so that it always says what the days say.

use sea_orm_migration::{
    prelude::{DbErr, DeriveMigrationName, MigrationTrait, SchemaManager, async_trait},
    sea_orm::ConnectionTrait,
};

#[derive(DeriveMigrationName)]
pub struct Migration;

const VIEW: &str = "CREATE VIEW violation_inspection AS SELECT v.id AS violation_id, i.id AS inspection_id FROM violation v \
    JOIN inspection i ON i.team_id = v.team_id AND i.entered_on <= v.occurred_on AND (i.left_on IS NULL OR i.left_on >= v.occurred_on)";

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        run(manager, VIEW).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        run(manager, "DROP VIEW violation_inspection").await
    }
}

async fn run(manager: &SchemaManager<'_>, statement: &str) -> Result<(), DbErr> {
    manager
        .get_connection()
        .execute_unprepared(statement)
        .await?;
    Ok(())
}
