//! Documents: to whom they are addressed, who signed them, and the files that they carry.

use sea_orm_migration::prelude::*;

use crate::table::{NewTable, drop_tables};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        document(manager).await?;
        addressee(manager).await?;
        NewTable::new(manager, "document_signature")
            .reference("document_id", "document")
            .reference("organization_id", "organization")
            .text("signer")
            .text("post")
            .date("signed_on")
            .record()
            .index(&["signer"])
            .index(&["signed_on"])
            .unique(&["document_id", "organization_id", "signer"])
            .create()
            .await?;
        file(manager).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let tables = [
            "document",
            "document_addressee",
            "document_signature",
            "document_file",
        ];
        drop_tables(manager, &tables).await
    }
}

async fn document(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    NewTable::new(manager, "document")
        .reference("dispatcher_id", "organization")
        .reference("issuer_id", "organization")
        .text("issuing_agency")
        .text("kind")
        .text("class")
        .text("subject")
        .optional_text("content")
        .optional_integer("year")
        .optional_integer("serial")
        .optional_text("number")
        .optional_reference("organization_id", "organization")
        .optional_reference("inspection_id", "inspection")
        .optional_reference("request_id", "coordination_request")
        .optional_reference("operation_id", "joint_operation")
        .optional_reference("answers_id", "document")
        .optional_text("answer_rule")
        .text("status")
        .date("drafted_on")
        .optional_date("issued_on")
        .optional_date("withdrawn_on")
        .optional_text("withdrawal_reason")
        .record()
        .index(&["issuing_agency"])
        .index(&["kind"])
        .index(&["class"])
        .index(&["subject"])
        .index(&["year"])
        .index(&["number"])
        .index(&["status"])
        .index(&["drafted_on"])
        .index(&["issued_on"])
        .index(&["withdrawn_on"])
        .unique(&["issuer_id", "kind", "year", "serial"])
        .create()
        .await
}

async fn addressee(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    NewTable::new(manager, "document_addressee")
        .reference("document_id", "document")
        .reference("organization_id", "organization")
        .text("part")
        .boolean("owes_answer")
        .text("status")
        .optional_date("received_on")
        .optional_text("received_by")
        .optional_date("answered_on")
        .optional_reference("answer_id", "document")
        .record()
        .index(&["part"])
        .index(&["owes_answer"])
        .index(&["status"])
        .index(&["received_on"])
        .index(&["answered_on"])
        .unique(&["document_id", "organization_id"])
        .create()
        .await
}

async fn file(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    NewTable::new(manager, "document_file")
        .reference("document_id", "document")
        .reference("organization_id", "organization")
        .text("name")
        .integer("revision")
        .text("media_type")
        .big_integer("size")
        .text("sha256")
        .text("stored_as")
        .date("attached_on")
        .text("attached_by")
        .optional_date("removed_on")
        .optional_text("removal_reason")
        .record()
        .index(&["name"])
        .index(&["media_type"])
        .index(&["sha256"])
        .index(&["attached_on"])
        .index(&["removed_on"])
        .unique(&["document_id", "name", "revision"])
        .create()
        .await
}
