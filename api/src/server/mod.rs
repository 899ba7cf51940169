//! The service on the wire: `/graphql` by HTTP and websocket, GraphiQL, health and metrics. Built the same by main and by tests.

mod answer;
mod body;
mod event_stream;
mod execute;
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

use std::sync::Arc;

use tokio::{runtime::Handle, sync::watch};

pub use self::run::{Server, Stopper, serve};
use self::{metrics::Metrics, page::Page, rate::Rate};
use crate::{
    access::{viewers::Viewers, zone::Zones},
    blocks::webhook::{Courier, Targets},
    database::Database,
    error::Result,
    graphql::guard::Guard,
    schema::Schema,
    settings::{HttpSettings, ServiceSettings, WebsocketSettings},
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
    courier: Courier,
    /// Where webhooks may call.
    targets: Arc<Targets>,
    page: Page,
    http: HttpSettings,
    websocket: WebsocketSettings,
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
        let metrics = Metrics::new()?;
        let zones = settings.zone.zones();
        let targets = Arc::new(settings.webhook.targets());
        let courier = Courier::open(
            database.clone(),
            viewers.bus().clone(),
            &settings.webhook,
            // Where a receiver stands nobody knows, so it hears what may be heard anywhere.
            zones.withheld(None, std::iter::empty()),
            metrics.webhooks.clone(),
        )?;
        Ok(Self {
            schema,
            access_log: settings.access_log.open(database.clone()),
            database,
            viewers,
            zones,
            guard: Guard::new(settings.limits),
            rate: Rate::new(settings.http.rate, settings.http.rate_burst),
            metrics,
            courier,
            targets,
            page: Page::load(settings.http.graphiql_dir.as_deref())?,
            http: settings.http,
            websocket: settings.websocket,
            runtime: Handle::current(),
            stopping: watch::Sender::new(false),
        })
    }

    fn stopping(&self) -> bool {
        *self.stopping.borrow()
    }
}
