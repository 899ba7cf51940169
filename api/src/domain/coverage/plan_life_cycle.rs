//! The life cycle of a plan (规划、计划): drafted, handed to the superior, approved, issued.

use inspectorate_entity::coverage::coverage_plan::{PlanGuidance, PlanKind, PlanStatus};

use super::gates;
use crate::{
    access::policy::Action,
    blocks::{
        gate::Gate,
        workflow::{LifeCycle, Rule, Step},
    },
    error::{Error, Result},
};

/// What the gates of a plan look at.
#[derive(Clone, Copy, Debug)]
pub struct PlanFacts {
    pub kind: PlanKind,
    pub status: PlanStatus,
    /// The number of objects that the plan prints.
    pub printed: Option<i32>,
    /// Objects on its list; of an annual plan, those placed in its year.
    pub objects: i64,
    /// Blocks of a five-year plan in which no object stands.
    pub empty_blocks: i64,
    /// What its superior said last.
    pub guidance: PlanGuidance,
    /// Who looks at it: its own dispatcher's agencies, or somebody above.
    pub seen_from: SeenFrom,
}

/// Where the viewer stands towards a plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SeenFrom {
    /// Acts for the dispatcher whose plan it is.
    Within,
    /// Acts for a superior of that dispatcher.
    Above,
}

const OWN: Rule<PlanFacts> = Rule {
    gate: Gate::RecordOfAnotherDispatcher,
    doc: "it is the plan of one's own dispatcher",
    check: own,
};

const FROM_ABOVE: Rule<PlanFacts> = Rule {
    gate: Gate::ReviewedFromAbove,
    doc: "it is the plan of a dispatcher below",
    check: from_above,
};

const NOT_UNDER_REVIEW: Rule<PlanFacts> = Rule {
    gate: Gate::PlanUnderReview,
    doc: "it was not handed in yet, or was returned",
    check: not_under_review,
};

const NOT_RETURNED: Rule<PlanFacts> = Rule {
    gate: Gate::PlanReturned,
    doc: "the superior did not return it",
    check: not_returned,
};

const BLOCKS_HAVE_OBJECTS: Rule<PlanFacts> = Rule {
    gate: Gate::BlockWithoutObjects,
    doc: "every sector block has objects",
    check: blocks_have_objects,
};

const HAS_OBJECTS: Rule<PlanFacts> = Rule {
    gate: Gate::PlanWithoutObjects,
    doc: "the plan has objects",
    check: has_objects,
};

const COUNT_AGREES: Rule<PlanFacts> = Rule {
    gate: Gate::ObjectCountDiffers,
    doc: "the number of objects that it prints is the number on its list",
    check: count_agrees,
};

/// A plan from its draft to its issue.
pub static PLAN: LifeCycle<PlanStatus, PlanFacts> = LifeCycle {
    noun: "CoveragePlan",
    doc: "A five-year or annual plan of inspections (五年规划、年度计划).",
    initial: PlanStatus::Draft,
    begun_by: Action::DraftFiveYearPlan,
    steps: &[
        Step {
            action: Action::SubmitPlan,
            doc: "hand the draft, or what became of a returned plan, to the superior inspection body (报送上级)",
            from: &[PlanStatus::Draft, PlanStatus::Submitted],
            to: Some(PlanStatus::Submitted),
            rules: &[OWN, NOT_UNDER_REVIEW, HAS_OBJECTS],
            owed: false,
            deadline: None,
        },
        Step {
            action: Action::ReviewPlan,
            doc: "return it for revision or confirm it, as its superior (审核下级规划、计划)",
            from: &[
                PlanStatus::Submitted,
                PlanStatus::Approved,
                PlanStatus::Issued,
            ],
            to: None,
            rules: &[FROM_ABOVE],
            owed: false,
            deadline: None,
        },
        Step {
            action: Action::ApprovePlan,
            doc: "approve the plan (批准)",
            from: &[PlanStatus::Draft, PlanStatus::Submitted],
            to: Some(PlanStatus::Approved),
            rules: &[
                OWN,
                NOT_RETURNED,
                HAS_OBJECTS,
                COUNT_AGREES,
                BLOCKS_HAVE_OBJECTS,
            ],
            owed: true,
            deadline: None,
        },
        Step {
            action: Action::IssuePlan,
            doc: "send the approved plan out (制发)",
            from: &[PlanStatus::Approved],
            to: Some(PlanStatus::Issued),
            rules: &[OWN, HAS_OBJECTS, COUNT_AGREES, BLOCKS_HAVE_OBJECTS],
            owed: true,
            deadline: None,
        },
    ],
};

fn own(plan: &PlanFacts) -> Result<()> {
    match plan.seen_from {
        SeenFrom::Within => Ok(()),
        SeenFrom::Above => Err(gates::of_another_dispatcher()),
    }
}

fn from_above(plan: &PlanFacts) -> Result<()> {
    match plan.seen_from {
        SeenFrom::Above => Ok(()),
        SeenFrom::Within => Err(Error::gate(
            Gate::ReviewedFromAbove,
            "A plan is reviewed by a superior of its dispatcher: this is your own.",
            "规划、计划由上级审核，本级不能审核自己的规划。",
        )),
    }
}

fn not_under_review(plan: &PlanFacts) -> Result<()> {
    match (plan.status, plan.guidance) {
        (PlanStatus::Submitted, PlanGuidance::NotReviewed | PlanGuidance::Confirmed) => {
            Err(Error::gate(
                Gate::PlanUnderReview,
                "The plan was handed in already and was not returned: wait for the review, or approve it.",
                "规划已报送且未被退回，请等待上级审核或直接批准。",
            ))
        }
        _ => Ok(()),
    }
}

fn not_returned(plan: &PlanFacts) -> Result<()> {
    match plan.guidance {
        PlanGuidance::NotReviewed | PlanGuidance::Confirmed => Ok(()),
        PlanGuidance::Returned => Err(Error::gate(
            Gate::PlanReturned,
            "The superior returned the plan: revise it and hand it in again.",
            "规划已被上级退回，请修改后重新报送。",
        )),
    }
}

fn blocks_have_objects(plan: &PlanFacts) -> Result<()> {
    match plan.empty_blocks {
        0 => Ok(()),
        blocks => Err(Error::gate(
            Gate::BlockWithoutObjects,
            format!("{blocks} of its sector blocks have no object: put objects in them."),
            format!("有 {blocks} 个板块没有对象，请先列入对象。"),
        )),
    }
}

fn has_objects(plan: &PlanFacts) -> Result<()> {
    if plan.objects > 0 {
        Ok(())
    } else {
        Err(gates::without_objects())
    }
}

fn count_agrees(plan: &PlanFacts) -> Result<()> {
    match plan.printed {
        Some(printed) if i64::from(printed) != plan.objects => {
            let objects = plan.objects;
            Err(Error::gate(
                Gate::ObjectCountDiffers,
                format!(
                    "The plan prints {printed} objects, its list has {objects}: mend the list, or draft the number anew."
                ),
                format!("规划所列对象数为 {printed}，名单为 {objects}：请更正名单或对象数。"),
            ))
        }
        _ => Ok(()),
    }
}

#[cfg(test)]
#[path = "plan_life_cycle_tests.rs"]
mod tests;
