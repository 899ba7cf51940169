//! One operation from request to response, the same for HTTP and websocket.
//!
//! A shallow query is answered on the thread that it came in by, which spares two changes of thread, a sixth of what one row
//! costs. Everything else runs on the service's own threads: actix's have 2 MB of stack, which deep answers overflow in debug
//! builds, and a change that has begun must be finished although its client is gone.

use std::{
    any::Any,
    panic::AssertUnwindSafe,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
};

use actix_web::web::Data;
use async_graphql::{Pos, Request, Response, ServerError, parser::types::OperationType};
use futures::FutureExt;
use tokio::task::JoinHandle;
use tracing::Instrument;

use super::AppState;
use crate::{
    access::viewer::Viewer, error::Error, graphql::guard::Admitted, read::reader::Statements,
};

/// Nested selection sets that 2 MB of stack hold in a debug build several times over.
const SHALLOW: u64 = 12;

/// How far an operation came.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Not GraphQL.
    Unparsed,
    /// Refused before anything ran.
    Invalid,
    /// A mutation where only reading is allowed.
    ReadOnly,
    TimedOut,
    Panicked,
    /// Ran; its answer has `data`, which may be null.
    Executed,
}

/// What came of an operation.
#[derive(Debug)]
pub struct Outcome {
    pub response: Response,
    pub operation: Option<OperationType>,
    pub stage: Stage,
}

impl Outcome {
    pub fn refused(stage: Stage, error: ServerError) -> Self {
        Self {
            response: Response::from_errors(vec![error]),
            operation: None,
            stage,
        }
    }
}

/// The name of an operation's kind, for logs and metrics.
pub fn label(operation: Option<OperationType>) -> &'static str {
    match operation {
        Some(OperationType::Query) => "query",
        Some(OperationType::Mutation) => "mutation",
        Some(OperationType::Subscription) => "subscription",
        None => "none",
    }
}

/// Ends a task when nobody waits for it any more, unless it writes: a change that has begun is finished.
struct Abandoned<T> {
    task: JoinHandle<T>,
    writes: Arc<AtomicBool>,
}

impl<T> Drop for Abandoned<T> {
    fn drop(&mut self) {
        if !self.writes.load(Ordering::Relaxed) {
            self.task.abort();
        }
    }
}

/// Run a query or mutation that came by HTTP and has been admitted.
pub async fn run(state: &Data<AppState>, viewer: Arc<Viewer>, admitted: Admitted) -> Outcome {
    if is_shallow(&admitted) {
        return in_place(state, viewer, admitted).await;
    }
    run_admitted(state, viewer, admitted).await
}

/// A query whose execution stays well within the stack of actix's threads.
fn is_shallow(admitted: &Admitted) -> bool {
    admitted.operation == OperationType::Query && admitted.levels <= SHALLOW
}

async fn in_place(state: &AppState, viewer: Arc<Viewer>, admitted: Admitted) -> Outcome {
    let writes = AtomicBool::new(false);
    let answer = execute(state, viewer, admitted, &writes);
    let answer = AssertUnwindSafe(answer).catch_unwind().await;
    answer.unwrap_or_else(|panic| panicked(told(&panic)))
}

/// What a panic says of itself.
fn told(panic: &Box<dyn Any + Send>) -> &str {
    let text = panic.downcast_ref::<&str>().copied();
    let text = text.or_else(|| panic.downcast_ref::<String>().map(String::as_str));
    text.unwrap_or("a panic without a word")
}

fn panicked(reason: impl std::fmt::Debug) -> Outcome {
    Outcome::refused(
        Stage::Panicked,
        Error::internal(reason).into_server_error(Pos::default()),
    )
}

/// Run a query or mutation that has been admitted on the service's own threads.
pub async fn run_admitted(
    state: &Data<AppState>,
    viewer: Arc<Viewer>,
    admitted: Admitted,
) -> Outcome {
    let writes = Arc::new(AtomicBool::new(false));
    let job = {
        let (state, writes) = (Data::clone(state), Arc::clone(&writes));
        async move { execute(&state, viewer, admitted, &writes).await }
    };
    let mut running = Abandoned {
        task: state.runtime.spawn(job.in_current_span()),
        writes,
    };
    (&mut running.task).await.unwrap_or_else(panicked)
}

/// How an operation came by HTTP, and with that what it may be.
#[derive(Clone, Copy, Debug)]
pub struct Door {
    /// By GET: no mutation.
    pub read_only: bool,
    /// The client takes an event stream: a subscription is served.
    pub streams: bool,
}

/// Let an operation that came by HTTP in, or say what came of it instead.
pub fn admit(state: &AppState, request: Request, door: Door) -> Result<Admitted, Box<Outcome>> {
    let admitted = state.guard.admit(request).map_err(|refusal| {
        let stage = if refusal.parsed {
            Stage::Invalid
        } else {
            Stage::Unparsed
        };
        Box::new(Outcome::refused(stage, *refusal.error))
    })?;
    let operation = admitted.operation;
    let (stage, error) = match operation {
        OperationType::Mutation if door.read_only => (Stage::ReadOnly, by_post()),
        OperationType::Subscription if !door.streams => (Stage::Invalid, by_stream()),
        OperationType::Mutation | OperationType::Query | OperationType::Subscription => {
            return Ok(admitted);
        }
    };
    Err(Box::new(Outcome {
        operation: Some(operation),
        ..Outcome::refused(stage, error.into_server_error(Pos::default()))
    }))
}

async fn execute(
    state: &AppState,
    viewer: Arc<Viewer>,
    admitted: Admitted,
    writes: &AtomicBool,
) -> Outcome {
    let Admitted {
        request, operation, ..
    } = admitted;
    writes.store(operation == OperationType::Mutation, Ordering::Relaxed);
    let statements = Arc::new(Statements::default());
    let request = prepared(state, viewer, request).data(Arc::clone(&statements));
    let execution = state.schema.execute(request);
    let done = tokio::time::timeout(state.http.request_timeout, execution).await;
    let (response, stage) = match done {
        Ok(response) if executed(&response) => (response, Stage::Executed),
        Ok(response) => (response, Stage::Invalid),
        Err(_) => {
            let error = too_slow(state).into_server_error(Pos::default());
            (Response::from_errors(vec![error]), Stage::TimedOut)
        }
    };
    state.metrics.read(statements.count());
    Outcome {
        response,
        operation: Some(operation),
        stage,
    }
}

/// The request with everything that resolvers look for in it.
pub fn prepared(state: &AppState, viewer: Arc<Viewer>, request: Request) -> Request {
    let request = request
        .data(viewer)
        .data(state.access_log.clone())
        .data(Arc::clone(&state.targets));
    if state.http.introspection {
        request
    } else {
        request.disable_introspection()
    }
}

/// Whether anything ran: validation leaves neither data nor a path.
pub fn executed(response: &Response) -> bool {
    response.data != async_graphql::Value::Null
        || response.errors.is_empty()
        || response.errors.iter().any(|error| !error.path.is_empty())
}

fn by_post() -> Error {
    Error::bad_input(
        "query",
        "A mutation is not accepted by GET: send it by POST.",
        "不接受以 GET 方式提交变更：请使用 POST。",
    )
}

fn by_stream() -> Error {
    Error::bad_input(
        "query",
        "A subscription needs a stream: send `Accept: text/event-stream`, or use a websocket with the protocol graphql-transport-ws.",
        "订阅需要流式连接：请发送 Accept: text/event-stream，或使用 graphql-transport-ws 协议的 WebSocket。",
    )
}

fn too_slow(state: &AppState) -> Error {
    let seconds = state.http.request_timeout.as_secs();
    let mut error = Error::unavailable();
    error.message = format!(
        "The request ran longer than REQUEST_TIMEOUT ({seconds} s) and was given up; ask for less at once."
    );
    error.message_zh =
        format!("请求运行超过 REQUEST_TIMEOUT（{seconds} 秒），已中止；请减少单次请求的内容。");
    error
}
