//! Find a suggestion of guidance settled.

use inspectorate_entity::guidance::guidance_suggestion;
use inspectorate_macros::{Input, verb};
use sea_orm::{IntoActiveModel, Set};
use uuid::Uuid;

use super::{guidance_suggestion::GuidanceSuggestion, suggestion_life_cycle::take};
use crate::{
    access::change::Change,
    domain::coverage::gates::{day_done, not_before},
    error::Result,
    graphql::{node_id::GlobalId, scalars::Date, text::Paragraph},
};

/// What settling a suggestion of guidance takes.
#[derive(Debug, Input)]
pub struct SettleGuidanceSuggestionInput {
    /// The suggestion (指导建议).
    pub suggestion: GlobalId<GuidanceSuggestion>,
    /// The version that you saw (版本).
    pub version: i32,
    /// How it was settled (办结情况).
    pub result: Paragraph,
    /// The day on which it was settled, not in the future, nor before its answer; today when left out (办结日期).
    pub on: Option<Date>,
    /// Idempotency key: the same key with the same input within 24 hours does nothing again and answers the same (幂等键).
    pub client_mutation_id: Option<String>,
}

/// Find a suggestion settled that your dispatcher made (办结指导建议).
#[verb(GuidanceSuggestion)]
pub async fn settle_guidance_suggestion(
    change: &mut Change,
    input: SettleGuidanceSuggestionInput,
) -> Result<Uuid> {
    let suggestion = change
        .subject::<guidance_suggestion::Entity, _>("suggestion", &input.suggestion, input.version)
        .await?;
    let status = take(change, &suggestion)?;
    let day = day_done(input.on, change.today(), "input.on")?;
    let answered_on = suggestion.answered_on.unwrap_or(suggestion.made_on);
    not_before(day, answered_on, "input.on")?;
    let mut settled = suggestion.clone().into_active_model();
    settled.status = Set(status);
    settled.result = Set(Some(input.result.0));
    settled.settled_on = Set(Some(day));
    Ok(change.update(&suggestion, settled).await?.id)
}
