//! The twin as a server of its own: the same HTTP library, allocator, tokens and connection pool as the service.

use std::{process::ExitCode, sync::Arc, time::Duration};

use actix_web::{App, HttpRequest, HttpResponse, HttpServer, web};
use async_graphql::{Request, Value};
use chrono::NaiveDate;
use clap::Parser;
use inspectorate::{
    access::{viewer::Viewer, viewers::Viewers},
    blocks::event::EventBus,
    database::Database,
    graphql::node_id,
    settings::TokenArgs,
};
use inspectorate_bench::twin::{self, Twin};
use sea_orm::{ConnectionTrait, DbErr, Statement};
use serde::Serialize;
use uuid::Uuid;

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

#[derive(Parser)]
struct Arguments {
    #[arg(long, env = "DATABASE_URL")]
    database_url: String,
    #[arg(long, default_value_t = 8102)]
    port: u16,
    #[command(flatten)]
    token: TokenArgs,
}

struct State {
    twin: Twin,
    database: Database,
    viewers: Viewers,
}

#[actix_web::main]
async fn main() -> ExitCode {
    match serve(Arguments::parse()).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("twin: {error}");
            ExitCode::FAILURE
        }
    }
}

async fn serve(arguments: Arguments) -> Result<(), String> {
    let settings = arguments
        .token
        .checked()
        .map_err(|error| error.to_string())?;
    let database = Database::connect(&arguments.database_url, 10, Duration::from_secs(15)).await;
    let database = database.map_err(|error| error.message)?;
    let bus = EventBus::open(&database).await;
    let bus = bus.map_err(|error| error.message)?;
    let viewers = Viewers::open(&settings, database.clone(), bus)
        .await
        .map_err(|error| error.to_string())?;
    let state = web::Data::new(State {
        twin: twin::schema(),
        database,
        viewers,
    });
    HttpServer::new(move || {
        App::new()
            .app_data(state.clone())
            .route("/graphql", web::post().to(graphql))
            .route("/bare", web::post().to(bare))
    })
    .bind(("127.0.0.1", arguments.port))
    .map_err(|error| error.to_string())?
    .run()
    .await
    .map_err(|error| error.to_string())
}

async fn graphql(state: web::Data<State>, http: HttpRequest, body: web::Bytes) -> HttpResponse {
    let Some(viewer) = viewer(&state, &http).await else {
        return HttpResponse::Unauthorized().finish();
    };
    let Ok(request) = serde_json::from_slice::<Request>(&body) else {
        return HttpResponse::BadRequest().finish();
    };
    let response = twin::execute(&state.twin, state.database.clone(), viewer, request).await;
    HttpResponse::Ok().json(response)
}

#[derive(Serialize)]
struct Bare {
    data: Data,
}

#[derive(Serialize)]
struct Data {
    organization: Option<Row>,
}

/// What the row by id asks for.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Row {
    code: String,
    name: String,
    short_name: Option<String>,
    region_code: Option<String>,
    established_on: Option<NaiveDate>,
    version: i32,
}

/// The same answer without GraphQL: what HTTP, token, one statement and its JSON cost under any design.
async fn bare(state: web::Data<State>, http: HttpRequest, body: web::Bytes) -> HttpResponse {
    let Some(viewer) = viewer(&state, &http).await else {
        return HttpResponse::Unauthorized().finish();
    };
    let request = serde_json::from_slice::<Request>(&body).ok();
    let id = request.and_then(|request| match request.variables.get("id") {
        Some(Value::String(id)) => node_id::decode(id),
        _ => None,
    });
    let Some((_, id)) = id else {
        return HttpResponse::BadRequest().finish();
    };
    match row(&state.database, &viewer, id).await {
        Ok(organization) => HttpResponse::Ok().json(Bare {
            data: Data { organization },
        }),
        Err(error) => HttpResponse::InternalServerError().body(error.to_string()),
    }
}

async fn row(database: &Database, viewer: &Viewer, id: Uuid) -> Result<Option<Row>, DbErr> {
    let from = viewer.jurisdiction.clone();
    // The path ends in `/`, and `0` is the character after it.
    let to = format!("{}0", from.trim_end_matches('/'));
    let statement = Statement::from_sql_and_values(
        database.backend(),
        "SELECT code, name, short_name, region_code, established_on, version FROM organization WHERE id = $1 AND path >= $2 AND path < $3",
        [id.into(), from.into(), to.into()],
    );
    let Some(row) = database.reader.query_one_raw(statement).await? else {
        return Ok(None);
    };
    Ok(Some(Row {
        code: row.try_get_by_index(0)?,
        name: row.try_get_by_index(1)?,
        short_name: row.try_get_by_index(2)?,
        region_code: row.try_get_by_index(3)?,
        established_on: row.try_get_by_index(4)?,
        version: row.try_get_by_index(5)?,
    }))
}

async fn viewer(state: &State, http: &HttpRequest) -> Option<Arc<Viewer>> {
    let header = http.headers().get("authorization")?.to_str().ok()?;
    let viewer = state.viewers.of(header.strip_prefix("Bearer ")?).await;
    viewer.ok()
}
