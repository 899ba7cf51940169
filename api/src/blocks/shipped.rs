//! What the service brings along: code lists, checklists, central rule documents, deadline rules and the working-day calendar, from the files in `api/data/`.
//!
//! Loading is safe at every start: a shipped row has the id that follows from its name and edition, and what is there stays as it is.
//! A changed wording is therefore a new edition in the file, never an edited line, and records keep the one they were coded with.
#![expect(
    clippy::disallowed_methods,
    reason = "shipped rows come from the release and from no viewer: no rights to check, nothing changed that an event could record"
)]

use chrono::{DateTime, Utc};
use sea_orm::{
    ActiveModelTrait, ConnectionTrait, EntityTrait, IntoActiveModel, sea_query::OnConflict,
};
use serde::de::DeserializeOwned;
use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::{checklist, code_list, deadline, rule_document};
use crate::{
    database::Database,
    error::{Error, Result},
};

/// Load everything that is shipped and not there yet.
pub async fn load(database: &Database) -> Result<()> {
    let now = Utc::now();
    code_list::shipped::load(&database.writer, now).await?;
    checklist::shipped::load(&database.writer, now).await?;
    rule_document::shipped::load(&database.writer, now).await?;
    deadline::shipped::load(&database.writer, now).await
}

/// The id of a shipped row: the same on every installation, so that loading twice changes nothing.
pub fn id(table: &str, name: &[&str]) -> Uuid {
    let mut digest = Sha256::new();
    digest.update(table);
    for part in name {
        digest.update([0]);
        digest.update(part);
    }
    let mut bytes = [0; 16];
    bytes.copy_from_slice(&digest.finalize()[..16]);
    uuid::Builder::from_custom_bytes(bytes).into_uuid()
}

/// The rows of a shipped file; a malformed one is a fault of the release and named with its line.
pub fn rows<R: DeserializeOwned>(file: &'static str, text: &'static str) -> Result<Vec<R>> {
    csv::Reader::from_reader(text.as_bytes())
        .deserialize()
        .collect::<Result<_, _>>()
        .map_err(|cause| Error::internal((file, cause)))
}

/// Insert the rows that are missing.
pub async fn insert_missing<E, A>(
    connection: &impl ConnectionTrait,
    rows: impl IntoIterator<Item = A>,
) -> Result<()>
where
    E: EntityTrait,
    E::Model: IntoActiveModel<A>,
    A: ActiveModelTrait<Entity = E>,
{
    E::insert_many(rows)
        .on_conflict(OnConflict::new().do_nothing().to_owned())
        .exec_without_returning(connection)
        .await?;
    Ok(())
}

/// When shipped rows say they were made: at the start that loaded them.
pub type LoadedAt = DateTime<Utc>;
