//! Taking a file in: its bytes first, then its row, and no bytes without a row.

use std::time::Duration;

use actix_web::{
    HttpRequest, HttpResponse,
    http::header::{CONTENT_ENCODING, CONTENT_LENGTH, CONTENT_TYPE, HeaderMap, LOCATION},
    web::{self, Data},
};
use async_graphql::{Name, Value, indexmap::IndexMap};
use futures::StreamExt;
use serde::Deserialize;
use serde_json::json;
use tracing::Instrument;

use super::{AppState, Refused, viewer};
use crate::{
    access::{policy, verb},
    blocks::document::{
        file_name,
        incoming::{Incoming, Kept, too_large},
        media_type::MediaType,
    },
    domain::documents::{BY_UPLOAD, document::Document, document_file::DocumentFile},
    error::{Error, Result as Done},
    graphql::node_id::{decode, encode},
    read::{noun::Noun, stored_file},
    server::http::Asker,
    settings::FileSettings,
};

/// What the address says of the file.
#[derive(Debug, Deserialize)]
struct Said {
    /// Global id of the document.
    document: String,
    /// The version of the document that the client saw.
    version: i32,
    name: String,
}

pub async fn answered(
    request: &HttpRequest,
    payload: web::Payload,
    state: &Data<AppState>,
) -> Result<HttpResponse, Refused> {
    let viewer = viewer(request, state).await?;
    policy::require(&viewer, BY_UPLOAD.action, "POST /files")?;
    let said = web::Query::<Said>::from_query(request.query_string());
    let said = said.map_err(|_| unsaid())?.into_inner();
    file_name::is_safe(&said.name)?;
    let media_type = media_type(request.headers(), &state.files)?;
    let limit = state.files.max_file_bytes;
    if announced(request.headers()) > limit {
        return Err(too_large(limit).into());
    }
    // Nobody sends a file for nothing: whether its document is there is found out again when the row is written.
    let hidden = || Error::not_found(Document::DEF.name, "document");
    let (noun, document) = decode(&said.document).ok_or_else(hidden)?;
    let known = stored_file::exists(&viewer, &state.database, Document::DEF, document).await?;
    if noun != Document::DEF.name || !known {
        return Err(hidden().into());
    }
    let incoming = state.store.receive().await?;
    let incoming = received(payload, incoming, state, media_type).await?;
    // From here on the work is finished although its client may be gone.
    let held = Data::clone(state);
    let work = async move { kept(&held, viewer, incoming, said, media_type).await };
    let work = state.runtime.spawn(work.in_current_span());
    let (id, file) = work.await.map_err(Error::internal)??;
    let answer = json!({ "data": { "documentFile": file } });
    Ok(HttpResponse::Created()
        .insert_header((LOCATION, format!("/files/{id}")))
        .content_type("application/json; charset=utf-8")
        .body(answer.to_string()))
}

/// The whole body, or nothing of it.
async fn received(
    payload: web::Payload,
    mut incoming: Incoming,
    state: &AppState,
    media_type: MediaType,
) -> Result<Incoming, Refused> {
    let FileSettings {
        max_file_bytes,
        file_timeout,
        ..
    } = state.files;
    let taken = take(payload, &mut incoming, max_file_bytes);
    let taken = tokio::time::timeout(file_timeout, taken).await;
    let taken = taken.unwrap_or_else(|_| Err(too_slow(file_timeout).into()));
    match taken.and_then(|()| Ok(incoming.is(media_type)?)) {
        Ok(()) => Ok(incoming),
        Err(refused) => {
            incoming.give_up().await;
            Err(refused)
        }
    }
}

async fn take(
    mut payload: web::Payload,
    incoming: &mut Incoming,
    limit: u64,
) -> Result<(), Refused> {
    while let Some(chunk) = payload.next().await {
        let chunk = chunk.map_err(|_| Refused::broken_body())?;
        incoming.take(&chunk, limit).await?;
    }
    Ok(())
}

/// Keep the bytes and write the row, which is answered with its id; the bytes are forgotten when the row is refused.
async fn kept(
    state: &AppState,
    viewer: Asker,
    incoming: Incoming,
    said: Said,
    media_type: MediaType,
) -> Done<(String, serde_json::Value)> {
    let kept = incoming.keep().await?;
    let input = input(&said, media_type, &kept);
    match verb::run(&viewer, &state.database, BY_UPLOAD, input).await {
        Ok(done) => {
            state.viewers.bus().wake();
            let id = encode(DocumentFile::DEF.name, done.subject);
            let file = json!({
                "id": id, "name": said.name, "mediaType": media_type.name, "size": kept.size, "sha256": kept.sha256,
            });
            Ok((id, file))
        }
        Err(error) => {
            state.store.forget(&kept.key).await;
            let field = error.field.as_deref().unwrap_or_default();
            let field = field.strip_prefix("input.").unwrap_or(field).to_owned();
            Err(error.field(field))
        }
    }
}

fn input(said: &Said, media_type: MediaType, kept: &Kept) -> Value {
    let mut fields = IndexMap::new();
    let mut add = |name: &str, value: Value| fields.insert(Name::new(name), value);
    add("document", Value::from(said.document.as_str()));
    add("version", Value::from(said.version));
    add("name", Value::from(said.name.as_str()));
    add("mediaType", Value::from(media_type.name));
    add("size", Value::from(kept.size.to_string()));
    add("sha256", Value::from(kept.sha256.as_str()));
    add("storedAs", Value::from(kept.key.as_str()));
    Value::Object(fields)
}

/// The kind that the file is said to be, if it is taken.
fn media_type(headers: &HeaderMap, settings: &FileSettings) -> Done<MediaType> {
    let said = headers
        .get(CONTENT_TYPE)
        .and_then(|value| value.to_str().ok());
    let known = said.and_then(MediaType::parse);
    let packed = headers.contains_key(CONTENT_ENCODING);
    match known.filter(|known| !packed && settings.file_types.contains(known)) {
        Some(known) => Ok(known),
        None => {
            let taken: Vec<_> = settings.file_types.iter().map(|one| one.name).collect();
            let taken = taken.join(", ");
            Err(Error::bad_input(
                "contentType",
                format!(
                    "`Content-Type` names one of the kinds that are taken (FILE_TYPES), and no Content-Encoding stands beside it: {taken}."
                ),
                format!(
                    "请求头 Content-Type 须为可接受的类型之一（FILE_TYPES），且不得使用 Content-Encoding：{taken}。"
                ),
            ))
        }
    }
}

fn announced(headers: &HeaderMap) -> u64 {
    let length = headers.get(CONTENT_LENGTH);
    let length = length.and_then(|length| length.to_str().ok()?.parse().ok());
    length.unwrap_or_default()
}

fn unsaid() -> Error {
    Error::bad_input(
        "query",
        "The address says of a file its `document` (id), the `version` of it that you saw (a number) and the `name` of the file, each once.",
        "地址参数须各填写一次：document（公文 ID）、version（所见版本，整数）和 name（文件名）。",
    )
}

fn too_slow(limit: Duration) -> Error {
    let seconds = limit.as_secs();
    Error::limited(
        format!("The file did not arrive within FILE_TIMEOUT ({seconds} s)."),
        format!("文件未在 FILE_TIMEOUT（{seconds} 秒）内送达。"),
    )
    .field("body")
}
