//! What a viewer may do with a record now, and what stands in the way, from the same rules that the verbs enforce.

use async_graphql::SimpleObject;
use inspectorate_entity::vocabulary::Vocabulary;

use super::{LifeCycle, verb};
use crate::{
    access::{policy, viewer::Viewer},
    blocks::gate::Gate,
    error::{Error, Result},
    read::Batch,
};

/// Something that the viewer's agency and role may do with a record of this kind (可办操作).
#[derive(Clone, Debug, PartialEq, Eq, SimpleObject)]
pub struct AvailableAction {
    /// Name of the mutation that does it.
    pub action: String,
    /// Whether nothing stands in the way now.
    pub enabled: bool,
    /// What stands in the way (受阻原因); empty when enabled.
    pub blocked_by: Vec<Obstacle>,
}

/// A rule that stands in the way of an action (受阻原因).
#[derive(Clone, Debug, PartialEq, Eq, SimpleObject)]
pub struct Obstacle {
    /// The rule, as the mutation would name it in its error.
    pub gate: Gate,
    /// What is missing and what to do, in English.
    pub message: String,
    /// The same in Chinese (受阻说明).
    pub message_zh: String,
}

impl Obstacle {
    fn new(gate: Gate, error: Error) -> Self {
        Self {
            gate: error.gate.unwrap_or(gate),
            message: error.message,
            message_zh: error.message_zh,
        }
    }
}

impl<S: Vocabulary, F> LifeCycle<S, F> {
    /// The actions that `viewer` may take on a record in `state`, in the order of the declaration. Actions that its agency or
    /// role may never take are left out.
    pub fn available(&self, viewer: &Viewer, state: S, facts: &F) -> Vec<AvailableAction> {
        self.steps
            .iter()
            .filter(|step| policy::may(viewer, step.action))
            .map(|step| {
                let blocked_by: Vec<_> = match step.reachable(state) {
                    Err(error) => vec![Obstacle::new(Gate::WrongState, error)],
                    Ok(()) => step
                        .rules
                        .iter()
                        .filter_map(|rule| {
                            let error = (rule.check)(facts).err()?;
                            Some(Obstacle::new(rule.gate, error))
                        })
                        .collect(),
                };
                AvailableAction {
                    action: verb(step.action),
                    enabled: blocked_by.is_empty(),
                    blocked_by,
                }
            })
            .collect()
    }
}

impl<S: Vocabulary> LifeCycle<S, ()> {
    /// The actions on each record of a batch, where the gates look at nothing but its state.
    pub fn by_state(&self, batch: &Batch<'_>) -> Result<Vec<Vec<AvailableAction>>> {
        (0..batch.len())
            .map(|row| {
                let state = batch.text(row, "status").and_then(S::parse);
                let state = state
                    .ok_or_else(|| Error::internal(format!("a {} without status", self.noun)))?;
                Ok(self.available(batch.viewer(), state, &()))
            })
            .collect()
    }
}
