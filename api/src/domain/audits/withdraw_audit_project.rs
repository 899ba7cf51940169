//! Give an audit up.

use inspectorate_entity::audits::audit_project;
use inspectorate_macros::{Input, verb};
use sea_orm::{IntoActiveModel, Set};
use uuid::Uuid;

use super::{audit_project::AuditProject, project_life_cycle::take};
use crate::{
    access::change::Change,
    domain::coverage::gates::{day_done, not_before},
    error::Result,
    graphql::{node_id::GlobalId, scalars::Date, text::Paragraph},
};

/// What giving an audit up takes.
#[derive(Debug, Input)]
pub struct WithdrawAuditProjectInput {
    /// The audit (审计项目).
    pub project: GlobalId<AuditProject>,
    /// The version that you saw (版本).
    pub version: i32,
    /// Why (撤销原因).
    pub reason: Paragraph,
    /// The day, not in the future, nor before it was planned; today when left out (撤销日期).
    pub on: Option<Date>,
    /// Idempotency key: the same key with the same input within 24 hours does nothing again and answers the same (幂等键).
    pub client_mutation_id: Option<String>,
}

/// Give an audit of your body up (撤销审计项目); what a joint operation opened of it is open no more.
#[verb(AuditProject)]
pub async fn withdraw_audit_project(
    change: &mut Change,
    input: WithdrawAuditProjectInput,
) -> Result<Uuid> {
    let project = change
        .subject::<audit_project::Entity, _>("project", &input.project, input.version)
        .await?;
    let status = take(change, &project)?;
    let day = day_done(input.on, change.today(), "input.on")?;
    not_before(day, project.planned_on, "input.on")?;
    let mut ended = project.clone().into_active_model();
    ended.status = Set(status);
    ended.ended_on = Set(Some(day));
    ended.end_reason = Set(Some(input.reason.0));
    change.update(&project, ended).await?;
    Ok(project.id)
}
