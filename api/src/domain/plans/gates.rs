//! What must be true before the things around a plan change: pure rules, named as they are said.

use chrono::{Datelike, NaiveDate};
use inspectorate_entity::{
    coverage::coverage_plan::PlanKind,
    plans::{
        plan_checkpoint::{CheckpointKind, CheckpointStatus},
        plan_target::TargetIndicator,
    },
};
use uuid::Uuid;

use crate::{
    blocks::gate::Gate,
    error::{Error, Result},
};

/// What a checkpoint is about: its kind, whether it was held and when.
#[derive(Clone, Copy, Debug)]
pub struct Checkpoint {
    pub kind: CheckpointKind,
    pub status: CheckpointStatus,
    pub held_on: Option<NaiveDate>,
}

/// Checkpoints belong to annual plans.
pub fn is_annual_plan(kind: PlanKind, field: &str) -> Result<()> {
    match kind {
        PlanKind::Annual => Ok(()),
        PlanKind::FiveYear => Err(Error::bad_input(
            field,
            "Checkpoints belong to an annual plan: give that instead of a five-year one.",
            "年初、年中、年末节点属于年度计划，请填写年度计划而非五年规划。",
        )),
    }
}

/// The three days follow one another, and the year has begun.
pub fn days_follow(year: i32, days: [(NaiveDate, &str); 3]) -> Result<()> {
    let mut before = NaiveDate::from_ymd_opt(year, 1, 1);
    for (day, field) in days {
        if let Some(before) = before
            && day < before
        {
            return Err(Error::gate(
                Gate::CheckpointOutOfOrder,
                format!("{day} lies before {before}: start, middle and end of {year} follow one another."),
                format!("{day} 早于 {before}：{year} 年的年初、年中、年末节点须依次排列。"),
            )
            .field(field));
        }
        before = Some(day);
    }
    Ok(())
}

/// A day that was set stays once the checkpoint was held.
pub fn still_awaited(status: CheckpointStatus, field: &str) -> Result<()> {
    match status {
        CheckpointStatus::Awaited => Ok(()),
        CheckpointStatus::Held => Err(Error::gate(
            Gate::WrongState,
            "This checkpoint was held already: its day stays.",
            "该节点已完成，不能再调整应完成日期。",
        )
        .field(field)),
    }
}

/// A checkpoint is held after its plan was approved.
pub fn held_after_its_plan(held: NaiveDate, approved_on: Option<NaiveDate>) -> Result<()> {
    match approved_on {
        Some(approved) if held < approved => {
            Err(before_its_plan(Some(approved)).field("input.heldOn"))
        }
        _ => Ok(()),
    }
}

/// The three are held in their order: none before the one before it, none after the one after it.
pub fn held_in_order(kind: CheckpointKind, held: NaiveDate, all: &[Checkpoint]) -> Result<()> {
    for other in all {
        let Some(day) = other.held_on else {
            continue;
        };
        if (other.kind < kind && held < day) || (other.kind > kind && held > day) {
            return Err(out_of_order(Some(day)).field("input.heldOn"));
        }
    }
    Ok(())
}

/// The figures of a summary say until when they count: the summary needs the day, and it is one of the year up to the day on
/// which it was held.
pub fn figures_are_dated(
    kind: CheckpointKind,
    year: i32,
    as_of: Option<NaiveDate>,
    held: NaiveDate,
) -> Result<()> {
    const FIELD: &str = "input.figuresAsOf";
    let Some(as_of) = as_of else {
        return match kind {
            CheckpointKind::Start | CheckpointKind::Mid => Ok(()),
            CheckpointKind::End => Err(Error::gate(
                Gate::FiguresUndated,
                "The summary of a year gives figures: say until which day they count.",
                "年末总结须注明数据截止日期。",
            )
            .field(FIELD)),
        };
    };
    if as_of <= held && as_of.year() == year {
        return Ok(());
    }
    Err(Error::bad_input(
        FIELD,
        format!(
            "{as_of} is no day of {year} up to {held}: give the last day that the figures take in."
        ),
        format!("{as_of} 不是 {year} 年内且不晚于 {held} 的日期，请填写数据截止日期。"),
    ))
}

/// What a checkpoint before its plan says.
pub fn before_its_plan(approved_on: Option<NaiveDate>) -> Error {
    let (since, since_zh) = match approved_on {
        Some(day) => (
            format!("which was approved on {day}"),
            format!("（批准日期 {day}）"),
        ),
        None => (
            "which is not approved yet".to_owned(),
            "（尚未批准）".to_owned(),
        ),
    };
    Error::gate(
        Gate::CheckpointBeforePlan,
        format!("A checkpoint comes after its annual plan, {since}."),
        format!("节点须在年度计划批准之后{since_zh}。"),
    )
}

/// What a checkpoint out of order says.
pub fn out_of_order(other: Option<NaiveDate>) -> Error {
    let (when, when_zh) = match other {
        Some(day) => (
            format!("another of this year was held on {day}"),
            format!("本年度另一节点于 {day} 完成"),
        ),
        None => (
            "the one before it was not held yet".to_owned(),
            "前一节点尚未完成".to_owned(),
        ),
    };
    Error::gate(
        Gate::CheckpointOutOfOrder,
        format!("Start, middle and end of a year follow one another: {when}."),
        format!("年初、年中、年末节点须依次完成：{when_zh}。"),
    )
}

/// The grade is an entry of the reviewer's list of grades.
pub fn grade_is_known(grades: &[String], grade: &str) -> Result<()> {
    if grades.iter().any(|known| known == grade) {
        return Ok(());
    }
    let known = grades.join(", ");
    Err(Error::bad_input(
        "input.grade",
        format!(
            "`{grade}` is no code of your list PLAN_QUALITY_GRADE ({known}): choose one, or add it to the list."
        ),
        format!(
            "“{grade}”不是本级代码表 PLAN_QUALITY_GRADE 的代码（{known}），请从中选择或先行增设。"
        ),
    ))
}

/// A target is a number of objects, or a share up to the whole.
pub fn target_is_possible(indicator: TargetIndicator, target: i32) -> Result<()> {
    let most = match indicator {
        TargetIndicator::CompletionRate => 100,
        TargetIndicator::ObjectsCovered
        | TargetIndicator::ObjectsLookedBack
        | TargetIndicator::VillagesCovered => i32::MAX,
    };
    if (0..=most).contains(&target) {
        return Ok(());
    }
    Err(Error::bad_input(
        "input.target",
        format!("{target} is no possible target: give 0 or more, a rate up to 100."),
        format!("{target} 不是有效目标值：应不小于 0，比率不超过 100。"),
    ))
}

/// Whoever changes the target that stands has seen it.
pub fn target_was_seen(stands: Option<i32>, seen: Option<i32>) -> Result<()> {
    match (stands, seen) {
        (Some(current), Some(seen)) if current != seen => Err(Error::stale(seen, current)),
        (Some(_), None) => Err(Error::conflict(
            "input.version",
            "The plan has a target of this kind and period: give its version to change it.",
            "该规划已有同指标、同时期的目标，请填写其版本后修改。",
        )),
        (None, Some(seen)) => Err(Error::stale(seen, 0)),
        (Some(_), Some(_)) | (None, None) => Ok(()),
    }
}

/// What was ended is not ended again.
pub fn still_holds(ended_on: Option<NaiveDate>, field: &str) -> Result<()> {
    let Some(day) = ended_on else {
        return Ok(());
    };
    Err(Error::gate(
        Gate::AlreadyEnded,
        format!("It ended on {day} already."),
        format!("已于 {day} 终止。"),
    )
    .field(field))
}

/// A clause is quoted from the plan that is named, and a plan is named with its clause.
pub fn clause_goes_with_its_plan(plan: bool, clause: bool) -> Result<()> {
    match (plan, clause) {
        (true, false) => Err(Error::bad_input(
            "input.planClause",
            "Say what the plan says about it: give its clause.",
            "请填写所依据规划的条款内容。",
        )),
        (false, true) => Err(Error::bad_input(
            "input.plan",
            "A clause is quoted from a plan: name the plan.",
            "填写条款时请指明所依据的规划。",
        )),
        (true, true) | (false, false) => Ok(()),
    }
}

/// Rules that a campaign carries out at most.
const MOST_RULES: usize = 50;

/// A campaign carries out few enough rules to be read.
pub fn cites_few_rules(count: usize) -> Result<()> {
    if count <= MOST_RULES {
        return Ok(());
    }
    Err(Error::limited(
        format!("{count} rule documents are too many for a campaign: cite at most {MOST_RULES}."),
        format!("一项活动所落实的制度共 {count} 项，超过上限 {MOST_RULES} 项。"),
    )
    .field("input.rules"))
}

/// A campaign cites a rule once.
pub fn cites_a_rule_once(cited: &[Uuid], rule: Uuid, field: &str) -> Result<()> {
    if !cited.contains(&rule) {
        return Ok(());
    }
    Err(Error::conflict(
        field,
        "The campaign cites the rule document already.",
        "该活动已登记此项制度。",
    ))
}

#[cfg(test)]
#[path = "gates_tests.rs"]
mod tests;
