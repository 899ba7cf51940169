//! Answer a suggestion of guidance.

use inspectorate_entity::{guidance::guidance_suggestion, rules::improvement_measure};
use inspectorate_macros::{Input, verb};
use sea_orm::{IntoActiveModel, Set};
use uuid::Uuid;

use super::{guidance_suggestion::GuidanceSuggestion, suggestion_life_cycle::take};
use crate::{
    access::change::Change,
    domain::{
        coverage::gates::{day_done, not_before, own},
        rules::improvement_measure::ImprovementMeasure,
    },
    error::Result,
    graphql::{node_id::GlobalId, scalars::Date, text::Paragraph},
};

/// What answering a suggestion of guidance takes.
#[derive(Debug, Input)]
pub struct AnswerGuidanceSuggestionInput {
    /// The suggestion (指导建议).
    pub suggestion: GlobalId<GuidanceSuggestion>,
    /// The version that you saw (版本).
    pub version: i32,
    /// What is done about it, or why nothing (答复).
    pub answer: Paragraph,
    /// The measure of one's own dispatcher that is set for it; none when left out (改进措施).
    pub measure: Option<GlobalId<ImprovementMeasure>>,
    /// The day of the answer, not in the future, nor before the suggestion; today when left out (答复日期).
    pub on: Option<Date>,
    /// Idempotency key: the same key with the same input within 24 hours does nothing again and answers the same (幂等键).
    pub client_mutation_id: Option<String>,
}

/// Answer a suggestion that a superior made to your dispatcher (答复指导建议).
#[verb(GuidanceSuggestion)]
pub async fn answer_guidance_suggestion(
    change: &mut Change,
    input: AnswerGuidanceSuggestionInput,
) -> Result<Uuid> {
    let suggestion = change
        .subject::<guidance_suggestion::Entity, _>("suggestion", &input.suggestion, input.version)
        .await?;
    let status = take(change, &suggestion)?;
    let measure = match &input.measure {
        Some(id) => {
            let measure = change
                .related::<improvement_measure::Entity, _>("measure", id)
                .await?;
            own(change.viewer(), measure.dispatcher_id, "input.measure")?;
            Some(measure.id)
        }
        None => None,
    };
    let day = day_done(input.on, change.today(), "input.on")?;
    not_before(day, suggestion.made_on, "input.on")?;
    let mut answered = suggestion.clone().into_active_model();
    answered.status = Set(status);
    answered.answer = Set(Some(input.answer.0));
    answered.answered_on = Set(Some(day));
    answered.measure_id = Set(measure);
    Ok(change.update(&suggestion, answered).await?.id)
}
