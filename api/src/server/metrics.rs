//! What the service counts of itself, for Prometheus.

use std::time::Duration;

use prometheus::{
    Histogram, HistogramOpts, HistogramVec, IntCounter, IntCounterVec, IntGauge, Opts, Registry,
    TextEncoder,
};

use crate::error::{Error, Result};

/// Seconds at which the histogram of answer times is cut.
const BUCKETS: [f64; 11] = [
    0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1.0, 5.0, 20.0,
];

/// The counters of one service; each has its own, so that tests do not count for each other.
#[derive(Debug)]
pub struct Metrics {
    registry: Registry,
    requests: IntCounterVec,
    seconds: HistogramVec,
    errors: IntCounterVec,
    statements: IntCounter,
    statements_per_request: Histogram,
    /// Open websockets and event streams.
    pub connections: IntGauge,
    /// Operations running over websockets and event streams.
    pub subscriptions: IntGauge,
    /// Calls of webhooks, by what came of them.
    pub webhooks: IntCounterVec,
}

impl Metrics {
    pub fn new() -> Result<Self> {
        Self::registered().map_err(Error::internal)
    }

    fn registered() -> prometheus::Result<Self> {
        let metrics = Self {
            registry: Registry::new(),
            requests: IntCounterVec::new(
                Opts::new("inspectorate_requests_total", "Answers to /graphql."),
                &["status", "operation"],
            )?,
            seconds: HistogramVec::new(
                HistogramOpts::new("inspectorate_request_seconds", "Time to answer /graphql.")
                    .buckets(BUCKETS.to_vec()),
                &["operation"],
            )?,
            errors: IntCounterVec::new(
                Opts::new("inspectorate_errors_total", "Errors answered, by code."),
                &["code"],
            )?,
            statements: IntCounter::new(
                "inspectorate_sql_statements_total",
                "SQL statements that reading took.",
            )?,
            statements_per_request: Histogram::with_opts(
                HistogramOpts::new(
                    "inspectorate_sql_statements_per_request",
                    "SQL statements that one request took.",
                )
                .buckets(vec![0.0, 1.0, 2.0, 4.0, 8.0, 16.0, 32.0, 64.0]),
            )?,
            connections: IntGauge::new(
                "inspectorate_websocket_connections",
                "Open websockets and event streams.",
            )?,
            subscriptions: IntGauge::new(
                "inspectorate_websocket_operations",
                "Operations running over websockets and event streams.",
            )?,
            webhooks: IntCounterVec::new(
                Opts::new("inspectorate_webhook_calls_total", "Calls of webhooks."),
                &["outcome"],
            )?,
        };
        let registry = &metrics.registry;
        registry.register(Box::new(metrics.requests.clone()))?;
        registry.register(Box::new(metrics.seconds.clone()))?;
        registry.register(Box::new(metrics.errors.clone()))?;
        registry.register(Box::new(metrics.statements.clone()))?;
        registry.register(Box::new(metrics.statements_per_request.clone()))?;
        registry.register(Box::new(metrics.connections.clone()))?;
        registry.register(Box::new(metrics.subscriptions.clone()))?;
        registry.register(Box::new(metrics.webhooks.clone()))?;
        Ok(metrics)
    }

    /// One answer of `/graphql`.
    pub fn answered(&self, status: u16, operation: &str, took: Duration) {
        self.requests
            .with_label_values(&[status.to_string().as_str(), operation])
            .inc();
        self.seconds
            .with_label_values(&[operation])
            .observe(took.as_secs_f64());
    }

    /// The SQL statements of one request.
    pub fn read(&self, statements: usize) {
        let statements = u32::try_from(statements).unwrap_or(u32::MAX);
        self.statements.inc_by(u64::from(statements));
        self.statements_per_request.observe(f64::from(statements));
    }

    /// One error that a client saw.
    pub fn failed(&self, code: &str) {
        self.errors.with_label_values(&[code]).inc();
    }

    /// Everything in Prometheus' text format.
    pub fn text(&self) -> Result<String> {
        let mut text = String::new();
        TextEncoder::new()
            .encode_utf8(&self.registry.gather(), &mut text)
            .map_err(Error::internal)?;
        Ok(text)
    }
}
