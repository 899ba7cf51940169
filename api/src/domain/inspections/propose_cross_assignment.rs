//! Propose who inspects whom in a round. Nothing is written.

use sea_orm::QueryResult;

use super::{
    cross::{
        CrossAssignmentProposal, CrossAssignmentRequestInput,
        facts::{Fetch, problem},
        propose,
    },
    gates,
};
use crate::{
    error::{Error, Result},
    read::{Batch, Sql},
};

/// The proposal for the round asked about, one at a time: a request names the teams of one dispatcher.
pub async fn propose_cross_assignment(batch: &Batch<'_>) -> Result<Vec<CrossAssignmentProposal>> {
    let request: CrossAssignmentRequestInput = batch.argument("request")?;
    match *batch.ids() {
        [] => Ok(Vec::new()),
        [round] => {
            let dispatcher = batch.id(0, "dispatcher_id");
            gates::own(batch.viewer(), dispatcher.unwrap_or_default(), "round")?;
            let fields = ("round", "request");
            let facts = problem(&Reading(batch), batch.viewer(), round, &request, fields).await?;
            Ok(vec![propose(&facts)?])
        }
        _ => Err(Error::bad_input(
            "request",
            "Teams are assigned for one round at a time: ask for one round.",
            "每次只能为一个轮次生成交叉分配方案，请指定一个轮次。",
        )),
    }
}

/// Facts read for a page.
struct Reading<'a, 'b>(&'a Batch<'b>);

impl Fetch for Reading<'_, '_> {
    fn sql(&self) -> Sql {
        self.0.sql()
    }

    async fn fetch(&self, sql: Sql) -> Result<Vec<QueryResult>> {
        self.0.fetch(sql).await
    }
}
