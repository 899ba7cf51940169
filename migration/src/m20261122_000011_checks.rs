//! Special checks carried along with inspections, and what the organization is asked for.

use sea_orm_migration::prelude::*;

use crate::table::{NewTable, drop_tables};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        special_check(manager).await?;
        material_request(manager).await?;
        talk_request(manager).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_tables(
            manager,
            &["special_check", "material_request", "talk_request"],
        )
        .await
    }
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
