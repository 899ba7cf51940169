//! Inspections that superiors carry out in a place, what the place does for them, and what refers to them.

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
        NewTable::new(manager, "superior_inspection")
            .reference("dispatcher_id", "organization")
            .text("superior")
            .text("name")
            .text("kind")
            .optional_reference("mechanism_id", "coordination_mechanism")
            .optional_text("topics")
            .text("status")
            .date("announced_on")
            .date("starts_on")
            .optional_date("ends_on")
            .optional_date("entered_on")
            .optional_date("ended_on")
            .optional_text("end_reason")
            .record()
            .unique_while_null(&["dispatcher_id", "superior", "name"], "end_reason")
            .index(&["superior"])
            .index(&["name"])
            .index(&["kind"])
            .index(&["status"])
            .index(&["announced_on"])
            .index(&["starts_on"])
            .index(&["ends_on"])
            .index(&["entered_on"])
            .index(&["ended_on"])
            .create()
            .await?;
        NewTable::new(manager, "superior_task")
            .reference("superior_inspection_id", "superior_inspection")
            .reference("dispatcher_id", "organization")
            .text("kind")
            .text("content")
            .reference("owner_id", "organization")
            .text("status")
            .date("asked_on")
            .date("due_on")
            .optional_date("done_on")
            .optional_text("outcome")
            .optional_reference("document_id", "document")
            .record()
            .index(&["kind"])
            .index(&["status"])
            .index(&["asked_on"])
            .index(&["due_on"])
            .index(&["done_on"])
            .create()
            .await?;
        reference(manager, "link_group").add().await?;
        reference(manager, "outgoing_secondment").add().await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        reference(manager, "outgoing_secondment").drop().await?;
        reference(manager, "link_group").drop().await?;
        drop_tables(manager, &["superior_inspection", "superior_task"]).await
    }
}

fn reference<'a>(manager: &'a SchemaManager<'a>, table: &'static str) -> AddedColumns<'a> {
    AddedColumns::to(manager, table)
        .optional_reference("superior_inspection_id", "superior_inspection")
}
