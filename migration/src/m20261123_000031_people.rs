//! Who is to be lent by whom, who is sent to superiors, and how leadership teams were examined.

use sea_orm_migration::prelude::*;

use crate::table::{NewTable, drop_tables};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        NewTable::new(manager, "secondment_quota")
            .reference("dispatcher_id", "organization")
            .reference("home_organization_id", "organization")
            .reference("round_id", "round")
            .integer("number")
            .date("due_on")
            .record()
            .index(&["number"])
            .index(&["due_on"])
            .unique(&["round_id", "home_organization_id"])
            .create()
            .await?;
        NewTable::new(manager, "outgoing_secondment")
            .reference("dispatcher_id", "organization")
            .reference("person_id", "person")
            .text("superior")
            .text("operation")
            .optional_text("specialty")
            .date("starts_on")
            .optional_date("ends_on")
            .record()
            .index(&["superior"])
            .index(&["specialty"])
            .index(&["starts_on"])
            .index(&["ends_on"])
            .create()
            .await?;
        NewTable::new(manager, "political_examination")
            .reference("inspection_id", "inspection")
            .reference("dispatcher_id", "organization")
            .reference("organization_id", "organization")
            .optional_reference("person_id", "person")
            .date("held_on")
            .text("result")
            .record()
            .index(&["held_on"])
            .create()
            .await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let tables = [
            "secondment_quota",
            "outgoing_secondment",
            "political_examination",
        ];
        drop_tables(manager, &tables).await
    }
}
