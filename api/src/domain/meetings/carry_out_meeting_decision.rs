//! Record that a decision was carried out.

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

/// What recording that a decision was carried out takes.
#[derive(Debug, Input)]
pub struct CarryOutMeetingDecisionInput {
    /// The decision (议定事项).
    pub decision: GlobalId<MeetingDecision>,
    /// The version that you saw (版本).
    pub version: i32,
    /// What came of it (办理结果).
    pub result: Paragraph,
    /// The day, not in the future, nor before it was decided; today when left out (落实日期).
    pub on: Option<Date>,
    /// Idempotency key: the same key with the same input within 24 hours does nothing again and answers the same (幂等键).
    pub client_mutation_id: Option<String>,
}

/// Record that a decision was carried out (落实议定事项), by the body that owns it or by those who keep the meetings of the place; its
/// deadline ends with it.
#[verb(MeetingDecision)]
pub async fn carry_out_meeting_decision(
    change: &mut Change,
    input: CarryOutMeetingDecisionInput,
) -> Result<Uuid> {
    let (on, result) = (input.on, input.result.0);
    let ended = end(change, &input.decision, input.version, on, |done, day| {
        done.result = Set(Some(result));
        done.carried_out_on = Set(Some(day));
    });
    let (decision, day) = ended.await?;
    deadline_begun::met(change, decision, day).await?;
    Ok(decision)
}
