//! The life cycle of an audit project (审计项目): planned, and done or given up.

use inspectorate_entity::{
    audits::audit_project::{self, AuditStatus},
    vocabulary::Vocabulary,
};
use uuid::Uuid;

use super::gates;
use crate::{
    access::{change::Change, policy::Action, viewer::Viewer},
    blocks::{
        gate::Gate,
        workflow::{AvailableAction, LifeCycle, Rule, Step},
    },
    error::{Error, Result},
    read::Batch,
};

/// What the gates of an audit project look at.
#[derive(Clone, Copy, Debug)]
pub struct ProjectFacts {
    pub auditor: Uuid,
    /// The viewer's own body.
    pub body: Uuid,
}

const OWN: Rule<ProjectFacts> = Rule {
    gate: Gate::AuditOfAnotherBody,
    doc: "one's own body audits",
    check: own,
};

const fn step(
    action: Action,
    doc: &'static str,
    to: Option<AuditStatus>,
) -> Step<AuditStatus, ProjectFacts> {
    Step {
        action,
        doc,
        from: &[AuditStatus::Planned],
        to,
        rules: &[OWN],
        owed: false,
        deadline: None,
    }
}

/// An audit project from the plan to its end.
pub static AUDIT_PROJECT: LifeCycle<AuditStatus, ProjectFacts> = LifeCycle {
    noun: "AuditProject",
    doc: "An audit that the audit department plans and carries out (审计项目).",
    initial: AuditStatus::Planned,
    begun_by: Action::PlanAuditProject,
    steps: &[
        step(
            Action::RescheduleAuditProject,
            "set other days for it (调整审计时间)",
            None,
        ),
        step(
            Action::RecordAuditFinding,
            "record what it found (登记审计发现)",
            None,
        ),
        step(
            Action::FinishAuditProject,
            "record it as done (完成审计)",
            Some(AuditStatus::Finished),
        ),
        step(
            Action::WithdrawAuditProject,
            "give it up (撤销审计项目)",
            Some(AuditStatus::Withdrawn),
        ),
    ],
};

fn own(project: &ProjectFacts) -> Result<()> {
    gates::is_ones_own(project.auditor, project.body)
}

fn facts(viewer: &Viewer, auditor: Uuid) -> ProjectFacts {
    ProjectFacts {
        auditor,
        body: viewer.organization_id,
    }
}

/// The state to which the verb at hand leads the project, or what stands in the way.
pub fn take(change: &Change, project: &audit_project::Model) -> Result<AuditStatus> {
    let facts = facts(change.viewer(), project.auditor_id);
    AUDIT_PROJECT
        .take(change.action(), project.status, &facts)
        .map_err(|error| error.field("input.project"))
}

/// What the viewer may do with each project now.
pub async fn project_actions(batch: &Batch<'_>) -> Result<Vec<Vec<AvailableAction>>> {
    (0..batch.len())
        .map(|row| {
            let status = batch.text(row, "status").and_then(AuditStatus::parse);
            let (Some(status), Some(auditor)) = (status, batch.id(row, "auditor_id")) else {
                return Err(Error::internal("an audit project without status or body"));
            };
            let facts = facts(batch.viewer(), auditor);
            Ok(AUDIT_PROJECT.available(batch.viewer(), status, &facts))
        })
        .collect()
}
