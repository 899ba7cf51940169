//! The shipped calendar and the shipped default rules.

use chrono::NaiveDate;
use inspectorate_entity::rules::{
    deadline_rule::{self, DeadlineUnit},
    workday_calendar::{self, DayKind},
};
use sea_orm::{ActiveValue::Set, ConnectionTrait};
use serde::Deserialize;

use super::calendar::WorkdayCalendar;
use crate::{
    blocks::shipped::{self, LoadedAt},
    error::Result,
};

const WORKDAYS: &str = include_str!("../../../data/workdays.csv");
const RULES: &str = include_str!("../../../data/deadline_rules.csv");

#[derive(Deserialize)]
struct Day {
    date: NaiveDate,
    kind: DayKind,
    name: String,
    year: i32,
    source: String,
}

#[derive(Deserialize)]
struct Rule {
    key: String,
    edition: i32,
    name: String,
    name_zh: String,
    start_event: String,
    length: i32,
    unit: DeadlineUnit,
    warnings: String,
    extended_by: String,
    source: String,
}

/// Load the days and rules that are missing.
pub async fn load(connection: &impl ConnectionTrait, now: LoadedAt) -> Result<()> {
    let days = shipped::rows::<Day>("workdays.csv", WORKDAYS)?;
    let days = days.into_iter().map(|day| workday_calendar::ActiveModel {
        id: Set(shipped::id("workday_calendar", &[&day.date.to_string()])),
        date: Set(day.date),
        kind: Set(day.kind),
        name: Set(day.name),
        year: Set(day.year),
        source: Set(day.source),
        version: Set(1),
        created_at: Set(now),
        updated_at: Set(now),
    });
    shipped::insert_missing(connection, days).await?;
    let rules = shipped::rows::<Rule>("deadline_rules.csv", RULES)?;
    let rules = rules.into_iter().map(|rule| deadline_rule::ActiveModel {
        id: Set(rule_id(&rule.key, rule.edition)),
        dispatcher_id: Set(None),
        key: Set(rule.key),
        edition: Set(rule.edition),
        name: Set(rule.name),
        name_zh: Set(rule.name_zh),
        start_event: Set(rule.start_event),
        length: Set(rule.length),
        unit: Set(rule.unit),
        warnings: Set(rule.warnings),
        extended_by: Set(rule.extended_by),
        source: Set(rule.source),
        valid_from: Set(None),
        valid_to: Set(None),
        version: Set(1),
        created_at: Set(now),
        updated_at: Set(now),
    });
    shipped::insert_missing(connection, rules).await
}

/// The id of a shipped rule.
pub fn rule_id(key: &str, edition: i32) -> uuid::Uuid {
    shipped::id("deadline_rule", &[key, &edition.to_string()])
}

/// The calendar as shipped, without a database.
pub fn calendar() -> Result<WorkdayCalendar> {
    let days = shipped::rows::<Day>("workdays.csv", WORKDAYS)?;
    Ok(WorkdayCalendar::new(
        days.into_iter().map(|day| (day.year, day.date, day.kind)),
    ))
}
