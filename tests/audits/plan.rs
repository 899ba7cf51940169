//! An audit department with a plan, beside an office that inspects the same organization.

use std::sync::Arc;

use serde_json::{Value, json};

use crate::{
    coverage::desk::{act, refused},
    joint_operations::Joint,
    support::house::{House, Person},
};

pub struct Plan {
    pub joint: Joint,
}

impl Plan {
    pub async fn open(house: &Arc<House>) -> Self {
        Self {
            joint: Joint::open(house).await,
        }
    }

    pub fn audit(&self) -> &Person {
        &self.joint.audit
    }

    /// An audit of the first organization from 1 May to 30 June 2022, planned on 10 January.
    pub fn input(&self) -> Value {
        json!({
            "organization": self.joint.desk().organization(0), "name": "专项资金审计", "topic": "专项资金管理使用", "startsOn": "2022-05-01",
            "endsOn": "2022-06-30", "on": "2022-01-10",
        })
    }

    pub async fn planned(&self) -> String {
        let (verb, input) = ("planAuditProject", self.input());
        let desk = self.joint.desk();
        desk.made(self.audit(), verb, "auditProject", input).await
    }

    /// What the audit found, recorded on 1 June.
    pub fn finding(&self, project: &str) -> Value {
        json!({
            "project": project, "category": "专项资金", "basis": "预算法", "description": "挪用专项资金", "severity": "较重",
            "amount": "1200000.50", "on": "2022-06-01",
        })
    }

    pub async fn found(&self, project: &str) -> String {
        let (verb, input) = ("recordAuditFinding", self.finding(project));
        let desk = self.joint.desk();
        desk.made(self.audit(), verb, "auditFinding", input).await
    }

    /// A bad day and a stale version are refused; who plans inspections does not know of it; a body that sees it and does not audit changes
    /// nothing.
    pub async fn guards(&self, house: &House, verb: &str, input: Value, days: &[(&str, &str)]) {
        for (field, day) in days {
            let mut bad = input.clone();
            bad[field] = json!(day);
            let answer = refused(house, self.audit(), verb, "clientMutationId", bad).await;
            answer.refused("BAD_USER_INPUT");
        }
        if input.get("version").is_some() {
            let mut stale = input.clone();
            stale["version"] = json!(99);
            let answer = refused(house, self.audit(), verb, "clientMutationId", stale).await;
            answer.refused("CONFLICT").of_field("input.version");
        }
        let office = self.joint.office();
        let answer = refused(house, office, verb, "clientMutationId", input).await;
        answer.refused("FORBIDDEN");
    }

    /// The audit is over; `verb` comes too late.
    pub async fn too_late(&self, house: &House, project: &str, verb: &str, mut input: Value) {
        let version = self.version(project).await;
        let done = json!({ "project": project, "version": version, "on": "2022-07-01" });
        act(
            self.audit(),
            "finishAuditProject",
            "auditProject { id }",
            done,
        )
        .await
        .data("/finishAuditProject");
        if input.get("version").is_some() {
            input["version"] = self.version(project).await;
        }
        let answer = refused(house, self.audit(), verb, "clientMutationId", input).await;
        answer
            .refused("GATE")
            .by_gate("WRONG_STATE")
            .of_field("input.project");
    }

    pub async fn version(&self, project: &str) -> Value {
        let query = format!("{{ auditProject(id: \"{project}\") {{ version }} }}");
        let answer = self.audit().ask(&query).await;
        answer.data("/auditProject/version").clone()
    }
}
