//! Health, readiness, metrics, and the end of the service.

use std::sync::Arc;

use inspectorate::access::policy::{Agency, Role};
use inspectorate_migration::Migrator;
use sea_orm_migration::MigratorTrait;

use crate::support::{house::House, on_each_database, place::Place};

on_each_database!(without_a_token, metrics_count, not_ready_without_migrations);

async fn get(house: &House, path: &str) -> (u16, String) {
    let url = format!("{}{path}", house.address);
    let response = house.http.get(url).send().await.unwrap();
    (response.status().as_u16(), response.text().await.unwrap())
}

async fn without_a_token(house: Arc<House>) {
    assert_eq!(get(&house, "/healthz").await, (200, "ok\n".to_owned()));
    assert_eq!(get(&house, "/readyz").await, (200, "ready\n".to_owned()));
    assert_eq!(get(&house, "/nowhere").await.0, 404);
}

async fn metrics_count(house: Arc<House>) {
    let place = Place::build(&house, "X").await;
    let person = place.person(Agency::Discipline, Role::Viewer);
    person.ask("{__typename}").await;
    person.ask("{secretWord}").await;
    person.ask("mutation {__typename}").await;
    let (status, text) = get(&house, "/metrics").await;
    assert_eq!(status, 200);
    for line in [
        "inspectorate_requests_total{operation=\"query\",status=\"200\"} 2",
        "inspectorate_requests_total{operation=\"mutation\",status=\"200\"} 1",
        "inspectorate_request_seconds_count{operation=\"query\"} 2",
        "inspectorate_errors_total{code=\"BAD_USER_INPUT\"} 1",
        "inspectorate_websocket_connections 0",
    ] {
        assert!(text.contains(line), "{line}\n{text}");
    }
    assert!(!text.contains("secretWord"));
}

async fn not_ready_without_migrations(house: Arc<House>) {
    Migrator::down(&house.database.writer, None).await.unwrap();
    let (status, text) = get(&house, "/readyz").await;
    assert_eq!(status, 503);
    assert!(text.contains("migrate up"), "{text}");
    assert_eq!(get(&house, "/healthz").await.0, 200);
}
