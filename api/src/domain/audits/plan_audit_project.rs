//! Plan an audit.

use inspectorate_entity::{
    audits::audit_project::{self, AuditStatus},
    inspections::{inspection, special_check},
    organizations::{appointment, organization},
};
use inspectorate_macros::{Input, verb};
use sea_orm::Set;
use uuid::Uuid;

use super::{audit_project::AuditProject, gates};
use crate::{
    access::change::Change,
    domain::{
        coverage::gates::{Days, day_done},
        inspections::special_check::SpecialCheck,
        organizations::{appointment::Appointment, organization::Organization},
    },
    error::Result,
    graphql::{
        node_id::GlobalId,
        scalars::Date,
        text::{Name, Paragraph},
    },
};

/// What planning an audit takes.
#[derive(Debug, Input)]
pub struct PlanAuditProjectInput {
    /// The audited organization (被审计单位).
    pub organization: GlobalId<Organization>,
    /// What the audit is called (项目名称).
    pub name: Name,
    /// What is audited (审计内容).
    pub topic: Paragraph,
    /// Its first day (开始日期).
    pub starts_on: Date,
    /// Its last day (结束日期).
    pub ends_on: Date,
    /// The term in a post of the organization whose economic responsibility is audited (经济责任审计对象的任职).
    pub appointment: Option<GlobalId<Appointment>>,
    /// The special check of your body, held together with an inspection of the organization, that it is carried out as (专项检查).
    pub special_check: Option<GlobalId<SpecialCheck>>,
    /// The day on which it was planned, not in the future; today when left out (列入计划日期).
    pub on: Option<Date>,
    /// Idempotency key: the same key with the same input within 24 hours does nothing again and answers the same (幂等键).
    pub client_mutation_id: Option<String>,
}

/// Plan an audit of your body (列入审计计划). Nobody else sees it, unless a joint operation opens it; where it meets an inspection, `collisions`
/// tells both sides.
#[verb(AuditProject)]
pub async fn plan_audit_project(change: &mut Change, input: PlanAuditProjectInput) -> Result<Uuid> {
    let organization = change
        .related::<organization::Entity, _>("organization", &input.organization)
        .await?;
    let days = Days::new(input.starts_on.0, input.ends_on.0, "input.endsOn")?;
    let day = day_done(input.on, change.today(), "input.on")?;
    let appointment = match &input.appointment {
        Some(id) => {
            let appointment = change
                .related::<appointment::Entity, _>("appointment", id)
                .await?;
            gates::is_a_post_there(appointment.organization_id, organization.id)?;
            Some(appointment.id)
        }
        None => None,
    };
    let check = match &input.special_check {
        Some(id) => {
            let check = change
                .related::<special_check::Entity, _>("specialCheck", id)
                .await?;
            let inspection = change
                .held::<inspection::Entity>(check.inspection_id)
                .await?;
            gates::is_that_check(check.kind, inspection.organization_id, organization.id)?;
            Some(check.id)
        }
        None => None,
    };
    let project = change
        .insert(audit_project::ActiveModel {
            dispatcher_id: Set(change.viewer().authority_id),
            auditor_id: Set(change.viewer().organization_id),
            organization_id: Set(organization.id),
            name: Set(input.name.0),
            topic: Set(input.topic.0),
            appointment_id: Set(appointment),
            special_check_id: Set(check),
            starts_on: Set(days.first),
            ends_on: Set(days.last),
            status: Set(AuditStatus::Planned),
            planned_on: Set(day),
            ended_on: Set(None),
            end_reason: Set(None),
            ..Default::default()
        })
        .await?;
    Ok(project.id)
}
