//! Take a decision back.

use inspectorate_macros::{Input, verb};
use sea_orm::Set;
use uuid::Uuid;

use super::{decision_end::end, meeting_decision::MeetingDecision};
use crate::{
    access::change::Change,
    domain::rules::deadline_begun,
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

/// Take a decision back that was not carried out (撤销议定事项); its deadline is lifted on that day, and it counts as neither carried
/// out nor overdue from then on.
#[verb(MeetingDecision)]
pub async fn withdraw_meeting_decision(
    change: &mut Change,
    input: WithdrawMeetingDecisionInput,
) -> Result<Uuid> {
    let (on, reason) = (input.on, input.reason.0);
    let ended = end(
        change,
        &input.decision,
        input.version,
        on,
        |withdrawn, day| {
            withdrawn.withdrawal_reason = Set(Some(reason));
            withdrawn.withdrawn_on = Set(Some(day));
        },
    );
    let (decision, day) = ended.await?;
    deadline_begun::lifted(change, decision, day).await?;
    Ok(decision)
}
