//! Safe retries: the same key from the same client within a day gets the first answer and does nothing again.
#![expect(
    clippy::disallowed_methods,
    reason = "part of the door for writes: keys are claimed in the transaction of the change"
)]

use async_graphql::Value;
use chrono::Duration;
use inspectorate_entity::{journal::idempotency_key, vocabulary::Vocabulary as _};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, Set, TryInsertResult,
};
use sha2::{Digest, Sha256};

use super::{
    change::Change,
    verb::{Done, VerbDef},
    viewer::Viewer,
};
use crate::error::{Error, Result};

/// How long a key is remembered.
const REMEMBERED: Duration = Duration::hours(24);

/// A call under a key.
pub struct Key {
    client: String,
    pub text: String,
    action: &'static str,
    hash: String,
}

/// Whether a call was made before.
pub enum Known {
    Before(Done),
    New,
}

/// The key that `input` carries, if any.
pub fn key(viewer: &Viewer, verb: &VerbDef, input: &Value) -> Result<Option<Key>> {
    let Value::Object(fields) = input else {
        return Ok(None);
    };
    let text = match fields.get("clientMutationId") {
        Some(Value::String(text))
            if !text.is_empty()
                && text.chars().count() <= 100
                && !text.chars().any(char::is_control) =>
        {
            text.clone()
        }
        None | Some(Value::Null) => return Ok(None),
        _ => {
            return Err(Error::bad_input(
                "input.clientMutationId",
                "`clientMutationId` is a text of 1 to 100 characters without control characters, best a random UUID.",
                "“clientMutationId”须为 1 至 100 个字符、不含控制字符的文本，建议使用随机 UUID。",
            ));
        }
    };
    let agency = viewer.agency.as_str();
    // Sorted, because a client may write the same input in another order the second time.
    let mut json = input.clone().into_json().map_err(Error::internal)?;
    json.sort_all_objects();
    let mut hash = Sha256::new();
    hash.update(verb.name);
    hash.update(json.to_string());
    Ok(Some(Key {
        // No claim holds a line break, so no two clients are spelt the same.
        client: format!("{agency}\n{}\n{}", viewer.organization_code, viewer.subject),
        text,
        action: verb.name,
        hash: hash
            .finalize()
            .iter()
            .map(|byte| format!("{byte:02x}"))
            .collect(),
    }))
}

/// Take the key for this change. A second call under it waits here until the first has ended.
pub async fn claim(change: &Change, key: &Key) -> Result<Known> {
    let fresh = idempotency_key::ActiveModel {
        client: Set(key.client.clone()),
        key: Set(key.text.clone()),
        action: Set(key.action.to_owned()),
        input_hash: Set(key.hash.clone()),
        subject_id: Set(None),
        event_id: Set(None),
        created_at: Set(change.now()),
    };
    // Deleted rather than taken over, so that of two calls the second finds the first one's answer and not an old row.
    idempotency_key::Entity::delete_by_id((key.client.clone(), key.text.clone()))
        .filter(idempotency_key::Column::CreatedAt.lt(change.now() - REMEMBERED))
        .exec(change.tx())
        .await?;
    let inserted = idempotency_key::Entity::insert(fresh)
        .on_conflict_do_nothing()
        .exec_without_returning(change.tx())
        .await?;
    if matches!(inserted, TryInsertResult::Inserted(rows) if rows > 0) {
        return Ok(Known::New);
    }
    let Some(before) = row(change, key).await? else {
        return Err(Error::unavailable());
    };
    match (before.subject_id, before.event_id) {
        (Some(subject), Some(event)) if before.input_hash == key.hash => Ok(Known::Before(Done {
            subject,
            event,
            told: None,
        })),
        _ => Err(Error::conflict(
            "input.clientMutationId",
            format!(
                "The key `{}` was used for another call ({}): give each call a key of its own.",
                key.text, before.action
            ),
            format!(
                "键“{}”已用于另一次调用（{}）：每次调用请使用各自的键。",
                key.text, before.action
            ),
        )),
    }
}

/// Remember the answer under the key.
pub async fn settle(change: &Change, key: &Key, done: &Done) -> Result<()> {
    let Some(row) = row(change, key).await? else {
        return Err(Error::internal("a claimed key is gone"));
    };
    let mut row = row.into_active_model();
    row.subject_id = Set(Some(done.subject));
    row.event_id = Set(Some(done.event));
    row.update(change.tx()).await?;
    Ok(())
}

async fn row(change: &Change, key: &Key) -> Result<Option<idempotency_key::Model>> {
    Ok(
        idempotency_key::Entity::find_by_id((key.client.clone(), key.text.clone()))
            .one(change.tx())
            .await?,
    )
}
