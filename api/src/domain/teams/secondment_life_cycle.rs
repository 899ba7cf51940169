//! The life cycle of a secondment (抽调): nominated, approved, cleared, in service, returned.

use inspectorate_entity::teams::secondment::SecondmentStatus as Status;

use crate::{
    access::policy::Action,
    blocks::workflow::{AvailableAction, LifeCycle, Step},
    error::Result,
    read::Batch,
};

const fn step(
    action: Action,
    doc: &'static str,
    from: &'static [Status],
    to: Status,
    owed: bool,
) -> Step<Status, ()> {
    Step {
        action,
        doc,
        from,
        to: Some(to),
        rules: &[],
        owed,
        deadline: None,
    }
}

/// A secondment from its nomination to the return.
pub static SECONDMENT: LifeCycle<Status, ()> = LifeCycle {
    noun: "Secondment",
    doc: "A person lent to inspection work (抽调).",
    initial: Status::Nominated,
    begun_by: Action::NominateForSecondment,
    steps: &[
        step(
            Action::ApproveSecondment,
            "approve the nomination (组织部门审批)",
            &[Status::Nominated],
            Status::Approved,
            true,
        ),
        step(
            Action::ClearSecondment,
            "say that nothing stands against it on the side of discipline (廉政审查通过)",
            &[Status::Approved],
            Status::Cleared,
            true,
        ),
        step(
            Action::RefuseSecondment,
            "refuse it (不予批准)",
            &[Status::Nominated, Status::Approved],
            Status::Refused,
            false,
        ),
        step(
            Action::BeginSecondment,
            "let the person begin (开始抽调)",
            &[Status::Cleared],
            Status::InService,
            true,
        ),
        step(
            Action::ReturnFromSecondment,
            "send the person back with an appraisal (鉴定返回)",
            &[Status::InService],
            Status::Returned,
            true,
        ),
    ],
};

/// What the viewer may do with each secondment now.
pub async fn available_actions(batch: &Batch<'_>) -> Result<Vec<Vec<AvailableAction>>> {
    SECONDMENT.by_state(batch)
}
