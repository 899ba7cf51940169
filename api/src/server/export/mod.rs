//! A list as a table: any list of the root as CSV (`Accept: text/csv`), whole, with the filters, order and fields of the query.
//!
//! Pages are read one after the other as the client takes them, each by the query itself with the cursor of the page before, so
//! rights, limits and the log of reads are those of any query. The first page is read before anything is sent: what is wrong with
//! the query is answered as JSON. What goes wrong later cuts the connection, so that no part passes for the whole.

mod cells;
mod columns;
mod fields;
mod pages;
mod query;

use std::{io, sync::Arc};

use actix_web::{
    HttpResponse,
    http::header::{CONTENT_DISPOSITION, CONTENT_TYPE},
    web::{Bytes, Data},
};
use async_graphql::ServerError;
use futures::{StreamExt, stream};

use self::{pages::Pages, query::Exported};
use super::{
    AppState,
    execute::{Outcome, Stage},
};
use crate::{
    access::viewer::Viewer,
    blocks::{document::file_name, measure::today},
    graphql::guard::Admitted,
};

/// Why a query cannot be exported.
type Unfit = Box<ServerError>;

/// Answer a query by a table, or say what came of it instead.
pub async fn open(
    state: &Data<AppState>,
    viewer: Arc<Viewer>,
    admitted: Admitted,
) -> Result<HttpResponse, Box<Outcome>> {
    let exported = Exported::of(admitted.request, admitted.levels, &state.guard)
        .map_err(|unfit| Box::new(Outcome::refused(Stage::Invalid, *unfit)))?;
    let name = format!("{}-{}.csv", exported.list, today());
    let mut pages = Pages::new(Data::clone(state), viewer, exported);
    let first = pages.first().await?;
    let rest = stream::unfold(pages, |mut pages| async move {
        let page = pages.next().await?;
        // What went wrong half way can only be told by ending early.
        let page = page.map_err(|error| {
            tracing::warn!(code = error.code.as_str(), "an export broke off");
            io::Error::other("the export broke off")
        });
        Some((page, pages))
    });
    let body = stream::iter([Ok::<Bytes, io::Error>(first)]).chain(rest);
    Ok(HttpResponse::Ok()
        .insert_header((CONTENT_TYPE, "text/csv; charset=utf-8; header=present"))
        .insert_header((CONTENT_DISPOSITION, file_name::disposition(&name)))
        .streaming(body))
}
