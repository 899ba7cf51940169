//! Say that a plan rests on something no more.

use inspectorate_entity::plans::plan_basis;
use inspectorate_macros::{Input, verb};
use sea_orm::{IntoActiveModel, Set};
use uuid::Uuid;

use super::{gates, plan_basis::PlanBasis};
use crate::{
    access::change::Change, domain::coverage::gates::own, error::Result, graphql::node_id::GlobalId,
};

/// What dropping a basis takes.
#[derive(Debug, Input)]
pub struct DropPlanBasisInput {
    /// What the plan rests on (规划依据).
    pub basis: GlobalId<PlanBasis>,
    /// The version that you saw (版本).
    pub version: i32,
    /// Idempotency key: the same key with the same input within 24 hours does nothing again and answers the same (幂等键).
    pub client_mutation_id: Option<String>,
}

/// Say that a plan rests on a document or task no more (取消规划依据); that it did stays on record.
#[verb(PlanBasis)]
pub async fn drop_plan_basis(change: &mut Change, input: DropPlanBasisInput) -> Result<Uuid> {
    let basis = change
        .subject::<plan_basis::Entity, _>("basis", &input.basis, input.version)
        .await?;
    own(change.viewer(), basis.dispatcher_id, "input.basis")?;
    gates::still_holds(basis.dropped_on, "input.basis")?;
    let mut dropped = basis.clone().into_active_model();
    dropped.dropped_on = Set(Some(change.today()));
    Ok(change.update(&basis, dropped).await?.id)
}
