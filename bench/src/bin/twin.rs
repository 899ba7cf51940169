//! The twin as a server of its own: the same HTTP library, allocator, tokens and connection pool as the service.

use std::{process::ExitCode, sync::Arc, time::Duration};

use actix_web::{App, HttpRequest, HttpResponse, HttpServer, web};
use async_graphql::Request;
use clap::Parser;
use inspectorate::{
    access::{viewer::Viewer, viewers::Viewers},
    blocks::event::EventBus,
    database::Database,
    settings::TokenArgs,
};
use inspectorate_bench::twin::{self, Twin};

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
        let post = web::post().to(graphql);
        App::new().app_data(state.clone()).route("/graphql", post)
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

async fn viewer(state: &State, http: &HttpRequest) -> Option<Arc<Viewer>> {
    let header = http.headers().get("authorization")?.to_str().ok()?;
    let viewer = state.viewers.of(header.strip_prefix("Bearer ")?).await;
    viewer.ok()
}
