//! Close a term of office.

use inspectorate_entity::{
    coverage::{
        coverage_object,
        coverage_plan::{self, PlanKind, PlanStatus},
        coverage_record, term,
    },
    plans::plan_checkpoint::{self, CheckpointStatus},
};
use inspectorate_macros::{Input, verb};
use sea_orm::{ColumnTrait, Condition, IntoActiveModel, Set};
use uuid::Uuid;

use super::{
    gates,
    ledger::{Stage, Standing, standing},
    ledger_rows::{self, Placements, PlanKey},
    source::Source,
    term::Term,
};
use crate::{
    access::change::Change,
    blocks::gate::Gate,
    error::{Error, Result},
    graphql::{node_id::GlobalId, scalars::Date, text::Paragraph},
};

/// What closing a term takes.
#[derive(Debug, Input)]
pub struct CloseTermInput {
    /// The term (届).
    pub term: GlobalId<Term>,
    /// The version that you saw (版本).
    pub version: i32,
    /// The day on which it is closed, not in the future; today when left out (办结日期).
    pub on: Option<Date>,
    /// Why objects on the list are left uncovered; needed when some are (未覆盖理由).
    pub uncovered_reason: Option<Paragraph>,
    /// Idempotency key: the same key with the same input within 24 hours does nothing again and answers the same (幂等键).
    pub client_mutation_id: Option<String>,
}

/// Close a term (届期办结): refused while inspections, plans, checkpoints or ended organizations in it are open. Nothing is listed,
/// scheduled or inspected in it afterwards.
#[verb(Term)]
pub async fn close_term(change: &mut Change, input: CloseTermInput) -> Result<Uuid> {
    let term = change
        .subject::<term::Entity, _>("term", &input.term, input.version)
        .await?;
    gates::own(change.viewer(), term.dispatcher_id, "input.term")?;
    if let Some(day) = term.closed_on {
        return Err(Error::gate(
            Gate::AlreadyEnded,
            format!("The term was closed on {day}."),
            format!("本届已于 {day} 办结。"),
        )
        .field("input.term"));
    }
    let day = gates::day_done(input.on, change.today(), "input.on")?;
    gates::not_before(day, term.starts_on, "input.on")?;
    let records = change
        .rows::<coverage_record::Entity>(coverage_record::Column::TermId.eq(term.id))
        .await?;
    if let Some(last) = records.iter().map(|record| record.started_on).max() {
        gates::not_before(day, last, "input.on")?;
    }
    let plans = change
        .rows::<coverage_plan::Entity>(coverage_plan::Column::TermId.eq(term.id))
        .await?;
    let plan_ids: Vec<Uuid> = plans.iter().map(|plan| plan.id).collect();
    let open = gates::OpenThings {
        inspections: records
            .iter()
            .filter(|record| record.reported_on.is_none() && record.fed_back_on.is_none())
            .count(),
        plans: plans
            .iter()
            .filter(|plan| plan.status != PlanStatus::Issued)
            .count(),
        checkpoints: checkpoints_awaited(change, &plans).await?,
        undecided: undecided(change, &plan_ids).await?,
    };
    gates::nothing_open(open)?;
    let lists = plans.iter().filter(|plan| plan.kind == PlanKind::FiveYear);
    let lists: Vec<PlanKey> = lists
        .map(|plan| PlanKey {
            id: plan.id,
            kind: plan.kind,
        })
        .collect();
    let source = Source::Changing(change);
    let mut read = ledger_rows::read(&source, &lists, day, Placements::Holding).await?;
    let mut uncovered = 0;
    for plan in plan_ids {
        let left = read.take(plan).into_iter().filter(|object| {
            matches!(standing(object, day), Standing::OnList { stage, .. } if stage != Stage::Covered)
        });
        uncovered += left.count();
    }
    gates::uncovered_are_explained(uncovered, input.uncovered_reason.is_some())?;
    let mut closed = term.clone().into_active_model();
    closed.closed_on = Set(Some(day));
    closed.closing_statement = Set(input.uncovered_reason.map(|reason| reason.0));
    Ok(change.update(&term, closed).await?.id)
}

async fn checkpoints_awaited(change: &Change, plans: &[coverage_plan::Model]) -> Result<usize> {
    let issued = plans
        .iter()
        .filter(|plan| plan.status == PlanStatus::Issued);
    let awaited = Condition::all()
        .add(plan_checkpoint::Column::PlanId.is_in(issued.map(|plan| plan.id)))
        .add(plan_checkpoint::Column::Status.eq(CheckpointStatus::Awaited));
    Ok(change.rows::<plan_checkpoint::Entity>(awaited).await?.len())
}

async fn undecided(change: &Change, plans: &[Uuid]) -> Result<usize> {
    let ended = Condition::all()
        .add(coverage_object::Column::PlanId.is_in(plans.iter().copied()))
        .add(coverage_object::Column::OrganizationEnded.eq(true));
    Ok(change.rows::<coverage_object::Entity>(ended).await?.len())
}
