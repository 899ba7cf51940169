//! Joint operations: their sides and scope, what was found, and what each side may read meanwhile.

use sea_orm_migration::prelude::*;

use crate::table::{NewTable, drop_tables};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        operation(manager).await?;
        NewTable::new(manager, "joint_operation_party")
            .reference("operation_id", "joint_operation")
            .reference("organization_id", "organization")
            .text("agency")
            .text("role")
            .optional_date("agreed_on")
            .optional_date("entered_on")
            .record()
            .index(&["agency"])
            .index(&["role"])
            .index(&["agreed_on"])
            .index(&["entered_on"])
            .unique(&["operation_id", "organization_id"])
            .create()
            .await?;
        NewTable::new(manager, "joint_operation_object")
            .reference("operation_id", "joint_operation")
            .reference("organization_id", "organization")
            .record()
            .unique(&["operation_id", "organization_id"])
            .create()
            .await?;
        grant(manager).await?;
        result(manager).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let tables = [
            "joint_operation",
            "joint_operation_party",
            "joint_operation_object",
            "access_grant",
            "joint_result",
        ];
        drop_tables(manager, &tables).await
    }
}

async fn operation(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    NewTable::new(manager, "joint_operation")
        .reference("dispatcher_id", "organization")
        .reference("mechanism_id", "coordination_mechanism")
        .reference("initiator_id", "organization")
        .text("mode")
        .text("name")
        .optional_text("topics")
        .date("starts_on")
        .date("ends_on")
        .boolean("keeps_results")
        .text("status")
        .date("requested_on")
        .optional_date("agreed_on")
        .optional_date("entered_on")
        .optional_date("ended_on")
        .optional_text("end_reason")
        .record()
        .index(&["mode"])
        .index(&["name"])
        .index(&["starts_on"])
        .index(&["ends_on"])
        .index(&["status"])
        .index(&["requested_on"])
        .index(&["agreed_on"])
        .index(&["entered_on"])
        .index(&["ended_on"])
        .create()
        .await
}

async fn grant(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    NewTable::new(manager, "access_grant")
        .reference("operation_id", "joint_operation")
        .reference("dispatcher_id", "organization")
        .reference("receiver_id", "organization")
        .reference("organization_id", "organization")
        .text("class")
        .date("starts_on")
        .optional_date("ends_on")
        .optional_date("opened_on")
        .optional_date("closed_on")
        .record()
        .index(&["class"])
        .index(&["starts_on"])
        .index(&["ends_on"])
        .index(&["opened_on"])
        .index(&["closed_on"])
        .unique(&["receiver_id", "class", "organization_id", "operation_id"])
        .create()
        .await
}

async fn result(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    NewTable::new(manager, "joint_result")
        .reference("operation_id", "joint_operation")
        .reference("finder_id", "organization")
        .reference("counter_id", "organization")
        .reference("organization_id", "organization")
        .text("category")
        .text("basis")
        .text("description")
        .optional_text("evidence_reused")
        .optional_text("sha256")
        .date("shared_on")
        .record()
        .index(&["category"])
        .index(&["basis"])
        .index(&["shared_on"])
        .create()
        .await
}
