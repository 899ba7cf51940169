//! The life cycle of a meeting (会议): prepared, held when enough of those came whom it needs, filed with the superior, or called off.

use inspectorate_entity::{
    meetings::meeting::{self, MeetingKind, MeetingStatus},
    vocabulary::Vocabulary,
};
use rust_decimal::Decimal;

use super::quorum::{self, Attendance};
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

/// What the gates of a meeting look at.
#[derive(Clone, Copy, Debug)]
pub struct MeetingFacts {
    /// Whether the viewer acts for the dispatcher in whose work it is held.
    pub own: bool,
    /// Whether it is one that looks back at a round.
    pub looks_back: bool,
    /// Who is needed, and who of them came.
    pub attendance: Attendance,
}

const OWN: Rule<MeetingFacts> = Rule {
    gate: Gate::RecordOfAnotherDispatcher,
    doc: "it is a meeting of one's own place",
    check: own,
};

const ACCOUNTED_FOR: Rule<MeetingFacts> = Rule {
    gate: Gate::PresenceUnrecorded,
    doc: "for everybody whom it needs it is recorded whether they came",
    check: everybody_is_accounted_for,
};

const ENOUGH: Rule<MeetingFacts> = Rule {
    gate: Gate::QuorumMissed,
    doc: "of those whom it needs, as many came as the setting MEETING_QUORUM asks",
    check: enough_came,
};

const LOOKS_BACK: Rule<MeetingFacts> = Rule {
    gate: Gate::NotARoundReview,
    doc: "it is a meeting that looks back at a round",
    check: looks_back,
};

use MeetingStatus as S;

const fn step(
    action: Action,
    doc: &'static str,
    from: &'static [S],
    to: Option<S>,
) -> Step<S, MeetingFacts> {
    Step {
        action,
        doc,
        from,
        to,
        rules: &[OWN],
        owed: false,
        deadline: None,
    }
}

/// A meeting from its preparation to its filing.
pub static MEETING: LifeCycle<MeetingStatus, MeetingFacts> = LifeCycle {
    noun: "Meeting",
    doc: "A meeting of inspection work (会议).",
    initial: S::Prepared,
    begun_by: Action::PrepareMeeting,
    steps: &[
        step(
            Action::InviteToMeeting,
            "call somebody to it (通知参会)",
            &[S::Prepared],
            None,
        ),
        step(
            Action::AddMeetingItem,
            "put something on its agenda (增加议题)",
            &[S::Prepared],
            None,
        ),
        step(
            Action::RecordMeetingPresence,
            "record who came (登记到会)",
            &[S::Prepared],
            None,
        ),
        Step {
            rules: &[OWN, ACCOUNTED_FOR, ENOUGH],
            owed: true,
            ..step(
                Action::HoldMeeting,
                "hold it (召开会议)",
                &[S::Prepared],
                Some(S::Held),
            )
        },
        step(
            Action::RecordMeetingDecision,
            "record what it decided (登记议定事项)",
            &[S::Held, S::Filed],
            None,
        ),
        Step {
            rules: &[OWN, LOOKS_BACK],
            ..step(
                Action::RecordMeetingLesson,
                "record what it learnt from its round (登记经验教训)",
                &[S::Held, S::Filed],
                None,
            )
        },
        step(
            Action::FileMeeting,
            "file it with the superior (会议报备)",
            &[S::Held],
            Some(S::Filed),
        ),
        step(
            Action::CancelMeeting,
            "call it off (取消会议)",
            &[S::Prepared],
            Some(S::Cancelled),
        ),
    ],
};

fn own(meeting: &MeetingFacts) -> Result<()> {
    if meeting.own {
        return Ok(());
    }
    Err(of_another_dispatcher())
}

fn everybody_is_accounted_for(meeting: &MeetingFacts) -> Result<()> {
    match meeting.attendance.unrecorded {
        0 => Ok(()),
        left => Err(Error::gate(
            Gate::PresenceUnrecorded,
            format!("Of {left} whom the meeting needs it is not recorded whether they came."),
            format!("尚有 {left} 名应到者未登记到会情况。"),
        )),
    }
}

fn enough_came(meeting: &MeetingFacts) -> Result<()> {
    let Attendance {
        needed,
        there,
        least,
        ..
    } = meeting.attendance;
    if Decimal::from(there) * Decimal::ONE_HUNDRED >= least * Decimal::from(needed) {
        return Ok(());
    }
    Err(Error::gate(
        Gate::QuorumMissed,
        format!(
            "{there} of {needed} came whom the meeting needs, and {least} per cent are asked for: call it again, or call it off."
        ),
        format!("应到 {needed}，实到 {there}，未达到 {least}% 的到会要求：请另行召开或取消。"),
    ))
}

fn looks_back(meeting: &MeetingFacts) -> Result<()> {
    if meeting.looks_back {
        return Ok(());
    }
    Err(Error::gate(
        Gate::NotARoundReview,
        "The meeting does not look back at a round: lessons are recorded of a meeting of the kind ROUND_REVIEW.",
        "该会议不是复盘会：经验教训应在复盘会中登记。",
    ))
}

/// The state to which the verb at hand leads the meeting, or what stands in the way.
pub async fn take(change: &Change, meeting: &meeting::Model, field: &str) -> Result<MeetingStatus> {
    // What only holding it asks for is read for that only.
    let attendance = match change.action() {
        Action::HoldMeeting => quorum::of_change(change, meeting).await?,
        _ => Attendance::default(),
    };
    let facts = MeetingFacts {
        own: change.viewer().authority_id == meeting.dispatcher_id,
        looks_back: meeting.kind == MeetingKind::RoundReview,
        attendance,
    };
    MEETING
        .take(change.action(), meeting.status, &facts)
        .map_err(|error| error.field(field))
}

/// What the viewer may do with each meeting now.
pub async fn meeting_actions(batch: &Batch<'_>) -> Result<Vec<Vec<AvailableAction>>> {
    let attendances = quorum::of_batch(batch).await?;
    let ids = batch.ids().into_iter().enumerate();
    ids.map(|(row, id)| {
        let status = batch.text(row, "status").and_then(MeetingStatus::parse);
        let status = status.ok_or_else(|| Error::internal("a meeting without status"))?;
        let facts = MeetingFacts {
            own: batch.id(row, "dispatcher_id") == Some(batch.viewer().authority_id),
            looks_back: batch.text(row, "kind") == Some(MeetingKind::RoundReview.as_str()),
            attendance: attendances.get(&id).copied().unwrap_or_default(),
        };
        Ok(MEETING.available(batch.viewer(), status, &facts))
    })
    .collect()
}
