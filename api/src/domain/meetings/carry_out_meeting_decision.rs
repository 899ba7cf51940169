//! Record that a decision was carried out.

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
    let decision = change
        .subject::<meeting_decision::Entity, _>("decision", &input.decision, input.version)
        .await?;
    let status = take(change, &decision)?;
    let day = day_done(input.on, change.today(), "input.on")?;
    not_before(day, decision.decided_on, "input.on")?;
    let mut done = decision.clone().into_active_model();
    done.status = Set(status);
    done.result = Set(Some(input.result.0));
    done.carried_out_on = Set(Some(day));
    change.update(&decision, done).await?;
    deadline_begun::end(change, decision.id, day).await?;
    Ok(decision.id)
}
