//! What the audit department owns, its projects and findings; and from which finding a result of a joint operation comes.

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
        NewTable::new(manager, "audit_project")
            .reference("dispatcher_id", "organization")
            .reference("auditor_id", "organization")
            .reference("organization_id", "organization")
            .text("name")
            .text("topic")
            .optional_reference("appointment_id", "appointment")
            .optional_reference("special_check_id", "special_check")
            .date("starts_on")
            .date("ends_on")
            .text("status")
            .date("planned_on")
            .optional_date("ended_on")
            .optional_text("end_reason")
            .record()
            .index(&["name"])
            .index(&["starts_on"])
            .index(&["ends_on"])
            .index(&["status"])
            .index(&["planned_on"])
            .index(&["ended_on"])
            .create()
            .await?;
        NewTable::new(manager, "audit_finding")
            .reference("project_id", "audit_project")
            .integer("ordinal")
            .text("category")
            .text("basis")
            .text("description")
            .optional_text("severity")
            .optional_big_integer("amount_cents")
            .date("found_on")
            .record()
            .index(&["category"])
            .index(&["basis"])
            .index(&["severity"])
            .index(&["found_on"])
            .unique(&["project_id", "ordinal"])
            .create()
            .await?;
        of_result(manager).add().await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        of_result(manager).drop().await?;
        drop_tables(manager, &["audit_project", "audit_finding"]).await
    }
}

fn of_result<'a>(manager: &'a SchemaManager<'a>) -> AddedColumns<'a> {
    AddedColumns::to(manager, "joint_result")
        .optional_reference("audit_finding_id", "audit_finding")
}
