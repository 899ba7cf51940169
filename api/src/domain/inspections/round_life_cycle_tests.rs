use super::*;

const DONE: RoundFacts = RoundFacts {
    placed: 2,
    inspections: 2,
    entered: 2,
    reported: 2,
    fed_back: 2,
    closed: 2,
    announced: false,
    meeting_needed: true,
    meeting_held: true,
};

#[test]
fn a_round_goes_from_its_opening_to_its_end() {
    let mut status = S::Proposed;
    for step in ROUND.steps {
        status = ROUND.take(step.action, status, &DONE).unwrap();
    }
    assert_eq!(status, S::Closed);
}

#[test]
fn a_round_is_not_ahead_of_its_inspections() {
    let halfway = RoundFacts {
        reported: 1,
        fed_back: 1,
        closed: 1,
        ..DONE
    };
    for (action, status) in [
        (Action::ReportRound, S::OnSite),
        (Action::FeedBackRound, S::Reported),
        (Action::CloseRound, S::Reviewed),
    ] {
        let error = ROUND.take(action, status, &halfway).unwrap_err();
        assert_eq!(error.gate, Some(Gate::RoundBehind));
    }
    let nobody = RoundFacts { entered: 0, ..DONE };
    let error = ROUND
        .take(Action::StartRound, S::Mobilized, &nobody)
        .unwrap_err();
    assert_eq!(error.gate, Some(Gate::RoundBehind));
}

#[test]
fn an_empty_round_is_not_approved_and_none_announced_twice() {
    let empty = RoundFacts::default();
    let error = ROUND
        .take(Action::ApproveRound, S::Proposed, &empty)
        .unwrap_err();
    assert_eq!(error.gate, Some(Gate::RoundEmpty));
    let announced = RoundFacts {
        announced: true,
        ..DONE
    };
    let error = ROUND
        .take(Action::AnnounceRound, S::Approved, &announced)
        .unwrap_err();
    assert_eq!(error.gate, Some(Gate::RoundAnnounced));
}

#[test]
fn a_round_starts_after_its_meeting_where_that_is_asked() {
    let none_held = RoundFacts {
        meeting_held: false,
        ..DONE
    };
    let steps = [
        (Action::MobilizeRound, S::Trained),
        (Action::StartRound, S::Mobilized),
    ];
    for (action, status) in steps {
        let error = ROUND.take(action, status, &none_held).unwrap_err();
        assert_eq!(error.gate, Some(Gate::MobilizationNotHeld));
        let not_asked = RoundFacts {
            meeting_needed: false,
            ..none_held
        };
        assert!(ROUND.take(action, status, &not_asked).is_ok());
    }
}
