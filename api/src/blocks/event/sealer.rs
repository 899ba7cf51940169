//! Gives committed events their place in the log and their hash.

use std::time::Duration;

use chrono::{TimeDelta, Utc};
use inspectorate_entity::journal::{event, event_seal, idempotency_key};
use sea_orm::{
    ColumnTrait, ConnectionTrait, DatabaseBackend, DatabaseTransaction, EntityTrait, QueryFilter,
    QueryOrder, QuerySelect, QueryTrait, SqliteTransactionMode, TransactionOptions,
    TransactionTrait, sea_query::Expr,
};
use tokio::time::Instant;

use super::{
    bus::{EventBus, end},
    chain,
    listener::{self, CHANNEL},
};
use crate::{
    database::Database,
    error::{Error, Result},
    read::Sql,
};

/// How many events are sealed in one transaction.
const BATCH: u64 = 500;
/// How long an event of another instance, or one whose wake-up was lost, waits at most to be seen.
const LOOK_EVERY: Duration = Duration::from_millis(400);
/// How often idempotency keys that nobody is promised any more are forgotten.
const FORGET_EVERY: Duration = Duration::from_secs(3600);

/// Seal until the bus is closed; dropping the future stops it between two events or undoes the batch at hand.
/// On PostgreSQL `url` lets it hear at once of what other instances seal; without it, it looks.
pub async fn run(database: Database, bus: EventBus, url: Option<String>) {
    let url = url.filter(|_| database.backend() == DatabaseBackend::Postgres);
    tokio::select! {
        () = sealing(&database, &bus) => {}
        () = listener::listen(url, &bus) => {}
    }
}

async fn sealing(database: &Database, bus: &EventBus) {
    let mut forget_at = Instant::now();
    loop {
        // Looked at before catching up, so that what was committed before the end is sealed.
        let last = bus.is_closing();
        if let Err(error) = catch_up(database, bus).await {
            // Logged where it arose; the events wait and lose nothing.
            tracing::warn!(code = error.code.as_str(), "sealing failed; trying again");
            tokio::time::sleep(LOOK_EVERY).await;
        }
        if last {
            return;
        }
        if forget_at <= Instant::now() {
            forget_at = Instant::now() + FORGET_EVERY;
            // Failing costs nothing but space; logged where it arose.
            let _ = forget_old_keys(database).await;
        }
        tokio::select! {
            () = bus.committed() => {}
            () = bus.closing() => {}
            () = tokio::time::sleep(LOOK_EVERY) => {}
        }
    }
}

/// Seal everything that is committed now, and tell the bus; also of what another instance has sealed.
pub async fn catch_up(database: &Database, bus: &EventBus) -> Result<()> {
    while unsealed(database).await? {
        match seal(database).await? {
            0 => break,
            position => bus.publish(position),
        }
    }
    bus.publish(end(database).await?.position);
    Ok(())
}

/// Whether anything waits: asked without a lock, so that idle instances leave each other alone.
async fn unsealed(database: &Database) -> Result<bool> {
    let waiting = event::Entity::find()
        .select_only()
        .column(event::Column::Id)
        .filter(event::Column::Position.is_null())
        .limit(1)
        .into_tuple::<uuid::Uuid>()
        .one(&database.reader)
        .await?;
    Ok(waiting.is_some())
}

/// Seal one batch; answers the end of the log, or 0 when there was nothing left to seal.
async fn seal(database: &Database) -> Result<i64> {
    let postgres = database.backend() == DatabaseBackend::Postgres;
    let options = TransactionOptions {
        sqlite_transaction_mode: Some(SqliteTransactionMode::Immediate),
        ..TransactionOptions::default()
    };
    let tx = database.writer.begin_with_options(options).await?;
    // Whoever holds this row seals; the others wait for it and then see what was sealed. SQLite has one writer anyway.
    let mut seal = event_seal::Entity::find_by_id(1);
    if postgres {
        seal = seal.lock_exclusive();
    }
    let mut seal = seal
        .one(&tx)
        .await?
        .ok_or_else(|| Error::internal("the table event_seal has lost its row"))?;
    let written = Expr::cust(if postgres { "serial" } else { "rowid" });
    let events = event::Entity::find()
        .filter(event::Column::Position.is_null())
        .order_by_asc(written)
        .limit(BATCH)
        .all(&tx)
        .await?;
    if events.is_empty() {
        tx.rollback().await?;
        return Ok(0);
    }
    let ids = events.iter().map(|event| event.id);
    let batch = event::Entity::find()
        .select_only()
        .column(event::Column::Id)
        .filter(event::Column::Id.is_in(ids))
        .into_query();
    let subjects = chain::subjects(&tx, batch).await?;
    let mut links = Vec::with_capacity(events.len());
    for event in events {
        seal.position += 1;
        let hash = chain::link(&event, &subjects, seal.position, &seal.hash);
        links.push(Link {
            event: event.id,
            position: seal.position,
            previous: std::mem::replace(&mut seal.hash, hash.clone()),
            hash,
        });
    }
    write(&tx, &links).await?;
    event_seal::Entity::update_many()
        .col_expr(event_seal::Column::Position, Expr::value(seal.position))
        .col_expr(event_seal::Column::Hash, Expr::value(seal.hash))
        .filter(event_seal::Column::Id.eq(1))
        .exec(&tx)
        .await?;
    if postgres {
        let mut sql = Sql::new(tx.get_database_backend());
        sql.push("SELECT pg_notify(").bind(CHANNEL).push(", '')");
        tx.execute_raw(sql.finish()).await?;
    }
    tx.commit().await?;
    Ok(seal.position)
}

struct Link {
    event: uuid::Uuid,
    position: i64,
    previous: String,
    hash: String,
}

/// One statement on PostgreSQL, where each is a round trip; one for each event on SQLite, where it is a function call.
async fn write(tx: &DatabaseTransaction, links: &[Link]) -> Result<()> {
    let mut sql = Sql::new(tx.get_database_backend());
    if sql.is_postgres() {
        let column = |text: fn(&Link) -> &String| links.iter().map(text).cloned().collect();
        let ids: Vec<uuid::Uuid> = links.iter().map(|link| link.event).collect();
        let positions: Vec<i64> = links.iter().map(|link| link.position).collect();
        let previous: Vec<String> = column(|link| &link.previous);
        let hashes: Vec<String> = column(|link| &link.hash);
        sql.push("UPDATE event SET position = l.position, previous_hash = l.previous, hash = l.hash FROM unnest(")
            .bind(ids)
            .push(", ")
            .bind(positions)
            .push(", ")
            .bind(previous)
            .push(", ")
            .bind(hashes)
            .push(") AS l (id, position, previous, hash) WHERE event.id = l.id");
        tx.execute_raw(sql.finish()).await?;
        return Ok(());
    }
    for link in links {
        event::Entity::update_many()
            .col_expr(event::Column::Position, Expr::value(link.position))
            .col_expr(
                event::Column::PreviousHash,
                Expr::value(link.previous.as_str()),
            )
            .col_expr(event::Column::Hash, Expr::value(link.hash.as_str()))
            .filter(event::Column::Id.eq(link.event))
            .exec(tx)
            .await?;
    }
    Ok(())
}

async fn forget_old_keys(database: &Database) -> Result<()> {
    // Two days: twice what is promised, so that no clock difference breaks the promise.
    idempotency_key::Entity::delete_many()
        .filter(idempotency_key::Column::CreatedAt.lt(Utc::now() - TimeDelta::days(2)))
        .exec(&database.writer)
        .await?;
    Ok(())
}
