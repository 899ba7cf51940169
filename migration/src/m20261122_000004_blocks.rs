//! Code lists, deadline rules, the working-day calendar, and the deadlines that records carry.

use sea_orm_migration::prelude::{
    DbErr, DeriveMigrationName, MigrationTrait, SchemaManager, async_trait,
};

use crate::table::{NewTable, drop_tables};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        code_lists(manager).await?;
        calendar(manager).await?;
        deadlines(manager).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_tables(
            manager,
            &[
                "code_list",
                "code_list_entry",
                "workday_calendar",
                "deadline_rule",
                "deadline",
                "deadline_extension",
            ],
        )
        .await
    }
}

async fn code_lists(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    NewTable::new(manager, "code_list")
        .optional_reference("dispatcher_id", "organization")
        .text("key")
        .text("name")
        .text("name_zh")
        .text("definition")
        .text("source")
        .record()
        .unique(&["dispatcher_id", "key"])
        .unique_while_null(&["key"], "dispatcher_id")
        .create()
        .await?;
    NewTable::new(manager, "code_list_entry")
        .reference("code_list_id", "code_list")
        .text("code")
        .integer("edition")
        .text("label")
        .text("label_zh")
        .text("definition")
        .text("source")
        .optional_date("valid_from")
        .optional_date("valid_to")
        .integer("sequence")
        .record()
        .unique(&["code_list_id", "code", "edition"])
        .index(&["code_list_id", "sequence"])
        .create()
        .await
}

async fn calendar(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    NewTable::new(manager, "workday_calendar")
        .date("date")
        .text("kind")
        .text("name")
        .integer("year")
        .text("source")
        .record()
        .unique(&["date"])
        .index(&["year"])
        .create()
        .await
}

async fn deadlines(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    NewTable::new(manager, "deadline_rule")
        .optional_reference("dispatcher_id", "organization")
        .text("key")
        .integer("edition")
        .text("name")
        .text("name_zh")
        .text("start_event")
        .integer("length")
        .text("unit")
        .text("warnings")
        .text("extended_by")
        .text("source")
        .optional_date("valid_from")
        .optional_date("valid_to")
        .record()
        .unique(&["dispatcher_id", "key", "edition"])
        .unique_while_null(&["key", "edition"], "dispatcher_id")
        .index(&["key"])
        .create()
        .await?;
    NewTable::new(manager, "deadline")
        .reference("dispatcher_id", "organization")
        .optional_reference("owed_by_id", "organization")
        .text("record_noun")
        .id("record_id")
        .reference("rule_id", "deadline_rule")
        .integer("rule_edition")
        .text("unit")
        .text("warnings")
        .date("started_on")
        .date("counted_from")
        .integer("counted")
        .optional_date("due_on")
        .optional_integer("awaits_calendar_of")
        .optional_date("paused_on")
        .optional_text("pause_reason")
        .optional_date("met_on")
        .record()
        .index(&["record_id"])
        .index(&["due_on"])
        .index(&["awaits_calendar_of"])
        .create()
        .await?;
    NewTable::new(manager, "deadline_extension")
        .reference("dispatcher_id", "organization")
        .reference("deadline_id", "deadline")
        .text("approver")
        .text("reason")
        .date("old_due_on")
        .date("new_due_on")
        .date("approved_on")
        .record()
        .create()
        .await
}
