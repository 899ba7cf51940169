//! Draft the five-year plan of a term.

use inspectorate_entity::coverage::{
    coverage_plan::{self, PlanGuidance, PlanKind, PlanStatus},
    term,
};
use inspectorate_macros::{Input, verb};
use sea_orm::{ColumnTrait, Condition, Set};
use uuid::Uuid;

use super::{coverage_plan::CoveragePlan, gates, term::Term};
use crate::{
    access::change::Change,
    error::Result,
    graphql::{node_id::GlobalId, text::Name},
};

/// What drafting a five-year plan takes.
#[derive(Debug, Input)]
pub struct DraftFiveYearPlanInput {
    /// The term that it plans (届).
    pub term: GlobalId<Term>,
    /// First calendar year (起始年度).
    pub from_year: i32,
    /// Last calendar year (结束年度).
    pub to_year: i32,
    /// Its title (名称).
    pub name: Name,
    /// The number of objects that the document prints; approval checks it against the list. Leave it out when it prints none (规划所列对象数).
    pub printed_object_count: Option<i32>,
    /// Idempotency key: the same key with the same input within 24 hours does nothing again and answers the same (幂等键).
    pub client_mutation_id: Option<String>,
}

/// Draft the five-year plan (五年规划) of a term; a term has one.
#[verb(CoveragePlan)]
pub async fn draft_five_year_plan(
    change: &mut Change,
    input: DraftFiveYearPlanInput,
) -> Result<Uuid> {
    let term = change
        .related::<term::Entity, _>("term", &input.term)
        .await?;
    gates::own(change.viewer(), term.dispatcher_id, "input.term")?;
    gates::term_not_closed(&term, "input.term")?;
    gates::years_lie_in_term(input.from_year, input.to_year, gates::days_of(&term))?;
    gates::not_negative(input.printed_object_count, "input.printedObjectCount")?;
    let same = Condition::all()
        .add(coverage_plan::Column::TermId.eq(term.id))
        .add(coverage_plan::Column::Kind.eq(PlanKind::FiveYear));
    let plans = change.rows::<coverage_plan::Entity>(same).await?;
    gates::plan_is_new(!plans.is_empty(), "input.term")?;
    let plan = change
        .insert(coverage_plan::ActiveModel {
            term_id: Set(term.id),
            dispatcher_id: Set(term.dispatcher_id),
            kind: Set(PlanKind::FiveYear),
            parent_id: Set(None),
            from_year: Set(input.from_year),
            to_year: Set(input.to_year),
            name: Set(input.name.0),
            document_number: Set(None),
            printed_object_count: Set(input.printed_object_count),
            status: Set(PlanStatus::Draft),
            submitted_on: Set(None),
            approved_on: Set(None),
            issued_on: Set(None),
            guidance: Set(PlanGuidance::NotReviewed),
            ..Default::default()
        })
        .await?;
    Ok(plan.id)
}
