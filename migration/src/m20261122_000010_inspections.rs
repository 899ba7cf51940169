//! Inspections with their dispatch facts and marks, groups of linked ones, and how far a round has come.

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
        of_round(manager).add().await?;
        link_group(manager).await?;
        inspection(manager).await?;
        staff_origin(manager).await?;
        elevation_ground(manager).await?;
        inspection_earlier(manager).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let tables = [
            "link_group",
            "inspection",
            "staff_origin",
            "elevation_ground",
            "inspection_earlier",
        ];
        drop_tables(manager, &tables).await?;
        of_round(manager).drop().await
    }
}

/// A round of before has been opened, which is all that is known of it.
fn of_round<'a>(manager: &'a SchemaManager<'a>) -> AddedColumns<'a> {
    AddedColumns::to(manager, "round")
        .text_of_before("status", "PROPOSED")
        .optional_date("status_on")
        .optional_date("announced_on")
        .optional_text("topic")
        .optional_integer("batch")
        .index("status")
        .index("topic")
        .index("announced_on")
}

async fn link_group(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    NewTable::new(manager, "link_group")
        .reference("dispatcher_id", "organization")
        .text("kind")
        .text("name")
        .optional_text("sector_code")
        .optional_text("matter")
        .optional_text("superior_operation")
        .date("starts_on")
        .date("ends_on")
        .record()
        .index(&["kind"])
        .index(&["name"])
        .index(&["sector_code"])
        .index(&["starts_on"])
        .index(&["ends_on"])
        .create()
        .await
}

async fn inspection(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    NewTable::new(manager, "inspection")
        .reference("authorizing_body_id", "organization")
        .text("authorizing_body_name")
        .reference("dispatcher_id", "organization")
        .reference("organization_id", "organization")
        .optional_reference("usual_dispatcher_id", "organization")
        .reference("term_id", "term")
        .optional_reference("round_id", "round")
        .text("kind")
        .text("form")
        .optional_text("name")
        .optional_text("topic")
        .optional_text("matter")
        .optional_integer("detachments")
        .optional_integer("batch")
        .integer("year")
        .date("starts_on")
        .date("ends_on")
        .text("status")
        .date("status_on")
        .optional_reference("parent_id", "inspection")
        .optional_reference("link_group_id", "link_group")
        .optional_reference("looks_back_at_id", "inspection")
        .optional_text("team_name")
        .optional_text("cross_mode")
        .boolean("is_cross")
        .boolean("is_millstone")
        .boolean("is_elevated")
        .boolean("is_elevated_cross")
        .boolean("is_assistance")
        .optional_reference("unable_body_id", "organization")
        .optional_text("failure")
        .optional_text("elevation_statement")
        .optional_date("elevated_on")
        .optional_date("approved_on")
        .optional_date("announced_on")
        .optional_date("entered_on")
        .optional_date("left_on")
        .optional_date("reported_on")
        .optional_date("fed_back_on")
        .optional_text("withdrawal_reason")
        .optional_reference("coverage_record_id", "coverage_record")
        .record()
        .index(&["kind", "year"])
        .index(&["year"])
        .index(&["form"])
        .index(&["name"])
        .index(&["topic"])
        .index(&["batch"])
        .index(&["status"])
        .index(&["starts_on"])
        .index(&["ends_on"])
        .index(&["team_name"])
        .index(&["cross_mode"])
        .index(&["is_cross"])
        .index(&["is_millstone"])
        .index(&["is_elevated"])
        .index(&["is_elevated_cross"])
        .index(&["is_assistance"])
        .index(&["failure"])
        .index(&["approved_on"])
        .index(&["announced_on"])
        .index(&["entered_on"])
        .index(&["left_on"])
        .index(&["reported_on"])
        .index(&["fed_back_on"])
        .create()
        .await
}

async fn staff_origin(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    NewTable::new(manager, "staff_origin")
        .reference("inspection_id", "inspection")
        .reference("dispatcher_id", "organization")
        .reference("origin_id", "organization")
        .text("origin_code")
        .text("origin_name")
        .optional_date("open_on")
        .optional_date("ends_on")
        .record()
        .index(&["origin_code"])
        .unique_while_null(&["inspection_id", "origin_id"], "ends_on")
        .create()
        .await
}

async fn elevation_ground(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    NewTable::new(manager, "elevation_ground")
        .reference("inspection_id", "inspection")
        .reference("dispatcher_id", "organization")
        .text("reason")
        .record()
        .index(&["reason"])
        .unique(&["inspection_id", "reason"])
        .create()
        .await
}

async fn inspection_earlier(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    NewTable::without_id(manager, "inspection_earlier")
        .reference("inspection_id", "inspection")
        .reference("earlier_id", "inspection")
        .primary_key(&["inspection_id", "earlier_id"])
        .create()
        .await
}
