//! The one task that writes the log of reads.
#![expect(
    clippy::disallowed_methods,
    reason = "the log of reads is written beside the changes: it has no event of its own, and shows no row to anybody"
)]

use std::time::Duration;

use chrono::{TimeDelta, Utc};
use inspectorate_entity::journal::access_record;
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter};
use tokio::{
    sync::mpsc::Receiver,
    time::{Instant, sleep, sleep_until},
};

use super::log::Entry;
use crate::{database::Database, error::Result};

/// How many entries one statement writes: few enough for the number of values that SQLite binds.
const AT_ONCE: usize = 500;
/// How long the first of them waits for others.
const GATHER: Duration = Duration::from_millis(100);
/// How long to wait before writing is tried again.
const AGAIN: Duration = Duration::from_millis(400);
/// How often it is tried when the process is about to end.
const LAST_TRIES: usize = 5;
/// How often entries whose time is over are looked for.
const FORGET_EVERY: Duration = Duration::from_secs(3_600);

/// Write what comes until the end is told.
pub async fn run(database: Database, mut waiting: Receiver<Entry>, days: u32) {
    let mut entries = Vec::with_capacity(AT_ONCE);
    let mut forget_at = Instant::now();
    loop {
        let first = tokio::select! {
            first = waiting.recv() => first,
            () = sleep_until(forget_at) => {
                forget_at = Instant::now() + FORGET_EVERY;
                // Failing costs nothing but space; logged where it arose.
                let _ = forget(&database, days).await;
                continue;
            }
        };
        let mut end = take(&mut entries, first);
        if !end {
            sleep(GATHER).await;
        }
        while !end && entries.len() < AT_ONCE {
            match waiting.try_recv() {
                Ok(entry) => end = take(&mut entries, Some(entry)),
                Err(_) => break,
            }
        }
        write(&database, &mut entries, end.then_some(LAST_TRIES)).await;
        if end {
            return;
        }
    }
}

/// Put the entry to the others; whether it is the end.
fn take(entries: &mut Vec<access_record::Model>, entry: Option<Entry>) -> bool {
    match entry {
        Some(Entry::Read(entry)) => {
            entries.push(*entry);
            false
        }
        Some(Entry::End) | None => true,
    }
}

/// Write the entries with one statement, and again until the database takes them or the tries are used up.
async fn write(
    database: &Database,
    entries: &mut Vec<access_record::Model>,
    mut tries: Option<usize>,
) {
    while !entries.is_empty() {
        match insert(database, entries).await {
            Ok(()) => entries.clear(),
            Err(error) => {
                let (code, count) = (error.code.as_str(), entries.len());
                if tries == Some(0) {
                    tracing::error!(code, count, "entries of the log of reads are lost");
                    return;
                }
                tries = tries.map(|left| left - 1);
                tracing::warn!(code, count, "cannot write the log of reads; trying again");
                sleep(AGAIN).await;
            }
        }
    }
}

async fn insert(database: &Database, entries: &[access_record::Model]) -> Result<()> {
    let rows = entries.iter().cloned();
    let rows = rows.map(|entry| entry.into_active_model().reset_all());
    access_record::Entity::insert_many(rows)
        .exec_without_returning(&database.writer)
        .await?;
    Ok(())
}

/// Remove the entries whose time is over; with no days set, none.
async fn forget(database: &Database, days: u32) -> Result<()> {
    if days == 0 {
        return Ok(());
    }
    let over = Utc::now() - TimeDelta::days(i64::from(days));
    access_record::Entity::delete_many()
        .filter(access_record::Column::OccurredAt.lt(over))
        .exec(&database.writer)
        .await?;
    Ok(())
}
