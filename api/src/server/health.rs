//! Is it alive, can it serve, what did it do: for load balancers and monitoring, without a token and without contents.

use std::time::Duration;

use actix_web::{HttpResponse, web::Data};
use inspectorate_migration::Migrator;
use sea_orm_migration::MigratorTrait;

use super::AppState;
use crate::database::Database;

/// A database that takes longer cannot serve.
const PATIENCE: Duration = Duration::from_secs(3);

/// `GET /healthz`: the process answers.
pub async fn alive() -> HttpResponse {
    HttpResponse::Ok().content_type("text/plain").body("ok\n")
}

/// `GET /readyz`: the database is reachable and has every migration, and the service is not stopping.
pub async fn ready(state: Data<AppState>) -> HttpResponse {
    let obstacle = if state.stopping() {
        Some("stopping")
    } else {
        obstacle(&state.database).await
    };
    match obstacle {
        None => HttpResponse::Ok()
            .content_type("text/plain")
            .body("ready\n"),
        Some(reason) => HttpResponse::ServiceUnavailable()
            .content_type("text/plain")
            .body(format!("{reason}\n")),
    }
}

/// `GET /metrics`, for Prometheus.
pub async fn metrics(state: Data<AppState>) -> HttpResponse {
    match state.metrics.text() {
        Ok(text) => HttpResponse::Ok()
            .content_type("text/plain; version=0.0.4; charset=utf-8")
            .body(text),
        Err(_) => HttpResponse::InternalServerError().finish(),
    }
}

async fn obstacle(database: &Database) -> Option<&'static str> {
    let pending = Migrator::get_pending_migrations(&database.reader);
    match tokio::time::timeout(PATIENCE, pending).await {
        Err(_) => Some("database does not answer"),
        Ok(Err(_)) => Some("database not reachable"),
        Ok(Ok(pending)) if pending.is_empty() => None,
        Ok(Ok(_)) => Some("migrations pending: run `inspectorate migrate up`"),
    }
}
