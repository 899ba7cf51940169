//! The life cycle of a joint operation (联动监督): asked for, agreed, entered, reported once, followed into rectification, closed; or
//! declined, or withdrawn.

use inspectorate_entity::joint_operations::joint_operation::JointStatus;

use crate::{
    access::policy::Action,
    blocks::{
        gate::Gate,
        workflow::{LifeCycle, Rule, Step},
    },
    error::{Error, Result},
};

/// What the gates of a joint operation look at.
#[derive(Clone, Copy, Debug)]
pub struct OperationFacts {
    /// Whether the viewer's body asked for it.
    pub initiator: bool,
    /// Whether it is a side.
    pub side: bool,
    /// Whether it is a side that has not agreed.
    pub asked: bool,
    /// Whether it is a side that has entered.
    pub entered: bool,
    /// Whether nobody enters, by the mode.
    pub without_entry: bool,
    /// Whether every side has entered.
    pub all_entered: bool,
    /// Whether something that one side referred to another waits for its answer.
    pub unanswered: bool,
    /// Whether its dispatcher asks for the four conditions before the report, and one is not kept.
    pub lacking: bool,
    /// Whether results were shared that are not reported.
    pub unreported: bool,
}

type R = Rule<OperationFacts>;

const INITIATOR: R = Rule {
    gate: Gate::NotAParty,
    doc: "one's own body asked for it",
    check: initiator,
};

const SIDE: R = Rule {
    gate: Gate::NotAParty,
    doc: "one's own body is a side",
    check: side,
};

const ASKED: R = Rule {
    gate: Gate::NotAskedToAgree,
    doc: "one's own body is a side that has not agreed yet",
    check: asked,
};

const TO_ENTER: R = Rule {
    gate: Gate::EntryNotAwaited,
    doc: "the mode has its sides enter, and one's own body has not entered yet",
    check: to_enter,
};

const ALL_ENTERED: R = Rule {
    gate: Gate::EntryOfOneSideOnly,
    doc: "every side entered, or the mode has nobody enter",
    check: all_entered,
};

const ANSWERED: R = Rule {
    gate: Gate::ReferralsOpen,
    doc: "whatever one side referred to another is answered",
    check: answered,
};

const CONDITIONS: R = Rule {
    gate: Gate::JointConditionsUnmet,
    doc: "where the setting JOINT_REPORT_NEEDS_CONDITIONS says so, the four conditions are kept",
    check: conditions,
};

const REPORTED: R = Rule {
    gate: Gate::ResultsUnreported,
    doc: "results that were shared are reported",
    check: reported,
};

use JointStatus as S;

const fn step(
    action: Action,
    doc: &'static str,
    from: &'static [S],
    to: Option<S>,
    rules: &'static [R],
) -> Step<S, OperationFacts> {
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

/// A joint operation from its request to its end.
pub static JOINT_OPERATION: LifeCycle<JointStatus, OperationFacts> = LifeCycle {
    noun: "JointOperation",
    doc: "What agencies do together about the same organizations (联动监督).",
    initial: S::Requested,
    begun_by: Action::RequestJointOperation,
    steps: &[
        step(
            Action::AgreeToJointOperation,
            "agree to it; it is agreed when the last side does (同意联动)",
            &[S::Requested],
            None,
            &[ASKED],
        ),
        step(
            Action::DeclineJointOperation,
            "not agree to it (不同意联动)",
            &[S::Requested],
            Some(S::Declined),
            &[ASKED],
        ),
        step(
            Action::WithdrawJointOperation,
            "withdraw it (撤回联动)",
            &[S::Requested, S::Agreed],
            Some(S::Withdrawn),
            &[INITIATOR],
        ),
        step(
            Action::EnterJointOperation,
            "enter; it is entered when the last side does (进点)",
            &[S::Agreed],
            None,
            &[SIDE, TO_ENTER],
        ),
        step(
            Action::PlanJointStep,
            "add a step to the common plan of work (同步开展)",
            &[S::Agreed, S::Entered],
            None,
            &[SIDE],
        ),
        step(
            Action::ReferJointMatter,
            "refer something to another side (强化协作)",
            &[S::Agreed, S::Entered],
            None,
            &[SIDE, ALL_ENTERED],
        ),
        step(
            Action::ShareJointResult,
            "share what was found (成果共享)",
            &[S::Agreed, S::Entered],
            None,
            &[SIDE, ALL_ENTERED],
        ),
        step(
            Action::ReportJointOperation,
            "report its results, once for all sides (联合报告)",
            &[S::Agreed, S::Entered],
            Some(S::Reported),
            &[SIDE, ALL_ENTERED, ANSWERED, CONDITIONS],
        ),
        step(
            Action::JoinJointRectification,
            "follow the rectification together, in the ledger of one side (整改并轨)",
            &[S::Reported],
            Some(S::RectificationJoined),
            &[SIDE],
        ),
        step(
            Action::CloseJointOperation,
            "close it; what it opened is shut (结束联动)",
            &[S::Agreed, S::Entered, S::Reported, S::RectificationJoined],
            Some(S::Closed),
            &[SIDE, ALL_ENTERED, REPORTED],
        ),
        step(
            Action::ClassifyJointOperation,
            "say in what it links its sides (确定联动类型)",
            &[
                S::Requested,
                S::Agreed,
                S::Entered,
                S::Reported,
                S::RectificationJoined,
            ],
            None,
            &[SIDE],
        ),
    ],
};

fn initiator(operation: &OperationFacts) -> Result<()> {
    if operation.initiator {
        return Ok(());
    }
    Err(Error::gate(
        Gate::NotAParty,
        "That is for the body that asked for the joint operation to do.",
        "该操作应由提出联动的单位办理。",
    ))
}

fn side(operation: &OperationFacts) -> Result<()> {
    if operation.side {
        return Ok(());
    }
    Err(Error::gate(
        Gate::NotAParty,
        "Your body is no side of the joint operation.",
        "贵单位不是联动监督的参加单位。",
    ))
}

fn asked(operation: &OperationFacts) -> Result<()> {
    if operation.asked {
        return Ok(());
    }
    Err(Error::gate(
        Gate::NotAskedToAgree,
        "Your body is no side of the joint operation whose agreement is waited for.",
        "贵单位不是该联动监督待同意的参加单位。",
    ))
}

fn to_enter(operation: &OperationFacts) -> Result<()> {
    if !operation.entered && !operation.without_entry {
        return Ok(());
    }
    Err(Error::gate(
        Gate::EntryNotAwaited,
        "Your body has entered already, or the sides use one another's results and nobody enters.",
        "贵单位已进点，或该联动为成果互用、无须进点。",
    ))
}

fn all_entered(operation: &OperationFacts) -> Result<()> {
    if operation.all_entered || operation.without_entry {
        return Ok(());
    }
    Err(Error::gate(
        Gate::EntryOfOneSideOnly,
        "Not every side has entered: the entry of each is recorded first.",
        "尚有参加单位未进点，请先登记各方进点。",
    ))
}

fn answered(operation: &OperationFacts) -> Result<()> {
    if !operation.unanswered {
        return Ok(());
    }
    Err(Error::gate(
        Gate::ReferralsOpen,
        "Something that one side referred to another waits for its answer: it is answered before the report.",
        "尚有移交他方的协作事项未答复，请先办结再报告。",
    ))
}

fn conditions(operation: &OperationFacts) -> Result<()> {
    if !operation.lacking {
        return Ok(());
    }
    Err(Error::gate(
        Gate::JointConditionsUnmet,
        "Entry at the same time, the common plan done, matters referred and answered, and results shared are asked for before the report: `conditions` says which is missing.",
        "本级规定报告前须具备同时进点、同步开展、强化协作、成果共享四项条件，缺少哪项见 conditions。",
    ))
}

fn reported(operation: &OperationFacts) -> Result<()> {
    if !operation.unreported {
        return Ok(());
    }
    Err(Error::gate(
        Gate::ResultsUnreported,
        "Results were shared and are not reported: report them once for all sides, then close.",
        "已有共享成果而未报告，请先联合报告再结束。",
    ))
}
