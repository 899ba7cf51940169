//! What rule documents ask for again and again, and when it was done.

use sea_orm_migration::prelude::{
    DbErr, DeriveMigrationName, MigrationTrait, SchemaManager, async_trait,
};

use crate::table::{NewTable, drop_tables};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        NewTable::new(manager, "rule_duty")
            .reference("rule_id", "rule_document")
            .reference("dispatcher_id", "organization")
            .text("agency")
            .text("action")
            .integer("every_months")
            .date("first_due_on")
            .record()
            .unique(&["rule_id", "agency", "action"])
            .create()
            .await?;
        NewTable::new(manager, "rule_duty_record")
            .reference("duty_id", "rule_duty")
            .reference("dispatcher_id", "organization")
            .date("done_on")
            .optional_text("result")
            .record()
            .unique(&["duty_id", "done_on"])
            .create()
            .await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_tables(manager, &["rule_duty", "rule_duty_record"]).await
    }
}
