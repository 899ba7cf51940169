//! What webhooks are told: signed, thin, in order, again until it is taken, and never what their owner may not see.

use std::{collections::BTreeSet, sync::Arc};

use chrono::Utc;
use inspectorate::access::policy::{Agency, Role};
use serde_json::json;

use super::subscriptions::{end_registration, rename, rename_on};
use crate::{
    support::{house::House, on_each_database, place::Place},
    webhooks::receiver::{Receiver, look, register, registered, signature, until},
};

on_each_database!(
    a_call_is_signed_and_thin,
    what_is_refused_comes_again_in_order,
    the_receiver_says_when,
    another_place_is_not_told,
    an_ended_registration_is_silent,
    one_instance_delivers,
    a_stop_loses_nothing,
);

super::on_sqlite!(a_name_that_leads_home_is_not_called, outcomes_are_counted);

async fn a_call_is_signed_and_thin(house: Arc<House>) {
    let mut receiver = Receiver::open().await;
    let house = receiver.house(&house, &[]).await;
    let place = Place::build(&house, "X").await;
    let office = place.person(Agency::Office, Role::Admin);
    let (_, secret) = registered(&office, &receiver.url("/events?a=b")).await;
    rename(&place, "新名称").await;
    let call = receiver.call().await;
    assert_eq!(call.path, "/events?a=b");
    assert_eq!(call.headers["content-type"], "application/json");
    assert_eq!(call.headers["webhook-signature"], signature(&secret, &call));
    let sent: i64 = call.headers["webhook-timestamp"].parse().unwrap();
    assert!((Utc::now().timestamp() - sent).abs() < 60);
    let events = "{ events(filter: { action: { eq: \"renameOrganization\" } }) { nodes { id position occurredAt subjectType subject { id } } } }";
    let events = office.ask(events).await;
    let event = events.data("/events/nodes/0");
    let body = json!({
        "type": "Organization.renameOrganization",
        "timestamp": event["occurredAt"],
        "data": {
            "position": event["position"], "event": event["id"], "noun": "Organization",
            "record": event["subject"]["id"], "action": "renameOrganization",
        },
    });
    assert_eq!(call.body, body, "and nothing else");
    house.stop().await;
}

async fn what_is_refused_comes_again_in_order(house: Arc<House>) {
    let mut receiver = Receiver::open().await;
    let house = receiver.house(&house, &[]).await;
    let place = Place::build(&house, "X").await;
    let office = place.person(Agency::Office, Role::Admin);
    let (id, _) = registered(&office, &receiver.url("/a")).await;
    receiver.answers(&["500 No", "404 No"]);
    rename(&place, "新名称").await;
    rename_on(&place, "又一名称", "2026-02-01").await;
    let calls = [
        receiver.call().await,
        receiver.call().await,
        receiver.call().await,
        receiver.call().await,
    ];
    let ids: Vec<_> = calls.iter().map(|call| call.id()).collect();
    assert!(ids[0] == ids[1] && ids[1] == ids[2], "{ids:?}");
    assert!(calls[2].position() < calls[3].position());
    let done = until(&office, &id, "position", json!(calls[3].position())).await;
    assert!(
        done["attempts"] == 0 && done["lastError"].is_null(),
        "{done}"
    );
    receiver.silent().await;
    house.stop().await;
}

async fn the_receiver_says_when(house: Arc<House>) {
    let mut receiver = Receiver::open().await;
    let house = receiver.house(&house, &[]).await;
    let place = Place::build(&house, "X").await;
    let office = place.person(Agency::Office, Role::Admin);
    let (id, _) = registered(&office, &receiver.url("/a")).await;
    receiver.answers(&["503 Later\r\nretry-after: 600"]);
    rename(&place, "新名称").await;
    receiver.call().await;
    let waits = until(&office, &id, "lastError", json!("answered 503")).await;
    let next = waits["nextAttemptAt"].as_str().unwrap();
    let next = chrono::DateTime::parse_from_rfc3339(next).unwrap();
    let seconds = (next.with_timezone(&Utc) - Utc::now()).num_seconds();
    assert!((560..=600).contains(&seconds), "{seconds}");
    house.stop().await;
}

async fn another_place_is_not_told(house: Arc<House>) {
    let mut receiver = Receiver::open().await;
    let house = receiver.house(&house, &[]).await;
    let (here, there) = (
        Place::build(&house, "X").await,
        Place::build(&house, "Y").await,
    );
    let office = there.person(Agency::Office, Role::Admin);
    registered(&office, &receiver.url("/a")).await;
    // A list of names does not open what is hidden.
    let audit = there.person(Agency::Audit, Role::Admin);
    let input =
        json!({ "url": receiver.url("/audit"), "nouns": ["Event", "Organization", "Webhook"] });
    register(&audit, input).await.data("/registerWebhook");
    let own = receiver.call().await;
    assert_eq!(
        (own.path.as_str(), &own.body["type"]),
        ("/audit", &json!("Webhook.registerWebhook"))
    );
    rename(&here, "新名称").await;
    rename(&there, "另一名称").await;
    let calls = [receiver.call().await, receiver.call().await];
    let told: BTreeSet<_> = calls.iter().map(|call| call.path.as_str()).collect();
    assert_eq!(told, BTreeSet::from(["/a", "/audit"]));
    let object = inspectorate::graphql::node_id::encode("Organization", there.objects[0].id);
    for call in &calls {
        assert_eq!(call.body["data"]["record"], json!(object), "only its own");
    }
    receiver.silent().await;
    house.stop().await;
}

async fn an_ended_registration_is_silent(house: Arc<House>) {
    let mut receiver = Receiver::open().await;
    let house = receiver.house(&house, &[]).await;
    let place = Place::build(&house, "X").await;
    let audit = place.person(Agency::Audit, Role::Admin);
    registered(&audit, &receiver.url("/audit")).await;
    rename(&place, "新名称").await;
    assert_eq!(receiver.call().await.path, "/audit");
    let office = place.person(Agency::Office, Role::Admin);
    let (id, _) = registered(&office, &receiver.url("/office")).await;
    // The log may have been behind when it was registered.
    end_registration(&place, "AUDIT").await;
    rename_on(&place, "又一名称", "2026-02-01").await;
    let call = receiver.call().await;
    assert_eq!(call.path, "/office");
    until(&office, &id, "position", json!(call.position())).await;
    receiver.silent().await;
    house.stop().await;
}

/// However many there are, each event is told once and in order.
async fn one_instance_delivers(house: Arc<House>) {
    let mut receiver = Receiver::open().await;
    let house = receiver.house(&house, &[]).await;
    let other = receiver.house(&house, &[]).await;
    let place = Place::build(&house, "X").await;
    let office = place.person(Agency::Office, Role::Admin);
    registered(&office, &receiver.url("/a")).await;
    rename(&place, "名称一").await;
    for month in 2..=8 {
        rename_on(
            &place,
            &format!("名称{month}"),
            &format!("2026-0{month}-01"),
        )
        .await;
    }
    let mut positions = Vec::new();
    for _ in 0..8 {
        positions.push(receiver.call().await.position());
    }
    assert!(
        positions.is_sorted_by(|one, next| one < next),
        "{positions:?}"
    );
    receiver.silent().await;
    other.stop().await;
    house.stop().await;
}

/// What was not taken when the service stopped is told by the next, at once.
async fn a_stop_loses_nothing(house: Arc<House>) {
    let mut receiver = Receiver::open().await;
    let first = receiver.house(&house, &[]).await;
    let place = Place::build(&first, "X").await;
    let office = place.person(Agency::Office, Role::Admin);
    let (id, _) = registered(&office, &receiver.url("/a")).await;
    receiver.answers(&["500 No"]);
    rename(&place, "新名称").await;
    let call = receiver.call().await;
    until(&office, &id, "attempts", json!(1)).await;
    first.stop().await;
    let second = receiver.house(&house, &[]).await;
    assert_eq!(receiver.call().await.id(), call.id());
    second.stop().await;
}

/// A name on the list that leads to an address of this machine is found out when it is connected to.
async fn a_name_that_leads_home_is_not_called(house: Arc<House>) {
    let mut receiver = Receiver::open().await;
    let host = receiver.host.replace("127.0.0.1", "localhost");
    let flags = ["--webhook-allow", host.as_str(), "--webhook-backoff", "60"];
    let other = Arc::new(House::open_with(house.kind, &house.url, &flags).await);
    let place = Place::build(&other, "X").await;
    let office = place.person(Agency::Office, Role::Admin);
    let (id, _) = registered(&office, &format!("https://{host}/")).await;
    rename(&place, "新名称").await;
    let failed = until(&office, &id, "attempts", json!(1)).await;
    let why = "the host has an address that is not public";
    assert_eq!(failed["lastError"], why, "{failed}");
    receiver.silent().await;
    assert_eq!(look(&office, &id).await["status"], "ACTIVE");
    other.stop().await;
}

async fn outcomes_are_counted(house: Arc<House>) {
    let mut receiver = Receiver::open().await;
    let house = receiver.house(&house, &[]).await;
    let place = Place::build(&house, "X").await;
    let office = place.person(Agency::Office, Role::Admin);
    let (id, _) = registered(&office, &receiver.url("/a")).await;
    receiver.answers(&["500 No"]);
    rename(&place, "新名称").await;
    receiver.call().await;
    let call = receiver.call().await;
    until(&office, &id, "position", json!(call.position())).await;
    let metrics = house.http.get(format!("{}/metrics", house.address)).send();
    let metrics = metrics.await.unwrap().text().await.unwrap();
    for outcome in ["delivered", "failed"] {
        let line = format!("inspectorate_webhook_calls_total{{outcome=\"{outcome}\"}} 1");
        assert!(metrics.contains(&line), "{metrics}");
    }
    house.stop().await;
}
