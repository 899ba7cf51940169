//! Plans: checkpoints of a year, the superior's guidance, blocks in their rounds, what changes during a
//! term, targets, what plans rest on, pilots and campaigns.

use sea_orm_migration::prelude::*;

use crate::{
    added::AddedColumns,
    table::{NewTable, drop_tables},
};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for columns in columns(manager) {
            columns.add().await?;
        }
        round_block(manager).await?;
        plan_checkpoint(manager).await?;
        plan_review(manager).await?;
        plan_target(manager).await?;
        plan_basis(manager).await?;
        pilot(manager).await?;
        campaign(manager).await?;
        campaign_task(manager).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let tables = [
            "round_block",
            "plan_checkpoint",
            "plan_review",
            "plan_target",
            "plan_basis",
            "pilot",
            "campaign",
            "campaign_task",
        ];
        drop_tables(manager, &tables).await?;
        for columns in columns(manager) {
            columns.drop().await?;
        }
        Ok(())
    }
}

/// What the tables of before get besides.
fn columns<'a>(manager: &'a SchemaManager<'a>) -> [AddedColumns<'a>; 5] {
    let to = |table| AddedColumns::to(manager, table);
    [
        to("coverage_plan")
            .text_of_before("guidance", "NOT_REVIEWED")
            .index("guidance"),
        to("term")
            .optional_date("closed_on")
            .optional_text("closing_statement")
            .index("closed_on"),
        to("coverage_object")
            .optional_text("listing_reason")
            .optional_text("listing_decision")
            .optional_text("withdrawal_decision")
            .optional_reference("merged_into_id", "coverage_object")
            .optional_text("priority_decision")
            .no_before("organization_ended")
            .index("organization_ended"),
        to("plan_assignment")
            .no_before("out_of_rotation")
            .optional_text("superseded_reason")
            .index("out_of_rotation"),
        to("coverage_record")
            .optional_date("findings_recorded_on")
            .optional_date("rectification_accepted_on")
            .index("findings_recorded_on")
            .index("rectification_accepted_on"),
    ]
}

async fn round_block(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    NewTable::new(manager, "round_block")
        .reference("round_id", "round")
        .reference("block_id", "sector_block")
        .reference("dispatcher_id", "organization")
        .optional_text("reason")
        .date("assigned_on")
        .optional_date("released_on")
        .record()
        .index(&["assigned_on"])
        .index(&["released_on"])
        .unique_while_null(&["round_id", "block_id"], "released_on")
        .create()
        .await
}

async fn plan_checkpoint(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    NewTable::new(manager, "plan_checkpoint")
        .reference("plan_id", "coverage_plan")
        .reference("dispatcher_id", "organization")
        .text("kind")
        .text("status")
        .date("due_on")
        .optional_date("held_on")
        .optional_text("result")
        .optional_text("file_reference")
        .optional_date("figures_as_of")
        .record()
        .index(&["kind"])
        .index(&["status"])
        .index(&["due_on"])
        .index(&["held_on"])
        .index(&["figures_as_of"])
        .unique(&["plan_id", "kind"])
        .create()
        .await
}

async fn plan_review(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    NewTable::new(manager, "plan_review")
        .reference("plan_id", "coverage_plan")
        .reference("dispatcher_id", "organization")
        .reference("superior_id", "organization")
        .reference("reviewer_id", "organization")
        .text("outcome")
        .optional_text("grade")
        .text("comments")
        .date("reviewed_on")
        .record()
        .index(&["outcome"])
        .index(&["grade"])
        .index(&["reviewed_on"])
        .create()
        .await
}

async fn plan_target(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    NewTable::new(manager, "plan_target")
        .reference("plan_id", "coverage_plan")
        .reference("dispatcher_id", "organization")
        .text("indicator")
        .optional_integer("year")
        .integer("target")
        .optional_text("focus")
        .record()
        .index(&["indicator"])
        .index(&["year"])
        .index(&["target"])
        .unique(&["plan_id", "indicator", "year"])
        .unique_while_null(&["plan_id", "indicator"], "year")
        .create()
        .await
}

async fn plan_basis(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    NewTable::new(manager, "plan_basis")
        .reference("plan_id", "coverage_plan")
        .reference("dispatcher_id", "organization")
        .text("kind")
        .text("title")
        .optional_text("issuer")
        .optional_text("document_number")
        .text("clause")
        .optional_date("dated_on")
        .optional_date("dropped_on")
        .record()
        .index(&["kind"])
        .index(&["title"])
        .index(&["issuer"])
        .index(&["dated_on"])
        .index(&["dropped_on"])
        .create()
        .await
}

async fn pilot(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    NewTable::new(manager, "pilot")
        .reference("dispatcher_id", "organization")
        .reference("participant_id", "organization")
        .text("topic")
        .text("level")
        .text("sponsor")
        .optional_integer("participants")
        .text("status")
        .date("starts_on")
        .optional_date("ends_on")
        .optional_text("report")
        .record()
        .index(&["topic"])
        .index(&["level"])
        .index(&["sponsor"])
        .index(&["status"])
        .index(&["starts_on"])
        .index(&["ends_on"])
        .create()
        .await
}

async fn campaign(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    NewTable::new(manager, "campaign")
        .reference("dispatcher_id", "organization")
        .integer("year")
        .text("name")
        .text("status")
        .date("starts_on")
        .optional_date("ends_on")
        .optional_text("result")
        .record()
        .index(&["year"])
        .index(&["name"])
        .index(&["status"])
        .index(&["starts_on"])
        .index(&["ends_on"])
        .unique(&["dispatcher_id", "year", "name"])
        .create()
        .await
}

async fn campaign_task(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    NewTable::new(manager, "campaign_task")
        .reference("campaign_id", "campaign")
        .reference("dispatcher_id", "organization")
        .text("title")
        .reference("owner_id", "organization")
        .text("status")
        .date("due_on")
        .optional_date("done_on")
        .optional_text("result")
        .record()
        .index(&["title"])
        .index(&["status"])
        .index(&["due_on"])
        .index(&["done_on"])
        .create()
        .await
}
