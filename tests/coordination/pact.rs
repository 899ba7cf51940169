//! A place whose office works together with the discipline department.

use std::sync::Arc;

use inspectorate::access::policy::{Agency, Role};
use serde_json::{Value, json};

use crate::{
    coverage::desk::{Desk, act},
    meetings::body,
    support::{house::House, house::Person},
};

/// A place whose office works together with the discipline department, while the audit department is no party.
pub struct Pact {
    pub desk: Desk,
    /// The body of the discipline department, and somebody who acts for it.
    pub body: String,
    pub discipline: Person,
    pub audit: Person,
    /// A rule document that prints it.
    pub rule: String,
}

impl Pact {
    pub async fn open(house: &Arc<House>) -> Self {
        let desk = Desk::open(house).await;
        let rules = "{ ruleDocuments(first: 1) { nodes { id } } }";
        let rule = desk.office.ask(rules).await;
        Self {
            body: body(&desk.place, "DISCIPLINE").await,
            discipline: desk.place.person(Agency::Discipline, Role::Approver),
            audit: desk.place.person(Agency::Audit, Role::Admin),
            rule: rule.text_at("/ruleDocuments/nodes/0/id"),
            desk,
        }
    }

    /// The input of a mechanism with the discipline department, proposed on 1 March 2022.
    pub fn mechanism(&self) -> Value {
        json!({
            "name": "与纪检监察机关工作协调机制", "partners": [self.body], "rule": self.rule, "on": "2022-03-01",
            "duties": [{ "field": "SITUATION" }, { "field": "LEADS", "content": "线索移交快速通道" }, { "field": "PERSONNEL" }],
        })
    }

    /// The same with one value changed.
    pub fn with(&self, field: &str, value: Value) -> Value {
        let mut input = self.mechanism();
        input[field] = value;
        input
    }

    /// A proposed mechanism, at version 1.
    pub async fn proposed(&self) -> String {
        let input = self.mechanism();
        self.desk
            .made(
                &self.desk.office,
                "proposeMechanism",
                "coordinationMechanism",
                input,
            )
            .await
    }

    /// Discipline agrees on 5 March 2022.
    pub async fn agree(&self, mechanism: &str) {
        let input = json!({ "mechanism": mechanism, "on": "2022-03-05" });
        let fields = "coordinationMechanism { id }";
        act(&self.discipline, "agreeToMechanism", fields, input)
            .await
            .data("/agreeToMechanism");
    }

    /// A mechanism in force since 10 March 2022, at version 2.
    pub async fn in_force(&self) -> String {
        let mechanism = self.proposed().await;
        self.agree(&mechanism).await;
        let input = json!({ "mechanism": mechanism, "version": 1, "on": "2022-03-10" });
        let fields = "coordinationMechanism { id }";
        act(&self.desk.office, "establishMechanism", fields, input)
            .await
            .data("/establishMechanism");
        mechanism
    }
}
