//! An office and an audit department that have a mechanism, and inspect and audit the same organization.

use std::sync::Arc;

use inspectorate::access::policy::{Agency, Role};
use serde_json::{Value, json};

use crate::{
    coverage::desk::{Desk, act, refused},
    inspections::camp::Camp,
    meetings::body,
    support::{house::House, house::Person},
};

pub const FIELDS: &str = "jointOperation { id status version }";

/// The steps in the order of the life cycle, of which these are enabled: agree, decline, withdraw, enter, plan a step, refer, share,
/// report, join the rectification, close, classify.
pub fn able(which: &[usize]) -> Value {
    (0..11)
        .map(|step| json!({ "enabled": which.contains(&step) }))
        .collect()
}

/// Office, audit and discipline department have a mechanism in force; operations are of office and audit.
pub struct Joint {
    pub camp: Camp,
    pub audit: Person,
    pub audit_body: String,
    pub discipline: Person,
    pub discipline_body: String,
    pub mechanism: String,
}

impl Joint {
    pub async fn open(house: &Arc<House>) -> Self {
        let camp = Camp::pitch(house).await;
        let desk = &camp.desk;
        let audit_body = body(&desk.place, "AUDIT").await;
        let discipline_body = body(&desk.place, "DISCIPLINE").await;
        let rules = "{ ruleDocuments(first: 1) { nodes { id } } }";
        let rule = desk.office.ask(rules).await;
        let input = json!({
            "name": "巡审联动机制", "partners": [audit_body, discipline_body], "rule": rule.text_at("/ruleDocuments/nodes/0/id"),
            "on": "2022-03-01", "duties": [{ "field": "SITUATION" }],
        });
        let noun = "coordinationMechanism";
        let mechanism = desk
            .made(&desk.office, "proposeMechanism", noun, input)
            .await;
        let input = json!({ "mechanism": mechanism, "version": 1, "on": "2022-03-10" });
        let fields = "coordinationMechanism { id }";
        act(&desk.dispatcher, "establishMechanism", fields, input)
            .await
            .data("/establishMechanism");
        Self {
            audit: desk.place.person(Agency::Audit, Role::Approver),
            discipline: desk.place.person(Agency::Discipline, Role::Admin),
            audit_body,
            discipline_body,
            mechanism,
            camp,
        }
    }

    pub fn desk(&self) -> &Desk {
        &self.camp.desk
    }

    pub fn office(&self) -> &Person {
        &self.camp.desk.office
    }

    /// The leading group of the place, which sees operations and is no side.
    pub fn group(&self) -> Person {
        self.desk().place.person(Agency::LeadingGroup, Role::Admin)
    }

    /// Both enter the first object on the same day, from 1 April 2022 on, asked for on 20 March.
    pub fn input(&self) -> Value {
        json!({
            "mechanism": self.mechanism, "mode": "SIMULTANEOUS", "name": "巡审联动监督", "topics": "专项资金", "startsOn": "2022-04-01",
            "endsOn": "2036-12-31", "objects": [self.desk().organization(0)], "role": "LEAD", "reads": ["RESULT"],
            "partners": [{ "body": self.audit_body, "agency": "AUDIT", "role": "PARTICIPANT", "reads": ["INSPECTION", "RESULT"] }],
            "on": "2022-03-20",
        })
    }

    /// The same with one value changed.
    pub fn with(&self, field: &str, value: Value) -> Value {
        let mut input = self.input();
        input[field] = value;
        input
    }

    /// An operation that the office asked for, at version 1.
    pub async fn requested(&self, input: Value) -> String {
        let verb = "requestJointOperation";
        self.desk()
            .made(self.office(), verb, "jointOperation", input)
            .await
    }

    /// One to which audit agreed on 21 March, at version 2.
    pub async fn agreed(&self, input: Value) -> String {
        let operation = self.requested(input).await;
        let input = json!({ "operation": operation, "on": "2022-03-21" });
        act(&self.audit, "agreeToJointOperation", FIELDS, input)
            .await
            .data("/agreeToJointOperation");
        operation
    }

    pub async fn enter(&self, person: &Person, operation: &str, on: &str) {
        let input = json!({ "operation": operation, "on": on });
        act(person, "enterJointOperation", FIELDS, input)
            .await
            .data("/enterJointOperation");
    }

    /// One that both entered on 2 April, at version 3.
    pub async fn entered(&self, input: Value) -> String {
        let operation = self.agreed(input).await;
        self.enter(&self.audit, &operation, "2022-04-02").await;
        self.enter(self.office(), &operation, "2022-04-02").await;
        operation
    }

    /// What audit found in the first object.
    pub fn finding(&self, operation: &str) -> Value {
        json!({
            "operation": operation, "organization": self.desk().organization(0), "category": "专项资金", "basis": "预算法",
            "description": "挪用专项资金", "severity": "较重", "amount": "1200000.50", "evidenceReused": "巡察组调取的账簿", "sha256": "ab".repeat(32), "on": "2022-04-20",
        })
    }

    /// What audit found is shared on 20 April.
    pub async fn shared(&self, operation: &str) {
        let input = self.finding(operation);
        act(&self.audit, "shareJointResult", "jointResult { id }", input)
            .await
            .data("/shareJointResult");
    }

    /// A step of the common plan that audit does by 31 May, planned by the office.
    pub async fn planned(&self, operation: &str) -> String {
        let input = json!({
            "operation": operation, "content": "共同核查专项资金", "owner": self.audit_body, "dueOn": "2022-05-31", "on": "2022-04-03",
        });
        let verb = "planJointStep";
        self.desk()
            .made(self.office(), verb, "jointStep", input)
            .await
    }

    /// A problem about the first object that the office refers to audit.
    pub fn matter(&self, operation: &str) -> Value {
        json!({
            "operation": operation, "receiver": self.audit_body, "kind": "PROBLEM", "organization": self.desk().organization(0),
            "title": "专项资金使用", "content": "巡察发现资金去向不明，请审计核查", "on": "2022-04-10",
        })
    }

    pub async fn referred(&self, operation: &str) -> String {
        let (verb, input) = ("referJointMatter", self.matter(operation));
        self.desk()
            .made(self.office(), verb, "jointReferral", input)
            .await
    }

    /// Audit answers what was referred to it, from its first version.
    pub async fn answered(&self, referral: &str) {
        let input = json!({
            "referral": referral, "version": 1, "outcome": "TAKEN_UP", "answer": "已列入审计事项", "on": "2022-04-15",
        });
        let fields = "jointReferral { id }";
        act(&self.audit, "answerJointReferral", fields, input)
            .await
            .data("/answerJointReferral");
    }

    /// What was found is reported by the office on 1 July.
    pub async fn reported(&self, operation: &str) {
        let version = self.desk().version(operation, "JointOperation").await;
        let input = json!({ "operation": operation, "version": version, "report": "联动监督报告", "on": "2022-07-01" });
        act(self.office(), "reportJointOperation", FIELDS, input)
            .await
            .data("/reportJointOperation");
    }

    pub async fn close(&self, operation: &str) {
        let version = self.desk().version(operation, "JointOperation").await;
        let input = json!({ "operation": operation, "version": version });
        act(self.office(), "closeJointOperation", FIELDS, input)
            .await
            .data("/closeJointOperation");
    }

    /// Who does not know of it is told nothing; a bad day and a stale version are refused.
    pub async fn guards(
        &self,
        house: &House,
        (verb, by): (&str, &Person),
        more: Value,
        days: &[&str],
    ) {
        for day in days {
            let mut input = more.clone();
            input["on"] = json!(day);
            let answer = refused(house, by, verb, "clientMutationId", input).await;
            answer.refused("BAD_USER_INPUT").of_field("input.on");
        }
        let third = &self.discipline;
        let third = refused(house, third, verb, "clientMutationId", more.clone()).await;
        third.refused("NOT_FOUND").of_field("input.operation");
        if more.get("version").is_some() {
            let mut input = more;
            input["version"] = json!(99);
            let stale = refused(house, by, verb, "clientMutationId", input).await;
            stale.refused("CONFLICT").of_field("input.version");
        }
    }

    /// Refused by a gate, and nothing is written.
    pub async fn barred(
        &self,
        house: &House,
        (verb, by): (&str, &Person),
        input: Value,
        (gate, field): (&str, &str),
    ) {
        let answer = refused(house, by, verb, "clientMutationId", input).await;
        answer.refused("GATE").by_gate(gate).of_field(field);
    }
}
