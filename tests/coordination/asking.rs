//! An office that asks the discipline department by the mechanism between them.

use std::sync::Arc;

use inspectorate::access::policy::{Agency, Role};
use serde_json::{Value, json};

use super::Pact;
use crate::{
    coverage::desk::{act, refused},
    support::{answer::Answer, house::House, house::Person},
};

/// An office that asks the discipline department by the mechanism between them.
pub struct Asking {
    pub pact: Pact,
    pub mechanism: String,
    pub round: String,
}

pub const FIELDS: &str = "coordinationRequest { id status version }";

impl Asking {
    pub async fn open(house: &Arc<House>) -> Self {
        let pact = Pact::open(house).await;
        let mechanism = pact.in_force().await;
        let term = pact.desk.term().await;
        let round = pact.desk.round(&term, 1).await;
        Self {
            pact,
            mechanism,
            round,
        }
    }

    pub fn office(&self) -> &Person {
        &self.pact.desk.office
    }

    /// Who plans in the place, and is no party.
    pub fn group(&self) -> Person {
        self.pact
            .desk
            .place
            .person(Agency::LeadingGroup, Role::Admin)
    }

    /// What is known of an organization, asked on 1 April 2022 before the round.
    pub fn input(&self) -> Value {
        json!({
            "mechanism": self.mechanism, "receiver": self.pact.body, "kind": "PRE_INSPECTION_INFORMATION", "class": "INTERNAL",
            "title": "巡前信息沟通", "content": "请提供信访和问题线索情况", "round": self.round,
            "objects": [self.pact.desk.organization(0), self.pact.desk.organization(1)], "on": "2022-04-01",
        })
    }

    /// The same with one value changed.
    pub fn with(&self, field: &str, value: Value) -> Value {
        let mut input = self.input();
        input[field] = value;
        input
    }

    /// A request that was sent, at version 1.
    pub async fn sent(&self) -> String {
        self.send(self.input()).await
    }

    pub async fn send(&self, input: Value) -> String {
        let verb = "sendCoordinationRequest";
        let desk = &self.pact.desk;
        desk.made(&desk.office, verb, "coordinationRequest", input)
            .await
    }

    /// The discipline department takes the step from `version` on the day.
    pub async fn step(&self, verb: &str, request: &str, version: i32, on: &str) -> Answer {
        let input = json!({ "request": request, "version": version, "on": on });
        act(&self.pact.discipline, verb, FIELDS, input).await
    }

    /// A request that was received on 6 April 2022, at version 2.
    pub async fn received(&self) -> String {
        let request = self.sent().await;
        self.step("receiveCoordinationRequest", &request, 1, "2022-04-06")
            .await
            .data("/receiveCoordinationRequest");
        request
    }

    /// A request that was taken on on 7 April 2022, at version 3.
    pub async fn accepted(&self) -> String {
        let request = self.received().await;
        self.step("acceptCoordinationRequest", &request, 2, "2022-04-07")
            .await
            .data("/acceptCoordinationRequest");
        request
    }

    /// What was found, told on 1 September 2022 by a mechanism that covers notices.
    pub async fn notice(&self) -> String {
        let desk = &self.pact.desk;
        let mut input = self
            .pact
            .with("duties", json!([{ "field": "NOTIFICATION" }]));
        input["name"] = json!("情况通报机制");
        let mechanism = desk
            .made(
                &desk.office,
                "proposeMechanism",
                "coordinationMechanism",
                input,
            )
            .await;
        self.pact.agree(&mechanism).await;
        let force = json!({ "mechanism": mechanism, "version": 1, "on": "2022-03-10" });
        let fields = "coordinationMechanism { id }";
        act(&desk.office, "establishMechanism", fields, force)
            .await
            .data("/establishMechanism");
        let mut input = self.with("kind", json!("POST_INSPECTION_NOTICE"));
        (input["mechanism"], input["on"]) = (json!(mechanism), json!("2022-09-01"));
        self.send(input).await
    }

    /// Bad days and stale versions of a step are refused, and so are who is not asked and who does not know of it.
    pub async fn guards(
        &self,
        house: &House,
        verb: &str,
        by: &Person,
        request: &str,
        version: i32,
        more: Value,
    ) {
        let input = |version: i32, on: &str| {
            let mut input = more.clone();
            (input["request"], input["version"], input["on"]) =
                (json!(request), json!(version), json!(on));
            input
        };
        for (input, code, field) in [
            (input(version, "2022-03-31"), "BAD_USER_INPUT", "input.on"),
            (input(version, "2999-01-01"), "BAD_USER_INPUT", "input.on"),
            (input(99, "2022-06-01"), "CONFLICT", "input.version"),
        ] {
            let answer = refused(house, by, verb, FIELDS, input).await;
            answer.refused(code).of_field(field);
        }
        for stranger in [&self.pact.audit, &self.group()] {
            let input = input(version, "2022-06-01");
            let answer = refused(house, stranger, verb, FIELDS, input).await;
            answer.refused("NOT_FOUND").of_field("input.request");
        }
    }

    /// The other side of the request may not take the step.
    pub async fn not_by(
        &self,
        house: &House,
        verb: &str,
        by: &Person,
        request: &str,
        version: i32,
        more: Value,
    ) {
        let mut input = more;
        (input["request"], input["version"]) = (json!(request), json!(version));
        let answer = refused(house, by, verb, FIELDS, input).await;
        answer
            .refused("GATE")
            .by_gate("REQUEST_OF_ANOTHER_BODY")
            .of_field("input.request");
    }
}
