//! The body of a request: not larger and not slower than the settings allow.

use actix_web::{
    http::header::{CONTENT_LENGTH, HeaderMap},
    web::{Bytes, BytesMut, Payload},
};
use futures::StreamExt;

use super::refused::Refused;
use crate::settings::HttpSettings;

/// Read the whole body.
pub async fn read(
    payload: Payload,
    headers: &HeaderMap,
    settings: &HttpSettings,
) -> Result<Bytes, Refused> {
    let limit = usize::try_from(settings.max_body_bytes).unwrap_or(usize::MAX);
    let announced = headers
        .get(CONTENT_LENGTH)
        .and_then(|length| length.to_str().ok()?.parse::<usize>().ok())
        .unwrap_or(0);
    if announced > limit {
        return Err(Refused::too_large(limit));
    }
    tokio::time::timeout(settings.body_timeout, collect(payload, announced, limit))
        .await
        .unwrap_or_else(|_| Err(Refused::too_slow(settings.body_timeout)))
}

async fn collect(mut payload: Payload, announced: usize, limit: usize) -> Result<Bytes, Refused> {
    let mut bytes = BytesMut::with_capacity(announced.min(64 * 1_024));
    while let Some(chunk) = payload.next().await {
        let chunk = chunk.map_err(|_| Refused::broken_body())?;
        if bytes.len() + chunk.len() > limit {
            return Err(Refused::too_large(limit));
        }
        bytes.extend_from_slice(&chunk);
    }
    Ok(bytes.freeze())
}
