//! Meetings: who is called to what, who came, what was decided.

use sea_orm_migration::prelude::*;

use crate::table::{NewTable, drop_tables};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        meeting(manager).await?;
        attendance(manager).await?;
        item(manager).await?;
        decision(manager).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let tables = [
            "meeting",
            "meeting_attendance",
            "meeting_item",
            "meeting_decision",
        ];
        drop_tables(manager, &tables).await
    }
}

async fn meeting(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    NewTable::new(manager, "meeting")
        .reference("dispatcher_id", "organization")
        .reference("convener_id", "organization")
        .text("kind")
        .text("name")
        .integer("year")
        .optional_integer("ordinal")
        .text("medium")
        .optional_reference("chair_id", "person")
        .optional_reference("round_id", "round")
        .optional_reference("leading_group_id", "leading_group")
        .optional_text("implements")
        .date("planned_on")
        .optional_date("held_on")
        .text("status")
        .optional_text("minutes")
        .optional_text("cancellation_reason")
        .optional_text("filed_with")
        .optional_date("filed_on")
        .record()
        .index(&["kind"])
        .index(&["name"])
        .index(&["dispatcher_id", "year", "kind"])
        .index(&["year"])
        .index(&["ordinal"])
        .index(&["medium"])
        .index(&["planned_on"])
        .index(&["held_on"])
        .index(&["status"])
        .index(&["filed_on"])
        .create()
        .await
}

async fn attendance(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    NewTable::new(manager, "meeting_attendance")
        .reference("meeting_id", "meeting")
        .optional_reference("person_id", "person")
        .optional_reference("organization_id", "organization")
        .boolean("required")
        .text("presence")
        .optional_text("absence_reason")
        .optional_reference("substitute_id", "person")
        .record()
        .index(&["required"])
        .index(&["presence"])
        .create()
        .await
}

async fn item(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    NewTable::new(manager, "meeting_item")
        .reference("meeting_id", "meeting")
        .integer("ordinal")
        .text("kind")
        .text("title")
        .optional_reference("reported_by_id", "organization")
        .optional_reference("document_id", "rule_document")
        .optional_text("document_title")
        .record()
        .index(&["kind"])
        .index(&["title"])
        .unique(&["meeting_id", "ordinal"])
        .create()
        .await
}

async fn decision(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    NewTable::new(manager, "meeting_decision")
        .reference("meeting_id", "meeting")
        .reference("dispatcher_id", "organization")
        .optional_reference("item_id", "meeting_item")
        .integer("ordinal")
        .text("content")
        .reference("owner_id", "organization")
        .optional_reference("responsible_id", "person")
        .text("status")
        .date("decided_on")
        .optional_date("due_on")
        .optional_text("result")
        .optional_date("carried_out_on")
        .optional_text("withdrawal_reason")
        .optional_date("withdrawn_on")
        .record()
        .index(&["status"])
        .index(&["decided_on"])
        .index(&["due_on"])
        .index(&["carried_out_on"])
        .index(&["withdrawn_on"])
        .unique(&["meeting_id", "ordinal"])
        .create()
        .await
}
