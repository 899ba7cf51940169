//! How the sides of a joint operation work together: the common plan in steps, what they refer to each other, the one report, and the
//! rectification that they follow together; results with their weight and amount.

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
        NewTable::new(manager, "joint_step")
            .reference("operation_id", "joint_operation")
            .reference("dispatcher_id", "organization")
            .integer("ordinal")
            .text("content")
            .reference("owner_id", "organization")
            .text("status")
            .date("planned_on")
            .date("due_on")
            .optional_date("done_on")
            .optional_text("outcome")
            .record()
            .index(&["status"])
            .index(&["due_on"])
            .index(&["done_on"])
            .unique(&["operation_id", "ordinal"])
            .create()
            .await?;
        NewTable::new(manager, "joint_referral")
            .reference("operation_id", "joint_operation")
            .reference("dispatcher_id", "organization")
            .text("kind")
            .reference("sender_id", "organization")
            .reference("receiver_id", "organization")
            .optional_reference("organization_id", "organization")
            .text("title")
            .text("content")
            .text("status")
            .date("referred_on")
            .optional_text("outcome")
            .optional_text("answer")
            .optional_date("answered_on")
            .record()
            .index(&["kind"])
            .index(&["status"])
            .index(&["referred_on"])
            .index(&["outcome"])
            .index(&["answered_on"])
            .create()
            .await?;
        of_operation(manager).add().await?;
        of_result(manager).add().await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        of_result(manager).drop().await?;
        of_operation(manager).drop().await?;
        drop_tables(manager, &["joint_step", "joint_referral"]).await
    }
}

fn of_operation<'a>(manager: &'a SchemaManager<'a>) -> AddedColumns<'a> {
    AddedColumns::to(manager, "joint_operation")
        .optional_text("report")
        .optional_date("reported_on")
        .index("reported_on")
        .optional_reference("ledger_keeper_id", "organization")
        .optional_date("rectification_joined_on")
        .index("rectification_joined_on")
}

fn of_result<'a>(manager: &'a SchemaManager<'a>) -> AddedColumns<'a> {
    AddedColumns::to(manager, "joint_result")
        .optional_text("severity")
        .index("severity")
        .optional_big_integer("amount_cents")
}
