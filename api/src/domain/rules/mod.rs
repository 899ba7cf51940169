//! Rules: what differs by place and is therefore data. Code lists with editions, deadline rules, the working-day calendar, and the
//! deadlines that records carry.

use super::Area;
use crate::read::noun::Noun;

pub mod code_list;
pub mod code_list_entry;
pub mod deadline;
pub mod deadline_extension;
pub mod deadline_rule;
pub mod vocabulary;
pub mod workday_calendar_day;

pub mod add_code_list;
pub mod add_code_list_entry;
pub mod extend_deadline;
pub mod meet_deadline;
pub mod pause_deadline;
pub mod publish_workday_calendar;
pub mod resume_deadline;
pub mod retire_code_list_entry;
pub mod revise_code_list_entry;
pub mod set_deadline_rule;
pub mod start_deadline;

pub mod deadline_clock;
pub mod deadline_gates;
pub mod deadline_standing;
pub mod gates;
pub mod kept;

#[cfg(test)]
mod gates_tests;

pub const AREA: Area = Area {
    nouns: &[
        code_list::CodeList::DEF,
        code_list_entry::CodeListEntry::DEF,
        deadline_rule::DeadlineRule::DEF,
        workday_calendar_day::WorkdayCalendarDay::DEF,
        deadline::Deadline::DEF,
        deadline_extension::DeadlineExtension::DEF,
    ],
    verbs: &[
        &add_code_list::VERB,
        &add_code_list_entry::VERB,
        &revise_code_list_entry::VERB,
        &retire_code_list_entry::VERB,
        &set_deadline_rule::VERB,
        &publish_workday_calendar::VERB,
        &start_deadline::VERB,
        &extend_deadline::VERB,
        &pause_deadline::VERB,
        &resume_deadline::VERB,
        &meet_deadline::VERB,
    ],
    queries: &[vocabulary::QUERY],
};
