//! What rules bring to the schema: their nouns and their verbs, one word each.

use super::{
    abolish_rule, add_code_list, add_code_list_entry, add_rule_clause, checklist, checklist_item,
    cite_basis, code_list, code_list_entry, deadline, deadline_extension, deadline_rule,
    establish_rule, extend_deadline, inherit_setting, meet_deadline, pause_deadline, place_rule,
    publish_checklist, publish_workday_calendar, put_rule_on_trial, register_rule, replace_rule,
    require_rule, required_rule, resume_deadline, retire_code_list_entry, revise_code_list_entry,
    revise_rule, rule_basis, rule_clause, rule_document, set_deadline_rule, set_setting,
    setting_value, start_deadline, vocabulary, waive_required_rule, workday_calendar_day,
};
use crate::{domain::Area, read::noun::Noun};

/// The area.
pub const AREA: Area = Area {
    nouns: &[
        setting_value::SettingValue::DEF,
        rule_document::RuleDocument::DEF,
        rule_basis::RuleBasis::DEF,
        rule_clause::RuleClause::DEF,
        required_rule::RequiredRule::DEF,
        checklist::Checklist::DEF,
        checklist_item::ChecklistItem::DEF,
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
        &register_rule::VERB,
        &place_rule::VERB,
        &put_rule_on_trial::VERB,
        &establish_rule::VERB,
        &revise_rule::VERB,
        &replace_rule::VERB,
        &abolish_rule::VERB,
        &cite_basis::VERB,
        &add_rule_clause::VERB,
        &require_rule::VERB,
        &waive_required_rule::VERB,
        &publish_checklist::VERB,
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
