//! Propose who inspects whom in a round. Nothing is written.

use super::{
    cross::{CrossAssignmentProposal, CrossAssignmentRequestInput, facts::problem, propose},
    gates,
};
use crate::{
    domain::coverage::source::Source,
    error::{Error, Result},
    read::Batch,
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
            let facts = problem(&Source::Reading(batch), round, &request, fields).await?;
            Ok(vec![propose(facts).await?])
        }
        _ => Err(Error::bad_input(
            "request",
            "Teams are assigned for one round at a time: ask for one round.",
            "每次只能为一个轮次生成交叉分配方案，请指定一个轮次。",
        )),
    }
}
