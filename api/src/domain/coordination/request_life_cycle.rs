//! The life cycle of a request (协作请求): sent, received, taken on or returned, answered in part and in full, or withdrawn.

use chrono::NaiveDate;
use inspectorate_entity::{
    coordination::coordination_request::{self, RequestKind, RequestStatus},
    vocabulary::Vocabulary,
};
use uuid::Uuid;

use super::request_overdue;
use crate::{
    access::{change::Change, policy::Action, viewer::Viewer},
    blocks::{
        gate::Gate,
        measure::today,
        workflow::{AvailableAction, LifeCycle, Rule, Step},
    },
    error::{Error, Result},
    read::Batch,
};

/// What the gates of a request look at.
#[derive(Clone, Copy, Debug)]
pub struct RequestFacts {
    /// Whether the viewer's body sent it, or is asked.
    pub sender: bool,
    pub receiver: bool,
    /// Whether it only tells something.
    pub notice: bool,
    /// Whether its last day is over.
    pub late: bool,
    /// Whether it was put before the planners already.
    pub escalated: bool,
}

type R = Rule<RequestFacts>;

const SENDER: R = Rule {
    gate: Gate::RequestOfAnotherBody,
    doc: "one's own body sent it",
    check: sender,
};

const RECEIVER: R = Rule {
    gate: Gate::RequestOfAnotherBody,
    doc: "one's own body is asked",
    check: receiver,
};

const ASKS: R = Rule {
    gate: Gate::NoticeOwesNothing,
    doc: "it asks something, and does not only tell",
    check: asks,
};

const LATE: R = Rule {
    gate: Gate::RequestNotOverdue,
    doc: "its last day is over, and it was not escalated before",
    check: late,
};

use RequestStatus as S;

const WAITING: &[S] = &[S::Sent, S::Received, S::Accepted, S::PartlyReplied];

const fn step(
    action: Action,
    doc: &'static str,
    from: &'static [S],
    to: Option<S>,
    rules: &'static [R],
) -> Step<S, RequestFacts> {
    Step {
        action,
        doc,
        from,
        to,
        rules,
        owed: false,
        deadline: None,
    }
}

/// A request from its sending to its answer.
pub static REQUEST: LifeCycle<RequestStatus, RequestFacts> = LifeCycle {
    noun: "CoordinationRequest",
    doc: "What one agency asks of another by a mechanism (协作请求).",
    initial: S::Sent,
    begun_by: Action::SendCoordinationRequest,
    steps: &[
        step(
            Action::ReceiveCoordinationRequest,
            "receive it (签收)",
            &[S::Sent],
            Some(S::Received),
            &[RECEIVER],
        ),
        step(
            Action::AcceptCoordinationRequest,
            "take it on (受理)",
            &[S::Received],
            Some(S::Accepted),
            &[RECEIVER, ASKS],
        ),
        step(
            Action::ReturnCoordinationRequest,
            "return it (退回)",
            &[S::Received],
            Some(S::Returned),
            &[RECEIVER, ASKS],
        ),
        step(
            Action::ReplyPartlyToCoordinationRequest,
            "answer it in part (部分答复)",
            &[S::Accepted, S::PartlyReplied],
            Some(S::PartlyReplied),
            &[RECEIVER],
        ),
        step(
            Action::ReplyToCoordinationRequest,
            "answer it (答复)",
            &[S::Accepted, S::PartlyReplied],
            Some(S::Replied),
            &[RECEIVER],
        ),
        step(
            Action::RemindOfCoordinationRequest,
            "remind of it (催办)",
            WAITING,
            None,
            &[SENDER, ASKS],
        ),
        step(
            Action::EscalateCoordinationRequest,
            "put it before the planners of the place (提请协调)",
            WAITING,
            None,
            &[SENDER, ASKS, LATE],
        ),
        step(
            Action::WithdrawCoordinationRequest,
            "withdraw it (撤回)",
            WAITING,
            Some(S::Withdrawn),
            &[SENDER],
        ),
    ],
};

fn of_another_body() -> Error {
    Error::gate(
        Gate::RequestOfAnotherBody,
        "That is for the other side of the request, or for neither of its sides, to do.",
        "该操作应由请求的另一方办理，或贵单位不是请求双方。",
    )
}

fn sender(request: &RequestFacts) -> Result<()> {
    if request.sender {
        return Ok(());
    }
    Err(of_another_body())
}

fn receiver(request: &RequestFacts) -> Result<()> {
    if request.receiver {
        return Ok(());
    }
    Err(of_another_body())
}

fn asks(request: &RequestFacts) -> Result<()> {
    if !request.notice {
        return Ok(());
    }
    Err(Error::gate(
        Gate::NoticeOwesNothing,
        "A notice tells something and asks nothing: it is received, and owes no answer.",
        "通报只需签收，无须受理、退回、催办或答复。",
    ))
}

fn late(request: &RequestFacts) -> Result<()> {
    if request.late && !request.escalated {
        return Ok(());
    }
    Err(Error::gate(
        Gate::RequestNotOverdue,
        "The request is still in time, or was escalated before: it is escalated once, when its last day is over.",
        "该请求尚未超期或已提请协调：超期后方可提请协调，且只提请一次。",
    ))
}

/// The state to which the verb at hand leads the request, or what stands in the way.
pub async fn take(change: &Change, request: &coordination_request::Model) -> Result<RequestStatus> {
    let own = change.viewer().organization_id;
    // What only escalation asks for is read for that only.
    let due_on = match change.action() {
        Action::EscalateCoordinationRequest => request_overdue::due_on(change, request.id).await?,
        _ => None,
    };
    let facts = RequestFacts {
        sender: request.sender_id == own,
        receiver: request.receiver_id == own,
        notice: request.kind == RequestKind::PostInspectionNotice,
        late: is_late(due_on, change.today()),
        escalated: request.escalated_on.is_some(),
    };
    REQUEST
        .take(change.action(), request.status, &facts)
        .map_err(|error| error.field("input.request"))
}

fn is_late(due_on: Option<NaiveDate>, day: NaiveDate) -> bool {
    due_on.is_some_and(|due_on| due_on < day)
}

fn is(viewer: &Viewer, body: Option<Uuid>) -> bool {
    body == Some(viewer.organization_id)
}

/// What the viewer may do with each request now.
pub async fn request_actions(batch: &Batch<'_>) -> Result<Vec<Vec<AvailableAction>>> {
    let due = request_overdue::of_batch(batch).await?;
    let (viewer, today) = (batch.viewer(), today());
    let ids = batch.ids().into_iter().enumerate();
    ids.map(|(row, id)| {
        let status = batch.text(row, "status").and_then(RequestStatus::parse);
        let status = status.ok_or_else(|| Error::internal("a request without status"))?;
        let kind = batch.text(row, "kind").and_then(RequestKind::parse);
        let facts = RequestFacts {
            sender: is(viewer, batch.id(row, "sender_id")),
            receiver: is(viewer, batch.id(row, "receiver_id")),
            notice: kind == Some(RequestKind::PostInspectionNotice),
            late: is_late(due.get(&id).copied(), today),
            escalated: batch.date(row, "escalated_on").is_some(),
        };
        Ok(REQUEST.available(viewer, status, &facts))
    })
    .collect()
}
