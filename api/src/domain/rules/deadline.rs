//! A deadline on a record.

use inspectorate_entity::rules::{deadline::DeadlineStanding, deadline_rule::DeadlineUnit};
use inspectorate_macros::Noun;

use super::{
    deadline_extension::DeadlineExtension,
    deadline_record::RECORDS,
    deadline_rule::DeadlineRule,
    deadline_standing::{standing, warns_on},
};
use crate::{
    access::{viewer::Viewer, visible::Visible},
    domain::organizations::organization::Organization,
    graphql::{coded::Coded, scalars::Date},
    read::{AnyNoun, Many, One},
};

/// The day by which something must be done on a record, with the rule and the edition of it that set it (期限).
#[derive(Noun)]
#[noun(table = "deadline", plural = "deadlines", reads = ReadDeadlines, visible = visible_to, order(due_on, started_on))]
pub struct Deadline {
    /// What something must be done about; null when it is not visible to the viewer (所属记录).
    #[noun(any(record_noun, record_id), union = RECORDS)]
    pub record: AnyNoun,
    /// The rule in the edition that set it; null when it is not visible to the viewer (所依规则).
    #[noun(one = "rule_id", filter)]
    pub rule: One<DeadlineRule>,
    /// The edition of the rule when the clock started (规则版次).
    pub rule_edition: i32,
    /// What is counted (单位).
    pub unit: DeadlineUnit,
    /// The dispatching organization in whose work it runs (派出机关).
    #[noun(one = "dispatcher_id", filter)]
    pub dispatcher: One<Organization>,
    /// The organization that has to do it; null when that is the dispatcher itself or not visible to the viewer (责任单位).
    #[noun(one = "owed_by_id", filter)]
    pub owed_by: One<Organization>,
    /// Day of the event that started the clock; the day itself does not count (起算日期).
    #[noun(filter, order)]
    pub started_on: Date,
    /// Last day in time; null while the clock is stopped, or while the working days of that year are not published (到期日).
    #[noun(filter, order)]
    pub due_on: Option<Date>,
    /// The year whose working-day calendar has to be published before the due day is known; null when it is known (待公布工作日历的年份).
    #[noun(filter)]
    pub awaits_calendar_of: Option<i32>,
    /// Day on which the clock was stopped; null while it runs (暂停日期).
    #[noun(filter, order)]
    pub paused_on: Option<Date>,
    /// Why it was stopped the last time; null when it never was (暂停理由).
    pub pause_reason: Option<String>,
    /// Day on which it was done; null while it is not (完成日期).
    #[noun(filter, order)]
    pub met_on: Option<Date>,
    /// Day from which it was asked no more, since what asked for it was withdrawn or returned; null while it is asked, or when it was done (解除日期).
    #[noun(filter, order)]
    pub lifted_on: Option<Date>,
    /// How it stands today, or on the day given (状态).
    #[noun(
        computed = standing,
        needs(due_on: Date, awaits_calendar_of: i32, met_on: Date, lifted_on: Date, unit: DeadlineUnit, warnings: String),
        args(as_of: Option<Date> = "The day to look at; today in China when left out.")
    )]
    pub standing: Coded<DeadlineStanding>,
    /// Days on which it warns, earliest first; empty while the due day is not known (预警日期).
    #[noun(computed = warns_on, needs(due_on: Date, unit: DeadlineUnit, warnings: String))]
    pub warns_on: Vec<Date>,
    /// Every extension, oldest first (延期记录).
    #[noun(many = "deadline_id", filter)]
    pub extensions: Many<DeadlineExtension>,
    /// Counts the changes of this record; give it back with a change (记录版本).
    pub version: i32,
}

/// Deadlines in the work of a dispatcher of the viewer's jurisdiction, and those that an organization in it has to keep; of both,
/// those whose record exists for the viewer: a day in time tells that there is something to be done, and about what.
fn visible_to(_viewer: &Viewer) -> Visible {
    Visible::All(vec![
        Visible::Either(vec![
            Visible::Jurisdiction("dispatcher_id"),
            Visible::Jurisdiction("owed_by_id"),
        ]),
        Visible::Among("record_noun", "record_id", RECORDS.members),
    ])
}
