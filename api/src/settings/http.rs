//! How the service listens and what one client may use of it.

use std::{net::IpAddr, path::PathBuf, time::Duration};

use clap::{ArgAction, Args, ValueEnum, value_parser};

use super::seconds;

/// Which status codes answer a request that is well-formed HTTP but not valid GraphQL.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum HttpProfile {
    /// As the audit of `graphql-http` asks: 200 for `application/json`, 400 for `application/graphql-response+json`.
    Legacy,
    /// As the draft of August 2026 asks: 422, or 400 where the document does not parse, with both media types.
    Draft,
}

/// The HTTP side of the service.
#[derive(Args, Clone, Debug)]
#[command(next_help_heading = "HTTP")]
pub struct HttpSettings {
    /// Address to listen on.
    #[arg(long, env = "LISTEN", default_value = "127.0.0.1")]
    pub listen: IpAddr,

    /// Port to listen on; 0 takes a free one.
    #[arg(long, env = "PORT", default_value_t = 8000)]
    pub port: u16,

    /// Threads that serve connections; 0 takes one per core.
    #[arg(long, env = "WORKERS", default_value_t = 0, value_parser = value_parser!(u16).range(0..=256))]
    pub workers: u16,

    /// Largest request body in bytes.
    #[arg(long, env = "MAX_BODY_BYTES", default_value_t = 1_048_576, value_parser = value_parser!(u32).range(4_096..=67_108_864))]
    pub max_body_bytes: u32,

    /// Seconds that a client has to send its body.
    #[arg(long, env = "BODY_TIMEOUT", default_value = "8", value_parser = seconds)]
    pub body_timeout: Duration,

    /// Seconds that a request may run before it is given up with 503.
    #[arg(long, env = "REQUEST_TIMEOUT", default_value = "20", value_parser = seconds)]
    pub request_timeout: Duration,

    /// Seconds that running requests get to finish when the service stops.
    #[arg(long, env = "SHUTDOWN_TIMEOUT", default_value = "25", value_parser = seconds)]
    pub shutdown_timeout: Duration,

    /// Requests a second of one client, on average; 0 lifts the limit.
    #[arg(long, env = "RATE", default_value_t = 50)]
    pub rate: u32,

    /// Requests that one client may send at once before the rate counts.
    #[arg(long, env = "RATE_BURST", default_value_t = 200, value_parser = value_parser!(u32).range(1..))]
    pub rate_burst: u32,

    /// Most operations in one request (a JSON array); 1 refuses arrays.
    #[arg(long, env = "MAX_BATCH", default_value_t = 1, value_parser = value_parser!(u32).range(1..=50))]
    pub max_batch: u32,

    /// Most rows of a list that is exported as a table. Default, set your own.
    #[arg(long, env = "EXPORT_MAX_ROWS", default_value_t = 100_000, value_parser = value_parser!(u32).range(1..))]
    pub export_max_rows: u32,

    /// Whether clients may read the schema; GraphiQL needs it.
    #[arg(long, env = "INTROSPECTION", default_value_t = true, action = ArgAction::Set)]
    pub introspection: bool,

    /// Whether GraphiQL is served at `/`.
    #[arg(long, env = "GRAPHIQL", default_value_t = true, action = ArgAction::Set)]
    pub graphiql: bool,

    /// Folder with the four files of GraphiQL, brought by hand where the build could not fetch them.
    #[arg(long, env = "GRAPHIQL_DIR")]
    pub graphiql_dir: Option<PathBuf>,

    /// Which status codes answer invalid GraphQL.
    #[arg(long, env = "HTTP_PROFILE", value_enum, default_value = "legacy")]
    pub http_profile: HttpProfile,
}

/// What holds for clients that stay: websockets (`graphql-transport-ws`) and event streams.
#[derive(Args, Clone, Debug)]
#[command(next_help_heading = "Websocket")]
pub struct WebsocketSettings {
    /// Seconds that a client has to send `connection_init`.
    #[arg(long, env = "WS_INIT_TIMEOUT", default_value = "5", value_parser = seconds)]
    pub ws_init_timeout: Duration,

    /// Seconds between two pings of the service; a client silent for two of them is gone.
    #[arg(long, env = "WS_PING_INTERVAL", default_value = "20", value_parser = seconds)]
    pub ws_ping_interval: Duration,

    /// Seconds that a client may take nothing of what is sent to it, by websocket or as an event stream, before it is dropped.
    #[arg(long, env = "WS_SEND_TIMEOUT", default_value = "20", value_parser = seconds)]
    pub ws_send_timeout: Duration,

    /// Most operations that run at once on one connection.
    #[arg(long, env = "WS_MAX_SUBSCRIPTIONS", default_value_t = 20, value_parser = value_parser!(u32).range(1..=1_000))]
    pub ws_max_subscriptions: u32,

    /// Largest message of a client in bytes, over all its frames.
    #[arg(long, env = "WS_MAX_MESSAGE_BYTES", default_value_t = 131_072, value_parser = value_parser!(u32).range(4_096..=16_777_216))]
    pub ws_max_message_bytes: u32,

    /// Most open connections of all clients, websockets and event streams together.
    #[arg(long, env = "WS_MAX_CONNECTIONS", default_value_t = 2_000, value_parser = value_parser!(u32).range(1..))]
    pub ws_max_connections: u32,
}
