//! Documents parsed before: screens send the same few texts again and again, and parsing is dearer than copying.

use std::{
    num::NonZeroUsize,
    sync::{Arc, Mutex, PoisonError},
};

use async_graphql::{
    Pos, ServerError,
    parser::{self, parse_query, types::ExecutableDocument},
};
use lru::LruCache;

use super::{Refusal, refusal, scan};
use crate::settings::Limits;

/// A longer text is parsed each time, so that the cache stays small.
const MAX_CACHED_BYTES: usize = 8 * 1024;

/// The last documents by their text.
pub struct DocumentCache {
    documents: Option<Mutex<LruCache<Box<str>, Arc<ExecutableDocument>>>>,
}

impl std::fmt::Debug for DocumentCache {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("DocumentCache")
    }
}

impl DocumentCache {
    /// Room for `size` documents.
    pub fn new(size: u32) -> Self {
        let size = usize::try_from(size).ok().and_then(NonZeroUsize::new);
        Self {
            documents: size.map(|size| Mutex::new(LruCache::new(size))),
        }
    }

    /// The document that `text` is, scanned before it is parsed.
    pub fn parse(&self, text: &str, limits: &Limits) -> Result<ExecutableDocument, Refusal> {
        let cache = self
            .documents
            .as_ref()
            .filter(|_| text.len() <= MAX_CACHED_BYTES);
        let Some(cache) = cache else {
            return parse(text, limits);
        };
        let known = cache
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .get(text)
            .cloned();
        if let Some(known) = known {
            return Ok(ExecutableDocument::clone(&known));
        }
        let document = parse(text, limits)?;
        cache
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .put(text.into(), Arc::new(document.clone()));
        Ok(document)
    }
}

fn parse(text: &str, limits: &Limits) -> Result<ExecutableDocument, Refusal> {
    let unparsed = |error| Refusal {
        error: Box::new(error),
        parsed: false,
    };
    let rewritten = scan::scan(text, limits).map_err(unparsed)?;
    parse_query(rewritten.as_deref().unwrap_or(text)).map_err(|error| unparsed(unparsable(error)))
}

/// The parser's error in one line; its own echoes the text.
fn unparsable(error: parser::Error) -> ServerError {
    let pos = error.positions().next().unwrap_or_default();
    let told = error.to_string();
    let reason = told
        .lines()
        .rev()
        .find_map(|line| line.trim().strip_prefix("= "))
        .or_else(|| told.lines().next())
        .unwrap_or_default();
    let reason: String = reason.chars().take(200).collect();
    if pos == Pos::default() {
        return refusal::syntax(&reason, pos);
    }
    let reason = format!("{reason}, at line {} column {}", pos.line, pos.column);
    refusal::syntax(&reason, pos)
}
