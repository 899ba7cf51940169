//! The declaration of a life cycle, and the step that a verb takes by it.

use inspectorate_entity::vocabulary::Vocabulary;

use crate::{
    access::policy::Action,
    blocks::gate::Gate,
    error::{Error, Result},
};

/// A life cycle over the states `S`, whose gates look at the facts `F`. Its records keep their state in `status`, whose they are in
/// `dispatcher_id` and, where they have a day of their own by which they wait, that day in `due_on`.
pub struct LifeCycle<S: 'static, F: 'static> {
    /// The noun whose records go through it.
    pub noun: &'static str,
    /// What it is, with the Chinese term in brackets.
    pub doc: &'static str,
    /// The state in which a record begins.
    pub initial: S,
    /// The action that makes a record.
    pub begun_by: Action,
    pub steps: &'static [Step<S, F>],
}

/// One action on a record.
pub struct Step<S: 'static, F: 'static> {
    pub action: Action,
    /// What it does, with the Chinese term in brackets.
    pub doc: &'static str,
    /// The states from which it can be taken.
    pub from: &'static [S],
    /// Where it leads; none when the record stays where it is.
    pub to: Option<S>,
    /// What must be true first, in the order in which it is checked.
    pub rules: &'static [Rule<F>],
    /// Whether the agencies that may take it owe it, so that it stands in their worklist.
    pub owed: bool,
    /// Key of the deadline rule that says until when it is owed.
    pub deadline: Option<&'static str>,
}

/// A step that whoever may take it owes on records that wait for it.
#[derive(Clone, Debug)]
pub struct Owed {
    pub noun: &'static str,
    pub action: Action,
    /// The states in which a record waits.
    pub from: Vec<&'static str>,
}

/// One thing that must be true before a step.
pub struct Rule<F: 'static> {
    pub gate: Gate,
    /// What must be true, as the printed page says it.
    pub doc: &'static str,
    /// Refuses with the gate when it is not.
    pub check: fn(&F) -> Result<()>,
}

impl<S: Vocabulary, F> LifeCycle<S, F> {
    /// The state to which `action` leads from `state`, or the first thing that stands in the way.
    pub fn take(&self, action: Action, state: S, facts: &F) -> Result<S> {
        let step = self.step(action)?;
        step.reachable(state)?;
        for rule in step.rules {
            (rule.check)(facts)?;
        }
        Ok(step.to.unwrap_or(state))
    }

    fn step(&self, action: Action) -> Result<&'static Step<S, F>> {
        self.steps
            .iter()
            .find(|step| step.action == action)
            .ok_or_else(|| {
                Error::internal(format!("{} is no step of {}", action.as_str(), self.noun))
            })
    }
}

impl<S: Vocabulary, F> Step<S, F> {
    pub(super) fn reachable(&self, state: S) -> Result<()> {
        if self.from.contains(&state) {
            return Ok(());
        }
        let verb = verb(self.action);
        let (from, from_zh) = (spelled(self.from), terms(self.from));
        Err(Error::gate(
            Gate::WrongState,
            format!(
                "`{verb}` needs the state {from}, the record is in {}.",
                state.as_str()
            ),
            format!(
                "“{verb}”要求记录处于“{from_zh}”状态，当前为“{}”。",
                terms(&[state])
            ),
        ))
    }
}

/// The name of the mutation that does `action`: `ApprovePlan` is done by `approvePlan`.
pub fn verb(action: Action) -> String {
    let mut letters = action.as_str().chars();
    letters
        .next()
        .map(|first| first.to_ascii_lowercase())
        .into_iter()
        .chain(letters)
        .collect()
}

fn spelled<S: Vocabulary>(states: &[S]) -> String {
    let states: Vec<_> = states.iter().map(Vocabulary::as_str).collect();
    states.join(" or ")
}

fn terms<S: Vocabulary>(states: &[S]) -> String {
    let states: Vec<_> = states
        .iter()
        .map(|state| {
            S::variants()
                .iter()
                .find(|entry| entry.value == state.as_str())
                .map_or(state.as_str(), |entry| entry.zh)
        })
        .collect();
    states.join("”或“")
}
