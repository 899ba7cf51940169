//! Mechanisms by which agencies work together: their parties and their duties.

use sea_orm_migration::prelude::*;

use crate::table::{NewTable, drop_tables};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        mechanism(manager).await?;
        party(manager).await?;
        duty(manager).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let tables = [
            "coordination_mechanism",
            "mechanism_party",
            "mechanism_duty",
        ];
        drop_tables(manager, &tables).await
    }
}

async fn mechanism(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    NewTable::new(manager, "coordination_mechanism")
        .reference("dispatcher_id", "organization")
        .reference("initiator_id", "organization")
        .text("name")
        .integer("edition")
        .optional_reference("rule_id", "rule_document")
        .text("status")
        .date("proposed_on")
        .optional_date("starts_on")
        .optional_date("established_on")
        .optional_date("ends_on")
        .optional_text("end_reason")
        .optional_reference("replaces_id", "coordination_mechanism")
        .record()
        .index(&["name"])
        .index(&["status"])
        .index(&["proposed_on"])
        .index(&["starts_on"])
        .index(&["established_on"])
        .index(&["ends_on"])
        .create()
        .await
}

async fn party(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    NewTable::new(manager, "mechanism_party")
        .reference("mechanism_id", "coordination_mechanism")
        .reference("organization_id", "organization")
        .optional_date("agreed_on")
        .record()
        .index(&["agreed_on"])
        .unique(&["mechanism_id", "organization_id"])
        .create()
        .await
}

async fn duty(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    NewTable::new(manager, "mechanism_duty")
        .reference("mechanism_id", "coordination_mechanism")
        .text("field")
        .optional_text("content")
        .optional_reference("responsible_id", "organization")
        .optional_text("deadline_rule")
        .record()
        .unique(&["mechanism_id", "field"])
        .create()
        .await
}
