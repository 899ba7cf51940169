//! What these tests play in: a place with its office, people, posts and a leading group, and attempts that must fail.

use std::sync::Arc;

use inspectorate::{
    access::policy::{self, Action, Agency, Role},
    graphql::node_id,
};
use inspectorate_entity::organizations::organization;
use serde_json::{Value, json};
use uuid::Uuid;

use crate::support::{
    answer::Answer,
    house::{House, Person},
    place::{NewOrganization, Place},
};

/// A place and who acts in it.
pub struct Scene {
    pub place: Place,
    /// Keeps the registry.
    pub office: Person,
    /// Decides.
    pub secretary: Person,
    /// An organization of another place, which nobody here may see.
    pub foreign: organization::Model,
}

impl Scene {
    pub async fn build(house: &Arc<House>) -> Self {
        let place = Place::build(house, "XM").await;
        let foreign = NewOrganization::new("FZ", "福州市委").insert(house).await;
        Self {
            office: place.person(Agency::Office, Role::Admin),
            secretary: place.person(Agency::Dispatcher, Role::Admin),
            place,
            foreign,
        }
    }

    /// Id of the dispatcher.
    pub fn dispatcher(&self) -> String {
        id(&self.place.dispatcher)
    }

    /// Id of one of the three objects.
    pub fn object(&self, number: usize) -> String {
        id(&self.place.objects[number])
    }

    /// A new person in the registry.
    pub async fn person(&self, code: &str, name: &str) -> String {
        let input = json!({ "code": code, "name": name, "dispatcher": self.dispatcher() });
        created(&self.office, "registerPerson", "person", input).await
    }

    /// A new post in an organization.
    pub async fn post(&self, organization: &str, function: &str, is_head: bool) -> String {
        let input = json!({
            "organization": organization, "title": "某职务", "function": function,
            "rankOrder": 1, "isHead": is_head, "isFullTime": true,
        });
        created(&self.office, "createPost", "post", input).await
    }

    /// A person in a post from a day on.
    pub async fn appointment(&self, person: &str, post: &str, starts_on: &str) -> String {
        let input = json!({ "person": person, "post": post, "startsOn": starts_on });
        created(&self.office, "appointToPost", "appointment", input).await
    }

    /// A leading group of the dispatcher from 2021-01-01 on.
    pub async fn leading_group(&self) -> String {
        let input = json!({
            "dispatcher": self.dispatcher(), "termLabel": "第十三届", "constitutedOn": "2021-01-01",
        });
        created(
            &self.secretary,
            "constituteLeadingGroup",
            "leadingGroup",
            input,
        )
        .await
    }
}

/// The global id of an organization.
pub fn id(organization: &organization::Model) -> String {
    node_id::encode("Organization", organization.id)
}

/// Do something; the answer carries the record's id, version and what is selected.
pub async fn call(person: &Person, verb: &str, noun: &str, select: &str, input: Value) -> Answer {
    let ty = capitalized(verb);
    let query = format!(
        "mutation($input: {ty}Input!) {{ done: {verb}(input: $input) {{ {noun} {{ id version {select} }} event {{ action }} }} }}"
    );
    person.graphql(&query, json!({ "input": input })).await
}

/// Do something that works; answers the id of the record.
pub async fn created(person: &Person, verb: &str, noun: &str, input: Value) -> String {
    let answer = call(person, verb, noun, "", input).await;
    answer.text_at(&format!("/done/{noun}/id"))
}

/// What a record looks like now.
pub async fn look(person: &Person, noun: &str, id: &str, select: &str) -> Answer {
    let query = format!("query($id: ID!) {{ it: {noun}(id: $id) {{ {select} }} }}");
    person.graphql(&query, json!({ "id": id })).await
}

fn capitalized(verb: &str) -> String {
    verb[..1].to_uppercase() + &verb[1..]
}

/// An input that would work, to be spoilt in one field after another.
pub struct Attempt<'a> {
    pub scene: &'a Scene,
    pub person: &'a Person,
    pub verb: &'static str,
    pub noun: &'static str,
    pub input: Value,
}

impl Attempt<'_> {
    /// The answer with one field changed.
    pub async fn with(&self, field: &str, value: Value) -> Answer {
        let mut input = self.input.clone();
        input[field] = value;
        call(self.person, self.verb, self.noun, "", input).await
    }

    /// Malformed, unknown, another noun's or another place's: each is refused on its field.
    pub async fn refuses_ids(&self, fields: &[&str]) {
        for field in fields {
            let path = format!("input.{field}");
            let malformed = self.with(field, json!("nonsense")).await;
            malformed.refused("BAD_USER_INPUT").of_field(&path);
            let strange = [
                node_id::encode("Organization", Uuid::now_v7()),
                node_id::encode("Person", Uuid::now_v7()),
                id(&self.scene.foreign),
            ];
            for strange in strange {
                let missing = self.with(field, json!(strange)).await;
                missing.refused("NOT_FOUND").of_field(&path);
            }
        }
    }

    /// Empty, endless, or with control characters: each is refused on its field.
    pub async fn refuses_texts(&self, fields: &[&str]) {
        for field in fields {
            for text in ["", " \u{3000}", &"长".repeat(10_000), "铃\u{7}"] {
                let answer = self.with(field, json!(text)).await;
                let refusal = answer.refused("BAD_USER_INPUT");
                refusal.of_field(&format!("input.{field}"));
            }
        }
    }

    /// No day of the calendar.
    pub async fn refuses_dates(&self, fields: &[&str]) {
        for field in fields {
            for text in ["2021-02-29", "昨天", "2021/01/01"] {
                let answer = self.with(field, json!(text)).await;
                let refusal = answer.refused("BAD_USER_INPUT");
                refusal.of_field(&format!("input.{field}"));
            }
        }
    }

    /// A version that is not the record's.
    pub async fn refuses_stale(&self) {
        let answer = self.with("version", json!(7)).await;
        let refusal = answer.refused("CONFLICT").of_field("input.version");
        assert!(refusal.error["extensions"]["currentVersion"].is_number());
    }

    /// Every agency that the table of permissions does not name, and every role below the one it asks for.
    pub async fn refuses_others(&self) {
        let name = capitalized(self.verb);
        let action = Action::ALL.iter().find(|action| action.as_str() == name);
        let grant = policy::grant(*action.expect("a verb has its action"));
        for agency in Agency::ALL.iter().copied() {
            let role = if grant.agencies.contains(&agency) {
                Role::Viewer
            } else {
                Role::Admin
            };
            let person = self.scene.place.person(agency, role);
            let answer = call(&person, self.verb, self.noun, "", self.input.clone()).await;
            answer.refused("FORBIDDEN");
        }
    }

    /// After all that, the input itself works.
    pub async fn works(&self) -> Answer {
        let answer = call(self.person, self.verb, self.noun, "", self.input.clone()).await;
        assert_eq!(answer.data("/done/event/action"), self.verb);
        answer
    }
}
