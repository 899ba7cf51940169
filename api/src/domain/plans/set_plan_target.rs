//! Set a target of a plan.

use inspectorate_entity::{
    coverage::coverage_plan,
    plans::plan_target::{self, TargetIndicator},
};
use inspectorate_macros::{Input, verb};
use sea_orm::{ColumnTrait, IntoActiveModel, Set};
use uuid::Uuid;

use super::{gates, plan_target::PlanTarget};
use crate::{
    access::change::Change,
    domain::coverage::{
        coverage_plan::CoveragePlan,
        gates::{own, term_not_closed, year_lies_in_plan},
        term_of,
    },
    error::Result,
    graphql::{coded::Coded, node_id::GlobalId, text::Paragraph},
};

/// What setting a target takes.
#[derive(Debug, Input)]
pub struct SetPlanTargetInput {
    /// The plan (规划、计划).
    pub plan: GlobalId<CoveragePlan>,
    /// What is counted (目标指标).
    pub indicator: Coded<TargetIndicator>,
    /// The calendar year that it is for; leave it out when it is for the whole time of the plan (年度).
    pub year: Option<i32>,
    /// How many, or how many per cent (目标值).
    pub target: i32,
    /// What the work of the period is about; leave it out when nothing is said (工作重点).
    pub focus: Option<Paragraph>,
    /// The version of the target that you saw, when the plan has one of this kind and period already (版本).
    pub version: Option<i32>,
    /// Idempotency key: the same key with the same input within 24 hours does nothing again and answers the same (幂等键).
    pub client_mutation_id: Option<String>,
}

/// Set a target of a plan for its whole time or one year, or change the one that stands (设定目标任务); what was reached is counted.
#[verb(PlanTarget)]
pub async fn set_plan_target(change: &mut Change, input: SetPlanTargetInput) -> Result<Uuid> {
    let plan = change
        .related_alone::<coverage_plan::Entity, _>("plan", &input.plan)
        .await?;
    own(change.viewer(), plan.dispatcher_id, "input.plan")?;
    let term = term_of::term(change, plan.term_id).await?;
    term_not_closed(&term, "input.plan")?;
    if let Some(year) = input.year {
        year_lies_in_plan((plan.from_year, plan.to_year), year, "input.year")?;
    }
    let indicator = input.indicator.0;
    gates::target_is_possible(indicator, input.target)?;
    let targets = change
        .rows::<plan_target::Entity>(plan_target::Column::PlanId.eq(plan.id))
        .await?;
    let stands = targets
        .into_iter()
        .find(|one| one.indicator == indicator && one.year == input.year);
    gates::target_was_seen(stands.as_ref().map(|one| one.version), input.version)?;
    let focus = input.focus.map(|focus| focus.0);
    let target = match stands {
        Some(stands) => {
            let mut changed = stands.clone().into_active_model();
            changed.target = Set(input.target);
            changed.focus = Set(focus);
            change.update(&stands, changed).await?
        }
        None => {
            change
                .insert(plan_target::ActiveModel {
                    plan_id: Set(plan.id),
                    dispatcher_id: Set(plan.dispatcher_id),
                    indicator: Set(indicator),
                    year: Set(input.year),
                    target: Set(input.target),
                    focus: Set(focus),
                    ..Default::default()
                })
                .await?
        }
    };
    Ok(target.id)
}
