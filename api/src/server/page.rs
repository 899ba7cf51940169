//! GraphiQL at `/`, with every file it needs: an intranet has no CDN.
//!
//! The four files of GraphiQL are brought by `build.rs` or, by the setting `GRAPHIQL_DIR`, from a folder. Where neither has
//! them, a page of our own serves the same purpose more plainly.

use std::path::Path;

use actix_web::{
    HttpResponse,
    http::header::{CACHE_CONTROL, CONTENT_SECURITY_POLICY},
    web::{self, Bytes, Data},
};

use super::{AppState, security::PAGE_POLICY};
use crate::error::{Error, Result};

/// The files of GraphiQL, with the names that its page asks for.
const FILES: [&str; 4] = [
    "graphiql.min.js",
    "graphiql.min.css",
    "react.production.min.js",
    "react-dom.production.min.js",
];

#[cfg(graphiql)]
fn embedded(file: &str) -> Option<Bytes> {
    Some(Bytes::from_static(match file {
        "graphiql.min.js" => include_bytes!(concat!(env!("OUT_DIR"), "/graphiql.min.js")),
        "graphiql.min.css" => include_bytes!(concat!(env!("OUT_DIR"), "/graphiql.min.css")),
        "react.production.min.js" => {
            include_bytes!(concat!(env!("OUT_DIR"), "/react.production.min.js"))
        }
        "react-dom.production.min.js" => {
            include_bytes!(concat!(env!("OUT_DIR"), "/react-dom.production.min.js"))
        }
        _ => return None,
    }))
}

#[cfg(not(graphiql))]
fn embedded(_: &str) -> Option<Bytes> {
    None
}

/// The page and its files, in memory.
#[derive(Debug)]
pub struct Page {
    index: &'static str,
    files: Vec<(&'static str, Bytes)>,
}

impl Page {
    /// Read the files from `folder` when given, otherwise take those that were built in.
    pub fn load(folder: Option<&Path>) -> Result<Self> {
        let mut files = Vec::new();
        for file in FILES {
            let bytes = match folder {
                Some(folder) => Some(
                    std::fs::read(folder.join(file))
                        .map_err(|error| Error::internal((folder.join(file), error)))?
                        .into(),
                ),
                None => embedded(file),
            };
            files.extend(bytes.map(|bytes| (file, bytes)));
        }
        let (index, own) = if files.len() == FILES.len() {
            (
                include_str!("page/graphiql.html"),
                ("init.js", include_str!("page/init.js")),
            )
        } else {
            files.clear();
            (
                include_str!("page/plain.html"),
                ("plain.js", include_str!("page/plain.js")),
            )
        };
        files.push((own.0, Bytes::from_static(own.1.as_bytes())));
        Ok(Self { index, files })
    }

    fn file(&self, name: &str) -> Option<Bytes> {
        let found = self.files.iter().find(|(file, _)| *file == name);
        found.map(|(_, bytes)| bytes.clone())
    }
}

/// `GET /`: the page.
pub async fn index(state: Data<AppState>) -> HttpResponse {
    if !state.http.graphiql {
        return HttpResponse::NotFound().finish();
    }
    HttpResponse::Ok()
        .content_type("text/html; charset=utf-8")
        .insert_header((CONTENT_SECURITY_POLICY, PAGE_POLICY))
        .insert_header((CACHE_CONTROL, "no-cache"))
        .body(state.page.index)
}

/// `GET /graphiql/{file}`: one of its files.
pub async fn asset(state: Data<AppState>, file: web::Path<String>) -> HttpResponse {
    let found = state.page.file(&file).filter(|_| state.http.graphiql);
    let Some(bytes) = found else {
        return HttpResponse::NotFound().finish();
    };
    let kind = match file.rsplit('.').next() {
        Some("css") => "text/css; charset=utf-8",
        _ => "text/javascript; charset=utf-8",
    };
    HttpResponse::Ok()
        .content_type(kind)
        .insert_header((CACHE_CONTROL, "public, max-age=3600"))
        .body(bytes)
}
