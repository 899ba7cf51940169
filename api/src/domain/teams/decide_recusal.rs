//! Decide on a tie.

use inspectorate_entity::teams::recusal::{self, RecusalStatus};
use inspectorate_macros::{Input, verb};
use sea_orm::{IntoActiveModel, Set};
use uuid::Uuid;

use super::{recusal::Recusal, recusal_gates};
use crate::{
    access::change::Change,
    domain::coverage::gates::{day_done, own},
    error::Result,
    graphql::{node_id::GlobalId, scalars::Date, text::Paragraph},
};

/// What deciding on a tie takes.
#[derive(Debug, Input)]
pub struct DecideRecusalInput {
    /// The tie (回避).
    pub recusal: GlobalId<Recusal>,
    /// The version that you saw (版本).
    pub version: i32,
    /// Whether the person stays away (是否回避).
    pub granted: bool,
    /// Why (决定理由).
    pub reason: Paragraph,
    /// The day of the decision, not in the future; today when left out (决定日期).
    pub on: Option<Date>,
    /// Idempotency key: the same key with the same input within 24 hours does nothing again and answers the same (幂等键).
    pub client_mutation_id: Option<String>,
}

/// Decide on a tie (决定回避): a person who stays away is then taken off the team, or the organization is.
#[verb(Recusal)]
pub async fn decide_recusal(change: &mut Change, input: DecideRecusalInput) -> Result<Uuid> {
    let row = change
        .subject::<recusal::Entity, _>("recusal", &input.recusal, input.version)
        .await?;
    own(change.viewer(), row.dispatcher_id, "input.recusal")?;
    recusal_gates::undecided(&row)?;
    let day = day_done(input.on, change.today(), "input.on")?;
    let mut changed = row.clone().into_active_model();
    changed.status = Set(if input.granted {
        RecusalStatus::Granted
    } else {
        RecusalStatus::Dismissed
    });
    changed.decided_on = Set(Some(day));
    changed.decision_reason = Set(Some(input.reason.0));
    Ok(change.update(&row, changed).await?.id)
}
