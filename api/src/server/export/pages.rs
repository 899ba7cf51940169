//! The pages of an export, one after the other.

use std::{sync::Arc, time::Duration};

use actix_web::web::{Bytes, Data};
use async_graphql::{Pos, Response, parser::types::OperationType};
use chrono::Utc;
use serde_json::Value;
use tokio::time::sleep;

use super::{AppState, Outcome, Stage, cells, query::Exported};
use crate::{
    access::viewer::Viewer,
    error::{Error, Result},
    graphql::guard::Admitted,
    server::{answer, execute},
};

/// Where the reading of a list stands.
pub struct Pages {
    state: Data<AppState>,
    viewer: Arc<Viewer>,
    exported: Exported,
    /// After which row the next page begins; none when there is no next page.
    cursor: Option<String>,
    rows: usize,
}

impl Pages {
    pub fn new(state: Data<AppState>, viewer: Arc<Viewer>, exported: Exported) -> Self {
        Self {
            state,
            viewer,
            exported,
            cursor: None,
            rows: 0,
        }
    }

    /// The names of the columns and the first rows; what came of the query where it failed.
    pub async fn first(&mut self) -> std::result::Result<Bytes, Box<Outcome>> {
        let outcome = self.run(None).await?;
        if outcome.stage != Stage::Executed || !outcome.response.errors.is_empty() {
            return Err(Box::new(outcome));
        }
        let page = self.read(&outcome.response).map_err(refused)?;
        let all = page["totalCount"].as_u64().unwrap_or(u64::MAX);
        let most = u64::from(self.state.http.export_max_rows);
        if all > most {
            return Err(refused(Error::limited(
                format!(
                    "The list holds {all} rows, more than EXPORT_MAX_ROWS ({most}): filter it, or export it in parts."
                ),
                format!(
                    "列表共 {all} 行，超过 EXPORT_MAX_ROWS（{most}）：请增加筛选条件，或分批导出。"
                ),
            )));
        }
        if all > 0 && page["nodes"].as_array().is_none_or(Vec::is_empty) {
            return Err(refused(Error::bad_input(
                "first",
                "Nothing is read at a time where `first` is 0: leave it out, or give 1 to 100.",
                "first 为 0 时读取不到任何行：请去掉该参数，或填写 1 至 100。",
            )));
        }
        let names = self.exported.columns.iter().map(|path| path.join("."));
        let mut bytes = cells::MARK.as_bytes().to_vec();
        bytes.extend(cells::written([names.collect()]));
        bytes.extend(self.take(&page));
        Ok(bytes.into())
    }

    /// The next rows; none when there are no more.
    pub async fn next(&mut self) -> Option<Result<Bytes>> {
        let cursor = self.cursor.take()?;
        Some(self.after(cursor).await)
    }

    async fn after(&mut self, cursor: String) -> Result<Bytes> {
        // An export asks no faster than a client that turns the pages itself.
        while let Err(seconds) = self.state.rate.take(&self.viewer.subject, 1) {
            sleep(Duration::from_secs(seconds)).await;
        }
        if self.state.stopping() || self.viewer.expires_at <= Utc::now() {
            return Err(Error::unauthenticated());
        }
        self.viewer = Arc::new(self.viewer.again(&self.state.database).await?);
        let outcome = self.run(Some(&cursor)).await;
        let outcome = outcome.map_err(|_| Error::internal("a page cannot be asked for"))?;
        if outcome.stage != Stage::Executed || !outcome.response.errors.is_empty() {
            return Err(Error::internal("a page of an export failed"));
        }
        let page = self.read(&outcome.response)?;
        let bytes = self.take(&page);
        if self.rows > usize::try_from(self.state.http.export_max_rows).unwrap_or(usize::MAX) {
            return Err(Error::internal("a list grew beyond what is exported"));
        }
        Ok(bytes.into())
    }

    async fn run(&self, cursor: Option<&str>) -> std::result::Result<Outcome, Box<Outcome>> {
        let request = self.exported.page(cursor);
        let request =
            request.map_err(|unfit| Box::new(Outcome::refused(Stage::Invalid, *unfit)))?;
        let admitted = Admitted {
            request,
            operation: OperationType::Query,
            levels: self.exported.levels,
        };
        Ok(execute::run(&self.state, Arc::clone(&self.viewer), admitted).await)
    }

    /// The list in an answer.
    fn read(&self, response: &Response) -> Result<Value> {
        let mut bytes = Vec::new();
        answer::write(response, true, &mut bytes);
        let mut answer: Value = serde_json::from_slice(&bytes).map_err(Error::internal)?;
        Ok(answer["data"][self.exported.key.as_str()].take())
    }

    /// The rows of a page, and with them where the next one begins.
    fn take(&mut self, page: &Value) -> Vec<u8> {
        let rows = page["nodes"].as_array().map_or(&[][..], Vec::as_slice);
        self.rows += rows.len();
        let more = page["pageInfo"]["hasNextPage"] == true;
        let end = page["pageInfo"]["endCursor"].as_str();
        self.cursor = end.filter(|_| more).map(str::to_owned);
        let columns = &self.exported.columns;
        cells::written(rows.iter().map(|row| cells::row(row, columns)))
    }
}

fn refused(error: Error) -> Box<Outcome> {
    let error = error.into_server_error(Pos::default());
    Box::new(Outcome::refused(Stage::Invalid, error))
}
