//! The schedule proposal (排期方案): how the objects that are still due spread over the rounds that are left.
//!
//! [`facts`] reads what is known, [`problem`] says which object may stand in which round, [`homes`] chooses where each block is
//! to stay together, [`solve`] places the objects by a linear program, [`reasons`] explains every place, [`proposal`] lays it out.
//! Nothing is written: the same request over the same facts is the same proposal, and its version says so when it is adopted.

mod explained;
pub mod facts;
pub mod homes;
pub mod problem;
pub mod proposal;
mod quality;
mod reasons;
pub mod request;
mod solve;
mod units;

pub use proposal::ScheduleProposal;
pub use request::ScheduleRequestInput;
pub use solve::solve;

use crate::error::Result;

/// Solve `problem`, and explain it.
pub fn propose(problem: &problem::Problem) -> Result<ScheduleProposal> {
    let places = solve(problem)?;
    Ok(proposal::lay_out(problem, &places))
}

#[cfg(test)]
mod tests;
