//! Who inspects whom across places (交叉巡察分配): proposed by a solver, explained pairing by pairing, written only when adopted.
//!
//! In reading order: a [`request`] says what is asked; [`facts`] reads the round's inspections and [`crews`] the teams; [`problem`] says which team may not go
//! where and why; [`solve`] finds the assignment or what clashes; [`proposal`] is what clients read.

pub mod crews;
pub mod facts;
pub mod problem;
pub mod proposal;
pub mod request;
pub mod solve;

#[cfg(test)]
mod tests;

pub use self::{
    proposal::{CrossAssignmentProposal, propose},
    request::CrossAssignmentRequestInput,
};
