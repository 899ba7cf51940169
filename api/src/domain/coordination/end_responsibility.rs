//! End a division of work.

use inspectorate_entity::coordination::responsibility;
use inspectorate_macros::{Input, verb};
use sea_orm::{IntoActiveModel, Set};
use uuid::Uuid;

use super::responsibility::Responsibility;
use crate::{
    access::change::Change,
    domain::{
        coverage::gates::own,
        organizations::gates::{ends_after_it_began, still_holds},
    },
    error::Result,
    graphql::{node_id::GlobalId, scalars::Date},
};

/// What ending a division of work takes.
#[derive(Debug, Input)]
pub struct EndResponsibilityInput {
    /// The division of work (分工).
    pub responsibility: GlobalId<Responsibility>,
    /// The version that you saw (版本).
    pub version: i32,
    /// Its last day (终止日期).
    pub ends_on: Date,
    /// Idempotency key: the same key with the same input within 24 hours does nothing again and answers the same (幂等键).
    pub client_mutation_id: Option<String>,
}

/// End a division of work (终止分工); it stays on record.
#[verb(Responsibility)]
pub async fn end_responsibility(
    change: &mut Change,
    input: EndResponsibilityInput,
) -> Result<Uuid> {
    let row = change
        .subject::<responsibility::Entity, _>(
            "responsibility",
            &input.responsibility,
            input.version,
        )
        .await?;
    own(change.viewer(), row.dispatcher_id, "input.responsibility")?;
    still_holds(row.ends_on)?;
    ends_after_it_began(row.starts_on, input.ends_on.0, "input.endsOn")?;
    let mut ended = row.clone().into_active_model();
    ended.ends_on = Set(Some(input.ends_on.0));
    Ok(change.update(&row, ended).await?.id)
}
