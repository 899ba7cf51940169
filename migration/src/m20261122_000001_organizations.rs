//! Organizations, the agencies they act as, leading groups, people and their dated posts.

use sea_orm_migration::prelude::{
    DbErr, DeriveMigrationName, MigrationTrait, SchemaManager, async_trait,
};

use crate::table::{NewTable, drop_tables};

mod leaders;

#[derive(DeriveMigrationName)]
pub struct Migration;

const TABLES: &[&str] = &[
    "organization",
    "organization_name",
    "organization_affiliation",
    "organization_relation",
    "agency_registration",
    "organization_establishment",
    "management_arrangement",
    "workplace",
    "party_branch_activity",
    "delegated_power",
    "person",
    "post",
    "appointment",
    "leading_group",
    "leading_group_member",
    "leading_group_member_unit",
    "leader_portfolio",
    "leader_portfolio_organization",
    "liaison_contact",
    "leader_action",
    "work_talk",
];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        organizations(manager).await?;
        bodies(manager).await?;
        people(manager).await?;
        leaders::groups(manager).await?;
        leaders::work(manager).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_tables(manager, TABLES).await
    }
}

/// The tree, and what is dated about it.
async fn organizations(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    NewTable::new(manager, "organization")
        .text("code")
        .text("name")
        .optional_text("short_name")
        .optional_text("english_name")
        .text("level")
        .text("kind")
        .optional_text("sector_code")
        .optional_text("function_group")
        .optional_text("region_code")
        .optional_reference("parent_id", "organization")
        .text("path")
        .optional_reference("dispatcher_id", "organization")
        .optional_date("established_on")
        .optional_date("retired_on")
        .optional_text("retirement_reason")
        .optional_reference("merged_into_id", "organization")
        .text("search")
        .text("pinyin")
        .record()
        .unique(&["code"])
        .unique(&["path"])
        .index(&["name"])
        .index(&["level"])
        .index(&["kind"])
        .index(&["sector_code"])
        .index(&["function_group"])
        .index(&["region_code"])
        .index(&["established_on"])
        .index(&["retired_on"])
        .index(&["pinyin"])
        .create()
        .await?;
    NewTable::new(manager, "organization_name")
        .reference("organization_id", "organization")
        .text("name")
        .optional_text("short_name")
        .optional_date("starts_on")
        .date("ends_on")
        .record()
        .index(&["name"])
        .index(&["starts_on"])
        .index(&["ends_on"])
        .create()
        .await?;
    NewTable::new(manager, "organization_affiliation")
        .reference("organization_id", "organization")
        .reference("dispatcher_id", "organization")
        .dated()
        .record()
        .unique_while_null(&["organization_id"], "ends_on")
        .create()
        .await?;
    NewTable::new(manager, "organization_relation")
        .reference("organization_id", "organization")
        .optional_reference("related_id", "organization")
        .text("kind")
        .optional_text("nameplate")
        .optional_text("approved_by")
        .optional_text("note")
        .dated()
        .record()
        .index(&["kind"])
        .create()
        .await?;
    NewTable::new(manager, "agency_registration")
        .reference("organization_id", "organization")
        .text("agency")
        .reference("authority_id", "organization")
        .optional_text("sector_code")
        .dated()
        .record()
        .index(&["agency"])
        .index(&["sector_code"])
        .create()
        .await
}

/// What an inspection body is given to work with.
async fn bodies(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    NewTable::new(manager, "organization_establishment")
        .reference("organization_id", "organization")
        .optional_text("institution_standard")
        .optional_integer("posts")
        .optional_integer("full_time_staff")
        .optional_text("approved_by")
        .dated()
        .record()
        .create()
        .await?;
    NewTable::new(manager, "management_arrangement")
        .reference("organization_id", "organization")
        .text("mode")
        .optional_reference("recognized_by_id", "organization")
        .optional_text("source")
        .dated()
        .record()
        .index(&["mode"])
        .create()
        .await?;
    NewTable::new(manager, "workplace")
        .reference("organization_id", "organization")
        .text("address")
        .optional_integer("area_square_metres")
        .boolean("is_shared")
        .optional_text("formerly")
        .dated()
        .record()
        .create()
        .await?;
    NewTable::new(manager, "party_branch_activity")
        .reference("organization_id", "organization")
        .date("held_on")
        .text("subject")
        .optional_integer("attendees")
        .record()
        .index(&["held_on"])
        .create()
        .await?;
    NewTable::new(manager, "delegated_power")
        .reference("organization_id", "organization")
        .text("kind")
        .text("scope")
        .reference("granted_by_id", "organization")
        .dated()
        .record()
        .index(&["kind"])
        .create()
        .await
}

/// People, posts, and who held which when.
async fn people(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    NewTable::new(manager, "person")
        .text("code")
        .text("name")
        .optional_text("gender")
        .reference("dispatcher_id", "organization")
        .text("search")
        .text("pinyin")
        .record()
        .unique(&["code"])
        .index(&["name"])
        .index(&["pinyin"])
        .create()
        .await?;
    NewTable::new(manager, "post")
        .reference("organization_id", "organization")
        .text("title")
        .text("function")
        .integer("rank_order")
        .boolean("is_head")
        .boolean("is_full_time")
        .optional_date("abolished_on")
        .record()
        .index(&["function"])
        .index(&["rank_order"])
        .index(&["abolished_on"])
        .create()
        .await?;
    NewTable::new(manager, "appointment")
        .reference("person_id", "person")
        .reference("post_id", "post")
        .reference("organization_id", "organization")
        .optional_text("end_reason")
        .dated()
        .record()
        .create()
        .await
}
