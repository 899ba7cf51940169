//! Whoever listens to everything that can be listened to hears nothing of another place.

use std::{collections::BTreeMap, time::Duration};

use futures::future::join_all;
use inspectorate::access::policy::{Agency, Role};
use serde_json::{Value, json};
use tokio::time::{Instant, timeout_at};

use super::{position, sight};
use crate::{
    server::socket::Socket,
    support::{
        house::{House, Person},
        place::Place,
    },
};

/// Somebody of an agency, with one connection on which runs every subscription that the agency's contract has.
pub struct Listener {
    agency: Agency,
    socket: Socket,
    /// The names of the subscriptions, each the id of its own operation.
    fields: Vec<String>,
}

/// Everybody of `place` begins to listen.
pub async fn listen(house: &House, place: &Place) -> Vec<Listener> {
    let mut listeners = Vec::new();
    let mut all = Vec::new();
    for agency in Agency::ALL.iter().copied() {
        let person = place.person(agency, Role::Viewer);
        let fields = subscriptions(&person).await;
        let mut socket = Socket::ready(house, &person.token).await;
        for field in &fields {
            let select = if field == "events" {
                "position actorName"
            } else {
                "__typename"
            };
            let query = format!("subscription {{ {field} {{ {select} }} }}");
            socket.say(Socket::subscribe(field, &query)).await;
        }
        all.extend(fields.iter().cloned());
        listeners.push(Listener {
            agency,
            socket,
            fields,
        });
    }
    all.sort_unstable();
    all.dedup();
    assert_eq!(
        all,
        [
            "events",
            "operationChanged",
            "requestReceived",
            "worklistChanged"
        ],
        "a subscription is tried as soon as it is there"
    );
    listeners
}

/// What the contract of the person's agency lets it subscribe to.
async fn subscriptions(person: &Person) -> Vec<String> {
    let query = "{ __schema { subscriptionType { fields { name } } } }";
    let answer = person.ask(query).await;
    let fields = answer.data("/__schema/subscriptionType/fields").as_array();
    let fields = fields.expect("every agency may listen to events");
    let name = |field: &Value| field["name"].as_str().map(str::to_owned);
    fields.iter().filter_map(name).collect()
}

/// Each first hears of what is now done in its own place, how its worklist stands, and nothing else.
pub async fn hear_only_their_own(house: &House, place: &Place, listeners: Vec<Listener>) {
    let office = place.person(Agency::Office, Role::Admin);
    let next = position(house).await + 1;
    let input = json!({ "organization": sight::id(&place.objects[0]), "version": 3, "name": "又更名后单位", "renamedOn": "2023-05-01" });
    let query = "mutation($input: RenameOrganizationInput!) { renameOrganization(input: $input) { organization { id } } }";
    office
        .graphql(query, json!({ "input": input }))
        .await
        .data("/renameOrganization/organization/id");
    let heard = join_all(listeners.into_iter().map(Listener::hear)).await;
    for (agency, fields, messages) in heard {
        let mut heard: BTreeMap<&str, Vec<&Value>> = BTreeMap::new();
        for message in &messages {
            let field = message["id"].as_str().unwrap_or("none");
            heard.entry(field).or_default().push(&message["payload"]);
        }
        let event = heard.remove("events");
        let event = event.expect("its own event arrives");
        let positions: Vec<_> = event
            .iter()
            .map(|payload| &payload["data"]["events"]["position"])
            .collect();
        assert_eq!(
            positions,
            [&json!(next)],
            "{agency:?} hears of another place: {messages:?}"
        );
        let worklists = heard.remove("worklistChanged").map_or(0, |all| all.len());
        let watches = fields.iter().any(|field| field == "worklistChanged");
        assert_eq!(worklists, usize::from(watches), "{agency:?}: {messages:?}");
        assert!(heard.is_empty(), "{agency:?}: {heard:?}");
    }
}

impl Listener {
    /// Everything that was said up to the first event, and a while after.
    async fn hear(mut self) -> (Agency, Vec<String>, Vec<Value>) {
        let mut messages: Vec<Value> = Vec::new();
        while !messages.iter().any(|message| message["id"] == "events") {
            messages.push(self.socket.hear().await);
        }
        // What is compared once a second has then been compared.
        let end = Instant::now() + Duration::from_secs(3);
        while let Ok(message) = timeout_at(end, self.socket.hear()).await {
            messages.push(message);
        }
        (self.agency, self.fields, messages)
    }
}
