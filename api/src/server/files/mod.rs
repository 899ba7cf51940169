//! Files of documents by HTTP: `POST /files` attaches one, `GET /files/{id}` sends its bytes. Tokens, rights and errors are those of
//! `/graphql`.

mod download;
mod upload;

use actix_web::{
    HttpRequest, HttpResponse,
    http::Method,
    web::{self, Data},
};
use tracing::Instrument;

use super::{AppState, http, media::Media, refused::Refused, request_id, security};

/// `POST /files`.
pub async fn attach(
    request: HttpRequest,
    payload: web::Payload,
    state: Data<AppState>,
) -> HttpResponse {
    let id = request_id::of(request.headers());
    let span = tracing::info_span!("request", id);
    let answered = upload::answered(&request, payload, &state).instrument(span.clone());
    finished(answered.await, &request, &state, &id, &span)
}

/// `GET /files/{id}`.
pub async fn send(
    request: HttpRequest,
    file: web::Path<String>,
    state: Data<AppState>,
) -> HttpResponse {
    let id = request_id::of(request.headers());
    let span = tracing::info_span!("request", id);
    let answered = download::answered(&request, &file, &state).instrument(span.clone());
    finished(answered.await, &request, &state, &id, &span)
}

/// Any other method.
pub async fn other(request: HttpRequest, state: Data<AppState>) -> HttpResponse {
    let id = request_id::of(request.headers());
    let span = tracing::info_span!("request", id);
    let allowed = match request.match_info().get("id") {
        Some(_) => Method::GET,
        None => Method::POST,
    };
    let refused = Refused::only(&allowed);
    finished(Err(refused), &request, &state, &id, &span)
}

/// Log an answer without its contents, and keep browsers from doing more with it than saving it.
fn finished(
    answered: Result<HttpResponse, Refused>,
    request: &HttpRequest,
    state: &AppState,
    id: &str,
    span: &tracing::Span,
) -> HttpResponse {
    let mut response =
        answered.unwrap_or_else(|refused| refused.response(Media::Json, id, &state.metrics));
    security::dress(&mut response, id);
    let (method, status) = (request.method().as_str(), response.status().as_u16());
    span.in_scope(|| tracing::info!(method, status, operation = "file", "answered"));
    response
}

/// Who asks, within the rate that is theirs.
async fn viewer(request: &HttpRequest, state: &AppState) -> Result<http::Asker, Refused> {
    let viewer = http::authenticated(request, state).await?;
    let rate = state.rate.take(&viewer.subject, 1);
    rate.map_err(|seconds| Refused::rate(seconds, state.http.rate))?;
    Ok(viewer)
}
