//! Set other days for an audit.

use inspectorate_entity::audits::audit_project;
use inspectorate_macros::{Input, verb};
use sea_orm::{IntoActiveModel, Set};
use uuid::Uuid;

use super::{audit_project::AuditProject, project_life_cycle::take};
use crate::{
    access::change::Change,
    domain::coverage::gates::Days,
    error::Result,
    graphql::{node_id::GlobalId, scalars::Date},
};

/// What setting other days for an audit takes.
#[derive(Debug, Input)]
pub struct RescheduleAuditProjectInput {
    /// The audit (审计项目).
    pub project: GlobalId<AuditProject>,
    /// The version that you saw (版本).
    pub version: i32,
    /// Its first day (开始日期).
    pub starts_on: Date,
    /// Its last day (结束日期).
    pub ends_on: Date,
    /// Idempotency key: the same key with the same input within 24 hours does nothing again and answers the same (幂等键).
    pub client_mutation_id: Option<String>,
}

/// Set other days for an audit of your body (调整审计时间), as where it collides with an inspection.
#[verb(AuditProject)]
pub async fn reschedule_audit_project(
    change: &mut Change,
    input: RescheduleAuditProjectInput,
) -> Result<Uuid> {
    let project = change
        .subject::<audit_project::Entity, _>("project", &input.project, input.version)
        .await?;
    take(change, &project)?;
    let days = Days::new(input.starts_on.0, input.ends_on.0, "input.endsOn")?;
    let mut moved = project.clone().into_active_model();
    moved.starts_on = Set(days.first);
    moved.ends_on = Set(days.last);
    change.update(&project, moved).await?;
    Ok(project.id)
}
