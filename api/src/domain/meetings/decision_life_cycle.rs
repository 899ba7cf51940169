//! The life cycle of a decision (议定事项): open, carried out by its owner, or taken back; overdue is what its days say, and no state.

use std::collections::HashMap;

use chrono::NaiveDate;
use inspectorate_entity::{
    meetings::meeting_decision::{self, DecisionStatus},
    vocabulary::Vocabulary,
};
use uuid::Uuid;

use super::meeting_decision::MeetingDecision;
use crate::{
    access::{change::Change, policy::Action, viewer::Viewer, visible},
    blocks::{
        gate::Gate,
        measure,
        workflow::{AvailableAction, LifeCycle, Rule, Step},
    },
    domain::coverage::gates::of_another_dispatcher,
    error::{Error, Result},
    graphql::scalars::Date,
    read::{Batch, noun::Noun as _},
};

/// What the gates of a decision look at.
#[derive(Clone, Copy, Debug)]
pub struct DecisionFacts {
    /// Whether the viewer's own body carries it out.
    pub owner: bool,
    /// Whether the viewer is of those who keep the meetings of the place.
    pub keeper: bool,
}

impl DecisionFacts {
    fn of(viewer: &Viewer, owner: Option<Uuid>, dispatcher: Option<Uuid>) -> Self {
        let keeps = crate::access::policy::may(viewer, Action::WithdrawMeetingDecision);
        Self {
            owner: owner == Some(viewer.organization_id),
            keeper: keeps && dispatcher == Some(viewer.authority_id),
        }
    }
}

/// A decision from the meeting to its end.
pub static DECISION: LifeCycle<DecisionStatus, DecisionFacts> = LifeCycle {
    noun: "MeetingDecision",
    doc: "What a meeting decided (议定事项).",
    initial: DecisionStatus::Open,
    begun_by: Action::RecordMeetingDecision,
    steps: &[
        Step {
            action: Action::CarryOutMeetingDecision,
            doc: "carry it out (落实议定事项)",
            from: &[DecisionStatus::Open],
            to: Some(DecisionStatus::CarriedOut),
            rules: &[Rule {
                gate: Gate::DecisionOfAnotherBody,
                doc: "one's own body carries it out, or one keeps the meetings of the place",
                check: owner_or_keeper,
            }],
            owed: false,
            deadline: None,
        },
        Step {
            action: Action::WithdrawMeetingDecision,
            doc: "take it back (撤销议定事项)",
            from: &[DecisionStatus::Open],
            to: Some(DecisionStatus::Withdrawn),
            rules: &[Rule {
                gate: Gate::RecordOfAnotherDispatcher,
                doc: "it was decided in one's own place",
                check: keeper,
            }],
            owed: false,
            deadline: None,
        },
    ],
};

fn owner_or_keeper(decision: &DecisionFacts) -> Result<()> {
    if decision.owner || decision.keeper {
        return Ok(());
    }
    Err(Error::gate(
        Gate::DecisionOfAnotherBody,
        "The decision is carried out by another body: it, or who keeps the meetings of the place, records that.",
        "该议定事项由其他单位承办，应由承办单位或会议管理单位登记落实。",
    ))
}

fn keeper(decision: &DecisionFacts) -> Result<()> {
    if decision.keeper {
        return Ok(());
    }
    Err(of_another_dispatcher())
}

/// The state to which the verb at hand leads the decision, or what stands in the way.
pub fn take(change: &Change, decision: &meeting_decision::Model) -> Result<DecisionStatus> {
    let (owner, dispatcher) = (Some(decision.owner_id), Some(decision.dispatcher_id));
    let facts = DecisionFacts::of(change.viewer(), owner, dispatcher);
    DECISION
        .take(change.action(), decision.status, &facts)
        .map_err(|error| error.field("input.decision"))
}

/// What the viewer may do with each decision now.
pub async fn decision_actions(batch: &Batch<'_>) -> Result<Vec<Vec<AvailableAction>>> {
    (0..batch.len())
        .map(|row| {
            let status = batch.text(row, "status").and_then(DecisionStatus::parse);
            let status = status.ok_or_else(|| Error::internal("a decision without status"))?;
            let (owner, dispatcher) = (batch.id(row, "owner_id"), batch.id(row, "dispatcher_id"));
            let facts = DecisionFacts::of(batch.viewer(), owner, dispatcher);
            Ok(DECISION.available(batch.viewer(), status, &facts))
        })
        .collect()
}

/// Whether each decision was still open on the day after its last one.
pub async fn overdue(batch: &Batch<'_>) -> Result<Vec<bool>> {
    let day = match batch.argument::<Option<Date>>("asOf")? {
        Some(Date(day)) => day,
        None => measure::today(),
    };
    let by_rule = due_by_rule(batch).await?;
    let ids = batch.ids().into_iter().enumerate();
    Ok(ids
        .map(|(row, id)| {
            let due_on = batch.date(row, "due_on").or(by_rule.get(&id).copied());
            let ended = batch.date(row, "carried_out_on");
            let ended = ended.or(batch.date(row, "withdrawn_on"));
            is_overdue(due_on, ended, day)
        })
        .collect())
}

/// What is not done by the end of its last day is overdue from the next day on, until it ends.
pub fn is_overdue(due_on: Option<NaiveDate>, ended: Option<NaiveDate>, day: NaiveDate) -> bool {
    due_on.is_some_and(|due_on| due_on < day) && ended.is_none_or(|ended| ended > day)
}

/// The last day of each decision that has a deadline by rule: whoever sees a decision may know until when it was due.
async fn due_by_rule(batch: &Batch<'_>) -> Result<HashMap<Uuid, NaiveDate>> {
    let mut sql = batch.sql();
    sql.push("SELECT l.record_id, l.due_on FROM deadline l JOIN meeting_decision t ON t.id = l.record_id WHERE l.due_on IS NOT NULL AND t.id")
        .in_ids(&batch.ids())
        .push(" AND ");
    visible::rows(MeetingDecision::DEF, batch.viewer(), "t", &mut sql);
    let mut due: HashMap<Uuid, NaiveDate> = HashMap::new();
    for row in batch.fetch(sql).await? {
        let day: NaiveDate = row.try_get("", "due_on")?;
        let known = due.entry(row.try_get("", "record_id")?).or_insert(day);
        *known = day.max(*known);
    }
    Ok(due)
}
