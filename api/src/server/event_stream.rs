//! One operation over server-sent events: GraphQL over SSE in its mode of distinct connections, for clients that can hold a
//! request open but no websocket.

use std::{
    convert::Infallible,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    time::Duration,
};

use actix_web::{
    HttpResponse,
    web::{Bytes, Data},
};
use async_graphql::{Pos, Request, Response};
use chrono::Utc;
use futures::{StreamExt, stream};
use tokio::{
    sync::mpsc,
    task::AbortHandle,
    time::{Instant, sleep, sleep_until, timeout},
};
use tracing::Instrument;

use super::{AppState, answer, execute, refused::Refused};
use crate::{access::viewer::Viewer, error::Error};

/// Results that wait for the client; an operation that is further ahead waits itself.
const WAITING: usize = 16;

/// The answer of a query or mutation, for a client that takes nothing but a stream.
pub fn whole(result: Vec<u8>) -> HttpResponse {
    let mut body = next(result);
    body.extend_from_slice(COMPLETE);
    dressed().body(body)
}

/// Serve a subscription until it ends, the client is gone or its token ends. It reads through the viewer's rights at each delivery.
pub fn open(
    state: &Data<AppState>,
    viewer: Arc<Viewer>,
    request: Request,
    id: &str,
) -> Result<HttpResponse, Refused> {
    let room = i64::from(state.websocket.ws_max_connections);
    if state.stopping() || state.metrics.connections.get() >= room {
        return Err(Refused::no_room());
    }
    let left = (viewer.expires_at - Utc::now())
        .to_std()
        .unwrap_or_default();
    let (to_client, results) = mpsc::channel(WAITING);
    let slow = Arc::new(AtomicBool::new(false));
    let operation = Operation {
        state: Data::clone(state),
        id: id.to_owned(),
        to_client,
        slow: Arc::clone(&slow),
    };
    let running = operation.run(viewer, request).in_current_span();
    let connection = Connection::new(
        Data::clone(state),
        state.runtime.spawn(running).abort_handle(),
    );
    let told = Told {
        connection,
        id: id.to_owned(),
        results,
        slow,
        token_ends: Instant::now() + left,
        comment_every: state.websocket.ws_ping_interval,
        over: false,
    };
    // A first comment, because some browsers take the headers for sent only with the first byte of the body.
    let body = stream::iter([Bytes::from_static(COMMENT)]).chain(stream::unfold(told, Told::next));
    Ok(dressed().streaming(body.map(Ok::<_, Infallible>)))
}

fn dressed() -> actix_web::HttpResponseBuilder {
    let mut response = HttpResponse::Ok();
    response
        .content_type("text/event-stream; charset=utf-8")
        // Proxies that collect an answer before they pass it on would hold the events back.
        .insert_header(("x-accel-buffering", "no"));
    response
}

const COMMENT: &[u8] = b":\n\n";
const COMPLETE: &[u8] = b"event: complete\ndata:\n\n";

/// A result as an event. Line breaks between the tokens of JSON mean nothing to it, but end a line of the stream.
fn next(mut result: Vec<u8>) -> Vec<u8> {
    for byte in &mut result {
        if matches!(byte, b'\n' | b'\r') {
            *byte = b' ';
        }
    }
    [b"event: next\ndata: ", &result[..], b"\n\n"].concat()
}

/// The operation, on the service's own threads.
struct Operation {
    state: Data<AppState>,
    id: String,
    to_client: mpsc::Sender<Bytes>,
    slow: Arc<AtomicBool>,
}

impl Operation {
    async fn run(self, viewer: Arc<Viewer>, request: Request) {
        let request = execute::prepared(&self.state, viewer, request);
        let mut responses = self.state.schema.execute_stream(request);
        let patience = self.state.websocket.ws_send_timeout;
        while let Some(response) = responses.next().await {
            let result = result(response, &self.id, &self.state);
            match timeout(patience, self.to_client.send(result.into())).await {
                Ok(Ok(())) => {}
                Ok(Err(_)) => return,
                Err(_) => {
                    self.slow.store(true, Ordering::Release);
                    tracing::info!("event stream dropped: its client takes nothing");
                    return;
                }
            }
        }
    }
}

fn result(mut response: Response, id: &str, state: &AppState) -> Vec<u8> {
    let executed = execute::executed(&response);
    answer::tidy(&mut response.errors, id, &state.metrics);
    let mut bytes = Vec::with_capacity(1_024);
    answer::write(&response, executed, &mut bytes);
    next(bytes)
}

/// An open stream; dropping it ends its operation.
struct Connection {
    state: Data<AppState>,
    task: AbortHandle,
}

impl Connection {
    fn new(state: Data<AppState>, task: AbortHandle) -> Self {
        state.metrics.connections.inc();
        state.metrics.subscriptions.inc();
        Self { state, task }
    }
}

impl Drop for Connection {
    fn drop(&mut self) {
        self.task.abort();
        self.state.metrics.connections.dec();
        self.state.metrics.subscriptions.dec();
    }
}

/// What the client is told.
struct Told {
    connection: Connection,
    id: String,
    results: mpsc::Receiver<Bytes>,
    /// The operation gave up because the client took nothing.
    slow: Arc<AtomicBool>,
    token_ends: Instant,
    comment_every: Duration,
    over: bool,
}

impl Told {
    async fn next(mut self) -> Option<(Bytes, Self)> {
        if self.over {
            return None;
        }
        let mut stopping = self.connection.state.stopping.subscribe();
        let bytes = tokio::select! {
            biased;
            // Without `complete`, so that the client comes again.
            _ = stopping.wait_for(|stop| *stop) => return None,
            () = sleep_until(self.token_ends) => self.last(Some(Error::unauthenticated())),
            result = self.results.recv() => match result {
                Some(result) => result,
                None => {
                    let slow = self.slow.load(Ordering::Acquire);
                    self.last(slow.then(|| too_slow(&self.connection.state)))
                }
            },
            () = sleep(self.comment_every) => Bytes::from_static(COMMENT),
        };
        Some((bytes, self))
    }

    /// The end, with its reason where it is not the operation's own.
    fn last(&mut self, reason: Option<Error>) -> Bytes {
        self.over = true;
        let state = &self.connection.state;
        let mut bytes = reason.map_or_else(Vec::new, |reason| {
            let error = reason.into_server_error(Pos::default());
            result(Response::from_errors(vec![error]), &self.id, state)
        });
        bytes.extend_from_slice(COMPLETE);
        bytes.into()
    }
}

fn too_slow(state: &AppState) -> Error {
    let seconds = state.websocket.ws_send_timeout.as_secs();
    Error::limited(
        format!(
            "The client took nothing for WS_SEND_TIMEOUT ({seconds} s): subscribe again after the last position."
        ),
        format!(
            "客户端超过 WS_SEND_TIMEOUT（{seconds} 秒）未接收数据，请从最后收到的序号之后重新订阅。"
        ),
    )
}
