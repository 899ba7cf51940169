//! One connection from its first message to its close.

use std::{collections::HashMap, sync::Arc, time::Duration};

use actix_web::web::Data;
use actix_ws::{AggregatedMessage, MessageStream, ProtocolError, Session};
use chrono::Utc;
use tokio::{
    sync::mpsc,
    time::{Instant, MissedTickBehavior, interval, sleep_until, timeout},
};

use super::{
    message::{self, Close, FromClient},
    operation::{self, Operation, Running, Said},
};
use crate::{
    access::{policy::Action, viewer::Viewer},
    error::{Error, ErrorCode},
    server::{AppState, identity},
};

/// How long the last words may take.
const GOODBYE: Duration = Duration::from_secs(20);

/// Why a connection ends.
enum End {
    Close(Close),
    /// The client is gone or has said goodbye.
    Gone,
}

impl From<Close> for End {
    fn from(close: Close) -> Self {
        Self::Close(close)
    }
}

/// A connection and what runs on it.
pub struct Connection {
    state: Data<AppState>,
    session: Session,
    id: String,
    /// The token of the handshake, for clients that can send headers.
    header_token: Option<String>,
    /// What may not be done from where the client stands.
    withheld: Arc<[Action]>,
    /// Known after `connection_init`.
    viewer: Option<Arc<Viewer>>,
    /// End of the time to say `connection_init`, then of the token.
    deadline: Instant,
    operations: HashMap<String, Running>,
    begun: u64,
}

impl Connection {
    pub fn new(
        state: Data<AppState>,
        session: Session,
        id: String,
        header_token: Option<String>,
        withheld: Arc<[Action]>,
    ) -> Self {
        state.metrics.connections.inc();
        let deadline = Instant::now() + state.websocket.ws_init_timeout;
        Self {
            state,
            session,
            id,
            header_token,
            withheld,
            viewer: None,
            deadline,
            operations: HashMap::new(),
            begun: 0,
        }
    }

    /// Serve until one side has had enough.
    pub async fn serve(mut self, stream: MessageStream) {
        let end = self.run(stream).await;
        self.operations.clear();
        if let End::Close(close) = end {
            let reason = close.reason();
            tracing::info!(
                id = self.id,
                code = u16::from(reason.code),
                "websocket closed"
            );
            let _ = timeout(GOODBYE, self.session.clone().close(Some(reason))).await;
        }
    }

    async fn run(&mut self, stream: MessageStream) -> End {
        let limit =
            usize::try_from(self.state.websocket.ws_max_message_bytes).unwrap_or(usize::MAX);
        let mut stream = stream
            .max_frame_size(limit)
            .aggregate_continuations()
            .max_continuation_size(limit);
        let (to_client, mut said) = mpsc::channel::<Said>(64);
        let mut stopping = self.state.stopping.subscribe();
        let every = self.state.websocket.ws_ping_interval;
        let mut ping = interval(every);
        ping.set_missed_tick_behavior(MissedTickBehavior::Delay);
        let mut heard = Instant::now();
        loop {
            let step = tokio::select! {
                message = stream.recv() => {
                    heard = Instant::now();
                    match message {
                        None => Err(End::Gone),
                        Some(Err(error)) => Err(protocol_error(&error)),
                        Some(Ok(message)) => self.hear(message, &to_client).await,
                    }
                }
                Some(said) = said.recv() => self.pass_on(said).await,
                () = sleep_until(self.deadline) => Err(self.deadline_passed().into()),
                _ = ping.tick() => {
                    if heard.elapsed() > every * 2 {
                        Err(End::Gone)
                    } else {
                        let patience = self.state.websocket.ws_send_timeout;
                        timeout(patience, self.session.ping(b""))
                            .await
                            .map_or(Err(Close::TooSlow.into()), |sent| sent.map_err(|_| End::Gone))
                    }
                }
                _ = stopping.wait_for(|stop| *stop) => Err(Close::Stopping.into()),
            };
            if let Err(end) = step {
                return end;
            }
        }
    }

    fn deadline_passed(&self) -> Close {
        if self.viewer.is_some() {
            Close::Expired
        } else {
            Close::InitTimeout
        }
    }

    async fn hear(
        &mut self,
        message: AggregatedMessage,
        to_client: &mpsc::Sender<Said>,
    ) -> Result<(), End> {
        match message {
            AggregatedMessage::Text(text) => {
                let message = serde_json::from_str(&text)
                    .map_err(|_| Close::BadMessage("Invalid message"))?;
                self.understand(message, to_client).await
            }
            AggregatedMessage::Binary(_) => Err(Close::BadMessage("Messages are text").into()),
            AggregatedMessage::Ping(bytes) => {
                self.session.pong(&bytes).await.map_err(|_| End::Gone)
            }
            AggregatedMessage::Pong(_) => Ok(()),
            AggregatedMessage::Close(_) => Err(End::Gone),
        }
    }

    async fn understand(
        &mut self,
        message: FromClient,
        to_client: &mpsc::Sender<Said>,
    ) -> Result<(), End> {
        match message {
            FromClient::ConnectionInit { payload } => self.init(payload.as_ref()).await,
            FromClient::Ping {} => self.send("{\"type\":\"pong\"}".to_owned()).await,
            FromClient::Pong {} => Ok(()),
            FromClient::Complete { id } => {
                self.operations.remove(&id);
                Ok(())
            }
            FromClient::Subscribe { id, payload } => self.subscribe(id, payload, to_client).await,
        }
    }

    async fn init(&mut self, payload: Option<&serde_json::Value>) -> Result<(), End> {
        if self.viewer.is_some() {
            return Err(Close::SecondInit.into());
        }
        let token = match message::token(payload) {
            Some(value) => identity::bearer(value).unwrap_or(value).to_owned(),
            None => self.header_token.clone().ok_or(Close::Forbidden)?,
        };
        let viewer = identity::viewer(&self.state, &token, &self.withheld)
            .await
            .map_err(|error| match error.code {
                ErrorCode::Unavailable | ErrorCode::Internal => Close::Unavailable,
                _ => Close::Forbidden,
            })?;
        let left = (viewer.expires_at - Utc::now())
            .to_std()
            .unwrap_or_default();
        self.deadline = Instant::now() + left;
        self.viewer = Some(viewer);
        self.send("{\"type\":\"connection_ack\"}".to_owned()).await
    }

    async fn subscribe(
        &mut self,
        id: String,
        asked: message::Asked,
        to_client: &mpsc::Sender<Said>,
    ) -> Result<(), End> {
        let viewer = Arc::clone(self.viewer.as_ref().ok_or(Close::Unauthorized)?);
        if self.operations.contains_key(&id) {
            return Err(Close::IdInUse(id).into());
        }
        self.begun += 1;
        let request_id = format!("{}:{}", self.id, self.begun);
        if let Err(error) = self.room(&viewer) {
            let text = operation::refusal(&self.state, &id, &request_id, error);
            return self.send(text).await;
        }
        let running = Operation {
            state: Data::clone(&self.state),
            viewer,
            id: id.clone(),
            request_id,
            number: self.begun,
            to_client: to_client.clone(),
        }
        .start(asked.into());
        self.operations.insert(id, running);
        Ok(())
    }

    fn room(&self, viewer: &Viewer) -> Result<(), Error> {
        let limit = self.state.websocket.ws_max_subscriptions;
        if self.operations.len() >= usize::try_from(limit).unwrap_or(usize::MAX) {
            return Err(Error::limited(
                format!(
                    "Too many operations on this connection: the limit WS_MAX_SUBSCRIPTIONS is {limit}."
                ),
                format!("此连接上的操作过多：上限 WS_MAX_SUBSCRIPTIONS 为 {limit}。"),
            ));
        }
        let rate = self.state.http.rate;
        self.state.rate.take(&viewer.subject, 1).map_err(|seconds| {
            Error::limited(
                format!("Too many requests: the limit RATE is {rate} a second. Try again in {seconds} s."),
                format!("请求过于频繁：上限为每秒 {rate} 次（RATE）。请在 {seconds} 秒后重试。"),
            )
        })
    }

    /// Pass on what an operation says, unless the client has ended it since.
    async fn pass_on(&mut self, said: Said) -> Result<(), End> {
        let id = self
            .operations
            .iter()
            .find(|(_, running)| running.number == said.number)
            .map(|(id, _)| id.clone());
        let Some(id) = id else {
            return Ok(());
        };
        if said.last {
            self.operations.remove(&id);
        }
        self.send(said.text).await
    }

    async fn send(&mut self, text: String) -> Result<(), End> {
        let patience = self.state.websocket.ws_send_timeout;
        match timeout(patience, self.session.text(text)).await {
            Ok(Ok(())) => Ok(()),
            Ok(Err(_)) => Err(End::Gone),
            Err(_) => Err(Close::TooSlow.into()),
        }
    }
}

impl Drop for Connection {
    fn drop(&mut self) {
        self.state.metrics.connections.dec();
    }
}

fn protocol_error(error: &ProtocolError) -> End {
    match error {
        ProtocolError::Overflow => Close::TooLarge.into(),
        // The one that actix-ws makes of too many continuation frames.
        ProtocolError::Io(error) if error.to_string().contains("continuation size") => {
            Close::TooLarge.into()
        }
        ProtocolError::Io(error) if error.kind() == std::io::ErrorKind::InvalidData => {
            Close::BadMessage("Messages are UTF-8").into()
        }
        _ => End::Gone,
    }
}
