//! Special checks carried along with inspections, what the organization is asked for, which team inspects it, and what speaks for
//! elevating its inspection.

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
        special_check(manager).await?;
        material_request(manager).await?;
        talk_request(manager).await?;
        elevation_indicator(manager).await?;
        team(manager).add().await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        team(manager).drop().await?;
        drop_tables(
            manager,
            &[
                "special_check",
                "material_request",
                "talk_request",
                "elevation_indicator",
            ],
        )
        .await
    }
}

/// The team that inspects.
fn team<'a>(manager: &'a SchemaManager<'a>) -> AddedColumns<'a> {
    AddedColumns::to(manager, "inspection").optional_reference("team_id", "team")
}

async fn special_check(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    NewTable::new(manager, "special_check")
        .reference("inspection_id", "inspection")
        .reference("dispatcher_id", "organization")
        .text("kind")
        .reference("owner_id", "organization")
        .text("integration")
        .date("ordered_on")
        .optional_date("finished_on")
        .record()
        .index(&["kind"])
        .index(&["integration"])
        .index(&["ordered_on"])
        .index(&["finished_on"])
        .unique(&["inspection_id", "kind"])
        .create()
        .await
}

async fn material_request(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    NewTable::new(manager, "material_request")
        .reference("inspection_id", "inspection")
        .reference("dispatcher_id", "organization")
        .optional_reference("special_check_id", "special_check")
        .text("name")
        .text("search")
        .boolean("newly_drafted")
        .date("asked_on")
        .record()
        .index(&["name"])
        .index(&["newly_drafted"])
        .index(&["asked_on"])
        .unique(&["inspection_id", "search"])
        .create()
        .await
}

async fn talk_request(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    NewTable::new(manager, "talk_request")
        .reference("inspection_id", "inspection")
        .reference("dispatcher_id", "organization")
        .optional_reference("special_check_id", "special_check")
        .reference("person_id", "person")
        .date("asked_on")
        .record()
        .index(&["asked_on"])
        .unique(&["inspection_id", "person_id"])
        .create()
        .await
}

async fn elevation_indicator(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    NewTable::new(manager, "elevation_indicator")
        .reference("dispatcher_id", "organization")
        .reference("organization_id", "organization")
        .text("reason")
        .text("name")
        .integer("value")
        .text("unit")
        .date("as_of")
        .text("source")
        .optional_date("withdrawn_on")
        .optional_text("withdrawal_reason")
        .record()
        .index(&["reason"])
        .index(&["name"])
        .index(&["value"])
        .index(&["as_of"])
        .index(&["withdrawn_on"])
        .unique_while_null(
            &["organization_id", "dispatcher_id", "name", "as_of"],
            "withdrawn_on",
        )
        .create()
        .await
}
