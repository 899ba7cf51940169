//! In what a joint operation links its sides, what each adds to inspection, and which kind of supervision it brings in.

use sea_orm_migration::{
    prelude::{DbErr, DeriveMigrationName, MigrationTrait, SchemaManager, async_trait},
    sea_orm::ConnectionTrait as _,
};

use crate::added::AddedColumns;

/// What a side that does not inspect adds, where another inspects.
const CHAIN: &str = "UPDATE joint_operation_party SET chain = 'INSPECTION_PLUS_' || agency \
    WHERE agency IN ('AUDIT', 'PETITIONS', 'DISCIPLINE', 'ORGANIZATION', 'PROPAGANDA', 'FUNCTIONAL', 'POLITICAL_LEGAL', \
    'WORKING_COMMITTEE', 'INTERNAL_CONTROL', 'CONGRESS', 'CPPCC') \
    AND EXISTS (SELECT 1 FROM joint_operation_party i WHERE i.operation_id = joint_operation_party.operation_id \
    AND i.agency IN ('DISPATCHER', 'LEADING_GROUP', 'OFFICE', 'TEAM', 'SUPERIOR'))";

/// A side of before that acts as discipline organs brings in discipline supervision, until it says another.
const SUPERVISION: &str = "UPDATE joint_operation_party SET supervision = CASE WHEN agency = 'DISCIPLINE' THEN 'DISCIPLINE' \
    ELSE 'INSPECTION' END WHERE agency IN ('DISCIPLINE', 'DISPATCHER', 'LEADING_GROUP', 'OFFICE', 'TEAM', 'SUPERIOR')";

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        linkages(manager).add().await?;
        kinds(manager).add().await?;
        let connection = manager.get_connection();
        connection.execute_unprepared(CHAIN).await?;
        connection.execute_unprepared(SUPERVISION).await?;
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        kinds(manager).drop().await?;
        linkages(manager).drop().await
    }
}

fn linkages<'a>(manager: &'a SchemaManager<'a>) -> AddedColumns<'a> {
    AddedColumns::to(manager, "joint_operation")
        .no_before("links_tasks")
        .no_before("links_methods")
        .no_before("links_results")
}

fn kinds<'a>(manager: &'a SchemaManager<'a>) -> AddedColumns<'a> {
    AddedColumns::to(manager, "joint_operation_party")
        .optional_text("chain")
        .index("chain")
        .optional_text("supervision")
        .index("supervision")
}
