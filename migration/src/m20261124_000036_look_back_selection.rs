//! How an object was selected for its planned look-back; null in what was planned before it was asked.

use sea_orm_migration::prelude::{
    DbErr, DeriveMigrationName, MigrationTrait, SchemaManager, async_trait,
};

use crate::added::AddedColumns;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        selection(manager).add().await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        selection(manager).drop().await
    }
}

fn selection<'a>(manager: &'a SchemaManager<'a>) -> AddedColumns<'a> {
    AddedColumns::to(manager, "coverage_object")
        .optional_text("look_back_selection")
        .index("look_back_selection")
        .optional_text("look_back_reason")
}
