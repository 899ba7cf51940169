//! Leading groups and what leaders do.

use sea_orm_migration::prelude::{DbErr, SchemaManager};

use crate::table::NewTable;

/// Leading groups, their members and member units.
pub async fn groups(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    NewTable::new(manager, "leading_group")
        .reference("dispatcher_id", "organization")
        .text("term_label")
        .date("constituted_on")
        .optional_date("dissolved_on")
        .optional_text("dissolution_reason")
        .record()
        .unique_while_null(&["dispatcher_id"], "dissolved_on")
        .index(&["constituted_on"])
        .index(&["dissolved_on"])
        .create()
        .await?;
    NewTable::new(manager, "leading_group_member")
        .reference("leading_group_id", "leading_group")
        .reference("dispatcher_id", "organization")
        .reference("person_id", "person")
        .text("post")
        .dated()
        .record()
        .index(&["post"])
        .create()
        .await?;
    NewTable::new(manager, "leading_group_member_unit")
        .reference("leading_group_id", "leading_group")
        .reference("dispatcher_id", "organization")
        .reference("organization_id", "organization")
        .dated()
        .record()
        .create()
        .await
}

/// What leaders are in charge of, and what they did in person.
pub async fn work(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    NewTable::new(manager, "leader_portfolio")
        .reference("dispatcher_id", "organization")
        .reference("person_id", "person")
        .text("field")
        .optional_text("sector_code")
        .dated()
        .record()
        .index(&["sector_code"])
        .create()
        .await?;
    NewTable::new(manager, "leader_portfolio_organization")
        .reference("portfolio_id", "leader_portfolio")
        .reference("dispatcher_id", "organization")
        .reference("organization_id", "organization")
        .dated()
        .record()
        .create()
        .await?;
    NewTable::new(manager, "liaison_contact")
        .reference("organization_id", "organization")
        .reference("division_id", "organization")
        .reference("post_id", "post")
        .reference("person_id", "person")
        .text("matter")
        .dated()
        .record()
        .create()
        .await?;
    NewTable::new(manager, "leader_action")
        .reference("dispatcher_id", "organization")
        .reference("person_id", "person")
        .text("kind")
        .optional_text("duty")
        .date("acted_on")
        .text("matter")
        .record()
        .index(&["kind"])
        .index(&["duty"])
        .index(&["acted_on"])
        .create()
        .await?;
    NewTable::new(manager, "work_talk")
        .reference("dispatcher_id", "organization")
        .reference("leader_id", "person")
        .reference("counterpart_id", "person")
        .date("talked_on")
        .text("purpose")
        .optional_text("requirements")
        .record()
        .index(&["talked_on"])
        .create()
        .await
}
