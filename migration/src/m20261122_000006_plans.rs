//! Plans: checkpoints of a year, the superior's guidance, blocks in their rounds, and what changes during a term.

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
        plan_review(manager).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_tables(manager, &["round_block", "plan_checkpoint", "plan_review"]).await?;
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
