//! Two services on one database: what is written by one is heard at the other, also after the connection by which they tell each
//! other was cut.

use std::{sync::Arc, time::Duration};

use inspectorate::access::policy::{Agency, Role};
use sea_orm::{ConnectionTrait, DatabaseBackend, Statement};
use serde_json::json;
use tokio::time::{Instant, sleep};

use crate::{
    server::{
        socket::Socket,
        subscriptions::{end_registration, rename, rename_on},
    },
    support::{database::Kind, house::House, on_each_database, place::Place},
};

on_each_database!(
    what_one_writes_the_other_tells,
    a_cut_connection_loses_nothing,
    a_registration_ended_elsewhere_silences,
);

const WATCH: &str = "subscription {events(after: 0) {position}}";

async fn watching(house: &House, token: &str) -> Socket {
    let mut socket = Socket::ready(house, token).await;
    socket.say(Socket::subscribe("1", WATCH)).await;
    socket
}

async fn hears(socket: &mut Socket, position: i64) {
    let heard = socket.hear().await;
    let event = &heard["payload"]["data"]["events"];
    assert_eq!(event, &json!({"position": position}), "{heard}");
}

async fn what_one_writes_the_other_tells(house: Arc<House>) {
    let other = House::open_with(house.kind, &house.url, &[]).await;
    let place = Place::build(&house, "X").await;
    let person = place.person(Agency::Office, Role::Viewer);
    let (mut here, mut there) = (
        watching(&house, &person.token).await,
        watching(&other, &person.token).await,
    );
    for month in 1..=6 {
        let name = format!("第{month}名");
        rename_on(&place, &name, &format!("2026-{month:02}-01")).await;
        hears(&mut there, month).await;
        hears(&mut here, month).await;
    }
    other.stop().await;
}

/// Backends of this database that listen, by the last thing that they were asked.
const LISTENING: &str =
    "FROM pg_stat_activity WHERE datname = current_database() AND query ILIKE 'LISTEN%'";

async fn listening(house: &House) -> Vec<i32> {
    let statement =
        Statement::from_string(DatabaseBackend::Postgres, format!("SELECT pid {LISTENING}"));
    let rows = house.database.reader.query_all_raw(statement).await;
    let pids = rows.unwrap();
    pids.iter()
        .map(|row| row.try_get_by_index(0).unwrap())
        .collect()
}

/// Both services listen again, by connections that are not among `cut`.
async fn both_listen(house: &House, cut: &[i32]) -> Vec<i32> {
    let patience = Instant::now() + Duration::from_secs(15);
    loop {
        let pids = listening(house).await;
        if pids.len() == 2 && pids.iter().all(|pid| !cut.contains(pid)) {
            return pids;
        }
        assert!(
            Instant::now() < patience,
            "listening: {pids:?}, cut: {cut:?}"
        );
        sleep(Duration::from_millis(50)).await;
    }
}

async fn a_cut_connection_loses_nothing(house: Arc<House>) {
    // SQLite has no connection to cut: there the other service looks.
    let postgres = house.kind == Kind::Postgres;
    let other = House::open_with(house.kind, &house.url, &[]).await;
    let place = Place::build(&house, "X").await;
    let person = place.person(Agency::Office, Role::Viewer);
    let mut there = watching(&other, &person.token).await;
    rename(&place, "第一名").await;
    hears(&mut there, 1).await;
    let mut cut = Vec::new();
    for month in 2..=4 {
        if postgres {
            cut.extend(both_listen(&house, &cut).await);
            let sql = format!("SELECT pg_terminate_backend(pid) {LISTENING}");
            let statement = Statement::from_string(DatabaseBackend::Postgres, sql);
            house
                .database
                .reader
                .query_all_raw(statement)
                .await
                .unwrap();
        }
        // Written while nobody listens.
        rename_on(
            &place,
            &format!("第{month}名"),
            &format!("2026-{month:02}-01"),
        )
        .await;
        hears(&mut there, month).await;
    }
    if postgres {
        both_listen(&house, &cut).await;
    }
    rename_on(&place, "第五名", "2026-05-01").await;
    hears(&mut there, 5).await;
    other.stop().await;
}

/// The right is asked at each delivery, not kept from when the client came.
async fn a_registration_ended_elsewhere_silences(house: Arc<House>) {
    let other = House::open_with(house.kind, &house.url, &[]).await;
    let place = Place::build(&house, "X").await;
    let audit = place.person(Agency::Audit, Role::Viewer);
    let mut there = watching(&other, &audit.token).await;
    rename(&place, "第一名").await;
    hears(&mut there, 1).await;
    end_registration(&place, "AUDIT").await;
    rename_on(&place, "第二名", "2026-02-01").await;
    let heard = there.hear().await;
    assert!(heard["payload"]["data"].is_null(), "{heard}");
    let code = &heard["payload"]["errors"][0]["extensions"]["code"];
    assert_eq!(code, "UNAUTHENTICATED", "{heard}");
    assert_eq!(there.hear().await, json!({"type": "complete", "id": "1"}));
    other.stop().await;
}
