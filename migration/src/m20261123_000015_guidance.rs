//! Guidance of lower inspection bodies: operations, their groups, visits, and what they suggest.

use sea_orm_migration::prelude::*;

use crate::table::{NewTable, drop_tables};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        operation(manager).await?;
        group(manager).await?;
        visit(manager).await?;
        suggestion(manager).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let tables = [
            "guidance_operation",
            "guidance_group",
            "guidance_visit",
            "guidance_suggestion",
        ];
        drop_tables(manager, &tables).await
    }
}

async fn operation(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    NewTable::new(manager, "guidance_operation")
        .reference("dispatcher_id", "organization")
        .text("name")
        .integer("year")
        .date("starts_on")
        .text("status")
        .optional_date("closed_on")
        .optional_text("summary")
        .record()
        .index(&["name"])
        .index(&["year"])
        .index(&["starts_on"])
        .index(&["status"])
        .index(&["closed_on"])
        .unique(&["dispatcher_id", "year", "name"])
        .create()
        .await
}

async fn group(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    NewTable::new(manager, "guidance_group")
        .reference("operation_id", "guidance_operation")
        .reference("dispatcher_id", "organization")
        .integer("ordinal")
        .text("name")
        .optional_reference("leader_id", "person")
        .record()
        .index(&["name"])
        .unique(&["operation_id", "ordinal"])
        .create()
        .await
}

async fn visit(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    NewTable::new(manager, "guidance_visit")
        .reference("operation_id", "guidance_operation")
        .reference("group_id", "guidance_group")
        .reference("dispatcher_id", "organization")
        .date("visited_on")
        .optional_date("left_on")
        .optional_text("report")
        .record()
        .index(&["visited_on"])
        .index(&["left_on"])
        .unique(&["group_id", "dispatcher_id", "visited_on"])
        .create()
        .await
}

async fn suggestion(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    NewTable::new(manager, "guidance_suggestion")
        .reference("operation_id", "guidance_operation")
        .reference("visit_id", "guidance_visit")
        .reference("dispatcher_id", "organization")
        .reference("guiding_id", "organization")
        .integer("ordinal")
        .optional_text("aspect")
        .text("content")
        .boolean("long_standing")
        .optional_date("first_raised_on")
        .optional_text("former_handlers")
        .text("status")
        .date("made_on")
        .optional_date("due_on")
        .optional_text("answer")
        .optional_date("answered_on")
        .optional_reference("measure_id", "improvement_measure")
        .optional_text("result")
        .optional_date("settled_on")
        .record()
        .index(&["aspect"])
        .index(&["long_standing"])
        .index(&["first_raised_on"])
        .index(&["status"])
        .index(&["made_on"])
        .index(&["due_on"])
        .index(&["answered_on"])
        .index(&["settled_on"])
        .unique(&["visit_id", "ordinal"])
        .create()
        .await
}
