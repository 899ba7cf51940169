//! Teams: who goes where with whom, from when until when.

use sea_orm_migration::prelude::*;

use crate::table::{NewTable, drop_tables};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        team(manager).await?;
        team_member(manager).await?;
        team_object(manager).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_tables(manager, &["team", "team_member", "team_object"]).await
    }
}

async fn team(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    NewTable::new(manager, "team")
        .reference("dispatcher_id", "organization")
        .optional_reference("round_id", "round")
        .optional_reference("parent_id", "team")
        .optional_reference("body_id", "organization")
        .integer("ordinal")
        .text("name")
        .text("form")
        .text("status")
        .dated()
        .optional_date("approved_on")
        .optional_date("mobilized_on")
        .optional_date("dissolved_on")
        .optional_text("dissolution_reason")
        .record()
        .index(&["ordinal"])
        .index(&["name"])
        .index(&["form"])
        .index(&["status"])
        .index(&["approved_on"])
        .index(&["mobilized_on"])
        .index(&["dissolved_on"])
        .create()
        .await
}

async fn team_member(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    NewTable::new(manager, "team_member")
        .reference("team_id", "team")
        .reference("dispatcher_id", "organization")
        .reference("person_id", "person")
        .text("role")
        .reference("source_organization_id", "organization")
        .optional_text("rank_then")
        .optional_text("post_then")
        .dated()
        .optional_text("end_reason")
        .record()
        .index(&["role"])
        .index(&["rank_then"])
        .create()
        .await
}

async fn team_object(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    NewTable::new(manager, "team_object")
        .reference("team_id", "team")
        .reference("dispatcher_id", "organization")
        .reference("organization_id", "organization")
        .date("assigned_on")
        .optional_date("released_on")
        .optional_text("release_reason")
        .record()
        .index(&["assigned_on"])
        .index(&["released_on"])
        .unique_while_null(&["team_id", "organization_id"], "released_on")
        .create()
        .await
}
