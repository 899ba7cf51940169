//! The log of one process: what it watches, and the way to its writer.

use std::{collections::HashMap, sync::Arc};

use chrono::{SubsecRound, Utc};
use inspectorate_entity::{journal::access_record, vocabulary::Vocabulary as _};
use tokio::{
    sync::{Mutex, mpsc},
    task::JoinHandle,
};
use uuid::Uuid;

use super::{
    watched::{self, LoggedRead, Watched},
    writer,
};
use crate::{access::viewer::Viewer, database::Database, read::noun::NounDef};

/// How many entries may wait to be written before those who read have to wait.
const WAITING: usize = 10_000;

/// The log of one process. Cheap to clone.
#[derive(Clone, Debug)]
pub struct AccessLog(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    watched: HashMap<&'static str, Watched>,
    entries: mpsc::Sender<Entry>,
    writing: Mutex<Option<JoinHandle<()>>>,
}

/// What the writer is told.
pub enum Entry {
    Read(Box<access_record::Model>),
    /// Write what has come so far, and end.
    End,
}

impl AccessLog {
    /// The log of what `logged` names, on `database`; entries older than `days` days are forgotten, with 0 none.
    /// Has to be called on the runtime that the writer shall run on.
    pub fn open(database: Database, logged: &[LoggedRead], days: u32) -> Self {
        let (entries, waiting) = mpsc::channel(WAITING);
        let writing = tokio::spawn(writer::run(database, waiting, days));
        Self(Arc::new(Inner {
            watched: watched::by_noun(logged),
            entries,
            writing: Mutex::new(Some(writing)),
        }))
    }

    /// What of `noun` is logged when it is read; none for most nouns.
    pub fn watched(&self, noun: &NounDef) -> Option<&Watched> {
        self.0.watched.get(noun.name)
    }

    /// Write down that `viewer` was shown `fields` of so many rows of `noun`; the whole noun when no field is named.
    pub async fn note(
        &self,
        viewer: &Viewer,
        operation: String,
        noun: &NounDef,
        fields: &[&str],
        rows: usize,
    ) {
        let roles = viewer.roles.iter();
        let roles: Vec<_> = roles
            .map(|role| role.as_str().to_ascii_lowercase())
            .collect();
        let entry = access_record::Model {
            id: Uuid::now_v7(),
            occurred_at: Utc::now().trunc_subsecs(6),
            operation,
            noun: noun.name.to_owned(),
            fields: (!fields.is_empty()).then(|| fields.join(" ")),
            row_count: i32::try_from(rows).unwrap_or(i32::MAX),
            agency: viewer.agency.as_str().to_owned(),
            organization_id: viewer.organization_id,
            actor_subject: viewer.subject.clone(),
            actor_name: viewer.name.clone(),
            roles: roles.join(" "),
        };
        if self
            .0
            .entries
            .send(Entry::Read(Box::new(entry)))
            .await
            .is_err()
        {
            tracing::error!(noun = noun.name, "read after the log of reads was closed");
        }
    }

    /// Write what is left, and end; whoever calls it while another does waits too.
    pub async fn close(&self) {
        let mut writing = self.0.writing.lock().await;
        // Fails only when the writer is gone already.
        let _ = self.0.entries.send(Entry::End).await;
        if let Some(task) = writing.take()
            && let Err(error) = task.await
        {
            tracing::error!(%error, "the writer of the log of reads did not end well");
        }
    }
}
