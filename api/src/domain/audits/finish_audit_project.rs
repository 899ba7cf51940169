//! Record an audit as done.

use inspectorate_entity::audits::audit_project;
use inspectorate_macros::{Input, verb};
use sea_orm::{IntoActiveModel, Set};
use uuid::Uuid;

use super::{audit_project::AuditProject, project_life_cycle::take};
use crate::{
    access::change::Change,
    domain::coverage::gates::{day_done, not_before},
    error::Result,
    graphql::{node_id::GlobalId, scalars::Date},
};

/// What recording an audit as done takes.
#[derive(Debug, Input)]
pub struct FinishAuditProjectInput {
    /// The audit (审计项目).
    pub project: GlobalId<AuditProject>,
    /// The version that you saw (版本).
    pub version: i32,
    /// The day, not in the future, nor before its first one; today when left out (完成日期).
    pub on: Option<Date>,
    /// Idempotency key: the same key with the same input within 24 hours does nothing again and answers the same (幂等键).
    pub client_mutation_id: Option<String>,
}

/// Record an audit of your body as done (完成审计); what it found stays, and no finding is added.
#[verb(AuditProject)]
pub async fn finish_audit_project(
    change: &mut Change,
    input: FinishAuditProjectInput,
) -> Result<Uuid> {
    let project = change
        .subject::<audit_project::Entity, _>("project", &input.project, input.version)
        .await?;
    let status = take(change, &project)?;
    let day = day_done(input.on, change.today(), "input.on")?;
    not_before(day, project.starts_on, "input.on")?;
    let mut ended = project.clone().into_active_model();
    ended.status = Set(status);
    ended.ended_on = Set(Some(day));
    change.update(&project, ended).await?;
    Ok(project.id)
}
