//! The service on the wire: `/graphql` by HTTP and websocket, GraphiQL, health and metrics. Built the same by main and by tests.

mod answer;
mod body;
mod event_stream;
mod execute;
mod files;
mod health;
mod http;
mod identity;
mod media;
mod metrics;
mod page;
mod parameters;
mod rate;
mod refused;
mod request_id;
mod run;
mod security;
mod websocket;

use tokio::{runtime::Handle, sync::watch};

pub use self::run::{Server, Stopper, serve};
use self::{metrics::Metrics, page::Page, rate::Rate};
use crate::{
    access::{viewers::Viewers, zone::Zones},
    blocks::document::store::Store,
    database::Database,
    error::{Error, Result},
    graphql::guard::Guard,
    schema::Schema,
    settings::{FileSettings, HttpSettings, ServiceSettings, WebsocketSettings},
};

/// What every request needs, made once.
pub struct AppState {
    schema: Schema,
    database: Database,
    viewers: Viewers,
    zones: Zones,
    access_log: crate::blocks::access_log::AccessLog,
    guard: Guard,
    rate: Rate,
    metrics: Metrics,
    page: Page,
    http: HttpSettings,
    websocket: WebsocketSettings,
    files: FileSettings,
    store: Store,
    /// Where operations run; its threads have the stack that deep answers need.
    runtime: Handle,
    stopping: watch::Sender<bool>,
}

impl AppState {
    /// Has to be called on the runtime that operations shall run on.
    pub fn new(
        schema: Schema,
        database: Database,
        viewers: Viewers,
        settings: ServiceSettings,
    ) -> Result<Self> {
        Ok(Self {
            schema,
            access_log: settings.access_log.open(database.clone()),
            database,
            viewers,
            zones: settings.zone.zones(),
            guard: Guard::new(settings.limits),
            rate: Rate::new(settings.http.rate, settings.http.rate_burst),
            metrics: Metrics::new()?,
            page: Page::load(settings.http.graphiql_dir.as_deref())?,
            http: settings.http,
            websocket: settings.websocket,
            store: Store::open(&settings.files).map_err(Error::internal)?,
            files: settings.files,
            runtime: Handle::current(),
            stopping: watch::Sender::new(false),
        })
    }

    fn stopping(&self) -> bool {
        *self.stopping.borrow()
    }
}
