//! The life cycle of a plan (规划、计划): drafted, handed to the superior, approved, issued.

use inspectorate_entity::coverage::coverage_plan::{PlanKind, PlanStatus};

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
    /// The number of objects that the plan prints.
    pub printed: Option<i32>,
    /// Objects on its list; of an annual plan, those placed in its year.
    pub objects: i64,
}

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
            doc: "hand the draft to the superior inspection body (报送上级)",
            from: &[PlanStatus::Draft],
            to: Some(PlanStatus::Submitted),
            rules: &[HAS_OBJECTS],
            owed: false,
            deadline: None,
        },
        Step {
            action: Action::ApprovePlan,
            doc: "approve the plan (批准)",
            from: &[PlanStatus::Draft, PlanStatus::Submitted],
            to: Some(PlanStatus::Approved),
            rules: &[HAS_OBJECTS, COUNT_AGREES],
            owed: true,
            deadline: None,
        },
        Step {
            action: Action::IssuePlan,
            doc: "send the approved plan out (制发)",
            from: &[PlanStatus::Approved],
            to: Some(PlanStatus::Issued),
            rules: &[HAS_OBJECTS, COUNT_AGREES],
            owed: true,
            deadline: None,
        },
    ],
};

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
mod tests {
    use super::*;

    const NEIJIANG: PlanFacts = PlanFacts {
        kind: PlanKind::FiveYear,
        printed: Some(101),
        objects: 101,
    };

    #[test]
    fn a_plan_goes_from_draft_to_issue() {
        let approved = PLAN
            .take(Action::ApprovePlan, PlanStatus::Draft, &NEIJIANG)
            .unwrap();
        assert_eq!(approved, PlanStatus::Approved);
        assert_eq!(
            PLAN.take(Action::IssuePlan, approved, &NEIJIANG).unwrap(),
            PlanStatus::Issued
        );
    }

    #[test]
    fn a_draft_is_not_issued() {
        let error = PLAN
            .take(Action::IssuePlan, PlanStatus::Draft, &NEIJIANG)
            .unwrap_err();
        assert_eq!(error.gate, Some(Gate::WrongState));
        assert!(error.message_zh.contains("已批准"));
    }

    #[test]
    fn the_printed_number_is_the_number_on_the_list() {
        let short = PlanFacts {
            objects: 100,
            ..NEIJIANG
        };
        let error = PLAN
            .take(Action::ApprovePlan, PlanStatus::Draft, &short)
            .unwrap_err();
        assert_eq!(error.gate, Some(Gate::ObjectCountDiffers));
        let empty = PlanFacts {
            objects: 0,
            ..NEIJIANG
        };
        let error = PLAN
            .take(Action::ApprovePlan, PlanStatus::Draft, &empty)
            .unwrap_err();
        assert_eq!(error.gate, Some(Gate::PlanWithoutObjects));
    }
}
