//! The gates of organizations, by values.

use chrono::{DateTime, NaiveDate};
use inspectorate_entity::organizations::{
    agency_registration::{self, Agency},
    leading_group_member::{self, LeadingGroupPost},
    organization::{self, OrganizationKind, OrganizationLevel},
};
use uuid::Uuid;

use super::*;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn span(first: &str, last: Option<&str>) -> Span {
    Span {
        first: day(first),
        last: last.map(day),
    }
}

fn organization(path: &str) -> organization::Model {
    organization::Model {
        id: Uuid::now_v7(),
        code: "X".into(),
        name: "甲单位".into(),
        short_name: None,
        english_name: None,
        level: OrganizationLevel::City,
        kind: OrganizationKind::PartyCommittee,
        sector_code: None,
        function_group: None,
        region_code: None,
        parent_id: None,
        path: path.into(),
        dispatcher_id: None,
        established_on: None,
        retired_on: None,
        retirement_reason: None,
        merged_into_id: None,
        search: String::new(),
        pinyin: String::new(),
        version: 1,
        created_at: DateTime::default(),
        updated_at: DateTime::default(),
    }
}

fn seat(post: LeadingGroupPost, first: &str, last: Option<&str>) -> leading_group_member::Model {
    leading_group_member::Model {
        id: Uuid::now_v7(),
        leading_group_id: Uuid::nil(),
        dispatcher_id: Uuid::nil(),
        person_id: Uuid::now_v7(),
        post,
        starts_on: day(first),
        ends_on: last.map(day),
        version: 1,
        created_at: DateTime::default(),
        updated_at: DateTime::default(),
    }
}

fn registration(agency: Agency, first: &str, last: Option<&str>) -> agency_registration::Model {
    agency_registration::Model {
        id: Uuid::now_v7(),
        organization_id: Uuid::nil(),
        agency,
        authority_id: Uuid::nil(),
        sector_code: None,
        starts_on: day(first),
        ends_on: last.map(day),
        version: 1,
        created_at: DateTime::default(),
        updated_at: DateTime::default(),
    }
}

fn gate<T>(result: Result<T>) -> Option<Gate> {
    result.err().and_then(|error| error.gate)
}

#[test]
fn spans_share_a_day_when_both_run_on_it() {
    let year = span("2020-01-01", Some("2020-12-31"));
    assert!(year.overlaps(&span("2020-12-31", None)));
    assert!(!year.overlaps(&span("2021-01-01", None)));
    assert!(span("2019-01-01", None).overlaps(&year));
    assert!(Span::new(day("2020-01-02"), Some(day("2020-01-01"))).is_err());
}

#[test]
fn an_organization_never_stands_below_itself() {
    let city = organization("/a/");
    assert_eq!(
        gate(stays_a_tree(&city, &organization("/a/b/"))),
        Some(Gate::CycleInTree)
    );
    assert_eq!(gate(stays_a_tree(&city, &city)), Some(Gate::CycleInTree));
    assert!(stays_a_tree(&organization("/a/b/"), &organization("/a/c/")).is_ok());
    assert!(stays_a_tree(&organization("/a/"), &organization("/ab/")).is_ok());
}

#[test]
fn what_has_ended_changes_no_more() {
    let mut ended = organization("/a/");
    assert!(exists(&ended, "input.organization").is_ok());
    ended.retired_on = Some(day("2020-01-01"));
    let refused = exists(&ended, "input.organization").unwrap_err();
    assert_eq!(refused.gate, Some(Gate::OrganizationRetired));
    assert_eq!(refused.field.as_deref(), Some("input.organization"));
    assert_eq!(
        gate(still_holds(Some(day("2020-01-01")))),
        Some(Gate::AlreadyEnded)
    );
}

#[test]
fn an_organization_leaves_nothing_behind() {
    assert_eq!(
        gate(leaves_nothing_behind(1, 0)),
        Some(Gate::OrganizationHasParts)
    );
    assert_eq!(
        gate(leaves_nothing_behind(0, 1)),
        Some(Gate::OrganizationHasObjects)
    );
    assert!(leaves_nothing_behind(0, 0).is_ok());
}

#[test]
fn a_leading_group_has_one_leader_at_a_time() {
    let leader = LeadingGroupPost::Leader;
    let seats = [seat(leader, "2020-01-01", Some("2021-06-30"))];
    let person = Uuid::now_v7();
    assert_eq!(
        gate(seat_is_free(
            &seats,
            person,
            leader,
            span("2021-06-30", None)
        )),
        Some(Gate::OneLeaderAtATime)
    );
    assert!(seat_is_free(&seats, person, leader, span("2021-07-01", None)).is_ok());
    let deputy = LeadingGroupPost::Deputy;
    assert!(seat_is_free(&seats, person, deputy, span("2020-06-30", None)).is_ok());
    assert_eq!(
        gate(seat_is_free(
            &seats,
            seats[0].person_id,
            deputy,
            span("2020-06-30", None)
        )),
        Some(Gate::SeatedAlready)
    );
}

#[test]
fn only_a_dispatcher_on_that_day_has_objects() {
    let registrations = [registration(
        Agency::Dispatcher,
        "2020-01-01",
        Some("2020-12-31"),
    )];
    assert!(is_dispatcher(&registrations, day("2020-12-31"), "input.dispatcher").is_ok());
    assert_eq!(
        gate(is_dispatcher(
            &registrations,
            day("2021-01-01"),
            "input.dispatcher"
        )),
        Some(Gate::NotADispatcher)
    );
    let office = [registration(Agency::Office, "2020-01-01", None)];
    assert!(is_dispatcher(&office, day("2020-12-31"), "input.dispatcher").is_err());
}

#[test]
fn a_body_is_registered_once_as_one_agency() {
    let registrations = [registration(Agency::Audit, "2020-01-01", None)];
    let same = (Agency::Audit, Uuid::nil(), None);
    assert_eq!(
        gate(is_registered_once(
            &registrations,
            same,
            span("2022-01-01", None)
        )),
        Some(Gate::AgencyRegisteredAlready)
    );
    let other_sector = (Agency::Audit, Uuid::nil(), Some("finance"));
    assert!(is_registered_once(&registrations, other_sector, span("2022-01-01", None)).is_ok());
}

#[test]
fn only_a_secretary_who_leads_the_group_names_a_duty() {
    assert_eq!(gate(names_the_duty(true, false)), Some(Gate::DutyNotNamed));
    assert!(names_the_duty(false, true).is_err());
    assert!(names_the_duty(false, false).is_ok());
}

#[test]
fn work_talks_are_held_with_those_who_do_the_work() {
    use inspectorate_entity::organizations::post::PostFunction;
    let today = day("2020-01-01");
    assert!(does_the_work(&[PostFunction::Other, PostFunction::TeamLeader], today).is_ok());
    assert_eq!(
        gate(does_the_work(&[PostFunction::DivisionHead], today)),
        Some(Gate::NotOfficeDirectorOrTeamLeader)
    );
}
