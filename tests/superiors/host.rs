//! A place in which the province inspects.

use std::sync::Arc;

use inspectorate::access::policy::{Agency, Role};
use serde_json::{Value, json};

use crate::{
    coverage::desk::{Desk, act, refused},
    joint_operations::Joint,
    support::{
        house::{House, Person},
        on_each_database,
    },
};

/// How far an inspection has come.
pub const STATE: &str = "superiorInspection { status enteredOn endedOn endReason version availableActions { action enabled } }";

/// The office has a mechanism in force; the province announced its inspection on 20 March 2022.
pub struct Host {
    pub joint: Joint,
    pub inspection: String,
}

/// The inspection as it is announced.
pub fn announced() -> Value {
    json!({
        "superior": "省委", "name": "省委巡视市辖区", "kind": "ROUTINE", "topics": "民生领域", "startsOn": "2022-04-01",
        "endsOn": "2022-05-31", "on": "2022-03-20",
    })
}

impl Host {
    pub async fn open(house: &Arc<House>) -> Self {
        let joint = Joint::open(house).await;
        let inspection = joint
            .desk()
            .made(
                joint.office(),
                "recordSuperiorInspection",
                "superiorInspection",
                announced(),
            )
            .await;
        Self { joint, inspection }
    }

    pub fn desk(&self) -> &Desk {
        self.joint.desk()
    }

    pub fn office(&self) -> &Person {
        self.joint.office()
    }

    /// Somebody of the first object.
    pub fn object(&self) -> Person {
        self.desk().place.person(Agency::Object, Role::Admin)
    }

    /// `verb` is carried out by the office on the inspection as it is at `version`.
    pub async fn step(&self, verb: &str, version: i32, on: &str) {
        let input = json!({ "inspection": self.inspection, "version": version, "on": on });
        act(self.office(), verb, STATE, input)
            .await
            .data(&format!("/{verb}"));
    }

    /// The first object is to deliver material until 20 April.
    pub fn task(&self) -> Value {
        json!({
            "inspection": self.inspection, "kind": "MATERIAL", "content": "近三年专项资金台账", "owner": self.desk().organization(0),
            "dueOn": "2022-04-20", "on": "2022-03-25",
        })
    }

    /// The id of that task; the inspection is one version further.
    pub async fn assigned(&self) -> String {
        let input = self.task();
        self.desk()
            .made(self.office(), "assignSuperiorTask", "superiorTask", input)
            .await
    }

    /// `input` is refused to `person` for what stands in it at each `field`, with the code that goes with it.
    pub async fn wrong(
        &self,
        house: &House,
        (verb, person): (&str, &Person),
        input: &Value,
        wrong: &[(&str, Value, &str)],
    ) {
        for (field, value, code) in wrong {
            let mut bad = input.clone();
            bad[*field] = value.clone();
            let answer = refused(house, person, verb, "clientMutationId", bad).await;
            answer.refused(code).of_field(&format!("input.{field}"));
        }
    }

    /// `input` is refused to `person` by a gate.
    pub async fn barred(
        &self,
        house: &House,
        (verb, person): (&str, &Person),
        input: Value,
        (gate, field): (&str, &str),
    ) {
        let answer = refused(house, person, verb, "clientMutationId", input).await;
        answer.refused("GATE").by_gate(gate).of_field(field);
    }

    /// `verb` on the inspection is for the office alone, of its own place, on the version that stands, and not once it is over.
    pub async fn guards(&self, house: &House, verb: &str, input: Value) {
        let stale = [("version", json!(99), "CONFLICT")];
        self.wrong(house, (verb, self.office()), &input, &stale)
            .await;
        let below = &self.joint.camp.east.office;
        let bar = ("RECORD_OF_ANOTHER_DISPATCHER", "input.inspection");
        self.barred(house, (verb, below), input.clone(), bar).await;
        self.desk()
            .only(&[Agency::Office], verb, "clientMutationId", input)
            .await;
    }
}

on_each_database!(begins_announced);

async fn begins_announced(house: Arc<House>) {
    let host = Host::open(&house).await;
    let query = "{ superiorInspections { nodes { status availableActions { action enabled } } } }";
    let answer = host.office().ask(query).await;
    let expected = json!({
        "status": "ANNOUNCED",
        "availableActions": [
            { "action": "reviseSuperiorInspection", "enabled": true }, { "action": "assignSuperiorTask", "enabled": true },
            { "action": "beginSuperiorInspection", "enabled": true }, { "action": "endSuperiorInspection", "enabled": false },
            { "action": "callOffSuperiorInspection", "enabled": true },
        ],
    });
    assert_eq!(*answer.data("/superiorInspections/nodes/0"), expected);
}
