//! The log of reads: who was shown what of the contents that are kept in few hands.

use sea_orm_migration::{
    prelude::{DbErr, DeriveMigrationName, MigrationTrait, SchemaManager, async_trait},
    sea_orm::{ConnectionTrait, DbBackend},
};

use crate::table::{NewTable, drop_tables};

#[derive(DeriveMigrationName)]
pub struct Migration;

/// An entry stays as it was written, whoever is at the database.
const STAYS_SQLITE: &str = "CREATE TRIGGER access_record_stays BEFORE UPDATE ON access_record BEGIN SELECT RAISE(ABORT, 'an access record is never altered'); END";
const STAYS_POSTGRES: &str = "CREATE FUNCTION access_record_stays() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'an access record is never altered'; END $$; CREATE TRIGGER access_record_stays BEFORE UPDATE ON access_record FOR EACH ROW EXECUTE FUNCTION access_record_stays()";

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        NewTable::new(manager, "access_record")
            .time("occurred_at")
            .text("operation")
            .text("noun")
            .optional_text("fields")
            .integer("row_count")
            .text("agency")
            .reference("organization_id", "organization")
            .text("actor_subject")
            .text("actor_name")
            .text("roles")
            .index(&["occurred_at"])
            .index(&["actor_subject"])
            .create()
            .await?;
        run(manager, STAYS_SQLITE, STAYS_POSTGRES).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        drop_tables(manager, &["access_record"]).await?;
        run(manager, "", "DROP FUNCTION access_record_stays()").await
    }
}

async fn run(manager: &SchemaManager<'_>, sqlite: &str, postgres: &str) -> Result<(), DbErr> {
    let statement = match manager.get_database_backend() {
        DbBackend::Sqlite => sqlite,
        _ => postgres,
    };
    if !statement.is_empty() {
        let connection = manager.get_connection();
        connection.execute_unprepared(statement).await?;
    }
    Ok(())
}
