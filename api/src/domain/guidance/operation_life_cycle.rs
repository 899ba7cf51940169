//! The life cycle of an operation of guidance (指导督导): its groups form, visit, and it ends when all were visited and answered.

use inspectorate_entity::{
    guidance::{
        guidance_operation::{self, GuidanceStatus},
        guidance_suggestion::{self, SuggestionStatus},
        guidance_visit,
    },
    vocabulary::Vocabulary,
};
use sea_orm::{ColumnTrait, Condition};

use super::{below, progress::open_ends};
use crate::{
    access::{change::Change, policy::Action},
    blocks::{
        gate::Gate,
        workflow::{AvailableAction, LifeCycle, Rule, Step},
    },
    domain::coverage::gates::of_another_dispatcher,
    error::{Error, Result},
    read::Batch,
};

/// What the gates of an operation look at.
#[derive(Clone, Copy, Debug)]
pub struct OperationFacts {
    /// Whether the viewer acts for the dispatcher that guides.
    pub own: bool,
    /// Dispatchers directly below that no group has visited.
    pub unvisited: i64,
    /// Suggestions that wait for their answer.
    pub unanswered: i64,
}

const OWN: Rule<OperationFacts> = Rule {
    gate: Gate::RecordOfAnotherDispatcher,
    doc: "it is guidance by one's own dispatcher",
    check: own,
};

const ALL_VISITED: Rule<OperationFacts> = Rule {
    gate: Gate::BodiesUnvisited,
    doc: "every dispatcher directly below was visited",
    check: all_visited,
};

const ALL_ANSWERED: Rule<OperationFacts> = Rule {
    gate: Gate::SuggestionsUnanswered,
    doc: "every suggestion is answered",
    check: all_answered,
};

use GuidanceStatus as S;

/// An operation from its groups to its summary.
pub static OPERATION: LifeCycle<GuidanceStatus, OperationFacts> = LifeCycle {
    noun: "GuidanceOperation",
    doc: "A dispatcher's guidance of the inspection bodies below it (指导督导).",
    initial: S::Forming,
    begun_by: Action::OpenGuidance,
    steps: &[
        Step {
            action: Action::FormGuidanceGroup,
            doc: "form a group (组建指导督导组)",
            from: &[S::Forming, S::UnderWay],
            to: None,
            rules: &[OWN],
            owed: false,
            deadline: None,
        },
        Step {
            action: Action::RecordGuidanceVisit,
            doc: "record the visit of a group (走访指导)",
            from: &[S::Forming, S::UnderWay],
            to: Some(S::UnderWay),
            rules: &[OWN],
            owed: false,
            deadline: None,
        },
        Step {
            action: Action::MakeGuidanceSuggestion,
            doc: "record what a group suggests (提出指导建议)",
            from: &[S::UnderWay],
            to: None,
            rules: &[OWN],
            owed: false,
            deadline: None,
        },
        Step {
            action: Action::CloseGuidance,
            doc: "close it with its summary (结束指导督导)",
            from: &[S::UnderWay],
            to: Some(S::Closed),
            rules: &[OWN, ALL_VISITED, ALL_ANSWERED],
            owed: false,
            deadline: None,
        },
    ],
};

fn own(operation: &OperationFacts) -> Result<()> {
    if operation.own {
        return Ok(());
    }
    Err(of_another_dispatcher())
}

fn all_visited(operation: &OperationFacts) -> Result<()> {
    match operation.unvisited {
        0 => Ok(()),
        left => Err(Error::gate(
            Gate::BodiesUnvisited,
            format!(
                "{left} of the dispatchers directly below were not visited: guidance covers every one of them."
            ),
            format!("尚有 {left} 个下一级派出机关未走访，指导督导须全覆盖。"),
        )),
    }
}

fn all_answered(operation: &OperationFacts) -> Result<()> {
    match operation.unanswered {
        0 => Ok(()),
        left => Err(Error::gate(
            Gate::SuggestionsUnanswered,
            format!(
                "{left} of its suggestions are not answered: the guided bodies answer each of them first."
            ),
            format!("尚有 {left} 条指导建议未答复，请先逐条答复。"),
        )),
    }
}

/// The state to which the verb at hand leads the operation, or what stands in the way.
pub async fn take(
    change: &Change,
    operation: &guidance_operation::Model,
    field: &str,
) -> Result<GuidanceStatus> {
    let mut facts = OperationFacts {
        own: change.viewer().authority_id == operation.dispatcher_id,
        unvisited: 0,
        unanswered: 0,
    };
    // What only the end asks for is read for the end only.
    if change.action() == Action::CloseGuidance {
        let below = below::on(change, operation.dispatcher_id, change.today()).await?;
        let visits = guidance_visit::Column::OperationId.eq(operation.id);
        let visits = change.rows::<guidance_visit::Entity>(visits).await?;
        let unvisited = below
            .iter()
            .filter(|one| !visits.iter().any(|visit| visit.dispatcher_id == **one));
        facts.unvisited = i64::try_from(unvisited.count()).unwrap_or(i64::MAX);
        let waiting = Condition::all()
            .add(guidance_suggestion::Column::OperationId.eq(operation.id))
            .add(guidance_suggestion::Column::Status.eq(SuggestionStatus::Made));
        let waiting = change.rows::<guidance_suggestion::Entity>(waiting).await?;
        facts.unanswered = i64::try_from(waiting.len()).unwrap_or(i64::MAX);
    }
    OPERATION
        .take(change.action(), operation.status, &facts)
        .map_err(|error| error.field(field))
}

/// What the viewer may do with each operation now.
pub async fn operation_actions(batch: &Batch<'_>) -> Result<Vec<Vec<AvailableAction>>> {
    let open_ends = open_ends(batch).await?;
    let ids = batch.ids().into_iter().enumerate();
    ids.map(|(row, id)| {
        let status = batch.text(row, "status").and_then(GuidanceStatus::parse);
        let status = status.ok_or_else(|| Error::internal("guidance without status"))?;
        let (unvisited, unanswered) = open_ends.get(&id).copied().unwrap_or_default();
        let facts = OperationFacts {
            own: batch.id(row, "dispatcher_id") == Some(batch.viewer().authority_id),
            unvisited,
            unanswered,
        };
        Ok(OPERATION.available(batch.viewer(), status, &facts))
    })
    .collect()
}
