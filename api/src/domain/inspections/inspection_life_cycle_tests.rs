use super::*;
use crate::domain::teams::readiness::Entrant;

const READY: InspectionFacts = InspectionFacts {
    round: Some(RoundStatus::Approved),
    not_loaded: 0,
    elevated: false,
    reasons: 0,
    mobilized: true,
    parent: None,
    needs_team: false,
    team: None,
    entry: Readiness::NOT_ASKED,
};

fn gate_of(action: Action, status: S, facts: &InspectionFacts) -> Option<Gate> {
    let taken = INSPECTION.take(action, status, facts);
    taken.err().and_then(|error| error.gate)
}

#[test]
fn an_inspection_goes_from_proposal_to_its_end() {
    let way = [
        (Action::ApproveInspection, S::Approved),
        (Action::PreInformInspection, S::PreInformed),
        (Action::MobilizeInspection, S::Mobilized),
        (Action::EnterInspection, S::OnSite),
        (Action::LeaveInspection, S::Left),
        (Action::ReportInspection, S::Reported),
        (Action::FeedBackInspection, S::FedBack),
        (Action::CloseInspection, S::Closed),
    ];
    let mut status = S::Proposed;
    for (action, next) in way {
        status = INSPECTION.take(action, status, &READY).unwrap();
        assert_eq!(status, next);
    }
}

#[test]
fn nobody_enters_before_approval_or_withdraws_after_entry() {
    assert_eq!(
        gate_of(Action::EnterInspection, S::Proposed, &READY),
        Some(Gate::WrongState)
    );
    for entered in [S::OnSite, S::Left, S::Closed] {
        assert_eq!(
            gate_of(Action::WithdrawInspection, entered, &READY),
            Some(Gate::WrongState)
        );
    }
}

#[test]
fn what_is_missing_stands_in_the_way() {
    let proposed = InspectionFacts {
        round: Some(RoundStatus::Proposed),
        ..READY
    };
    assert_eq!(
        gate_of(Action::ApproveInspection, S::Proposed, &proposed),
        Some(Gate::RoundNotApproved)
    );
    let known = InspectionFacts {
        not_loaded: 2,
        ..READY
    };
    assert_eq!(
        gate_of(Action::ApproveInspection, S::Proposed, &known),
        Some(Gate::EarlierNotLoaded)
    );
    let unfounded = InspectionFacts {
        elevated: true,
        ..READY
    };
    assert_eq!(
        gate_of(Action::ApproveInspection, S::Proposed, &unfounded),
        Some(Gate::ElevationWithoutReason)
    );
    let untrained = InspectionFacts {
        mobilized: false,
        ..READY
    };
    assert_eq!(
        gate_of(Action::EnterInspection, S::Approved, &untrained),
        Some(Gate::NotMobilized)
    );
    let alone = InspectionFacts {
        needs_team: true,
        ..READY
    };
    for (action, status) in [
        (Action::MobilizeInspection, S::Approved),
        (Action::EnterInspection, S::Mobilized),
    ] {
        assert_eq!(
            gate_of(action, status, &alone),
            Some(Gate::InspectionWithoutTeam)
        );
    }
    let orphan = InspectionFacts {
        parent: Some(S::Left),
        ..READY
    };
    assert_eq!(
        gate_of(Action::EnterInspection, S::Approved, &orphan),
        Some(Gate::ParentNotOnSite)
    );
}

#[test]
fn what_the_dispatcher_asks_of_those_who_enter_stands_in_the_way() {
    let entering = |training, signing| InspectionFacts {
        entry: Readiness {
            training,
            signing,
            people: vec![Entrant {
                name: "化名".to_owned(),
                trained: false,
                signed: false,
            }],
        },
        ..READY
    };
    for (training, signing, gate) in [
        (false, false, None),
        (true, true, Some(Gate::MemberNotTrained)),
        (false, true, Some(Gate::UndertakingMissing)),
    ] {
        let facts = entering(training, signing);
        assert_eq!(gate_of(Action::EnterInspection, S::Mobilized, &facts), gate);
        assert_eq!(
            gate_of(Action::MobilizeInspection, S::Approved, &facts),
            None
        );
    }
}
