//! One operation of a connection: a query answers once, a subscription until it ends or is ended.

use std::{sync::Arc, time::Instant};

use actix_web::web::Data;
use async_graphql::{Pos, Request, Response, ServerError, parser::types::OperationType};
use futures::StreamExt;
use tokio::{sync::mpsc::Sender, task::AbortHandle};
use tracing::Instrument;

use super::message;
use crate::{
    access::viewer::Viewer,
    server::{
        AppState, answer,
        execute::{self, Outcome, Stage},
    },
};

/// What an operation has to say.
pub struct Said {
    /// Which operation of the connection, in the order they began; ids of clients come again.
    pub number: u64,
    pub text: String,
    pub last: bool,
}

/// An operation that runs; dropping it ends it.
pub struct Running {
    pub number: u64,
    task: AbortHandle,
    state: Data<AppState>,
}

impl Drop for Running {
    fn drop(&mut self) {
        self.task.abort();
        self.state.metrics.subscriptions.dec();
    }
}

/// All that an operation needs.
pub struct Operation {
    pub state: Data<AppState>,
    pub viewer: Arc<Viewer>,
    /// The client's id of the operation.
    pub id: String,
    pub request_id: String,
    pub number: u64,
    pub to_client: Sender<Said>,
}

impl Operation {
    /// Run on the service's own threads.
    pub fn start(self, request: Request) -> Running {
        let state = Data::clone(&self.state);
        let number = self.number;
        state.metrics.subscriptions.inc();
        let span = tracing::info_span!("request", id = self.request_id);
        let task = state.runtime.spawn(self.run(request).instrument(span));
        Running {
            number,
            task: task.abort_handle(),
            state,
        }
    }

    async fn run(mut self, request: Request) {
        let started = Instant::now();
        // The connection is older than the operation: the body may have lost its registration since.
        match self.viewer.again(&self.state.database).await {
            Ok(viewer) => self.viewer = Arc::new(viewer),
            Err(error) => {
                return self
                    .refuse(vec![error.into_server_error(Pos::default())])
                    .await;
            }
        }
        let operation = match self.state.guard.admit(request) {
            Err(refusal) => {
                self.refuse(vec![*refusal.error]).await;
                None
            }
            Ok(admitted) if admitted.operation == OperationType::Subscription => {
                self.stream(admitted.request).await;
                Some(OperationType::Subscription)
            }
            Ok(admitted) => {
                let viewer = Arc::clone(&self.viewer);
                let outcome = execute::run_admitted(&self.state, viewer, admitted).await;
                let operation = outcome.operation;
                self.answer(outcome).await;
                operation
            }
        };
        tracing::info!(
            operation = execute::label(operation),
            agency = ?self.viewer.agency,
            milliseconds = started.elapsed().as_secs_f64() * 1_000.0,
            "answered over websocket"
        );
    }

    async fn stream(&self, request: Request) {
        let request = execute::prepared(&self.state, Arc::clone(&self.viewer), request);
        let mut responses = self.state.schema.execute_stream(request);
        while let Some(mut response) = responses.next().await {
            if !execute::executed(&response) {
                return self.refuse(response.errors).await;
            }
            self.tidy(&mut response);
            if !self.say(message::next(&self.id, &response), false).await {
                return;
            }
        }
        self.say(message::complete(&self.id), true).await;
    }

    async fn answer(&self, outcome: Outcome) {
        let mut response = outcome.response;
        if outcome.stage != Stage::Executed {
            return self.refuse(response.errors).await;
        }
        self.tidy(&mut response);
        if self.say(message::next(&self.id, &response), false).await {
            self.say(message::complete(&self.id), true).await;
        }
    }

    async fn refuse(&self, errors: Vec<ServerError>) {
        let mut response = Response::from_errors(errors);
        self.tidy(&mut response);
        self.say(message::error(&self.id, &response), true).await;
    }

    fn tidy(&self, response: &mut Response) {
        answer::tidy(&mut response.errors, &self.request_id, &self.state.metrics);
    }

    async fn say(&self, text: String, last: bool) -> bool {
        let said = Said {
            number: self.number,
            text,
            last,
        };
        self.to_client.send(said).await.is_ok()
    }
}

/// The refusal of an operation that was not begun.
pub fn refusal(state: &AppState, id: &str, request_id: &str, error: crate::error::Error) -> String {
    let mut errors = vec![error.into_server_error(Pos::default())];
    answer::tidy(&mut errors, request_id, &state.metrics);
    message::error(id, &Response::from_errors(errors))
}
