//! The life cycle of a checkpoint (年初、年中、年末节点): awaited, held.

use inspectorate_entity::{
    coverage::coverage_plan::PlanStatus, plans::plan_checkpoint::CheckpointStatus,
};

use super::gates;
use crate::{
    access::policy::Action,
    blocks::{
        gate::Gate,
        workflow::{LifeCycle, Rule, Step},
    },
    domain::coverage::{gates::of_another_dispatcher, plan_life_cycle::SeenFrom},
    error::Result,
};

/// What the gates of a checkpoint look at.
#[derive(Clone, Copy, Debug)]
pub struct CheckpointFacts {
    /// How far its annual plan has come.
    pub plan: PlanStatus,
    /// Whether the checkpoint before it was held; the first has none before it.
    pub one_before_held: bool,
    pub seen_from: SeenFrom,
}

const OWN: Rule<CheckpointFacts> = Rule {
    gate: Gate::RecordOfAnotherDispatcher,
    doc: "it is a checkpoint of one's own dispatcher",
    check: own,
};

const AFTER_ITS_PLAN: Rule<CheckpointFacts> = Rule {
    gate: Gate::CheckpointBeforePlan,
    doc: "the annual plan is approved",
    check: after_its_plan,
};

const IN_ORDER: Rule<CheckpointFacts> = Rule {
    gate: Gate::CheckpointOutOfOrder,
    doc: "the checkpoint before it was held",
    check: in_order,
};

/// A checkpoint from its setting to its result.
pub static CHECKPOINT: LifeCycle<CheckpointStatus, CheckpointFacts> = LifeCycle {
    noun: "PlanCheckpoint",
    doc: "One of the three looks at an annual plan: start, middle and end of the year (年初有计划、年中有检查、年末有总结).",
    initial: CheckpointStatus::Awaited,
    begun_by: Action::SetCheckpoints,
    steps: &[
        Step {
            action: Action::RecordCheckpoint,
            doc: "record that it was held, and what it came to (登记节点完成情况)",
            from: &[CheckpointStatus::Awaited],
            to: Some(CheckpointStatus::Held),
            rules: &[OWN, AFTER_ITS_PLAN, IN_ORDER],
            owed: true,
            deadline: None,
        },
        Step {
            action: Action::CorrectCheckpoint,
            doc: "correct what was recorded (更正节点记录)",
            from: &[CheckpointStatus::Held],
            to: None,
            rules: &[OWN],
            owed: false,
            deadline: None,
        },
    ],
};

fn own(checkpoint: &CheckpointFacts) -> Result<()> {
    match checkpoint.seen_from {
        SeenFrom::Within => Ok(()),
        SeenFrom::Above => Err(of_another_dispatcher()),
    }
}

fn after_its_plan(checkpoint: &CheckpointFacts) -> Result<()> {
    match checkpoint.plan {
        PlanStatus::Approved | PlanStatus::Issued => Ok(()),
        PlanStatus::Draft | PlanStatus::Submitted => Err(gates::before_its_plan(None)),
    }
}

fn in_order(checkpoint: &CheckpointFacts) -> Result<()> {
    if checkpoint.one_before_held {
        Ok(())
    } else {
        Err(gates::out_of_order(None))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const MID: CheckpointFacts = CheckpointFacts {
        plan: PlanStatus::Issued,
        one_before_held: true,
        seen_from: SeenFrom::Within,
    };

    fn refused(facts: CheckpointFacts) -> Option<Gate> {
        let taken = CHECKPOINT.take(Action::RecordCheckpoint, CheckpointStatus::Awaited, &facts);
        taken.err().and_then(|error| error.gate)
    }

    #[test]
    fn a_checkpoint_follows_its_plan_and_the_one_before_it() {
        assert_eq!(refused(MID), None);
        let plan = PlanStatus::Submitted;
        assert_eq!(
            refused(CheckpointFacts { plan, ..MID }),
            Some(Gate::CheckpointBeforePlan)
        );
        let one_before_held = false;
        assert_eq!(
            refused(CheckpointFacts {
                one_before_held,
                ..MID
            }),
            Some(Gate::CheckpointOutOfOrder)
        );
        let seen_from = SeenFrom::Above;
        assert_eq!(
            refused(CheckpointFacts { seen_from, ..MID }),
            Some(Gate::RecordOfAnotherDispatcher)
        );
    }
}
