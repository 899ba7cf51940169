use super::*;

fn day(month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2022, month, day).unwrap()
}

fn days(first: (u32, u32), last: (u32, u32)) -> Days {
    Days {
        first: day(first.0, first.1),
        last: day(last.0, last.1),
    }
}

fn gate_of<T>(result: Result<T>) -> Option<Gate> {
    result.err().and_then(|error| error.gate)
}

#[test]
fn a_window_lies_in_its_round() {
    let round = days((4, 1), (6, 30));
    assert!(window_lies_in(days((4, 1), (6, 30)), round, "input.startsOn").is_ok());
    let late = window_lies_in(days((6, 1), (7, 1)), round, "input.startsOn");
    assert_eq!(gate_of(late), Some(Gate::WindowOutsideRound));
}

#[test]
fn elevation_comes_from_above_with_a_reason() {
    assert!(elevated_by_a_body_above("/c/", "/c/e/", "input.inspection").is_ok());
    for (higher, usual) in [("/c/", "/c/"), ("/c/e/", "/c/w/"), ("/c/e/", "/c/")] {
        let refused = elevated_by_a_body_above(higher, usual, "input.inspection");
        assert_eq!(gate_of(refused), Some(Gate::ElevatedFromBelow));
    }
    assert_eq!(
        gate_of(elevation_has_reasons(true, 0)),
        Some(Gate::ElevationWithoutReason)
    );
    assert!(elevation_has_reasons(true, 1).is_ok() && elevation_has_reasons(false, 0).is_ok());
}

#[test]
fn a_look_back_follows_the_feedback() {
    let (school, other) = (Uuid::from_u128(1), Uuid::from_u128(2));
    let look = |earlier| {
        looks_back_at_what_was_fed_back(InspectionKind::LookBack, earlier, school, day(9, 1))
    };
    let earlier = |organization, fed_back_on| {
        Some(Earlier {
            organization,
            fed_back_on,
        })
    };
    assert!(look(earlier(school, Some(day(8, 31)))).is_ok());
    assert_eq!(
        gate_of(look(earlier(school, None))),
        Some(Gate::EarlierNotFedBack)
    );
    assert_eq!(
        gate_of(look(earlier(school, Some(day(9, 1))))),
        Some(Gate::EarlierNotFedBack)
    );
    assert!(look(None).is_err() && look(earlier(other, Some(day(8, 31)))).is_err());
    let routine = looks_back_at_what_was_fed_back(
        InspectionKind::Routine,
        earlier(school, Some(day(8, 31))),
        school,
        day(9, 1),
    );
    assert!(routine.is_err());
}

#[test]
fn what_hangs_on_an_inspection_stays_below_it() {
    assert!(stands_below_the_parent("/c/z/u/", "/c/z/", "input.organization").is_ok());
    let beside = stands_below_the_parent("/c/y/", "/c/z/", "input.organization");
    assert_eq!(gate_of(beside), Some(Gate::NotBelowParent));
    let itself = stands_below_the_parent("/c/z/", "/c/z/", "input.organization");
    assert_eq!(gate_of(itself), Some(Gate::NotBelowParent));
    assert!(stays_with_the_parent("/c/z/", "/c/z/", "input.organization").is_ok());
    assert!(parent_is_on_site(InspectionStatus::OnSite).is_ok());
    assert_eq!(
        gate_of(parent_is_on_site(InspectionStatus::Left)),
        Some(Gate::ParentNotOnSite)
    );
}

#[test]
fn linked_inspections_share_days_and_block() {
    let spring = days((4, 1), (6, 30));
    assert!(linked_windows_overlap(spring, &[days((6, 30), (7, 31))]).is_ok());
    let apart = linked_windows_overlap(spring, &[spring, days((7, 1), (7, 31))]);
    assert_eq!(gate_of(apart), Some(Gate::LinkedWindowsApart));
    assert!(of_the_same_block(None, None).is_ok());
    assert!(of_the_same_block(Some("EDUCATION"), Some("EDUCATION")).is_ok());
    assert_eq!(
        gate_of(of_the_same_block(Some("EDUCATION"), Some("HEALTH"))),
        Some(Gate::LinkOfAnotherBlock)
    );
}

#[test]
fn a_team_is_sent_downward() {
    assert!(may_be_sent("/c/", "/c/", "input.organization").is_ok());
    assert!(may_be_sent("/c/", "/c/e/", "input.organization").is_ok());
    assert_eq!(
        gate_of(may_be_sent("/c/e/", "/c/", "input.organization")),
        Some(Gate::ObjectOfAnotherDispatcher)
    );
}
