//! Coverage: terms, plans with their object lists, rounds, placements, and what was inspected when.

use sea_orm_migration::prelude::*;

use crate::table::{NewTable, drop_tables};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        term(manager).await?;
        coverage_plan(manager).await?;
        sector_block(manager).await?;
        round(manager).await?;
        coverage_object(manager).await?;
        plan_assignment(manager).await?;
        coverage_record(manager).await?;
        full_coverage(manager).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let tables = [
            "term",
            "coverage_plan",
            "sector_block",
            "round",
            "coverage_object",
            "plan_assignment",
            "coverage_record",
            "full_coverage",
        ];
        drop_tables(manager, &tables).await
    }
}

async fn term(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    NewTable::new(manager, "term")
        .reference("dispatcher_id", "organization")
        .integer("ordinal")
        .text("name")
        .date("starts_on")
        .date("ends_on")
        .record()
        .index(&["ordinal"])
        .index(&["name"])
        .index(&["starts_on"])
        .index(&["ends_on"])
        .unique(&["dispatcher_id", "ordinal"])
        .create()
        .await
}

async fn coverage_plan(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    NewTable::new(manager, "coverage_plan")
        .reference("term_id", "term")
        .reference("dispatcher_id", "organization")
        .text("kind")
        .optional_reference("parent_id", "coverage_plan")
        .integer("from_year")
        .integer("to_year")
        .text("name")
        .optional_text("document_number")
        .optional_integer("printed_object_count")
        .text("status")
        .optional_date("submitted_on")
        .optional_date("approved_on")
        .optional_date("issued_on")
        .record()
        .index(&["kind"])
        .index(&["from_year"])
        .index(&["name"])
        .index(&["status"])
        .index(&["issued_on"])
        .unique(&["term_id", "kind", "from_year"])
        .create()
        .await
}

async fn sector_block(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    NewTable::new(manager, "sector_block")
        .reference("plan_id", "coverage_plan")
        .reference("dispatcher_id", "organization")
        .text("name")
        .integer("sequence")
        .record()
        .index(&["name"])
        .index(&["sequence"])
        .unique(&["plan_id", "sequence"])
        .unique(&["plan_id", "name"])
        .create()
        .await
}

async fn round(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    NewTable::new(manager, "round")
        .reference("term_id", "term")
        .reference("dispatcher_id", "organization")
        .integer("ordinal")
        .text("name")
        .integer("year")
        .date("starts_on")
        .date("ends_on")
        .record()
        .index(&["ordinal"])
        .index(&["name"])
        .index(&["year"])
        .index(&["starts_on"])
        .index(&["ends_on"])
        .unique(&["term_id", "ordinal"])
        .create()
        .await
}

async fn coverage_object(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    NewTable::new(manager, "coverage_object")
        .reference("plan_id", "coverage_plan")
        .reference("dispatcher_id", "organization")
        .reference("organization_id", "organization")
        .optional_reference("block_id", "sector_block")
        .text("object_type")
        .text("required_mode")
        .text("priority")
        .optional_text("priority_reason")
        .boolean("first_inclusion")
        .boolean("pilot")
        .date("listed_on")
        .optional_date("withdrawn_on")
        .optional_text("withdrawal_reason")
        .optional_date("planned_look_back_on")
        .record()
        .index(&["object_type"])
        .index(&["required_mode"])
        .index(&["priority"])
        .index(&["listed_on"])
        .index(&["withdrawn_on"])
        .index(&["planned_look_back_on"])
        .unique_while_null(&["plan_id", "organization_id"], "withdrawn_on")
        .create()
        .await
}

async fn plan_assignment(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    NewTable::new(manager, "plan_assignment")
        .reference("object_id", "coverage_object")
        .reference("dispatcher_id", "organization")
        .optional_reference("annual_plan_id", "coverage_plan")
        .integer("year")
        .optional_reference("round_id", "round")
        .date("assigned_on")
        .optional_date("superseded_on")
        .optional_text("reason")
        .record()
        .index(&["year"])
        .index(&["assigned_on"])
        .index(&["superseded_on"])
        .unique_while_null(&["object_id"], "superseded_on")
        .create()
        .await
}

async fn coverage_record(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    NewTable::new(manager, "coverage_record")
        .reference("dispatcher_id", "organization")
        .reference("term_id", "term")
        .reference("organization_id", "organization")
        .optional_reference("object_id", "coverage_object")
        .optional_reference("round_id", "round")
        .text("kind")
        .optional_reference("extended_from_id", "coverage_record")
        .optional_text("operation_name")
        .optional_integer("batch")
        .date("started_on")
        .optional_date("ended_on")
        .optional_date("reported_on")
        .optional_date("fed_back_on")
        .record()
        .index(&["kind"])
        .index(&["operation_name"])
        .index(&["batch"])
        .index(&["started_on"])
        .index(&["ended_on"])
        .index(&["reported_on"])
        .index(&["fed_back_on"])
        .create()
        .await
}

async fn full_coverage(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    NewTable::new(manager, "full_coverage")
        .reference("plan_id", "coverage_plan")
        .reference("term_id", "term")
        .reference("dispatcher_id", "organization")
        .optional_text("object_type")
        .optional_integer("object_count")
        .date("reached_on")
        .date("declared_on")
        .optional_text("statement")
        .record()
        .index(&["object_type"])
        .index(&["reached_on"])
        .index(&["declared_on"])
        .create()
        .await
}
