//! Record what a group of guidance suggests.

use inspectorate_entity::guidance::{
    guidance_operation,
    guidance_suggestion::{self, SuggestionStatus},
    guidance_visit,
};
use inspectorate_macros::{Input, verb};
use sea_orm::{ColumnTrait, Set};
use uuid::Uuid;

use super::{
    gates, guidance_suggestion::GuidanceSuggestion, guidance_visit::GuidanceVisit,
    operation_life_cycle::take,
};
use crate::{
    access::change::Change,
    domain::coverage::gates::{day_done, not_before},
    error::Result,
    graphql::{
        node_id::GlobalId,
        scalars::Date,
        text::{Name, Paragraph},
    },
};

/// What recording a suggestion of guidance takes.
#[derive(Debug, Input)]
pub struct MakeGuidanceSuggestionInput {
    /// The visit at which it was made (走访).
    pub visit: GlobalId<GuidanceVisit>,
    /// The aspect of the work that it concerns; none when left out (方面).
    pub aspect: Option<Name>,
    /// What is suggested (内容).
    pub content: Paragraph,
    /// Whether it concerns an old, hard problem that was raised before; no when left out (是否“老大难”问题).
    pub long_standing: Option<bool>,
    /// When the old problem was raised for the first time; of an old problem, and of no other (首次提出日期).
    pub first_raised_on: Option<Date>,
    /// Who handled the old problem before (原承办单位).
    pub former_handlers: Option<Paragraph>,
    /// When it was made, not in the future, nor before the visit; the first day of the visit when left out (提出日期).
    pub made_on: Option<Date>,
    /// Last day for the answer, not before it was made; none when left out (答复期限).
    pub due_on: Option<Date>,
    /// Idempotency key: the same key with the same input within 24 hours does nothing again and answers the same (幂等键).
    pub client_mutation_id: Option<String>,
}

/// Record what a group of guidance suggests to the body that it visited (提出指导建议), one by one; the guided body owes the answer.
#[verb(GuidanceSuggestion)]
pub async fn make_guidance_suggestion(
    change: &mut Change,
    input: MakeGuidanceSuggestionInput,
) -> Result<Uuid> {
    let visit = change
        .related_alone::<guidance_visit::Entity, _>("visit", &input.visit)
        .await?;
    let operation = change
        .held::<guidance_operation::Entity>(visit.operation_id)
        .await?;
    take(change, &operation, "input.visit").await?;
    let day = input.made_on.unwrap_or(Date(visit.visited_on));
    let day = day_done(Some(day), change.today(), "input.madeOn")?;
    not_before(day, visit.visited_on, "input.madeOn")?;
    let due_on = input.due_on.map(|day| day.0);
    if let Some(due_on) = due_on {
        not_before(due_on, day, "input.dueOn")?;
    }
    let long_standing = input.long_standing.unwrap_or_default();
    let first_raised_on = input.first_raised_on.map(|day| day.0);
    gates::old_problems_are_dated(long_standing, first_raised_on, day)?;
    let made = guidance_suggestion::Column::VisitId.eq(visit.id);
    let made = change.rows::<guidance_suggestion::Entity>(made).await?;
    let last = made.iter().map(|suggestion| suggestion.ordinal).max();
    let suggestion = change
        .insert(guidance_suggestion::ActiveModel {
            operation_id: Set(operation.id),
            visit_id: Set(visit.id),
            dispatcher_id: Set(visit.dispatcher_id),
            guiding_id: Set(operation.dispatcher_id),
            ordinal: Set(last.unwrap_or_default() + 1),
            aspect: Set(input.aspect.map(|aspect| aspect.0)),
            content: Set(input.content.0),
            long_standing: Set(long_standing),
            first_raised_on: Set(first_raised_on),
            former_handlers: Set(input.former_handlers.map(|handlers| handlers.0)),
            status: Set(SuggestionStatus::Made),
            made_on: Set(day),
            due_on: Set(due_on),
            answer: Set(None),
            answered_on: Set(None),
            measure_id: Set(None),
            result: Set(None),
            settled_on: Set(None),
            ..Default::default()
        })
        .await?;
    Ok(suggestion.id)
}
