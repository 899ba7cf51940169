//! Who stays away from what, who stands in which talent pool, and who is lent to inspection work.

use sea_orm_migration::prelude::*;

use crate::table::{NewTable, drop_tables};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        recusal(manager).await?;
        talent(manager).await?;
        secondment(manager).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_tables(manager, &["recusal", "talent", "secondment"]).await
    }
}

async fn recusal(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    NewTable::new(manager, "recusal")
        .reference("dispatcher_id", "organization")
        .reference("team_id", "team")
        .reference("person_id", "person")
        .reference("organization_id", "organization")
        .text("tie")
        .text("origin")
        .text("detail")
        .text("status")
        .date("raised_on")
        .optional_date("decided_on")
        .optional_text("decision_reason")
        .record()
        .index(&["tie"])
        .index(&["status"])
        .index(&["raised_on"])
        .index(&["decided_on"])
        .unique(&["team_id", "person_id", "organization_id", "tie"])
        .create()
        .await
}

async fn talent(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    NewTable::new(manager, "talent")
        .reference("dispatcher_id", "organization")
        .text("pool")
        .reference("person_id", "person")
        .reference("home_organization_id", "organization")
        .optional_text("specialty")
        .optional_text("native_region")
        .text("availability")
        .dated()
        .record()
        .index(&["pool"])
        .index(&["availability"])
        .unique_while_null(&["dispatcher_id", "pool", "person_id"], "ends_on")
        .create()
        .await
}

async fn secondment(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    NewTable::new(manager, "secondment")
        .reference("dispatcher_id", "organization")
        .reference("person_id", "person")
        .reference("home_organization_id", "organization")
        .optional_reference("round_id", "round")
        .text("category")
        .text("status")
        .date("starts_on")
        .date("ends_on")
        .date("nominated_on")
        .optional_date("decided_on")
        .optional_text("refusal_reason")
        .optional_text("appraisal")
        .optional_text("appraisal_text")
        .optional_integer("list_year")
        .optional_date("promoted_on")
        .record()
        .index(&["category"])
        .index(&["status"])
        .index(&["starts_on"])
        .index(&["ends_on"])
        .index(&["nominated_on"])
        .index(&["decided_on"])
        .index(&["appraisal"])
        .index(&["list_year"])
        .index(&["promoted_on"])
        .create()
        .await
}
