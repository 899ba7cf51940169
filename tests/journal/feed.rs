//! The feed for scripts: eight people write at once, a script pages by cursor meanwhile and misses nothing, and neither do those
//! who watch, lose their connection and come back.

use std::{sync::Arc, time::Duration};

use chrono::{Days, NaiveDate, Utc};
use inspectorate::{
    access::policy::{Agency, Role},
    graphql::node_id,
};
use inspectorate_entity::journal::{event, event_subject};
use sea_orm::{EntityTrait, Set, TransactionTrait};
use serde_json::{Value, json};
use tokio::{
    task::JoinHandle,
    time::{Instant, sleep, timeout},
};
use uuid::Uuid;

use crate::{
    server::socket::Socket,
    support::{
        house::{House, Person},
        on_each_database,
        place::{NewOrganization, Place},
    },
};

on_each_database!(
    a_script_misses_nothing_while_eight_write,
    a_script_goes_on_where_it_stopped,
    watchers_come_and_go_while_eight_write,
);

const WRITERS: usize = 8;
const CHANGES: usize = 12;
/// Of each writer while watchers come and go, and how many of them share a transaction at most.
const MANY_CHANGES: usize = 1_250;
const AT_ONCE: usize = 25;
const WATCHERS: u64 = 2;

async fn rename(person: &Person, id: &str, version: usize, name: &str) -> Value {
    let day = NaiveDate::from_ymd_opt(2022, 5, 1).unwrap() + Days::new(version as u64);
    let input = json!({ "organization": id, "version": version, "name": name, "renamedOn": day });
    let query = "mutation($input: RenameOrganizationInput!) { renameOrganization(input: $input) { event { id } } }";
    let done = person.graphql(query, json!({ "input": input })).await;
    done.data("/renameOrganization/event/id").clone()
}

/// The next page after `cursor`: positions and ids in order, and the cursor to go on from.
async fn page(
    person: &Person,
    cursor: Option<String>,
    size: usize,
) -> (Vec<(u64, Value)>, Option<String>) {
    let query = "query($first: Int!, $after: String) { events(first: $first, after: $after) { nodes { id position action } pageInfo { endCursor } } }";
    let answer = person
        .graphql(query, json!({ "first": size, "after": cursor }))
        .await;
    let nodes = answer.data("/events/nodes").as_array().cloned();
    let nodes = nodes.unwrap().into_iter().map(|node| {
        let position = node["position"].as_u64().unwrap();
        (position, node["id"].clone())
    });
    let end = answer.data("/events/pageInfo/endCursor").as_str();
    (nodes.collect(), end.map(str::to_owned).or(cursor))
}

/// Eight people who each rename an organization of their own; each ends with the events of its changes in their order.
fn writers(house: &Arc<House>, place: &Place, changes: usize) -> Vec<JoinHandle<Vec<Value>>> {
    let writers = (0..WRITERS).map(|writer| {
        let (house, dispatcher) = (house.clone(), place.dispatcher.clone());
        let person = place.person(Agency::Office, Role::Admin);
        tokio::spawn(async move {
            let organization = NewOrganization::new(&format!("XM-W{writer}"), "某单位");
            let organization = organization.under(&dispatcher).insert(&house).await;
            let id = node_id::encode("Organization", organization.id);
            let mut done = Vec::new();
            for version in 1..=changes {
                done.push(rename(&person, &id, version, &format!("第{writer}-{version}名")).await);
            }
            done
        })
    });
    writers.collect()
}

/// Write events as changes do, of objects of the place, in transactions of one to many.
async fn write(house: Arc<House>, place: Arc<Place>, writer: usize) {
    let object = place.objects[writer % place.objects.len()].id;
    let mut left = MANY_CHANGES;
    while left > 0 {
        let count = left.min(1 + (writer * 7 + left) % AT_ONCE);
        let (mut events, mut subjects) = (Vec::new(), Vec::new());
        for _ in 0..count {
            let id = Uuid::now_v7();
            events.push(event::ActiveModel {
                id: Set(id),
                occurred_at: Set(Utc::now()),
                action: Set("renameOrganization".to_owned()),
                noun: Set("Organization".to_owned()),
                subject_id: Set(object),
                agency: Set("OFFICE".to_owned()),
                organization_id: Set(place.dispatcher.id),
                actor_subject: Set(format!("writer-{writer}")),
                actor_name: Set("测试员".to_owned()),
                roles: Set("admin".to_owned()),
                changes: Set("[]".to_owned()),
                client_mutation_id: Set(None),
                position: Set(None),
                previous_hash: Set(None),
                hash: Set(None),
            });
            subjects.push(event_subject::ActiveModel {
                event_id: Set(id),
                noun: Set("Organization".to_owned()),
                subject_id: Set(object),
            });
        }
        let tx = house.database.writer.begin().await.unwrap();
        event::Entity::insert_many(events).exec(&tx).await.unwrap();
        event_subject::Entity::insert_many(subjects)
            .exec(&tx)
            .await
            .unwrap();
        tx.commit().await.unwrap();
        house.bus.wake();
        left -= count;
    }
}

/// Watch from the last position on until the connection is lost after a number of events that nobody foresees, and come back,
/// until `all` were seen: each exactly once, in order.
async fn watch_until(house: Arc<House>, place: Arc<Place>, all: i64, seed: u64) -> u64 {
    let (mut last, mut luck, mut visits) = (0, seed, 0);
    while last < all {
        let token = place.person(Agency::Office, Role::Viewer).token;
        let mut socket = Socket::ready(&house, &token).await;
        let query = format!("subscription {{events(after: {last}) {{position}}}}");
        socket.say(Socket::subscribe("1", &query)).await;
        visits += 1;
        luck = luck
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        for _ in 0..=(luck >> 33) % 400 {
            if last == all {
                break;
            }
            let heard = socket.hear().await;
            let position = heard["payload"]["data"]["events"]["position"].as_i64();
            assert_eq!(position, Some(last + 1), "a gap or a repetition: {heard}");
            last += 1;
        }
        // Dropped without a goodbye.
    }
    visits
}

async fn watchers_come_and_go_while_eight_write(house: Arc<House>) {
    let place = Arc::new(Place::build(&house, "XM").await);
    // They watch at another instance than the one that writes.
    let other = Arc::new(House::open_with(house.kind, &house.url, &[]).await);
    let all = i64::try_from(WRITERS * MANY_CHANGES).unwrap();
    let watchers = (1..=WATCHERS)
        .map(|seed| tokio::spawn(watch_until(other.clone(), place.clone(), all, seed * 7_919)));
    let watchers: Vec<_> = watchers.collect();
    let crowd: Vec<_> = (0..WRITERS)
        .map(|writer| tokio::spawn(write(house.clone(), place.clone(), writer)))
        .collect();
    for writer in crowd {
        writer.await.unwrap();
    }
    for watcher in watchers {
        let visits = timeout(Duration::from_secs(300), watcher).await;
        let visits = visits.expect("nothing stalls").unwrap();
        assert!(visits > 3, "{visits} connections");
    }
    other.stop().await;
}

async fn a_script_misses_nothing_while_eight_write(house: Arc<House>) {
    let place = Place::build(&house, "XM").await;
    let script = place.person(Agency::Office, Role::Viewer);
    let writers = writers(&house, &place, CHANGES);
    let reader = tokio::spawn(async move {
        let (mut seen, mut cursor) = (Vec::new(), None);
        let patience = Instant::now() + Duration::from_secs(60);
        while seen.len() < WRITERS * CHANGES && Instant::now() < patience {
            let (events, next) = page(&script, cursor, 7).await;
            if events.is_empty() {
                sleep(Duration::from_millis(20)).await;
            }
            seen.extend(events);
            cursor = next;
        }
        // What comes after the last is nothing, now and later.
        sleep(Duration::from_secs(1)).await;
        let (rest, _) = page(&script, cursor, 100).await;
        assert!(rest.is_empty(), "{rest:?}");
        seen
    });
    let mut written = Vec::new();
    for writer in writers {
        written.push(writer.await.unwrap());
    }
    let seen = reader.await.unwrap();
    let positions: Vec<u64> = seen.iter().map(|(position, _)| *position).collect();
    let all: Vec<u64> = (1..=(WRITERS * CHANGES) as u64).collect();
    assert_eq!(positions, all, "each once, in order, without a gap");
    // Of one writer's changes the earlier stands before the later.
    for own in &written {
        let place_of = |id: &Value| seen.iter().position(|(_, seen)| seen == id).unwrap();
        let places: Vec<_> = own.iter().map(place_of).collect();
        assert!(places.is_sorted(), "cause before effect");
    }
}

async fn a_script_goes_on_where_it_stopped(house: Arc<House>) {
    let place = Place::build(&house, "XM").await;
    let (office, script) = (
        place.person(Agency::Office, Role::Admin),
        place.person(Agency::Audit, Role::Viewer),
    );
    let id = node_id::encode("Organization", place.objects[0].id);
    for version in 1..=3 {
        rename(&office, &id, version, &format!("第{version}名")).await;
    }
    let until = async |count: usize, cursor: Option<String>| {
        for _ in 0..200 {
            let (events, next) = page(&script, cursor.clone(), 100).await;
            if events.len() == count {
                return (events, next);
            }
            sleep(Duration::from_millis(20)).await;
        }
        panic!("{count} events within four seconds");
    };
    let (first, cursor) = until(3, None).await;
    assert_eq!(first[2].0, 3);
    let (none, same) = page(&script, cursor.clone(), 100).await;
    assert!(none.is_empty() && same == cursor);
    for version in 4..=5 {
        rename(&office, &id, version, &format!("第{version}名")).await;
    }
    let (rest, _) = until(2, cursor).await;
    assert_eq!((rest[0].0, rest[1].0), (4, 5));
}
