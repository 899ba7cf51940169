//! What the whole server holds, for the length of its life.

use std::sync::Arc;

use tokio::{runtime::Handle, sync::watch};

use super::{metrics::Metrics, page::Page, rate::Rate};
use crate::{
    access::{viewers::Viewers, zone::Zones},
    blocks::{
        access_log::AccessLog,
        document::store::Store,
        webhook::{Courier, Targets},
    },
    database::Database,
    error::{Error, Result},
    graphql::guard::Guard,
    schema::Schema,
    settings::{FileSettings, HttpSettings, ServiceSettings, WebsocketSettings},
};

/// What every request needs, made once.
pub struct AppState {
    pub(super) schema: Schema,
    pub(super) database: Database,
    pub(super) viewers: Viewers,
    pub(super) zones: Zones,
    pub(super) access_log: AccessLog,
    pub(super) guard: Guard,
    pub(super) rate: Rate,
    pub(super) metrics: Metrics,
    pub(super) courier: Courier,
    /// Where webhooks may call.
    pub(super) targets: Arc<Targets>,
    pub(super) page: Page,
    pub(super) http: HttpSettings,
    pub(super) websocket: WebsocketSettings,
    pub(super) files: FileSettings,
    pub(super) store: Store,
    /// Where operations run; its threads have the stack that deep answers need.
    pub(super) runtime: Handle,
    pub(super) stopping: watch::Sender<bool>,
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
            store: Store::open(&settings.files).map_err(Error::internal)?,
            files: settings.files,
            runtime: Handle::current(),
            stopping: watch::Sender::new(false),
        })
    }

    /// Whether the service is told to stop.
    pub(super) fn stopping(&self) -> bool {
        *self.stopping.borrow()
    }
}
