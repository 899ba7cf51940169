//! An audit that the audit department plans.

use inspectorate_entity::audits::audit_project::AuditStatus;
use inspectorate_macros::Noun;

use super::{
    audit_finding::AuditFinding,
    collisions::{PlanCollision, of_projects},
    project_life_cycle::project_actions,
};
use crate::{
    access::{viewer::Viewer, visible::Visible},
    blocks::workflow::AvailableAction,
    domain::{
        inspections::special_check::SpecialCheck,
        organizations::{appointment::Appointment, organization::Organization},
    },
    graphql::scalars::Date,
    read::{Many, One},
};

/// An audit that the audit department plans and carries out (审计项目). The body that audits sees it; a side of a joint operation while that
/// opens it; nobody else, not even that it is there.
#[derive(Noun)]
#[noun(table = "audit_project", plural = "auditProjects", reads = ReadAudits, visible = visible_to, order(-starts_on, name))]
pub struct AuditProject {
    /// The authority for which the body audits (所属机关).
    #[noun(one = "dispatcher_id", filter)]
    pub dispatcher: One<Organization>,
    /// The body that audits; null when the viewer may not see it, as one above the viewer's own place (审计机关).
    #[noun(one = "auditor_id", filter)]
    pub auditor: One<Organization>,
    /// The audited organization (被审计单位).
    #[noun(one = "organization_id", filter)]
    pub organization: One<Organization>,
    /// What it is called (项目名称).
    #[noun(filter, order)]
    pub name: String,
    /// What is audited (审计内容).
    pub topic: String,
    /// The term in a post whose economic responsibility is audited; null when it is no such audit, and when the viewer may not see it
    /// (经济责任审计对象的任职).
    #[noun(one = "appointment_id", filter)]
    pub appointment: One<Appointment>,
    /// The special check held together with an inspection that it is carried out as; null when it is none, and when the viewer may not see
    /// it (专项检查).
    #[noun(one = "special_check_id", filter)]
    pub special_check: One<SpecialCheck>,
    /// Its first day (开始日期).
    #[noun(filter, order)]
    pub starts_on: Date,
    /// Its last day (结束日期).
    #[noun(filter, order)]
    pub ends_on: Date,
    /// How far it has come (状态).
    #[noun(filter, order)]
    pub status: AuditStatus,
    /// When it was planned (列入计划日期).
    #[noun(filter, order)]
    pub planned_on: Date,
    /// When it was done or given up; null until then (办结日期).
    #[noun(filter, order)]
    pub ended_on: Option<Date>,
    /// Why it was given up; null unless it was (撤销原因).
    pub end_reason: Option<String>,
    /// What was found in it (审计发现).
    #[noun(many = "project_id", filter)]
    pub findings: Many<AuditFinding>,
    /// Where inspections of the same organization fall into its time, while it is planned: those that are approved, and what the approved
    /// rounds have placed; told to the body that audits, without what the inspection is about. Null to everybody but audit (计划冲突).
    #[noun(computed = of_projects, reads = ReadAuditCollisions)]
    pub collisions: Option<Vec<PlanCollision>>,
    /// What the viewer may do with it now, and what stands in the way (可办操作).
    #[noun(computed = project_actions, needs(status: AuditStatus), ids(auditor_id))]
    pub available_actions: Vec<AvailableAction>,
    /// Number of the last change; a verb names the version it saw (版本).
    pub version: i32,
}

fn visible_to(viewer: &Viewer) -> Visible {
    Visible::Either(vec![
        Visible::Is("auditor_id", viewer.organization_id),
        Visible::All(vec![
            Visible::Granted {
                class: "AUDIT",
                same: &["organization_id", "dispatcher_id"],
                window: Some(("starts_on", "ends_on")),
            },
            Visible::NoneOf("status", vec!["WITHDRAWN"]),
        ]),
    ])
}
