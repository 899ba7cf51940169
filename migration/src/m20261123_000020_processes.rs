//! What rounds and inspections are carried out by since their approval, and what of it is done.

use sea_orm_migration::prelude::{
    DbErr, DeriveMigrationName, MigrationTrait, SchemaManager, async_trait,
};

use crate::{
    added::AddedColumns,
    table::{NewTable, drop_tables},
};

#[derive(DeriveMigrationName)]
pub struct Migration;

/// Pairs of a record and what binds it.
const LINKS: [(&str, [(&str, &str); 2]); 3] = [
    (
        "round_rule",
        [("round_id", "round"), ("rule_id", "rule_document")],
    ),
    (
        "round_checklist",
        [("round_id", "round"), ("checklist_id", "checklist")],
    ),
    (
        "inspection_checklist",
        [
            ("inspection_id", "inspection"),
            ("checklist_id", "checklist"),
        ],
    ),
];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for (table, [(first, of_first), (second, of_second)]) in LINKS {
            NewTable::without_id(manager, table)
                .reference(first, of_first)
                .reference(second, of_second)
                .primary_key(&[first, second])
                .create()
                .await?;
        }
        NewTable::new(manager, "checklist_answer")
            .reference("inspection_id", "inspection")
            .reference("dispatcher_id", "organization")
            .reference("item_id", "checklist_item")
            .text("outcome")
            .date("answered_on")
            .optional_text("file_reference")
            .optional_text("note")
            .record()
            .unique(&["inspection_id", "item_id"])
            .create()
            .await?;
        clause(manager).add().await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        clause(manager).drop().await?;
        drop_tables(manager, &["checklist_answer"]).await?;
        drop_tables(manager, &LINKS.map(|(table, _)| table)).await
    }
}

/// The clause of a benchmark that an item asks after.
fn clause<'a>(manager: &'a SchemaManager<'a>) -> AddedColumns<'a> {
    AddedColumns::to(manager, "checklist_item").optional_reference("clause_id", "rule_clause")
}
