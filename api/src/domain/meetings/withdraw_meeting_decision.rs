//! Take a decision back.

use inspectorate_entity::meetings::meeting_decision;
use inspectorate_macros::{Input, verb};
use sea_orm::{IntoActiveModel, Set};
use uuid::Uuid;

use super::{decision_life_cycle::take, meeting_decision::MeetingDecision};
use crate::{
    access::change::Change,
    domain::{
        coverage::gates::{day_done, not_before},
        rules::deadline_begun,
    },
    error::Result,
    graphql::{node_id::GlobalId, scalars::Date, text::Paragraph},
};

/// What taking a decision back takes.
#[derive(Debug, Input)]
pub struct WithdrawMeetingDecisionInput {
    /// The decision (议定事项).
    pub decision: GlobalId<MeetingDecision>,
    /// The version that you saw (版本).
    pub version: i32,
    /// Why (撤销原因).
    pub reason: Paragraph,
    /// The day, not in the future, nor before it was decided; today when left out (撤销日期).
    pub on: Option<Date>,
    /// Idempotency key: the same key with the same input within 24 hours does nothing again and answers the same (幂等键).
    pub client_mutation_id: Option<String>,
}

/// Take a decision back that was not carried out (撤销议定事项); its deadline is closed on that day, and it counts as neither carried
/// out nor overdue from then on.
#[verb(MeetingDecision)]
pub async fn withdraw_meeting_decision(
    change: &mut Change,
    input: WithdrawMeetingDecisionInput,
) -> Result<Uuid> {
    let decision = change
        .subject::<meeting_decision::Entity, _>("decision", &input.decision, input.version)
        .await?;
    let status = take(change, &decision)?;
    let day = day_done(input.on, change.today(), "input.on")?;
    not_before(day, decision.decided_on, "input.on")?;
    let mut withdrawn = decision.clone().into_active_model();
    withdrawn.status = Set(status);
    withdrawn.withdrawal_reason = Set(Some(input.reason.0));
    withdrawn.withdrawn_on = Set(Some(day));
    change.update(&decision, withdrawn).await?;
    deadline_begun::end(change, decision.id, day).await?;
    Ok(decision.id)
}
