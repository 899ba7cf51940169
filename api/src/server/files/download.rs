//! Sending the bytes of a file.

use actix_web::{
    HttpRequest, HttpResponse,
    body::SizedStream,
    http::header::{CONTENT_DISPOSITION, CONTENT_TYPE, ETAG},
};
use futures::StreamExt;

use super::{AppState, Refused, viewer};
use crate::{
    access::{policy, viewer::Viewer},
    blocks::document::file_name,
    domain::documents::document_file::DocumentFile,
    error::Error,
    graphql::node_id::decode,
    read::{noun::Noun, stored_file},
};

pub async fn answered(
    request: &HttpRequest,
    id: &str,
    state: &AppState,
) -> Result<HttpResponse, Refused> {
    let viewer = viewer(request, state).await?;
    policy::require(&viewer, DocumentFile::DEF.reads, "GET /files")?;
    let hidden = || Error::not_found(DocumentFile::DEF.name, "id");
    let (noun, key) = decode(id).ok_or_else(hidden)?;
    if noun != DocumentFile::DEF.name {
        return Err(hidden().into());
    }
    let file = stored_file::of(&viewer, &state.database, key).await?;
    let file = file.ok_or_else(hidden)?;
    note(state, &viewer).await;
    let bytes = state.store.read(&file.key).await?;
    // What went wrong half way can only be told by ending early.
    let bytes = bytes.map(|part| {
        part.map_err(|error| {
            tracing::error!(%error, "a file broke off");
            std::io::Error::other("the file broke off")
        })
    });
    let mut response = HttpResponse::Ok();
    response
        .insert_header((CONTENT_TYPE, file.media_type.as_str()))
        .insert_header((CONTENT_DISPOSITION, file_name::disposition(&file.name)))
        .insert_header((ETAG, format!("\"{}\"", file.sha256)));
    let size = u64::try_from(file.size).unwrap_or_default();
    Ok(response.body(SizedStream::new(size, bytes)))
}

/// Who takes the bytes of a file reads it, and that may have to be written down.
async fn note(state: &AppState, viewer: &Viewer) {
    let noun = DocumentFile::DEF;
    if state.access_log.watched(noun).is_some() {
        let operation = "GET /files".to_owned();
        let written = state.access_log.note(viewer, operation, noun, &[], 1);
        written.await;
    }
}
