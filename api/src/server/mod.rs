//! The service on the wire: `/graphql` by HTTP and websocket, GraphiQL, health and metrics. Built the same by main and by tests.

mod answer;
mod body;
mod event_stream;
mod execute;
mod export;
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
mod state;
mod websocket;

pub use self::{
    run::{Server, Stopper, serve},
    state::AppState,
};
