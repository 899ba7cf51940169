//! A camp to inspect from: a city with its office, two counties below it, a term and a round.

use std::sync::Arc;

use inspectorate::{
    access::policy::{Agency, Role},
    graphql::node_id,
};
use inspectorate_entity::organizations::organization;
use serde_json::{Value, json};

use crate::{
    coverage::desk::{Desk, act, refused},
    support::{
        answer::Answer,
        house::{House, Person},
        place::{NewOrganization, register},
    },
};

/// A county with its dispatcher, its office, and a town that is its object.
pub struct County {
    pub body: organization::Model,
    pub office: Person,
    pub dispatcher: Person,
    pub town: organization::Model,
}

/// A city and its counties.
pub struct Camp {
    pub house: Arc<House>,
    pub desk: Desk,
    pub east: County,
    pub west: County,
    /// Stands below the city's first object.
    pub unit: organization::Model,
    pub round: String,
    term: String,
}

/// What is asked of every inspection that a verb answers.
pub const INSPECTION: &str =
    "inspection { id version status cross millstone elevated elevatedCross assistance }";

impl Camp {
    pub async fn pitch(house: &Arc<House>) -> Self {
        let desk = Desk::open(house).await;
        let city = &desk.place.dispatcher;
        let east = County::set_up(house, city, "A-E").await;
        let west = County::set_up(house, city, "A-W").await;
        let unit = NewOrganization::new("A-UNIT", "下属单位").under(&desk.place.objects[0]);
        let unit = unit.insert(house).await;
        let term = desk.term().await;
        let input = json!({ "term": term.clone(), "ordinal": 1, "name": "第一轮", "year": 2022, "startsOn": "2022-03-01", "endsOn": "2022-06-30" });
        let round = desk.made(&desk.office, "openRound", "round", input).await;
        Self {
            house: house.clone(),
            desk,
            east,
            west,
            unit,
            round,
            term,
        }
    }

    /// The city's term.
    pub fn term(&self) -> &str {
        &self.term
    }

    /// The round is approved with the inspection of another object in it.
    pub async fn approve_round_with_proposal(&self) {
        self.propose(json!({ "organization": self.desk.organization(2) }))
            .await;
        self.approve_round().await;
    }

    /// Somebody who only looks.
    pub fn viewer(&self, agency: Agency) -> Person {
        self.desk.place.person(agency, Role::Viewer)
    }

    /// A proposal for the city's first object, with `more` in place of what is said otherwise.
    pub fn proposal(&self, more: Value) -> Value {
        let mut input = json!({
            "organization": self.desk.organization(0), "kind": "ROUTINE", "round": self.round,
            "startsOn": "2022-04-01", "endsOn": "2022-05-31", "on": "2022-03-01",
        });
        for (key, value) in more.as_object().expect("an object") {
            input[key] = value.clone();
        }
        input
    }

    /// The city's office proposes an inspection.
    pub async fn propose(&self, more: Value) -> String {
        self.proposed(&self.desk.office, more).await
    }

    /// `person` proposes an inspection.
    pub async fn proposed(&self, person: &Person, more: Value) -> String {
        let answer = act(person, "proposeInspection", INSPECTION, self.proposal(more)).await;
        answer.text_at("/proposeInspection/inspection/id")
    }

    /// The city's dispatcher approves the round.
    pub async fn approve_round(&self) {
        let version = self.desk.version(&self.round, "Round").await;
        let input = json!({ "round": self.round, "version": version, "on": "2022-03-02" });
        act(&self.desk.dispatcher, "approveRound", "round { id }", input)
            .await
            .data("/approveRound");
    }

    /// `verb` is carried out on an inspection on a day, by whoever of the city may; it has a team when it comes to that.
    pub async fn step(&self, verb: &str, inspection: &str, on: &str) -> Answer {
        if ["mobilizeInspection", "enterInspection"].contains(&verb) {
            self.staff(inspection).await;
        }
        let decides = ["approveInspection", "withdrawInspection"].contains(&verb);
        let person = if decides {
            &self.desk.dispatcher
        } else {
            &self.desk.office
        };
        act(
            person,
            verb,
            INSPECTION,
            self.input(verb, inspection, on).await,
        )
        .await
    }

    /// The same is refused, and nothing is written.
    pub async fn step_refused(&self, verb: &str, inspection: &str, on: &str) -> Answer {
        let decides = ["approveInspection", "withdrawInspection"].contains(&verb);
        let person = if decides {
            &self.desk.dispatcher
        } else {
            &self.desk.office
        };
        let input = self.input(verb, inspection, on).await;
        refused(&self.house, person, verb, "inspection { id }", input).await
    }

    async fn input(&self, verb: &str, inspection: &str, on: &str) -> Value {
        let version = self.desk.version(inspection, "Inspection").await;
        let mut input = json!({ "inspection": inspection, "version": version, "on": on });
        if verb == "withdrawInspection" {
            input["reason"] = json!("对象机构改革");
        }
        input
    }

    /// Carry an inspection on until `verb` is done, each step on a day of its own.
    pub async fn carry(&self, inspection: &str, verb: &str) {
        let way = [
            ("approveInspection", "2022-03-03"),
            ("preInformInspection", "2022-03-04"),
            ("mobilizeInspection", "2022-03-10"),
            ("enterInspection", "2022-04-02"),
            ("leaveInspection", "2022-05-30"),
            ("reportInspection", "2022-06-15"),
            ("feedBackInspection", "2022-07-01"),
            ("closeInspection", "2022-12-01"),
        ];
        for (step, on) in way {
            self.step(step, inspection, on)
                .await
                .data(&format!("/{step}"));
            if step == verb {
                break;
            }
        }
    }

    /// A routine inspection of the city's first object in the approved round, carried on until `verb` is done.
    pub async fn routine(&self, verb: &str) -> String {
        let inspection = self.propose(json!({})).await;
        self.approve_round().await;
        self.carry(&inspection, verb).await;
        inspection
    }

    /// `verb` is carried out on the round on a day.
    pub async fn round_step(&self, verb: &str, on: &str) -> Answer {
        let person = if verb == "approveRound" {
            &self.desk.dispatcher
        } else {
            &self.desk.office
        };
        let version = self.desk.version(&self.round, "Round").await;
        let input = json!({ "round": self.round, "version": version, "on": on });
        act(person, verb, "round { status statusOn announcedOn }", input).await
    }

    /// The same is refused, and nothing is written.
    pub async fn round_step_refused(&self, verb: &str, on: &str) -> Answer {
        let person = if verb == "approveRound" {
            &self.desk.dispatcher
        } else {
            &self.desk.office
        };
        let version = self.desk.version(&self.round, "Round").await;
        let input = json!({ "round": self.round, "version": version, "on": on });
        refused(&self.house, person, verb, "round { id }", input).await
    }

    /// Carry the round on until `verb` is done, with its one inspection closed.
    pub async fn carry_round(&self, verb: &str) {
        let inspection = self.propose(json!({})).await;
        let way = [
            ("approveRound", "2022-03-02"),
            ("preInformRound", "2022-03-05"),
            ("trainRound", "2022-03-06"),
            ("mobilizeRound", "2022-03-07"),
            ("startRound", "2022-04-02"),
            ("reportRound", "2022-06-15"),
            ("feedBackRound", "2022-07-01"),
            ("notifyRound", "2022-07-10"),
            ("reviewRound", "2022-07-20"),
            ("closeRound", "2022-12-02"),
        ];
        for (step, on) in way {
            self.round_step(step, on).await.data(&format!("/{step}"));
            if step == verb {
                break;
            }
            if step == "mobilizeRound" {
                self.carry(&inspection, "closeInspection").await;
            }
        }
    }
}

impl County {
    pub async fn set_up(house: &Arc<House>, city: &organization::Model, code: &str) -> Self {
        let body = NewOrganization::new(code, &format!("{code}县委")).under(city);
        let body = body.object_of(city).insert(house).await;
        register(house, &body, Agency::Dispatcher, &body).await;
        let office = NewOrganization::new(&format!("{code}-OFFICE"), "县委巡察办").under(&body);
        let office = office.insert(house).await;
        register(house, &office, Agency::Office, &body).await;
        let town = NewOrganization::new(&format!("{code}-TOWN"), "示例镇").under(&body);
        let town = town.object_of(&body).insert(house).await;
        Self {
            office: house.person(Agency::Office, &office.code, Role::Approver),
            dispatcher: house.person(Agency::Dispatcher, code, Role::Approver),
            body,
            town,
        }
    }

    /// The county's office opens a term of its own.
    pub async fn term(&self) -> String {
        let input = json!({ "ordinal": 3, "name": "第三届", "startsOn": "2021-10-01", "endsOn": "2026-12-31" });
        let answer = act(&self.office, "openTerm", "term { id }", input).await;
        answer.text_at("/openTerm/term/id")
    }

    pub fn town_id(&self) -> String {
        node_id::encode("Organization", self.town.id)
    }
}

/// Why an inspection is elevated, for those who do not care.
pub fn elevation() -> Value {
    json!({ "reasons": ["STRONG_CLANS", "MANY_COMPLAINTS"], "failure": "CANNOT_INSPECT" })
}
