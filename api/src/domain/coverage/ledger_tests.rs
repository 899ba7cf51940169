use chrono::NaiveDate;
use inspectorate_entity::{
    coverage::{coverage_object::RequiredMode, coverage_record::InspectionKind},
    rules::setting_value::CoveredWhen,
};

use super::{Frame, figures};
use crate::blocks::measure::{Basis, Dimension, ScopePart};
use crate::domain::coverage::{
    ledger::{Inspection, Listed, Origin, Placement, Stage, Standing, standing},
    ledger_rules::Rules,
};
use crate::graphql::scalars::TextScalar;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn inspection(kind: InspectionKind, started: &str, reported: Option<&str>) -> Inspection {
    Inspection {
        kind,
        started_on: day(started),
        reported_on: reported.map(day),
        fed_back_on: None,
        findings_recorded_on: None,
        rectification_accepted_on: None,
        origin: Origin::Own,
    }
}

fn object(inspections: Vec<Inspection>) -> Listed {
    Listed {
        required_mode: RequiredMode::Routine,
        listed_on: day("2022-01-10"),
        withdrawn_on: None,
        groups: vec![0],
        placements: Vec::new(),
        inspections,
        rules: Rules::default(),
    }
}

fn education() -> [ScopePart; 1] {
    [ScopePart::new(
        Dimension::Sector,
        Some("EDUCATION".to_owned()),
        "教育",
    )]
}

fn frame() -> Frame {
    Frame {
        years: (2022, 2026),
        tolerance: 5.into(),
    }
}

fn stage(object: &Listed, on: &str) -> Option<Stage> {
    match standing(object, day(on)) {
        Standing::OnList { stage, .. } => Some(stage),
        Standing::NotYetListed | Standing::Withdrawn => None,
    }
}

#[test]
fn a_routine_inspection_covers_from_the_day_it_is_reported() {
    let object = object(vec![inspection(
        InspectionKind::Routine,
        "2022-04-01",
        Some("2022-07-15"),
    )]);
    assert_eq!(stage(&object, "2022-01-09"), None);
    assert_eq!(stage(&object, "2022-03-31"), Some(Stage::Unplanned));
    assert_eq!(stage(&object, "2022-04-01"), Some(Stage::UnderWay));
    assert_eq!(stage(&object, "2022-07-14"), Some(Stage::UnderWay));
    assert_eq!(stage(&object, "2022-07-15"), Some(Stage::Covered));
}

#[test]
fn a_special_inspection_leaves_the_routine_one_due() {
    let mut special = object(vec![inspection(
        InspectionKind::Special,
        "2022-04-01",
        Some("2022-05-01"),
    )]);
    let Standing::OnList {
        stage,
        special_only,
        ..
    } = standing(&special, day("2022-12-31"))
    else {
        panic!("it is on the list");
    };
    assert_eq!((stage, special_only), (Stage::Unplanned, true));
    special.required_mode = RequiredMode::AnyMode;
    let Standing::OnList {
        stage,
        special_only,
        ..
    } = standing(&special, day("2022-12-31"))
    else {
        panic!("it is on the list");
    };
    assert_eq!((stage, special_only), (Stage::Covered, false));
}

#[test]
fn a_placement_holds_from_its_day_until_it_is_superseded() {
    let mut placed = object(Vec::new());
    placed.placements = vec![
        Placement {
            year: 2023,
            assigned_on: day("2022-02-01"),
            superseded_on: Some(day("2022-09-01")),
            round_ends_on: None,
        },
        Placement {
            year: 2024,
            assigned_on: day("2022-09-01"),
            superseded_on: None,
            round_ends_on: None,
        },
    ];
    let year = |on: &str| match standing(&placed, day(on)) {
        Standing::OnList { year, .. } => year,
        Standing::NotYetListed | Standing::Withdrawn => None,
    };
    assert_eq!(year("2022-01-31"), None);
    assert_eq!(year("2022-08-31"), Some(2023));
    assert_eq!(year("2022-09-01"), Some(2024));
}

#[test]
fn a_withdrawn_object_counts_as_withdrawn_only() {
    let mut gone = object(vec![inspection(
        InspectionKind::Routine,
        "2022-04-01",
        Some("2022-05-01"),
    )]);
    gone.withdrawn_on = Some(day("2022-06-01"));
    assert_eq!(stage(&gone, "2022-05-31"), Some(Stage::Covered));
    assert_eq!(standing(&gone, day("2022-06-01")), Standing::Withdrawn);
}

#[test]
fn the_figures_of_neijiang_come_out() {
    let mut objects = vec![
        object(vec![inspection(
            InspectionKind::Routine,
            "2022-04-01",
            Some("2022-07-15")
        )]);
        22
    ];
    objects.extend(vec![object(Vec::new()); 79]);
    let basis = Basis {
        scope: Vec::new(),
        as_of: day("2022-12-31"),
    };
    let figures = figures(&objects, &education(), &frame(), &basis);
    assert_eq!(figures.total.completion_rate.value.unwrap().text(), "21.78");
    assert_eq!(figures.total.outstanding.numerator.text(), "79");
    let sector = &figures.groups[0];
    assert_eq!(sector.listed.numerator.text(), "101");
    assert_eq!(sector.listed.scope[0].label, "教育");
    let year = &figures.groups[1];
    assert_eq!(year.covered.numerator.text(), "22");
    assert_eq!(figures.inspections_by_kind[0].numerator.text(), "22");
}

#[test]
fn a_look_back_counts_among_the_covered_only() {
    let looked_back = object(vec![
        inspection(InspectionKind::Routine, "2022-04-01", Some("2022-07-15")),
        inspection(InspectionKind::LookBack, "2022-10-01", Some("2022-11-15")),
    ]);
    let basis = Basis {
        scope: Vec::new(),
        as_of: day("2022-12-31"),
    };
    let total = figures(&[looked_back], &education(), &frame(), &basis).total;
    assert_eq!(total.looked_back.numerator.text(), "1");
    assert_eq!(total.look_back_rate.value.unwrap().text(), "100");
}

#[test]
fn an_elevated_inspection_covers_where_the_dispatcher_lets_it_and_counts_once() {
    let elevated = Inspection {
        origin: Origin::Elevated,
        ..inspection(InspectionKind::Routine, "2022-03-01", Some("2022-04-15"))
    };
    let own = inspection(InspectionKind::Routine, "2022-05-01", Some("2022-07-15"));
    let mut object = object(vec![elevated]);
    assert_eq!(stage(&object, "2022-12-31"), Some(Stage::Unplanned));
    object.rules.elevated_counts = true;
    assert_eq!(stage(&object, "2022-12-31"), Some(Stage::Covered));
    object.inspections.push(own);
    let basis = Basis {
        scope: Vec::new(),
        as_of: day("2022-12-31"),
    };
    let figures = figures(&[object], &education(), &frame(), &basis);
    assert_eq!(figures.total.covered.numerator.text(), "1");
    assert_eq!(figures.total.covered_elevated.numerator.text(), "1");
    assert_eq!(figures.covered_by_kind[0].numerator.text(), "1");
    assert_eq!(figures.inspections_by_kind[0].numerator.text(), "1");
}

#[test]
fn settings_say_when_an_object_counts_as_covered() {
    let mut object = object(vec![inspection(
        InspectionKind::Special,
        "2022-03-01",
        Some("2022-04-15"),
    )]);
    object.rules.special_counts = true;
    assert_eq!(stage(&object, "2022-04-15"), Some(Stage::Covered));
    object.rules.covered_when = CoveredWhen::FedBack;
    assert_eq!(stage(&object, "2022-04-15"), Some(Stage::UnderWay));
}

#[test]
fn pace_is_what_was_to_be_covered_and_leads_to_a_day() {
    let done = object(vec![inspection(
        InspectionKind::Routine,
        "2022-04-01",
        Some("2022-07-15"),
    )]);
    let mut missed = object(Vec::new());
    missed.placements = vec![Placement {
        year: 2022,
        assigned_on: day("2022-02-01"),
        superseded_on: None,
        round_ends_on: Some(day("2022-06-30")),
    }];
    let later = object(Vec::new());
    let basis = Basis {
        scope: Vec::new(),
        as_of: day("2022-12-31"),
    };
    let pace = figures(
        &[done.clone(), missed, later],
        &education(),
        &frame(),
        &basis,
    )
    .pace;
    assert_eq!(pace.due.numerator.text(), "2");
    assert_eq!(pace.behind.numerator.text(), "1");
    assert_eq!(pace.on_time_rate.value.unwrap().text(), "50");
    assert!(pace.late);
    assert_eq!(pace.time_elapsed.numerator.text(), "365");
    // One in the 365 days of the first year, two are left: two years more.
    assert_eq!(pace.projected_on.unwrap().text(), "2024-12-30");
    assert_eq!(pace.projected_in_time, Some(true));
    let none = figures(&[object(Vec::new())], &education(), &frame(), &basis).pace;
    assert_eq!((none.projected_on, none.projected_in_time), (None, None));
    let all = figures(&[done], &education(), &frame(), &basis).pace;
    assert_eq!(all.projected_on.unwrap().text(), "2022-07-15");
}
