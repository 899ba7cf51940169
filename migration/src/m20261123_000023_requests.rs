//! Requests between agencies: about whom, what was answered, and who was reminded.

use sea_orm_migration::prelude::*;

use crate::table::{NewTable, drop_tables};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        request(manager).await?;
        NewTable::new(manager, "coordination_request_object")
            .reference("request_id", "coordination_request")
            .reference("organization_id", "organization")
            .record()
            .unique(&["request_id", "organization_id"])
            .create()
            .await?;
        reply(manager).await?;
        NewTable::new(manager, "coordination_reminder")
            .reference("request_id", "coordination_request")
            .text("content")
            .date("reminded_on")
            .record()
            .index(&["reminded_on"])
            .create()
            .await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let tables = [
            "coordination_request",
            "coordination_request_object",
            "coordination_reply",
            "coordination_reminder",
        ];
        drop_tables(manager, &tables).await
    }
}

async fn request(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    NewTable::new(manager, "coordination_request")
        .reference("dispatcher_id", "organization")
        .reference("mechanism_id", "coordination_mechanism")
        .text("kind")
        .text("field")
        .reference("sender_id", "organization")
        .reference("receiver_id", "organization")
        .text("class")
        .text("title")
        .text("content")
        .optional_text("professional_field")
        .optional_integer("people_needed")
        .optional_date("needed_from")
        .optional_date("needed_to")
        .optional_reference("round_id", "round")
        .text("status")
        .date("sent_on")
        .optional_date("received_on")
        .optional_date("accepted_on")
        .optional_date("returned_on")
        .optional_text("return_reason")
        .optional_date("replied_on")
        .optional_date("escalated_on")
        .optional_date("withdrawn_on")
        .optional_text("withdrawal_reason")
        .record()
        .index(&["kind"])
        .index(&["field"])
        .index(&["class"])
        .index(&["title"])
        .index(&["professional_field"])
        .index(&["status"])
        .index(&["sent_on"])
        .index(&["replied_on"])
        .index(&["escalated_on"])
        .create()
        .await
}

async fn reply(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    NewTable::new(manager, "coordination_reply")
        .reference("request_id", "coordination_request")
        .integer("ordinal")
        .boolean("is_final")
        .optional_reference("organization_id", "organization")
        .text("class")
        .text("content")
        .optional_integer("people")
        .date("replied_on")
        .record()
        .index(&["is_final"])
        .index(&["class"])
        .index(&["replied_on"])
        .unique(&["request_id", "ordinal"])
        .create()
        .await
}
