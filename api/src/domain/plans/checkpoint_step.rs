//! The checkpoints of an annual plan, for the verbs that set, record and correct them.

use inspectorate_entity::{
    coverage::coverage_plan,
    plans::plan_checkpoint::{self, CheckpointKind, CheckpointStatus},
};
use sea_orm::{ColumnTrait, IntoActiveModel, Set};

use super::{
    checkpoint_days,
    checkpoint_life_cycle::{CHECKPOINT, CheckpointFacts},
    gates::{self, Checkpoint},
};
use crate::{
    access::change::Change,
    blocks::setting,
    domain::coverage::plan_step::seen_from,
    error::{Error, Result},
    graphql::scalars::Date,
};

/// The three, in the order of the year.
pub const KINDS: [CheckpointKind; 3] = [
    CheckpointKind::Start,
    CheckpointKind::Mid,
    CheckpointKind::End,
];

/// The annual plan of a checkpoint, and all checkpoints of it.
pub struct OfYear {
    pub plan: coverage_plan::Model,
    pub all: Vec<Checkpoint>,
}

/// Where `checkpoint` stands in its year.
pub async fn of_year(change: &Change, checkpoint: &plan_checkpoint::Model) -> Result<OfYear> {
    let plans = change
        .rows::<coverage_plan::Entity>(coverage_plan::Column::Id.eq(checkpoint.plan_id))
        .await?;
    let plan = plans.into_iter().next();
    let plan = plan.ok_or_else(|| Error::internal("a checkpoint without its plan"))?;
    let all = change
        .rows::<plan_checkpoint::Entity>(plan_checkpoint::Column::PlanId.eq(plan.id))
        .await?;
    let all = all.iter().map(|one| Checkpoint {
        kind: one.kind,
        status: one.status,
        held_on: one.held_on,
    });
    Ok(OfYear {
        all: all.collect(),
        plan,
    })
}

/// The state to which the verb at hand leads the checkpoint, or what stands in the way.
pub fn take(
    change: &Change,
    checkpoint: &plan_checkpoint::Model,
    year: &OfYear,
) -> Result<CheckpointStatus> {
    let before = year.all.iter().filter(|one| one.kind < checkpoint.kind);
    let facts = CheckpointFacts {
        plan: year.plan.status,
        one_before_held: before
            .max_by_key(|one| one.kind)
            .is_none_or(|one| one.status == CheckpointStatus::Held),
        seen_from: seen_from(change.viewer(), checkpoint.dispatcher_id),
    };
    CHECKPOINT
        .take(change.action(), checkpoint.status, &facts)
        .map_err(|error| match error.field {
            Some(_) => error,
            None => error.field("input.checkpoint"),
        })
}

/// Set the three checkpoints of `plan`, or move those that are still awaited; a day that is left out stays, or is the usual one.
pub async fn set(
    change: &mut Change,
    plan: &coverage_plan::Model,
    days: [(Option<Date>, &str); 3],
) -> Result<()> {
    let year = plan.from_year;
    let standing = change
        .rows::<plan_checkpoint::Entity>(plan_checkpoint::Column::PlanId.eq(plan.id))
        .await?;
    let settings = setting::of_change(change, plan.dispatcher_id, change.today()).await?;
    let usual = checkpoint_days::usual(year, &settings)?;
    let mut due = Vec::with_capacity(3);
    for ((kind, (asked, field)), usual) in KINDS.into_iter().zip(days).zip(usual) {
        let stands = standing.iter().find(|one| one.kind == kind);
        let day = asked.map(|day| day.0);
        let day = day.or(stands.map(|one| one.due_on)).unwrap_or(usual);
        due.push((kind, stands, day, field));
    }
    let in_order: Vec<_> = due
        .iter()
        .map(|(_, _, day, field)| (*day, *field))
        .collect();
    if let [start, mid, end] = in_order[..] {
        gates::days_follow(year, [start, mid, end])?;
    }
    for (kind, stands, day, field) in due {
        match stands {
            None => {
                change
                    .insert(plan_checkpoint::ActiveModel {
                        plan_id: Set(plan.id),
                        dispatcher_id: Set(plan.dispatcher_id),
                        kind: Set(kind),
                        status: Set(CheckpointStatus::Awaited),
                        due_on: Set(day),
                        held_on: Set(None),
                        result: Set(None),
                        file_reference: Set(None),
                        figures_as_of: Set(None),
                        ..Default::default()
                    })
                    .await?;
            }
            Some(one) if one.due_on != day => {
                gates::still_awaited(one.status, field)?;
                let mut moved = one.clone().into_active_model();
                moved.due_on = Set(day);
                change.update(one, moved).await?;
            }
            Some(_) => {}
        }
    }
    Ok(())
}
