//! Rules: what differs by place and is therefore data. Code lists with editions, deadline rules, the working-day calendar, and the
//! deadlines that records carry.

use super::Area;
use crate::read::noun::Noun;

pub mod code_list;
pub mod code_list_entry;
pub mod deadline;
pub mod deadline_extension;
pub mod deadline_rule;
pub mod deadline_standing;
pub mod gates;
pub mod vocabulary;
pub mod workday_calendar_day;

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
    verbs: &[],
    queries: &[vocabulary::QUERY],
};
