//! A camp to put teams together in: a city with its office, two counties that are dispatchers themselves, a round, and people.

use std::sync::Arc;

use inspectorate::{
    access::policy::{Agency, Role},
    graphql::node_id,
};
use inspectorate_entity::organizations::organization;
use serde_json::{Value, json};

use crate::support::{
    answer::Answer,
    contents::nothing_changed,
    house::{House, Person},
    place::{NewOrganization, Place, register},
};

/// The people and places of one city.
pub struct Camp {
    pub house: Arc<House>,
    pub place: Place,
    pub office: Person,
    pub dispatcher: Person,
    /// Two counties, each a dispatcher, and a unit on the list of each.
    pub counties: Vec<organization::Model>,
    pub units: Vec<organization::Model>,
    /// A round from April to June 2022.
    pub round: String,
}

/// Carry out `verb` as `person`; the answer carries the record with what is selected.
pub async fn call(person: &Person, verb: &str, noun: &str, select: &str, input: Value) -> Answer {
    let ty = verb[..1].to_uppercase() + &verb[1..];
    let query = format!(
        "mutation($input: {ty}Input!) {{ done: {verb}(input: $input) {{ {noun} {{ id version {select} }} event {{ action }} }} }}"
    );
    person.graphql(&query, json!({ "input": input })).await
}

pub fn id(organization: &organization::Model) -> String {
    node_id::encode("Organization", organization.id)
}

impl Camp {
    pub async fn build(house: &Arc<House>) -> Self {
        let place = Place::build(house, "A").await;
        let (mut counties, mut units) = (Vec::new(), Vec::new());
        for (code, name) in [("A-X", "示例甲县"), ("A-Y", "示例乙县")] {
            let county = NewOrganization::new(code, name)
                .under(&place.dispatcher)
                .object_of(&place.dispatcher);
            let county = county.insert(house).await;
            register(house, &county, Agency::Dispatcher, &county).await;
            let unit = NewOrganization::new(&format!("{code}-U"), &format!("{name}某局"));
            units.push(unit.under(&county).object_of(&county).insert(house).await);
            counties.push(county);
        }
        let office = place.person(Agency::Office, Role::Approver);
        let mut camp = Self {
            house: house.clone(),
            office,
            dispatcher: place.person(Agency::Dispatcher, Role::Approver),
            place,
            counties,
            units,
            round: String::new(),
        };
        let input = json!({ "ordinal": 8, "name": "第八届", "startsOn": "2021-10-01", "endsOn": "2026-12-31" });
        let term = camp.made("openTerm", "term", input).await;
        let input = json!({ "term": term, "ordinal": 1, "name": "第一轮", "year": 2022, "startsOn": "2022-04-01", "endsOn": "2022-06-30" });
        camp.round = camp.made("openRound", "round", input).await;
        camp
    }

    /// The id of what the office made.
    pub async fn made(&self, verb: &str, noun: &str, input: Value) -> String {
        let answer = call(&self.office, verb, noun, "", input).await;
        answer.text_at(&format!("/done/{noun}/id"))
    }

    /// The office is refused, and nothing is written.
    pub async fn refused(&self, verb: &str, noun: &str, input: Value) -> Answer {
        nothing_changed(&self.house, call(&self.office, verb, noun, "", input)).await
    }

    /// A person in the city's registry.
    pub async fn person(&self, name: &str) -> String {
        let input = json!({ "code": name, "name": name, "dispatcher": id(&self.place.dispatcher) });
        self.made("registerPerson", "person", input).await
    }

    pub fn proposal(&self, ordinal: i32, form: &str) -> Value {
        json!({
            "round": self.round, "ordinal": ordinal, "name": format!("第{ordinal}组"), "form": form,
            "startsOn": "2022-04-06", "endsOn": "2022-06-20",
        })
    }

    pub async fn team(&self, ordinal: i32, form: &str) -> String {
        self.made("proposeTeam", "team", self.proposal(ordinal, form))
            .await
    }

    pub async fn seat(
        &self,
        team: &str,
        name: &str,
        role: &str,
        source: &organization::Model,
    ) -> String {
        let input = json!({ "team": team, "person": self.person(name).await, "role": role, "sourceOrganization": id(source) });
        self.made("seatTeamMember", "teamMember", input).await
    }

    pub async fn assign(&self, team: &str, organization: &organization::Model) -> String {
        let input = json!({ "team": team, "organization": id(organization), "on": "2022-03-20" });
        self.made("assignTeamObject", "teamObject", input).await
    }

    /// Carry out a step of the life cycle from the version that the team has.
    pub async fn step(&self, person: &Person, verb: &str, team: &str) -> Answer {
        let mut input = json!({ "team": team, "version": self.version("team", team).await, "on": "2022-03-25" });
        if verb == "dissolveTeam" {
            input["reason"] = json!("任务完成");
        }
        call(person, verb, "team", "status", input).await
    }

    pub async fn version(&self, noun: &str, id: &str) -> Value {
        let query = format!("query($id: ID!) {{ it: {noun}(id: $id) {{ version }} }}");
        let answer = self.office.graphql(&query, json!({ "id": id })).await;
        answer.data("/it/version").clone()
    }
}
