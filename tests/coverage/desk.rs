//! A desk to plan at: a place with its office and its dispatcher, a term and a drafted five-year plan.

use std::sync::Arc;

use inspectorate::{
    access::policy::{Agency, Role},
    blocks::shipped,
    graphql::node_id,
};
use serde_json::{Value, json};

use crate::support::{
    answer::Answer,
    contents::nothing_changed,
    house::{House, Person},
    place::{NewOrganization, Place, register},
};

/// The people of one place.
pub struct Desk {
    pub place: Place,
    pub office: Person,
    pub dispatcher: Person,
}

/// Carry out `verb` as `person`; `fields` are what is asked of the payload.
pub async fn act(person: &Person, verb: &str, fields: &str, input: Value) -> Answer {
    let mut letters = verb.chars();
    let first = letters
        .next()
        .expect("a verb has a name")
        .to_ascii_uppercase();
    let rest = letters.as_str();
    let query = format!(
        "mutation($input: {first}{rest}Input!) {{ {verb}(input: $input) {{ {fields} event {{ action }} }} }}"
    );
    person.graphql(&query, json!({ "input": input })).await
}

/// `verb` is refused to `person`, and nothing is written.
pub async fn refused(
    house: &House,
    person: &Person,
    verb: &str,
    fields: &str,
    input: Value,
) -> Answer {
    nothing_changed(house, act(person, verb, fields, input)).await
}

impl Desk {
    pub async fn open(house: &Arc<House>) -> Self {
        shipped::load(&house.database)
            .await
            .expect("shipped rows load");
        Self::at(house, "A").await
    }

    /// A further place.
    pub async fn at(house: &Arc<House>, code: &str) -> Self {
        let place = Place::build(house, code).await;
        Self {
            office: place.person(Agency::Office, Role::Approver),
            dispatcher: place.person(Agency::Dispatcher, Role::Approver),
            place,
        }
    }

    /// Every agency but `those` is refused `verb`, and so is a viewer of those.
    pub async fn only(&self, those: &[Agency], verb: &str, fields: &str, input: Value) {
        for agency in Agency::ALL.iter().copied() {
            let role = if those.contains(&agency) {
                Role::Viewer
            } else {
                Role::Admin
            };
            let person = self.place.person(agency, role);
            let answer = act(&person, verb, fields, input.clone()).await;
            answer.refused("FORBIDDEN");
        }
    }

    pub fn organization(&self, number: usize) -> String {
        node_id::encode("Organization", self.place.objects[number].id)
    }

    /// The global id of the record that `verb` made.
    pub async fn made(&self, person: &Person, verb: &str, noun: &str, input: Value) -> String {
        let answer = act(person, verb, &format!("{noun} {{ id }}"), input).await;
        answer.text_at(&format!("/{verb}/{noun}/id"))
    }

    /// A term that lasts, so that what is listed and scheduled today lies in it.
    pub async fn term(&self) -> String {
        let input = json!({ "ordinal": 8, "name": "第八届", "startsOn": "2021-10-01", "endsOn": "2036-12-31" });
        self.made(&self.office, "openTerm", "term", input).await
    }

    /// A drafted five-year plan of a new term: the term and the plan.
    pub async fn plan(&self) -> (String, String) {
        let term = self.term().await;
        let input = json!({ "term": term, "fromYear": 2022, "toYear": 2026, "name": "五年规划" });
        let plan = self
            .made(&self.office, "draftFiveYearPlan", "coveragePlan", input)
            .await;
        (term, plan)
    }

    /// A round of 2022 with this number.
    pub async fn round(&self, term: &str, ordinal: i32) -> String {
        let input = json!({ "term": term, "ordinal": ordinal, "name": format!("第{ordinal}轮"), "year": 2022, "startsOn": "2022-04-01", "endsOn": "2022-06-30" });
        self.made(&self.office, "openRound", "round", input).await
    }

    /// A sector block of `plan` at this place in the rotation.
    pub async fn block(&self, plan: &str, name: &str, sequence: i32) -> String {
        let input = json!({ "plan": plan, "name": name, "sequence": sequence });
        self.made(&self.office, "addSectorBlock", "sectorBlock", input)
            .await
    }

    /// The organization of this number on the list of `plan`, in `block`.
    pub async fn object_in(&self, plan: &str, block: &str, number: usize) -> String {
        let input = json!({ "plan": plan, "object": { "organization": self.organization(number), "objectType": "SCHOOL", "block": block, "listedOn": "2022-01-10" } });
        self.made(&self.office, "listObject", "coverageObject", input)
            .await
    }

    /// A routine inspection of the organization of this number, on site from 1 April 2022 and reported on 1 August.
    pub async fn inspect(&self, term: &str, number: usize) -> String {
        let input = json!({ "term": term, "organization": self.organization(number), "kind": "ROUTINE", "startedOn": "2022-04-01", "reportedOn": "2022-08-01" });
        self.made(&self.office, "recordCoverage", "coverageRecord", input)
            .await
    }

    /// The organization of this number on the list of `plan`.
    pub async fn object(&self, plan: &str, number: usize) -> String {
        let input = json!({ "plan": plan, "object": { "organization": self.organization(number), "objectType": "SCHOOL", "listedOn": "2022-01-10" } });
        self.made(&self.office, "listObject", "coverageObject", input)
            .await
    }

    /// Approve and issue `plan` from the version it has.
    pub async fn issue(&self, plan: &str) {
        let version = self.version(plan, "CoveragePlan").await;
        let input = json!({ "plan": plan, "version": version, "on": "2022-02-01" });
        let answer = act(
            &self.dispatcher,
            "approvePlan",
            "coveragePlan { version }",
            input,
        )
        .await;
        let version = answer.data("/approvePlan/coveragePlan/version").clone();
        let input = json!({ "plan": plan, "version": version, "on": "2022-02-10" });
        act(&self.dispatcher, "issuePlan", "coveragePlan { id }", input)
            .await
            .data("/issuePlan");
    }

    /// The issued annual plan of 2022 under a five-year plan with one object, which is placed in it: the term, the five-year plan, the
    /// annual plan and the object.
    pub async fn year(&self) -> [String; 4] {
        let (term, plan) = self.plan().await;
        let object = self.object(&plan, 0).await;
        self.issue(&plan).await;
        let input = json!({ "plan": plan, "year": 2022, "name": "2022年计划" });
        let annual = self
            .made(&self.office, "draftAnnualPlan", "coveragePlan", input)
            .await;
        let input = json!({ "object": object, "version": 1, "year": 2022, "annualPlan": annual });
        act(
            &self.office,
            "scheduleObject",
            "coverageObject { id }",
            input,
        )
        .await
        .data("/scheduleObject");
        self.issue(&annual).await;
        [term, plan, annual, object]
    }

    /// A county below this place, with its own dispatcher, office, superior body and three objects.
    pub async fn county(&self, house: &Arc<House>) -> Self {
        let code = format!("{}-C", self.place.code);
        let above = &self.place.dispatcher;
        let new = NewOrganization::new(&code, "示例县委").under(above);
        let dispatcher = new.insert(house).await;
        let mut objects = Vec::new();
        for number in 1..=3 {
            let new = NewOrganization::new(&format!("{code}-OBJECT-{number}"), "示例县属单位");
            let new = new.under(&dispatcher).object_of(&dispatcher);
            objects.push(new.insert(house).await);
        }
        register(house, &dispatcher, Agency::Dispatcher, &dispatcher).await;
        for (part, agency) in [("OFFICE", Agency::Office), ("SUPERIOR", Agency::Superior)] {
            let new = NewOrganization::new(&format!("{code}-{part}"), "示例机构");
            let body = new.under(&dispatcher).insert(house).await;
            register(house, &body, agency, &dispatcher).await;
        }
        let place = Place {
            house: house.clone(),
            code,
            dispatcher,
            objects,
        };
        Self {
            office: place.person(Agency::Office, Role::Approver),
            dispatcher: place.person(Agency::Dispatcher, Role::Approver),
            place,
        }
    }

    pub async fn version(&self, id: &str, noun: &str) -> Value {
        let query = format!("{{ node(id: \"{id}\") {{ ... on {noun} {{ version }} }} }}");
        self.office.ask(&query).await.data("/node/version").clone()
    }
}
