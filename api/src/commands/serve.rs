//! `serve`: the service for real work.

use std::net::TcpListener;

use clap::Args;
use inspectorate_migration::Migrator;
use sea_orm_migration::MigratorTrait;
use tokio::signal::unix::{SignalKind, signal};

use super::Failure;
use crate::{
    access::viewers::Viewers,
    blocks::{
        document::store::Store,
        event::{self, EventBus},
        shipped,
    },
    database::Database,
    error::Error,
    schema,
    server::{self, AppState, Server},
    settings::{
        InvalidSetting, ServiceSettings, Settings, TokenKey, TokenSettings, token::DEMO_SECRET,
    },
    telemetry,
};

/// Serve the contract. Needs a migrated database (`inspectorate migrate up`) and a key to check tokens with.
#[derive(Args)]
pub struct Serve {
    #[command(flatten)]
    settings: Settings,
}

impl Serve {
    pub async fn run(self) -> Result<(), Failure> {
        let settings = self.settings;
        settings.check()?;
        let token = settings.token.checked()?;
        if token.key == TokenKey::Secret(DEMO_SECRET.to_owned()) {
            return Err(InvalidSetting::new(
                "TOKEN_SECRET",
                "is the published secret of the demo: anybody may forge tokens with it",
            )
            .into());
        }
        telemetry::begin(&settings.log)?;
        let database = Database::connect(
            &settings.database.database_url,
            settings.database.database_connections,
            settings.database.statement_timeout,
        )
        .await
        .map_err(|error| Failure(format!("DATABASE_URL: {}", error.message)))?;
        let pending = Migrator::get_pending_migrations(&database.reader)
            .await
            .map_err(Error::from)?;
        if !pending.is_empty() {
            return Err(Failure(
                "the database is not migrated: run `inspectorate migrate up` first".to_owned(),
            ));
        }
        let url = settings.database.database_url.clone();
        let (server, log) = start(database, url, &token, settings.service).await?;
        tracing::info!(address = %server.address(), "listening");
        until_stopped(server, log).await
    }
}

/// Listen and serve, as `serve` and `demo` both do; with the server comes the log that has to be closed after it.
pub async fn start(
    database: Database,
    url: String,
    token: &TokenSettings,
    service: ServiceSettings,
) -> Result<(Server, EventBus), Failure> {
    let address = (service.http.listen, service.http.port);
    let listener = TcpListener::bind(address).map_err(|error| {
        Failure(format!(
            "LISTEN and PORT: cannot listen on {}:{}: {error}",
            address.0, address.1
        ))
    })?;
    // Here, where an error can still name the setting.
    Store::open(&service.files)?;
    shipped::load(&database).await?;
    let bus = event::follow(&database, Some(url)).await?;
    let viewers = Viewers::open(token, database.clone(), bus.clone()).await?;
    let schema = schema::build(database.clone(), bus.clone());
    let state = AppState::new(schema, database, viewers, service)?;
    let server = server::serve(listener, state)
        .map_err(|error| Failure(format!("cannot serve: {error}")))?;
    Ok((server, bus))
}

/// Serve until the process is told to stop, then seal what was done; a second signal does not wait for running requests.
pub async fn until_stopped(server: Server, log: EventBus) -> Result<(), Failure> {
    let failed = |error: std::io::Error| Failure(format!("the server failed: {error}"));
    let mut interrupt = signal(SignalKind::interrupt()).map_err(failed)?;
    let mut terminate = signal(SignalKind::terminate()).map_err(failed)?;
    let stopper = server.stopper();
    let settling = stopper.clone();
    tokio::spawn(async move {
        for at_once in [false, true] {
            tokio::select! {
                _ = interrupt.recv() => {}
                _ = terminate.recv() => {}
            }
            tracing::info!(at_once, "stopping");
            let stopper = stopper.clone();
            tokio::spawn(async move { stopper.stop(at_once).await });
        }
    });
    server.await.map_err(failed)?;
    settling.settled().await;
    log.close().await;
    tracing::info!("stopped");
    Ok(())
}
