use super::*;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

#[test]
fn the_three_days_of_a_year_follow_one_another() {
    let days = |start, mid, end| {
        days_follow(
            2023,
            [(day(start), "start"), (day(mid), "mid"), (day(end), "end")],
        )
    };
    assert!(days("2023-01-31", "2023-07-31", "2024-01-15").is_ok());
    let error = days("2022-12-31", "2023-07-31", "2023-12-31").unwrap_err();
    assert_eq!(error.field.as_deref(), Some("start"));
    let error = days("2023-03-31", "2023-12-31", "2023-07-31").unwrap_err();
    assert_eq!(error.gate, Some(Gate::CheckpointOutOfOrder));
    assert_eq!(error.field.as_deref(), Some("end"));
}

#[test]
fn a_checkpoint_lies_between_its_neighbours() {
    let held = |kind, on: &str| Checkpoint {
        kind,
        status: CheckpointStatus::Held,
        held_on: Some(day(on)),
    };
    let all = [
        held(CheckpointKind::Start, "2023-02-01"),
        held(CheckpointKind::End, "2023-12-20"),
    ];
    assert!(held_in_order(CheckpointKind::Mid, day("2023-07-01"), &all).is_ok());
    for wrong in ["2023-01-31", "2023-12-21"] {
        let error = held_in_order(CheckpointKind::Mid, day(wrong), &all).unwrap_err();
        assert_eq!(error.gate, Some(Gate::CheckpointOutOfOrder));
    }
}

#[test]
fn a_summary_says_until_when_its_figures_count() {
    let held = day("2023-12-20");
    let dated = |kind, as_of| figures_are_dated(kind, 2023, as_of, held);
    assert!(dated(CheckpointKind::Mid, None).is_ok());
    assert!(dated(CheckpointKind::End, Some(day("2023-11-30"))).is_ok());
    let error = dated(CheckpointKind::End, None).unwrap_err();
    assert_eq!(error.gate, Some(Gate::FiguresUndated));
    assert!(dated(CheckpointKind::End, Some(day("2023-12-21"))).is_err());
    assert!(dated(CheckpointKind::Start, Some(day("2022-12-31"))).is_err());
}
