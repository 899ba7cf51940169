//! Events over a websocket: as they are sealed, until the client has had enough.

use std::sync::Arc;

use chrono::{TimeDelta, Utc};
use inspectorate::access::policy::{Agency, Role};
use serde_json::json;

use super::socket::Socket;
use crate::support::{Ground, house::House, on_each_database, place::Place};

on_each_database!(
    an_event_arrives,
    an_id_is_used_once_at_a_time,
    operations_are_counted,
    another_place_hears_nothing,
    an_ended_registration_is_silent,
);

const EVENTS: &str = "subscription {events(after: 0) {position}}";

/// Rename the first object of `place`.
pub async fn rename(place: &Place, name: &str) {
    rename_on(place, name, "2026-01-01").await;
}

pub async fn rename_on(place: &Place, name: &str, day: &str) {
    let person = place.person(Agency::Office, Role::Admin);
    let code = &place.objects[0].code;
    let query =
        "query($code: String!) {organizations(filter: {code: {eq: $code}}) {nodes {id version}}}";
    let found = person.graphql(query, json!({"code": code})).await;
    let node = found.data("/organizations/nodes/0").clone();
    let input = json!({
        "organization": node["id"],
        "version": node["version"],
        "name": name,
        "renamedOn": day,
    });
    let query = "mutation($input: RenameOrganizationInput!) {renameOrganization(input: $input) {organization {name}}}";
    let renamed = person.graphql(query, json!({"input": input})).await;
    assert_eq!(renamed.data("/renameOrganization/organization/name"), name);
}

/// End the registration of the place's body for `agency` as of yesterday.
pub async fn end_registration(place: &Place, agency: &str) {
    let office = place.person(Agency::Office, Role::Admin);
    let query = format!(
        "{{agencyRegistrations(filter: {{agency: {{eq: {agency}}}}}) {{nodes {{id version}}}}}}"
    );
    let found = office.ask(&query).await;
    let node = found.data("/agencyRegistrations/nodes/0").clone();
    let yesterday = (Utc::now() + TimeDelta::hours(8) - TimeDelta::days(1)).date_naive();
    let input =
        json!({"registration": node["id"], "version": node["version"], "endsOn": yesterday});
    let query = "mutation($input: EndAgencyRegistrationInput!) {endAgencyRegistration(input: $input) {agencyRegistration {id}}}";
    let ended = office.graphql(query, json!({"input": input})).await;
    ended.data("/endAgencyRegistration");
}

async fn watching(house: &House, place: &Place) -> Socket {
    let person = place.person(Agency::Office, Role::Viewer);
    let mut socket = Socket::ready(house, &person.token).await;
    socket.say(Socket::subscribe("1", EVENTS)).await;
    socket
}

async fn an_event_arrives(house: Arc<House>) {
    let place = Place::build(&house, "X").await;
    let mut socket = watching(&house, &place).await;
    rename(&place, "新名称").await;
    let heard = socket.hear().await;
    assert_eq!(
        (&heard["id"], &heard["type"]),
        (&json!("1"), &json!("next"))
    );
    let event = json!({"position": 1});
    assert_eq!(heard["payload"]["data"]["events"], event, "{heard}");
    // Whoever comes back gets what it missed.
    socket.say(json!({"type": "complete", "id": "1"})).await;
    socket.say(Socket::subscribe("1", EVENTS)).await;
    assert_eq!(socket.hear().await["payload"]["data"]["events"], event);
}

async fn an_id_is_used_once_at_a_time(house: Arc<House>) {
    let place = Place::build(&house, "X").await;
    let mut socket = watching(&house, &place).await;
    socket.say(Socket::subscribe("1", "{__typename}")).await;
    assert_eq!(socket.closed().await, 4409);
}

async fn operations_are_counted(house: Arc<House>) {
    let place = Place::build(&house, "X").await;
    let strict = House::open_with(house.kind, &house.url, &["--ws-max-subscriptions", "1"]).await;
    let mut socket = watching(&strict, &place).await;
    socket.say(Socket::subscribe("b", EVENTS)).await;
    let refused = socket.hear().await;
    assert_eq!(
        (&refused["id"], &refused["type"]),
        (&json!("b"), &json!("error"))
    );
    let message = refused["payload"][0]["message"].as_str().unwrap();
    assert!(message.contains("WS_MAX_SUBSCRIPTIONS"), "{message}");
    socket.say(json!({"type": "complete", "id": "1"})).await;
    socket.say(Socket::subscribe("b", "{__typename}")).await;
    assert_eq!(socket.hear().await["type"], "next");
    strict.close().await;
}

async fn another_place_hears_nothing(house: Arc<House>) {
    let here = Place::build(&house, "X").await;
    let there = Place::build(&house, "Y").await;
    let mut socket = watching(&house, &there).await;
    rename(&here, "新名称").await;
    rename(&there, "另一名称").await;
    let heard = socket.hear().await;
    assert_eq!(
        heard["payload"]["data"]["events"]["position"], 2,
        "only its own"
    );
}

/// A body that loses its registration hears nothing of what is done after that, and neither reads over a connection from before.
async fn an_ended_registration_is_silent(house: Arc<House>) {
    let place = Place::build(&house, "X").await;
    let audit = place.person(Agency::Audit, Role::Viewer);
    let mut socket = Socket::ready(&house, &audit.token).await;
    socket.say(Socket::subscribe("1", EVENTS)).await;
    rename(&place, "新名称").await;
    assert_eq!(
        socket.hear().await["payload"]["data"]["events"]["position"],
        1
    );
    end_registration(&place, "AUDIT").await;
    rename_on(&place, "又一名称", "2026-02-01").await;
    let heard = socket.hear().await;
    assert_eq!(heard["type"], "next", "{heard}");
    assert!(heard["payload"]["data"].is_null(), "{heard}");
    let code = &heard["payload"]["errors"][0]["extensions"]["code"];
    assert_eq!(code, "UNAUTHENTICATED", "{heard}");
    assert_eq!(socket.hear().await, json!({"type": "complete", "id": "1"}));
    for query in [EVENTS, "{organizations {totalCount}}"] {
        socket.say(Socket::subscribe("2", query)).await;
        let refused = socket.hear().await;
        assert_eq!(refused["type"], "error", "{refused}");
        let code = &refused["payload"][0]["extensions"]["code"];
        assert_eq!(code, "UNAUTHENTICATED", "{refused}");
    }
}
