//! Settings of a dispatcher, rule documents with what they rest on and say, the basic list, checklists,
//! what superiors ask and what is done about it.

use sea_orm_migration::prelude::{
    DbErr, DeriveMigrationName, MigrationTrait, SchemaManager, async_trait,
};

use crate::table::{NewTable, drop_tables};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        settings(manager).await?;
        rule_documents(manager).await?;
        checklists(manager).await?;
        requirements(manager).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_tables(
            manager,
            &[
                "setting_value",
                "required_rule",
                "rule_document",
                "rule_basis",
                "rule_clause",
                "checklist",
                "checklist_item",
                "superior_requirement",
                "improvement_measure",
            ],
        )
        .await
    }
}

async fn settings(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    NewTable::new(manager, "setting_value")
        .reference("dispatcher_id", "organization")
        .text("key")
        .integer("edition")
        .text("origin")
        .optional_text("value")
        .optional_reference("source_id", "organization")
        .text("reason")
        .text("set_by")
        .date("valid_from")
        .optional_date("valid_to")
        .record()
        .unique(&["dispatcher_id", "key", "edition"])
        .index(&["key", "valid_from"])
        .create()
        .await
}

async fn rule_documents(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    NewTable::new(manager, "required_rule")
        .reference("dispatcher_id", "organization")
        .text("name")
        .optional_text("tier")
        .optional_text("note")
        .date("listed_on")
        .optional_date("waived_on")
        .optional_text("waiver_reason")
        .record()
        .unique_while_null(&["dispatcher_id", "name"], "waived_on")
        .create()
        .await?;
    NewTable::new(manager, "rule_document")
        .optional_reference("dispatcher_id", "organization")
        .optional_text("number")
        .text("title")
        .optional_text("english_title")
        .text("issuer")
        .text("issuing_agency")
        .text("kind")
        .text("making")
        .integer("edition")
        .optional_text("tier")
        .optional_reference("parent_id", "rule_document")
        .optional_reference("required_rule_id", "required_rule")
        .optional_reference("governs_id", "code_list_entry")
        .optional_text("cause_kind")
        .optional_text("cause")
        .optional_reference("cause_rule_id", "rule_document")
        .text("status")
        .optional_date("issued_on")
        .optional_integer("issued_year")
        .optional_date("effective_on")
        .optional_date("review_due_on")
        .optional_date("ended_on")
        .optional_text("end_reason")
        .optional_reference("replaced_by_id", "rule_document")
        .optional_text("source")
        .record()
        .unique(&["dispatcher_id", "number"])
        .index(&["title", "edition"])
        .index(&["status", "review_due_on"])
        .create()
        .await?;
    NewTable::new(manager, "rule_basis")
        .reference("rule_id", "rule_document")
        .reference("basis_id", "rule_document")
        .optional_text("article")
        .record()
        .create()
        .await?;
    NewTable::new(manager, "rule_clause")
        .reference("rule_id", "rule_document")
        .text("number")
        .text("text")
        .integer("sequence")
        .record()
        .unique(&["rule_id", "number"])
        .create()
        .await
}

async fn checklists(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    NewTable::new(manager, "checklist")
        .optional_reference("dispatcher_id", "organization")
        .text("key")
        .integer("edition")
        .text("kind")
        .text("name")
        .text("name_zh")
        .optional_text("object_type")
        .optional_text("sector_code")
        .optional_reference("rule_id", "rule_document")
        .text("source")
        .optional_date("valid_from")
        .optional_date("valid_to")
        .record()
        .unique(&["dispatcher_id", "key", "edition"])
        .unique_while_null(&["key", "edition"], "dispatcher_id")
        .create()
        .await?;
    NewTable::new(manager, "checklist_item")
        .reference("checklist_id", "checklist")
        .text("code")
        .text("text")
        .text("text_zh")
        .boolean("required")
        .integer("sequence")
        .record()
        .unique(&["checklist_id", "code"])
        .index(&["checklist_id", "sequence"])
        .create()
        .await
}

async fn requirements(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    NewTable::new(manager, "superior_requirement")
        .reference("dispatcher_id", "organization")
        .text("source")
        .text("title")
        .text("issuer")
        .optional_text("content")
        .date("raised_on")
        .optional_date("relayed_on")
        .optional_date("answered_on")
        .record()
        .index(&["raised_on"])
        .create()
        .await?;
    NewTable::new(manager, "improvement_measure")
        .reference("requirement_id", "superior_requirement")
        .reference("dispatcher_id", "organization")
        .text("aspect")
        .text("content")
        .optional_reference("owner_id", "organization")
        .date("set_on")
        .optional_date("due_on")
        .optional_date("done_on")
        .optional_text("result")
        .record()
        .create()
        .await
}
