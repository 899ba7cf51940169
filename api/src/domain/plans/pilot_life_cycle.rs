//! The life cycle of a pilot (试点): running, ended with its report.

use inspectorate_entity::{plans::pilot::PilotStatus, vocabulary::Vocabulary};

use crate::{
    access::policy::Action,
    blocks::{
        gate::Gate,
        workflow::{AvailableAction, LifeCycle, Rule, Step},
    },
    domain::coverage::{
        gates::of_another_dispatcher, plan_life_cycle::SeenFrom, plan_step::seen_from,
    },
    error::{Error, Result},
    read::Batch,
};

/// What the gates of a pilot look at.
#[derive(Clone, Copy, Debug)]
pub struct PilotFacts {
    pub seen_from: SeenFrom,
}

/// A pilot from its start to its report.
pub static PILOT: LifeCycle<PilotStatus, PilotFacts> = LifeCycle {
    noun: "Pilot",
    doc: "An organization that tries something out for a superior level (试点).",
    initial: PilotStatus::Running,
    begun_by: Action::EnterPilot,
    steps: &[Step {
        action: Action::EndPilot,
        doc: "end the pilot with its report (结束试点)",
        from: &[PilotStatus::Running],
        to: Some(PilotStatus::Ended),
        rules: &[Rule {
            gate: Gate::RecordOfAnotherDispatcher,
            doc: "it is a pilot of one's own dispatcher",
            check: own,
        }],
        owed: false,
        deadline: None,
    }],
};

fn own(pilot: &PilotFacts) -> Result<()> {
    match pilot.seen_from {
        SeenFrom::Within => Ok(()),
        SeenFrom::Above => Err(of_another_dispatcher()),
    }
}

/// What the viewer may do with each pilot now.
pub async fn available_actions(batch: &Batch<'_>) -> Result<Vec<Vec<AvailableAction>>> {
    (0..batch.len())
        .map(|row| {
            let status = batch.text(row, "status").and_then(PilotStatus::parse);
            let (Some(status), Some(dispatcher)) = (status, batch.id(row, "dispatcher_id")) else {
                return Err(Error::internal("a pilot without status or dispatcher"));
            };
            let seen_from = seen_from(batch.viewer(), dispatcher);
            Ok(PILOT.available(batch.viewer(), status, &PilotFacts { seen_from }))
        })
        .collect()
}
