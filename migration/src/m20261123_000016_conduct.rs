//! How inspection cadres are trained, bound, cared for, honoured and held to account, and what of their practice others recognize.

use sea_orm_migration::prelude::*;

use crate::table::{NewTable, drop_tables};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        training(manager).await?;
        training_attendance(manager).await?;
        undertaking(manager).await?;
        care_record(manager).await?;
        violation(manager).await?;
        deployment(manager).await?;
        honour(manager).await?;
        practice(manager).await?;
        practice_recognition(manager).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let tables = [
            "training",
            "training_attendance",
            "undertaking",
            "care_record",
            "violation",
            "deployment",
            "honour",
            "practice",
            "practice_recognition",
        ];
        drop_tables(manager, &tables).await
    }
}

async fn training(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    NewTable::new(manager, "training")
        .reference("dispatcher_id", "organization")
        .optional_reference("round_id", "round")
        .text("kind")
        .optional_text("series")
        .integer("year")
        .integer("ordinal")
        .text("topic")
        .date("held_on")
        .record()
        .index(&["kind"])
        .index(&["series"])
        .index(&["year"])
        .index(&["ordinal"])
        .index(&["topic"])
        .index(&["held_on"])
        .unique(&["dispatcher_id", "kind", "year", "ordinal"])
        .create()
        .await
}

async fn training_attendance(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    NewTable::new(manager, "training_attendance")
        .reference("training_id", "training")
        .reference("dispatcher_id", "organization")
        .reference("person_id", "person")
        .boolean("attended")
        .record()
        .index(&["attended"])
        .unique(&["training_id", "person_id"])
        .create()
        .await
}

async fn undertaking(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    NewTable::new(manager, "undertaking")
        .reference("dispatcher_id", "organization")
        .reference("team_id", "team")
        .reference("team_member_id", "team_member")
        .reference("person_id", "person")
        .text("kind")
        .date("signed_on")
        .record()
        .index(&["kind"])
        .index(&["signed_on"])
        .unique(&["team_member_id", "kind"])
        .create()
        .await
}

async fn care_record(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    NewTable::new(manager, "care_record")
        .reference("dispatcher_id", "organization")
        .reference("person_id", "person")
        .text("kind")
        .text("held_by")
        .date("held_on")
        .text("matters")
        .record()
        .index(&["kind"])
        .index(&["held_on"])
        .create()
        .await
}

async fn violation(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    NewTable::new(manager, "violation")
        .reference("dispatcher_id", "organization")
        .reference("person_id", "person")
        .optional_reference("team_id", "team")
        .text("category")
        .optional_text("clause")
        .date("occurred_on")
        .date("found_on")
        .text("detail")
        .text("status")
        .optional_date("handled_on")
        .optional_text("handling")
        .record()
        .index(&["category"])
        .index(&["clause"])
        .index(&["occurred_on"])
        .index(&["found_on"])
        .index(&["status"])
        .index(&["handled_on"])
        .create()
        .await
}

async fn deployment(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    NewTable::new(manager, "deployment")
        .reference("dispatcher_id", "organization")
        .reference("person_id", "person")
        .reference("unit_id", "organization")
        .text("purpose")
        .date("starts_on")
        .optional_date("ends_on")
        .record()
        .index(&["purpose"])
        .index(&["starts_on"])
        .index(&["ends_on"])
        .create()
        .await
}

async fn honour(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    NewTable::new(manager, "honour")
        .reference("dispatcher_id", "organization")
        .reference("person_id", "person")
        .text("title")
        .text("granted_by")
        .date("granted_on")
        .integer("year")
        .text("ground")
        .optional_reference("deployment_id", "deployment")
        .record()
        .index(&["title"])
        .index(&["granted_by"])
        .index(&["granted_on"])
        .index(&["year"])
        .create()
        .await
}

async fn practice(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    NewTable::new(manager, "practice")
        .reference("dispatcher_id", "organization")
        .text("name")
        .text("summary")
        .optional_reference("rule_id", "rule_document")
        .date("begun_on")
        .record()
        .index(&["name"])
        .index(&["begun_on"])
        .unique(&["dispatcher_id", "name"])
        .create()
        .await
}

async fn practice_recognition(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    NewTable::new(manager, "practice_recognition")
        .reference("practice_id", "practice")
        .reference("dispatcher_id", "organization")
        .text("form")
        .text("by_whom")
        .text("level")
        .optional_text("occasion")
        .optional_integer("ordinal")
        .date("on_day")
        .text("access")
        .record()
        .index(&["form"])
        .index(&["by_whom"])
        .index(&["level"])
        .index(&["occasion"])
        .index(&["ordinal"])
        .index(&["on_day"])
        .index(&["access"])
        .create()
        .await
}
