//! Packages of data that came from other systems or went to them, and the records of this service in them.

use sea_orm_migration::prelude::{
    DbErr, DeriveMigrationName, MigrationTrait, SchemaManager, async_trait,
};

use crate::table::{NewTable, drop_tables};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        NewTable::new(manager, "data_package")
            .reference("organization_id", "organization")
            .text("direction")
            .optional_text("platform")
            .text("system")
            .text("name")
            .text("sha256")
            .optional_text("classification")
            .boolean("offline")
            .date("exchanged_on")
            .integer("record_count")
            .optional_text("note")
            .record()
            .unique(&["organization_id", "direction", "sha256"])
            .create()
            .await?;
        NewTable::new(manager, "data_package_record")
            .reference("package_id", "data_package")
            .text("noun")
            .id("subject_id")
            .optional_text("external_id")
            .record()
            .unique(&["package_id", "subject_id"])
            .index(&["subject_id"])
            .create()
            .await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_tables(manager, &["data_package", "data_package_record"]).await
    }
}
