use super::*;

const NEIJIANG: PlanFacts = PlanFacts {
    kind: PlanKind::FiveYear,
    status: PlanStatus::Draft,
    printed: Some(101),
    objects: 101,
    empty_blocks: 0,
    guidance: PlanGuidance::NotReviewed,
    seen_from: SeenFrom::Within,
};

#[test]
fn a_returned_plan_is_handed_in_again() {
    let returned = PlanFacts {
        status: PlanStatus::Submitted,
        guidance: PlanGuidance::Returned,
        ..NEIJIANG
    };
    let error = PLAN
        .take(Action::ApprovePlan, returned.status, &returned)
        .unwrap_err();
    assert_eq!(error.gate, Some(Gate::PlanReturned));
    assert!(
        PLAN.take(Action::SubmitPlan, returned.status, &returned)
            .is_ok()
    );
    let confirmed = PlanFacts {
        guidance: PlanGuidance::Confirmed,
        ..returned
    };
    let error = PLAN
        .take(Action::SubmitPlan, confirmed.status, &confirmed)
        .unwrap_err();
    assert_eq!(error.gate, Some(Gate::PlanUnderReview));
}

#[test]
fn a_plan_is_reviewed_from_above_only() {
    let within = PLAN.take(Action::ReviewPlan, PlanStatus::Issued, &NEIJIANG);
    assert_eq!(within.unwrap_err().gate, Some(Gate::ReviewedFromAbove));
    let above = PlanFacts {
        seen_from: SeenFrom::Above,
        ..NEIJIANG
    };
    assert!(
        PLAN.take(Action::ReviewPlan, PlanStatus::Issued, &above)
            .is_ok()
    );
}

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
