//! GET and POST on `/graphql`, as GraphQL over HTTP asks it.

use std::time::Instant;

use actix_web::{
    HttpRequest, HttpResponse,
    http::{Method, StatusCode, header::HeaderMap},
    web::{self, Data},
};
use async_graphql::{Request, parser::types::OperationType};
use tracing::Instrument;

use super::{
    AppState, answer, body, event_stream,
    execute::{self, Door, Outcome, Stage},
    export, identity,
    media::{self, Media},
    parameters::{self, Asked},
    refused::Refused,
    request_id,
};
use crate::{access::viewer::Viewer, settings::HttpProfile};

/// What is known of a request by the time it is logged.
#[derive(Default)]
struct Seen {
    operation: Option<OperationType>,
    agency: Option<crate::access::policy::Agency>,
}

/// Answer a request, count it and log it without its contents.
pub async fn graphql(
    request: HttpRequest,
    payload: web::Payload,
    state: Data<AppState>,
) -> HttpResponse {
    let started = Instant::now();
    let id = request_id::of(request.headers());
    let span = tracing::info_span!("request", id);
    let mut seen = Seen::default();
    let answered = answered(&request, payload, &state, &id, &mut seen)
        .instrument(span.clone())
        .await;
    let mut response = match answered {
        Ok(response) => response,
        Err(refused) => {
            let media = media::wanted(request.headers()).unwrap_or(Media::Json);
            refused.response(media, &id, &state.metrics)
        }
    };
    super::security::dress(&mut response, &id);
    let operation = execute::label(seen.operation);
    let status = response.status().as_u16();
    let took = started.elapsed();
    state.metrics.answered(status, operation, took);
    span.in_scope(|| {
        tracing::info!(
            method = request.method().as_str(),
            status,
            operation,
            agency = ?seen.agency,
            milliseconds = took.as_secs_f64() * 1_000.0,
            "answered"
        );
    });
    response
}

async fn answered(
    request: &HttpRequest,
    payload: web::Payload,
    state: &Data<AppState>,
    id: &str,
    seen: &mut Seen,
) -> Result<HttpResponse, Refused> {
    let get = request.method() == Method::GET;
    if !get && request.method() != Method::POST {
        return Err(Refused::method());
    }
    let headers = request.headers();
    let wish = Wish::of(headers).ok_or_else(Refused::accept)?;
    if !get && !media::is_json(headers) {
        return Err(Refused::content_type());
    }
    let viewer = authenticated(request, state).await?;
    seen.agency = Some(viewer.agency);
    let allowed = |count| {
        let rate = state.rate.take(&viewer.subject, count);
        rate.map_err(|seconds| Refused::rate(seconds, state.http.rate))
    };
    allowed(1)?;
    let profile = state.http.http_profile;
    if get {
        let job = parameters::from_address(request.query_string())
            .map_err(|reason| Refused::parameters(reason, profile))?;
        return one(state, viewer, job, true, wish, id, seen).await;
    }
    let bytes = body::read(payload, headers, &state.http).await?;
    let max_batch = usize::try_from(state.http.max_batch).unwrap_or(usize::MAX);
    let asked = parameters::from_body(&bytes, max_batch)
        .map_err(|reason| Refused::parameters(reason, profile))?;
    match asked {
        Asked::One(job) => one(state, viewer, *job, false, wish, id, seen).await,
        Asked::Many(jobs) => {
            allowed(u32::try_from(jobs.len() - 1).unwrap_or(u32::MAX))?;
            if wish.only_events || wish.media == Media::Csv {
                return Err(Refused::accept());
            }
            Ok(many(state, viewer, jobs, wish.media, id, seen).await)
        }
    }
}

/// How the client wants its answer.
#[derive(Clone, Copy)]
struct Wish {
    /// Of an answer that is no stream.
    media: Media,
    /// It takes a stream, which a subscription needs.
    events: bool,
    /// It takes nothing else, so that every operation is answered by a stream.
    only_events: bool,
}

impl Wish {
    fn of(headers: &HeaderMap) -> Option<Self> {
        let (media, events) = (media::wanted(headers), media::takes_events(headers));
        (media.is_some() || events).then_some(Self {
            media: media.unwrap_or(Media::Json),
            events,
            only_events: media.is_none(),
        })
    }
}

/// The viewer of a request.
pub type Asker = std::sync::Arc<Viewer>;

/// The viewer whom the token of `request` speaks for.
pub async fn authenticated(request: &HttpRequest, state: &AppState) -> Result<Asker, Refused> {
    let presented = identity::presented(request.headers());
    let failed = match presented {
        identity::Presented::Twice => return Err(Refused::two_tokens()),
        identity::Presented::Nothing => return Err(Refused::unauthenticated(false)),
        identity::Presented::Unusable => None,
        identity::Presented::Token(token) => {
            let withheld = identity::withheld(state, request);
            match identity::viewer(state, token, &withheld).await {
                Ok(viewer) => return Ok(viewer),
                Err(error) => Some(error),
            }
        }
    };
    // Whoever tries tokens out is slowed down by address.
    let address = request.peer_addr().map(|peer| peer.ip().to_string());
    let rate = state.rate.take(address.as_deref().unwrap_or("unknown"), 1);
    rate.map_err(|seconds| Refused::rate(seconds, state.http.rate))?;
    Err(failed.map_or_else(|| Refused::unauthenticated(true), Refused::viewer))
}

async fn one(
    state: &Data<AppState>,
    viewer: Asker,
    job: Request,
    read_only: bool,
    wish: Wish,
    id: &str,
    seen: &mut Seen,
) -> Result<HttpResponse, Refused> {
    let door = Door {
        read_only,
        streams: wish.events,
    };
    let outcome = match execute::admit(state, job, door) {
        Ok(admitted) if admitted.operation == OperationType::Subscription => {
            seen.operation = Some(admitted.operation);
            return event_stream::open(state, viewer, admitted.request, id);
        }
        Ok(admitted) if wish.media == Media::Csv => {
            seen.operation = Some(admitted.operation);
            if admitted.operation != OperationType::Query {
                return Err(Refused::accept());
            }
            match export::open(state, viewer, admitted).await {
                Ok(response) => return Ok(response),
                Err(outcome) => *outcome,
            }
        }
        Ok(admitted) => execute::run(state, viewer, admitted).await,
        Err(outcome) => *outcome,
    };
    seen.operation = outcome.operation.or(seen.operation);
    let media = wish.media;
    let status = status(&outcome, media, state.http.http_profile);
    let streamed = wish.only_events && outcome.stage == Stage::Executed;
    let mut bytes = Vec::with_capacity(1_024);
    write(state, outcome, id, &mut bytes);
    if streamed {
        return Ok(event_stream::whole(bytes));
    }
    let mut response = HttpResponse::build(status);
    if status == StatusCode::METHOD_NOT_ALLOWED {
        response.insert_header(("allow", "POST"));
    }
    Ok(response.content_type(media.content_type()).body(bytes))
}

async fn many(
    state: &Data<AppState>,
    viewer: Asker,
    jobs: Vec<Request>,
    media: Media,
    id: &str,
    seen: &mut Seen,
) -> HttpResponse {
    let mut bytes = vec![b'['];
    for (index, job) in jobs.into_iter().enumerate() {
        let door = Door {
            read_only: false,
            streams: false,
        };
        let outcome = match execute::admit(state, job, door) {
            Ok(admitted) => execute::run(state, viewer.clone(), admitted).await,
            Err(outcome) => *outcome,
        };
        seen.operation = seen.operation.or(outcome.operation);
        if index > 0 {
            bytes.push(b',');
        }
        write(state, outcome, id, &mut bytes);
    }
    bytes.push(b']');
    HttpResponse::Ok()
        .content_type(media.content_type())
        .body(bytes)
}

fn write(state: &AppState, outcome: Outcome, id: &str, bytes: &mut Vec<u8>) {
    let executed = outcome.stage == Stage::Executed;
    let mut response = outcome.response;
    answer::tidy(&mut response.errors, id, &state.metrics);
    answer::write(&response, executed, bytes);
}

/// The two profiles differ in what they call an invalid request, and in whether an answer with errors is a whole one.
fn status(outcome: &Outcome, media: Media, profile: HttpProfile) -> StatusCode {
    let partial =
        !outcome.response.errors.is_empty() && outcome.response.data != async_graphql::Value::Null;
    match (outcome.stage, profile, media) {
        (Stage::Executed, HttpProfile::Draft, Media::GraphqlResponse) if partial => {
            StatusCode::from_u16(294).unwrap_or(StatusCode::OK)
        }
        // No table was made: a client that looks at the status alone must not take the reason for one.
        (Stage::Executed, _, Media::Csv) => StatusCode::UNPROCESSABLE_ENTITY,
        (Stage::Executed, ..) => StatusCode::OK,
        (Stage::ReadOnly, ..) => StatusCode::METHOD_NOT_ALLOWED,
        (Stage::TimedOut, ..) => StatusCode::SERVICE_UNAVAILABLE,
        (Stage::Panicked, ..) => StatusCode::INTERNAL_SERVER_ERROR,
        (Stage::Unparsed | Stage::Invalid, HttpProfile::Legacy, Media::Json) => StatusCode::OK,
        (Stage::Unparsed, ..) | (Stage::Invalid, HttpProfile::Legacy, _) => StatusCode::BAD_REQUEST,
        (Stage::Invalid, HttpProfile::Draft, _) => StatusCode::UNPROCESSABLE_ENTITY,
    }
}
