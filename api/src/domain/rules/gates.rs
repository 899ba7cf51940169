//! What must be true before code lists and rules change: pure rules, named as they are said.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use inspectorate_entity::rules::{
    code_list_entry,
    deadline_rule::{self, DeadlineUnit},
};
use uuid::Uuid;

use crate::{
    access::policy::Agency,
    blocks::gate::Gate,
    error::{Error, Result},
};

/// A code or key is written in capitals: letters, digits and underscores, beginning with a letter.
pub fn code_is_spelled(code: &str, field: &str) -> Result<()> {
    let mut letters = code.bytes();
    let spelled = letters
        .next()
        .is_some_and(|first| first.is_ascii_uppercase())
        && letters.all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit() || byte == b'_');
    if spelled {
        return Ok(());
    }
    Err(Error::bad_input(
        field,
        "Write it in capital letters, digits and underscores, beginning with a letter, such as STATE_ENTERPRISES.",
        "请用大写字母、数字和下划线书写，并以字母开头，如 STATE_ENTERPRISES。",
    ))
}

/// Something does not end before it starts.
pub fn ends_after_start(from: Option<NaiveDate>, to: Option<NaiveDate>, field: &str) -> Result<()> {
    match (from, to) {
        (Some(from), Some(to)) if to < from => Err(Error::bad_input(
            field,
            format!("The last day {to} lies before the first day {from}: correct one of them."),
            format!("停用日期 {to} 早于启用日期 {from}，请更正。"),
        )),
        _ => Ok(()),
    }
}

/// What ships with the service stays as it is: a dispatcher keeps its own beside it.
pub fn is_kept_by_a_dispatcher(dispatcher: Option<Uuid>, field: &str) -> Result<Uuid> {
    dispatcher.ok_or_else(|| {
        Error::gate(
            Gate::ShippedWithService,
            "This list ships with the service and is not changed: add a list of your own with the same key, which stands before it.",
            "该代码表随软件提供，不可修改：请以相同代号建立本级代码表，本级优先适用。",
        )
        .field(field)
    })
}

/// A rule gives at least one and at most ten years of its unit.
pub fn length_is_sensible(length: i32, unit: DeadlineUnit) -> Result<()> {
    let most = match unit {
        DeadlineUnit::CalendarDays | DeadlineUnit::WorkingDays => 3_650,
        DeadlineUnit::Months => 120,
    };
    if (1..=most).contains(&length) {
        return Ok(());
    }
    Err(Error::bad_input(
        "input.length",
        format!("The length {length} is not between 1 and {most}."),
        format!("时长 {length} 不在 1 至 {most} 之间。"),
    ))
}

/// Warnings go out before the due day: at most ten different steps of 1 to 365 days. Answers them with the earliest first.
pub fn warnings_are_steps(warnings: &[i32]) -> Result<Vec<i32>> {
    let steps: BTreeSet<i32> = warnings.iter().copied().collect();
    let sound = warnings.len() <= 10
        && steps.len() == warnings.len()
        && steps.iter().all(|step| (1..=365).contains(step));
    if sound {
        return Ok(steps.into_iter().rev().collect());
    }
    Err(Error::bad_input(
        "input.warnings",
        "Give at most 10 different steps, each of 1 to 365 days before the due day.",
        "请填写至多 10 个互不相同的预警天数，每个为到期前 1 至 365 天。",
    ))
}

/// At least one agency may extend; none is named twice. Answers their codes as the rule stores them.
pub fn somebody_may_extend(agencies: &[Agency]) -> Result<()> {
    let different: BTreeSet<Agency> = agencies.iter().copied().collect();
    if !agencies.is_empty() && different.len() == agencies.len() {
        return Ok(());
    }
    Err(Error::bad_input(
        "input.extendedBy",
        "Name at least one agency that may extend, each once.",
        "请至少填写一个可批准延期的机关，且不重复。",
    ))
}

/// What a superior keeps is not changed by those below it.
pub fn stands_in_jurisdiction(path: &str, jurisdiction: &str, field: &str) -> Result<()> {
    if path.starts_with(jurisdiction) {
        return Ok(());
    }
    Err(Error::gate(
        Gate::KeptBySuperior,
        "A superior keeps this: add one of your own with the same key, which stands before it.",
        "该项由上级设定，本级不可修改：请以相同代号自行设定，本级优先适用。",
    )
    .field(field))
}

/// A place in a list is counted from 1.
pub fn sequence_is_positive(sequence: i32) -> Result<()> {
    if sequence >= 1 {
        return Ok(());
    }
    Err(Error::bad_input(
        "input.sequence",
        format!("The place {sequence} is not counted from 1."),
        format!("序号 {sequence} 无效，应从 1 开始。"),
    ))
}

/// Only the latest edition is followed or ended: one that has an end stands no more.
pub fn edition_stands(valid_to: Option<NaiveDate>) -> Result<()> {
    match valid_to {
        None => Ok(()),
        Some(day) => Err(Error::gate(
            Gate::EditionEnded,
            format!("This edition ended on {day}: change the one that stands."),
            format!("该版次已于 {day} 停用：请修改现行版次。"),
        )),
    }
}

/// A new edition starts later than the one before it; answers the last day of that one.
pub fn edition_follows(
    began: Option<NaiveDate>,
    ended: Option<NaiveDate>,
    from: NaiveDate,
) -> Result<NaiveDate> {
    edition_stands(ended)?;
    let last = from.pred_opt().unwrap_or(from);
    match began {
        Some(began) if from <= began => Err(Error::bad_input(
            "input.validFrom",
            format!("The edition before it began on {began}: start the new one later."),
            format!("上一版次自 {began} 起启用，新版次须晚于该日。"),
        )),
        _ => Ok(last),
    }
}

/// The rule of this key that starts clocks on `day`: of the nearest organization of `chain`, else the shipped one.
pub fn rule_in_force<'a>(
    rules: &'a [deadline_rule::Model],
    chain: &[Uuid],
    day: NaiveDate,
) -> Result<&'a deadline_rule::Model> {
    let in_force = |rule: &&deadline_rule::Model| {
        rule.valid_from.is_none_or(|from| from <= day) && rule.valid_to.is_none_or(|to| day <= to)
    };
    let of = |dispatcher: Option<Uuid>| {
        let own = rules.iter().filter(in_force);
        own.filter(|rule| rule.dispatcher_id == dispatcher)
            .max_by_key(|rule| rule.edition)
    };
    let nearest = chain.iter().find_map(|dispatcher| of(Some(*dispatcher)));
    nearest.or_else(|| of(None)).ok_or_else(|| {
        Error::bad_input(
            "input.rule",
            format!("No rule of this key is in force on {day}: take one of `deadlineRules`, or set one with setDeadlineRule."),
            format!("{day} 没有该代号的有效规则：请从 `deadlineRules` 选用，或用 setDeadlineRule 设定。"),
        )
    })
}

/// Records are coded with codes that may be used on the day.
pub fn code_is_in_use(entry: &code_list_entry::Model, day: NaiveDate, field: &str) -> Result<()> {
    let begun = entry.valid_from.is_none_or(|from| from <= day);
    let ended = entry.valid_to.filter(|to| *to < day);
    if begun && ended.is_none() {
        return Ok(());
    }
    Err(Error::gate(
        Gate::EditionEnded,
        format!(
            "The code `{}` in this edition may not be used on {day}: choose one that may.",
            entry.code
        ),
        format!(
            "代码“{}”的该版次在 {day} 不可使用，请选用现行版次。",
            entry.code
        ),
    )
    .field(field))
}

/// A code is not taken out of use while records that stand are coded with it.
pub fn nothing_is_coded_with(records: usize) -> Result<()> {
    if records == 0 {
        return Ok(());
    }
    Err(Error::gate(
        Gate::CodeInUse,
        format!("{records} records that stand are coded with it: code them anew first, or give it another wording with reviseCodeListEntry."),
        format!("仍有 {records} 条现行记录使用该代码：请先改用其他代码，或用 reviseCodeListEntry 修订其表述。"),
    )
    .field("input.codeListEntry"))
}

/// A rule does not reach back to deadlines that run, to make them due earlier.
pub fn no_running_deadline_is_shortened(deadlines: usize) -> Result<()> {
    if deadlines == 0 {
        return Ok(());
    }
    Err(Error::gate(
        Gate::DeadlineShortened,
        format!("{deadlines} deadlines that run since then would be due earlier: let the rule start later, or give at least as long as they have."),
        format!("有 {deadlines} 个此后起算的在办期限将因此提前到期：请推迟生效日期，或给予不短于现有的时长。"),
    )
    .field("input.validFrom"))
}
