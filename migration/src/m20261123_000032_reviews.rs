//! What review meetings learn, what kind of thing a Party branch held, which rules a campaign carries out, and which part an inspected
//! organization has in the topic of its inspection.

use sea_orm_migration::prelude::{
    DbErr, DeriveMigrationName, MigrationTrait, SchemaManager, async_trait,
};

use crate::{
    added::AddedColumns,
    table::{NewTable, drop_tables},
};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        NewTable::new(manager, "meeting_lesson")
            .reference("meeting_id", "meeting")
            .reference("dispatcher_id", "organization")
            .reference("round_id", "round")
            .optional_reference("team_id", "team")
            .integer("ordinal")
            .text("content")
            .text("aim")
            .text("status")
            .optional_reference("rule_id", "rule_document")
            .optional_reference("checklist_id", "checklist")
            .optional_date("taken_up_on")
            .record()
            .index(&["aim"])
            .index(&["status"])
            .index(&["taken_up_on"])
            .unique(&["meeting_id", "ordinal"])
            .create()
            .await?;
        NewTable::without_id(manager, "campaign_rule")
            .reference("campaign_id", "campaign")
            .reference("rule_id", "rule_document")
            .primary_key(&["campaign_id", "rule_id"])
            .create()
            .await?;
        kind_of_activity(manager).add().await?;
        part_in_topic(manager).add().await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        part_in_topic(manager).drop().await?;
        kind_of_activity(manager).drop().await?;
        drop_tables(manager, &["campaign_rule"]).await?;
        drop_tables(manager, &["meeting_lesson"]).await
    }
}

/// What was recorded before says of no activity what kind it was.
fn kind_of_activity<'a>(manager: &'a SchemaManager<'a>) -> AddedColumns<'a> {
    AddedColumns::to(manager, "party_branch_activity")
        .text_of_before("kind", "OTHER")
        .index("kind")
}

fn part_in_topic<'a>(manager: &'a SchemaManager<'a>) -> AddedColumns<'a> {
    AddedColumns::to(manager, "inspection")
        .optional_text("topic_part")
        .index("topic_part")
}
