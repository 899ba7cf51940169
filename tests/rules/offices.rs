//! Two cities that know nothing of each other, a county under the first, and what their offices do in these tests.

use std::sync::Arc;

use inspectorate::{
    access::policy::{Agency, Role},
    blocks::{code_list, shipped},
    graphql::node_id,
};
use inspectorate_entity::organizations::organization;
use serde_json::{Value, json};

use crate::support::{
    answer::Answer,
    house::{House, Person},
    place::{NewOrganization, Place, register},
};

/// The people of these tests, all of whom keep settings, and the ids of their dispatchers.
pub struct Offices {
    pub city: Person,
    pub county: Person,
    pub audit: Person,
    /// The city's dispatcher, above whom nobody stands.
    pub top: Person,
    /// The office of another city.
    pub other: Person,
    pub city_id: String,
    pub county_id: String,
    /// Under the county, and no dispatcher.
    pub village_id: String,
    city_row: organization::Model,
}

impl Offices {
    pub async fn open(house: &Arc<House>) -> Self {
        shipped::load(&house.database)
            .await
            .expect("what ships is loaded");
        let city = Place::build(house, "CITY").await;
        Place::build(house, "OTHER").await;
        let county = NewOrganization::new("COUNTY", "某县委")
            .under(&city.dispatcher)
            .insert(house)
            .await;
        let office = NewOrganization::new("COUNTY-OFFICE", "某县委巡察办")
            .under(&county)
            .insert(house)
            .await;
        register(house, &office, Agency::Office, &county).await;
        register(house, &county, Agency::Dispatcher, &county).await;
        let village = NewOrganization::new("VILLAGE", "某村党组织")
            .under(&county)
            .insert(house)
            .await;
        let admin = |agency, organization| house.person(agency, organization, Role::Admin);
        Self {
            city: admin(Agency::Office, "CITY-OFFICE"),
            county: admin(Agency::Office, "COUNTY-OFFICE"),
            audit: admin(Agency::Audit, "CITY-AUDIT"),
            top: admin(Agency::Dispatcher, "CITY"),
            other: admin(Agency::Office, "OTHER-OFFICE"),
            city_id: node_id::encode("Organization", city.dispatcher.id),
            county_id: node_id::encode("Organization", county.id),
            village_id: node_id::encode("Organization", village.id),
            city_row: city.dispatcher,
        }
    }

    /// The id of a second dispatcher under the city.
    pub async fn second_county(&self, house: &House) -> String {
        let zone = NewOrganization::new("ZONE", "某开发区党工委")
            .under(&self.city_row)
            .insert(house)
            .await;
        register(house, &zone, Agency::Dispatcher, &zone).await;
        node_id::encode("Organization", zone.id)
    }

    /// The id of a shipped list.
    pub async fn list(&self, key: &str) -> String {
        node_id::encode("CodeList", code_list::shipped::list_id(key))
    }

    /// The id of a shipped code.
    pub async fn entry(&self, list: &str, code: &str) -> String {
        node_id::encode("CodeListEntry", code_list::shipped::entry_id(list, code, 1))
    }
}

/// Keep the list `key`.
pub async fn add_list(person: &Person, dispatcher: &str, key: &str) -> Answer {
    let input = json!({
        "dispatcher": dispatcher, "key": key, "name": "Four Implementations", "nameZh": "四个落实",
        "definition": "Frame in which problems are classified.", "source": "本级规定",
    });
    let query = "mutation ($input: AddCodeListInput!) {
      addCodeList(input: $input) { codeList { id key nameZh version } event { action } }
    }";
    person.graphql(query, json!({ "input": input })).await
}

/// The id of a new code in a list of the city, valid since 2020.
pub async fn add_code(offices: &Offices, code: &str) -> String {
    let list = add_list(&offices.city, &offices.city_id, "OWN_TOPICS").await;
    let list = list.text_at("/addCodeList/codeList/id");
    let input = json!({
        "codeList": list, "code": code, "label": "Noise", "labelZh": "噪声", "definition": "Noise.",
        "source": "本级规定", "validFrom": "2020-01-01",
    });
    let query = "mutation ($input: AddCodeListEntryInput!) {
      addCodeListEntry(input: $input) { codeListEntry { id } }
    }";
    let answer = offices.city.graphql(query, json!({ "input": input })).await;
    answer.text_at("/addCodeListEntry/codeListEntry/id")
}

/// A rule of `dispatcher` for the rectification plan, as valid since 2022, with `more` in place of its parts.
pub fn rule_input(dispatcher: &str, more: Value) -> Value {
    let mut input = json!({
        "dispatcher": dispatcher, "key": "RECTIFICATION_PLAN", "name": "Rectification plan", "nameZh": "整改方案",
        "startEvent": "FEEDBACK_GIVEN", "length": 15, "unit": "WORKING_DAYS", "warnings": [2, 5],
        "extendedBy": ["OFFICE"], "source": "本级规定", "validFrom": "2022-01-01",
    });
    for (name, value) in more.as_object().expect("an object") {
        input[name] = value.clone();
    }
    input
}

/// Put a deadline on the county, which owes it, in the work of `dispatcher`.
pub async fn start(
    offices: &Offices,
    person: &Person,
    dispatcher: &str,
    rule: &str,
    started_on: &str,
) -> Answer {
    let input = json!({
        "record": offices.county_id, "dispatcher": dispatcher, "rule": rule, "startedOn": started_on,
        "owedBy": offices.county_id,
    });
    let query = "mutation ($input: StartDeadlineInput!) {
      startDeadline(input: $input) { deadline { id dueOn awaitsCalendarOf standing version } event { action } }
    }";
    person.graphql(query, json!({ "input": input })).await
}

/// The id of a deadline of 15 working days from 29 September 2022, so due on 25 October.
pub async fn started(offices: &Offices) -> String {
    let answer = start(
        offices,
        &offices.city,
        &offices.city_id,
        "RECTIFICATION_PLAN",
        "2022-09-29",
    )
    .await;
    assert_eq!(answer.data("/startDeadline/deadline/dueOn"), "2022-10-25");
    answer.text_at("/startDeadline/deadline/id")
}

/// Stop the clock of a deadline.
pub async fn pause(person: &Person, deadline: &str, version: i32, on: &str) -> Answer {
    let input = json!({
        "deadline": deadline, "version": version, "reason": "等待鉴定意见", "pausedOn": on,
    });
    let query = "mutation ($input: PauseDeadlineInput!) {
      pauseDeadline(input: $input) { deadline { dueOn pausedOn pauseReason standing version } }
    }";
    person.graphql(query, json!({ "input": input })).await
}

/// Carry out `verb`; of the `noun` that its payload carries, `fields` are asked for.
pub async fn act(person: &Person, verb: &str, noun: &str, fields: &str, input: Value) -> Answer {
    let (first, rest) = verb.split_at(1);
    let query = format!(
        "mutation ($input: {}{rest}Input!) {{ {verb}(input: $input) {{ {noun} {{ {fields} }} event {{ action }} }} }}",
        first.to_uppercase()
    );
    person.graphql(&query, json!({ "input": input })).await
}

/// What grounds a rule.
pub fn caused() -> Value {
    json!({ "causeKind": "FINDING", "cause": "巡察发现的问题" })
}

/// The id of a rule document in the inventory of `dispatcher`, with `more` about it.
pub async fn inventoried(person: &Person, dispatcher: &str, title: &str, more: Value) -> String {
    let mut input = json!({
        "dispatcher": dispatcher, "title": title, "issuer": "某市委", "issuingAgency": "DISPATCHER", "kind": "OWN",
    });
    for (name, part) in more.as_object().expect("an object") {
        input[name] = part.clone();
    }
    let answer = act(person, "registerRule", "ruleDocument", "id", input).await;
    answer.text_at("/registerRule/ruleDocument/id")
}

/// The id of a rule document in force since 1 March 2022, at version 2.
pub async fn in_force(person: &Person, dispatcher: &str, title: &str, more: Value) -> String {
    let rule = inventoried(person, dispatcher, title, more).await;
    let input = json!({ "rule": rule, "version": 1, "issuedOn": "2022-03-01" });
    let answer = act(person, "establishRule", "ruleDocument", "id", input).await;
    answer.data("");
    rule
}

/// The id of an item on the basic list since the start of 2022.
pub async fn required(person: &Person, dispatcher: &str, name: &str) -> String {
    let input = json!({ "dispatcher": dispatcher, "name": name, "listedOn": "2022-01-01" });
    let answer = act(person, "requireRule", "requiredRule", "id", input).await;
    answer.text_at("/requireRule/requiredRule/id")
}

/// The id of something that a superior asked of `dispatcher` on 10 January 2022.
pub async fn asked(person: &Person, dispatcher: &str, title: &str) -> String {
    let input = json!({
        "dispatcher": dispatcher, "source": "GUIDANCE", "title": title, "issuer": "上级巡视办", "raisedOn": "2022-01-10",
        "relayedOn": "2022-01-20",
    });
    let noun = "superiorRequirement";
    let answer = act(person, "receiveRequirement", noun, "id", input).await;
    answer.text_at("/receiveRequirement/superiorRequirement/id")
}
