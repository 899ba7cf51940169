//! Life cycles (工作流程): declared once, and everything else follows.
//!
//! A [`LifeCycle`] names its states and steps. The verb asks it to take a step, `availableActions` asks which steps the viewer
//! may take and what stands in the way, the worklist asks in which states the viewer's agency owes something, and
//! `docs/workflows.md` prints it.

mod available;
mod cycle;
mod page;

pub use self::{
    available::{AvailableAction, Obstacle},
    cycle::{LifeCycle, Owed, Rule, Step, verb},
    page::{Declared, document},
};
