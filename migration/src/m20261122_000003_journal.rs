//! The journal: events, the records they touched, the end of the sealed log, idempotency keys.

use sea_orm_migration::{prelude::*, sea_orm::DbBackend};

use crate::table::{NewTable, drop_tables};

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        event(manager).await?;
        event_subject(manager).await?;
        event_seal(manager).await?;
        idempotency_key(manager).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let tables = ["event", "event_subject", "event_seal", "idempotency_key"];
        drop_tables(manager, &tables).await
    }
}

/// Nothing refers to other tables: the log outlives whatever it tells of.
async fn event(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    NewTable::new(manager, "event")
        .time("occurred_at")
        .text("action")
        .text("noun")
        .id("subject_id")
        .text("agency")
        .id("organization_id")
        .text("actor_subject")
        .text("actor_name")
        .text("roles")
        .text("changes")
        .optional_text("client_mutation_id")
        .optional_big_integer("position")
        .optional_text("previous_hash")
        .optional_text("hash")
        .index(&["occurred_at"])
        .index(&["action"])
        .index(&["organization_id"])
        .unique(&["position"])
        .create()
        .await?;
    let connection = manager.get_connection();
    if manager.get_database_backend() == DbBackend::Postgres {
        // The order in which events were written, over all instances and whatever their clocks say. Of two changes of one record
        // the later waits for the earlier one's commit before it writes its event, so sealing in this order keeps cause before
        // effect. SQLite has one writer and a rowid that tells the same.
        connection
            .execute_unprepared("ALTER TABLE event ADD COLUMN serial bigserial NOT NULL")
            .await?;
        connection
            .execute_unprepared(
                "CREATE INDEX ix_event_unsealed ON event (serial) WHERE position IS NULL",
            )
            .await?;
    } else {
        connection
            .execute_unprepared(
                "CREATE INDEX ix_event_unsealed ON event (position) WHERE position IS NULL",
            )
            .await?;
    }
    Ok(())
}

async fn event_subject(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    NewTable::without_id(manager, "event_subject")
        .id("event_id")
        .text("noun")
        .id("subject_id")
        .primary_key(&["event_id", "noun", "subject_id"])
        .index(&["noun", "subject_id", "event_id"])
        .create()
        .await
}

async fn event_seal(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    NewTable::without_id(manager, "event_seal")
        .integer("id")
        .big_integer("position")
        .text("hash")
        .primary_key(&["id"])
        .create()
        .await?;
    let beginning = Query::insert()
        .into_table("event_seal")
        .columns(["id", "position", "hash"])
        .values_panic([1.into(), 0i64.into(), "0".repeat(64).into()])
        .to_owned();
    manager.execute(beginning).await
}

async fn idempotency_key(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    NewTable::without_id(manager, "idempotency_key")
        .text("client")
        .text("key")
        .text("action")
        .text("input_hash")
        .optional_id("subject_id")
        .optional_id("event_id")
        .time("created_at")
        .primary_key(&["client", "key"])
        .index(&["created_at"])
        .create()
        .await
}
