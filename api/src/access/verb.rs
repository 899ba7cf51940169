//! Carrying out a verb: may the viewer, was it asked before, the work itself, its event, and all of it or nothing.
#![expect(
    clippy::disallowed_methods,
    reason = "part of the door for writes: the event stands in the transaction of the change"
)]

use std::time::Duration;

use async_graphql::{Value, registry::Registry};
use futures::future::BoxFuture;
use inspectorate_entity::{
    journal::{event, event_subject},
    vocabulary::Vocabulary as _,
};
use sea_orm::{ActiveModelTrait, EntityTrait, Set};
use serde_json::Value as Json;
use uuid::Uuid;

use super::{
    change::Change,
    idempotency::{self, Key, Known},
    policy::{self, Action},
    viewer::Viewer,
};
use crate::{database::Database, error::Result, read::noun::NounDef};

/// A verb as `#[verb]` declares it.
pub struct VerbDef {
    /// The field of `Mutation`.
    pub name: &'static str,
    pub doc: &'static str,
    pub action: Action,
    /// The noun that its payload carries.
    pub noun: &'static NounDef,
    /// Registers the input and returns its qualified name.
    pub input: fn(&mut Registry) -> String,
    pub run: Run,
}

/// The work of a verb: answers the id of the record that its payload carries.
pub type Run = for<'a> fn(&'a mut Change, Value) -> BoxFuture<'a, Result<Uuid>>;

/// What a verb did, now or when the same key asked for it first.
#[derive(Clone, Debug)]
pub struct Done {
    pub subject: Uuid,
    pub event: Uuid,
    /// A secret that is answered now and never again.
    pub told: Option<String>,
}

/// Milliseconds that a change waits before it begins anew, each time that the database gave it up because it and another waited for each
/// other. Without waiting it can take the same lock again before the other wakes up, and both stand where they stood.
const WAITS: [u64; 4] = [10, 40, 160, 640];

/// Carry out `verb` with `input` for `viewer`.
pub async fn run(
    viewer: &Viewer,
    database: &Database,
    verb: &VerbDef,
    input: Value,
) -> Result<Done> {
    policy::require(viewer, verb.action, verb.name)?;
    let key = idempotency::key(viewer, verb, &input)?;
    for wait in WAITS {
        match once(viewer, database, verb, key.as_ref(), input.clone()).await {
            // The other goes on meanwhile: the rules then look at what it left.
            Err(error) if error.given_up => tokio::time::sleep(Duration::from_millis(wait)).await,
            outcome => return outcome,
        }
    }
    once(viewer, database, verb, key.as_ref(), input).await
}

async fn once(
    viewer: &Viewer,
    database: &Database,
    verb: &VerbDef,
    key: Option<&Key>,
    input: Value,
) -> Result<Done> {
    let mut change = Change::begin(viewer, database, verb.action).await?;
    if let Some(key) = key
        && let Known::Before(done) = idempotency::claim(&change, key).await?
    {
        return Ok(done);
    }
    let subject = (verb.run)(&mut change, input).await?;
    let event = record(&change, verb, subject, key.map(|key| key.text.clone())).await?;
    let told = change.told.take();
    let done = Done {
        subject,
        event,
        told,
    };
    if let Some(key) = key {
        idempotency::settle(&change, key, &done).await?;
    }
    change.finish().await?;
    Ok(done)
}

/// Write the one event of the change, and which records it touched.
async fn record(
    change: &Change,
    verb: &VerbDef,
    subject: Uuid,
    key: Option<String>,
) -> Result<Uuid> {
    let viewer = change.viewer();
    let changes: Vec<Json> = change.recorded.iter().map(|one| one.json()).collect();
    let roles: Vec<_> = viewer
        .roles
        .iter()
        .map(|role| role.as_str().to_ascii_lowercase())
        .collect();
    let id = Uuid::now_v7();
    let event = event::ActiveModel {
        id: Set(id),
        occurred_at: Set(change.now()),
        action: Set(verb.name.to_owned()),
        noun: Set(verb.noun.name.to_owned()),
        subject_id: Set(subject),
        agency: Set(viewer.agency.as_str().to_owned()),
        organization_id: Set(viewer.organization_id),
        actor_subject: Set(viewer.subject.clone()),
        actor_name: Set(viewer.name.clone()),
        roles: Set(roles.join(" ")),
        changes: Set(Json::from(changes).to_string()),
        client_mutation_id: Set(key),
        position: Set(None),
        previous_hash: Set(None),
        hash: Set(None),
    };
    event.insert(change.tx()).await?;
    let mut touched: Vec<(&str, Uuid)> = change
        .recorded
        .iter()
        .map(|one| (one.noun.as_ref(), one.id))
        .collect();
    touched.extend(&change.touched);
    touched.push((verb.noun.name, subject));
    touched.sort_unstable();
    touched.dedup();
    let rows = touched
        .into_iter()
        .map(|(noun, subject)| event_subject::ActiveModel {
            event_id: Set(id),
            noun: Set(noun.to_owned()),
            subject_id: Set(subject),
        });
    let rows: Vec<_> = rows.collect();
    for rows in rows.chunks(1000) {
        event_subject::Entity::insert_many(rows.to_vec())
            .exec_without_returning(change.tx())
            .await?;
    }
    Ok(id)
}
