//! What rules bring to the schema: their nouns and their verbs, one word each.

use super::{
    add_code_list, add_code_list_entry, code_list, code_list_entry, deadline, deadline_extension,
    deadline_rule, extend_deadline, inherit_setting, meet_deadline, pause_deadline,
    publish_workday_calendar, resume_deadline, retire_code_list_entry, revise_code_list_entry,
    set_deadline_rule, set_setting, setting_value, start_deadline, vocabulary,
    workday_calendar_day,
};
use crate::{domain::Area, read::noun::Noun};

/// The area.
pub const AREA: Area = Area {
    nouns: &[
        setting_value::SettingValue::DEF,
        code_list::CodeList::DEF,
        code_list_entry::CodeListEntry::DEF,
        deadline_rule::DeadlineRule::DEF,
        workday_calendar_day::WorkdayCalendarDay::DEF,
        deadline::Deadline::DEF,
        deadline_extension::DeadlineExtension::DEF,
    ],
    verbs: &[
        &set_setting::VERB,
        &inherit_setting::VERB,
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
