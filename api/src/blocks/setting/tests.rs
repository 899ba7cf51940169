//! Inheritance with values.

use std::collections::HashMap;

use inspectorate_entity::{
    rules::setting_value::{CoveredWhen, SettingKey, SettingOrigin},
    vocabulary::Vocabulary,
};
use uuid::Uuid;

use super::*;

const CITY: &str = "/c/";
const COUNTY: &str = "/c/x/";
const ZONE: &str = "/c/z/";

fn own(path: &str, value: &str) -> Stored {
    Stored {
        id: Uuid::nil(),
        key: SettingKey::PaceTolerance,
        value: Some(value.to_owned()),
        path: path.to_owned(),
        name: path.to_owned(),
        source_path: None,
    }
}

fn named(path: &str, source: &str) -> Stored {
    Stored {
        value: None,
        source_path: Some(source.to_owned()),
        ..own(path, "")
    }
}

fn settled(path: &str, rows: Vec<Stored>) -> Settings {
    let asked = HashMap::from([(Uuid::nil(), (path.to_owned(), rows))]);
    settle(asked).remove(&Uuid::nil()).unwrap()
}

#[test]
fn the_nearest_value_holds() {
    let rows = vec![own(CITY, "3"), own(COUNTY, "7.5")];
    let origin = |path: &str| {
        let settings = settled(path, rows.clone());
        let set = settings.in_force(SettingKey::PaceTolerance).unwrap();
        (settings.points(PACE_TOLERANCE).to_string(), set.origin)
    };
    assert_eq!(origin(COUNTY), ("7.5".to_owned(), SettingOrigin::Own));
    assert_eq!(origin(ZONE), ("3".to_owned(), SettingOrigin::Superior));
    let nothing_set = Settings::default();
    assert_eq!(nothing_set.points(PACE_TOLERANCE).to_string(), "5");
    assert_eq!(nothing_set.choice(COVERED_WHEN), CoveredWhen::Either);
    assert!(!nothing_set.flag(SPECIAL_COUNTS_AS_ROUTINE));
    assert_eq!(nothing_set.number(MINIMUM_INTERVAL_MONTHS), 12);
}

#[test]
fn a_named_dispatcher_stands_in_place_of_the_superior() {
    let rows = vec![own(CITY, "3"), own(COUNTY, "7.5"), named(ZONE, COUNTY)];
    let settings = settled("/c/z/below/", rows);
    let set = settings.in_force(SettingKey::PaceTolerance).unwrap();
    assert_eq!(
        (set.value.as_str(), set.origin),
        ("7.5", SettingOrigin::Named)
    );
}

#[test]
fn a_circle_is_seen_before_it_closes() {
    let pair = |from: &str, to: &str| (from.to_owned(), to.to_owned());
    assert!(turns_in_a_circle(CITY, COUNTY, &[]), "a part of itself");
    assert!(turns_in_a_circle(ZONE, COUNTY, &[pair(COUNTY, ZONE)]));
    assert!(turns_in_a_circle(
        ZONE,
        COUNTY,
        &[pair(CITY, "/c/z/below/")]
    ));
    assert!(!turns_in_a_circle(ZONE, COUNTY, &[pair(ZONE, CITY)]));
    assert!(!turns_in_a_circle(
        ZONE,
        COUNTY,
        &[pair("/p/", "/q/"), pair("/q/", "/p/")]
    ));
}

#[test]
fn rows_in_a_circle_end_in_the_default() {
    let rows = vec![named(ZONE, COUNTY), named(COUNTY, ZONE)];
    assert_eq!(settled(ZONE, rows).points(PACE_TOLERANCE).to_string(), "5");
}

#[test]
fn every_default_is_a_value_of_its_setting() {
    for entry in SettingKey::variants() {
        let key = SettingKey::parse(entry.value).unwrap();
        let declared = declared(key);
        assert_eq!(
            declared.accept(declared.default).unwrap(),
            declared.default,
            "{key:?}"
        );
        let typed = match declared.kind {
            Kind::Flag => ["true", "false"].contains(&declared.default),
            Kind::Days { .. } | Kind::Months { .. } | Kind::Count { .. } => {
                declared.default.parse::<i32>().is_ok()
            }
            Kind::PercentagePoints { .. } | Kind::OneOf(_) => true,
        };
        assert!(typed, "{key:?}");
    }
}

#[test]
fn values_keep_to_their_limits() {
    let points = declared(SettingKey::PaceTolerance);
    assert_eq!(points.accept("2.50").unwrap(), "2.5");
    for wrong in ["-1", "100.5", "1.234", "much", ""] {
        assert!(points.accept(wrong).is_err(), "{wrong}");
    }
    let days = declared(SettingKey::MidYearCheckGraceDays);
    assert_eq!(days.accept("0").unwrap(), "0");
    assert!(days.accept("185").is_err());
    assert!(
        declared(SettingKey::CoveredWhen)
            .accept("SOMETIMES")
            .is_err()
    );
    assert!(
        declared(SettingKey::SpecialOnlyStaysDue)
            .accept("yes")
            .is_err()
    );
}
