//! What must be true before coverage changes: pure rules, named as they are said.

mod changes;
mod entries;
mod schedule;
mod selection;
mod term;

use chrono::{Datelike, NaiveDate};
use inspectorate_entity::coverage::coverage_plan::{PlanKind, PlanStatus};
use uuid::Uuid;

pub use self::changes::{
    added_later_with_a_reason, block_has_objects, blocks_take_turns, merges_within_a_list,
    not_inspected_since, object_goes_with_its_block, organization_lives,
};
pub use self::entries::{
    a_move_has_a_reason, annual_plan_fits, counts_from_one, day_done, days_of, days_of_inspection,
    lies_in_term, not_after, not_before, not_negative, object_type_is_known, of_another_dispatcher,
    own, so_many_at_once, year_of_window,
};
pub use self::schedule::{
    months, plan_is_approved, round_named_once, round_not_over, round_of_the_term, so_many_of_them,
    so_many_rounds, somebody_goes, something_is_left, still_as_proposed, term_not_over,
    window_given, window_of_an_open_round,
};
pub use self::selection::says_how_selected;
pub use self::term::{
    OpenThings, nothing_open, term_lasts, term_not_closed, uncovered_are_explained,
};
use crate::{
    blocks::gate::Gate,
    error::{Error, Result},
};

/// A stretch of days, both ends included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Days {
    pub first: NaiveDate,
    pub last: NaiveDate,
}

impl Days {
    /// From `first` to `last`; refused on `field` when it ends before it starts.
    pub fn new(first: NaiveDate, last: NaiveDate, field: &str) -> Result<Self> {
        if first <= last {
            return Ok(Self { first, last });
        }
        Err(Error::bad_input(
            field,
            format!("The last day {last} lies before the first day {first}: correct one of them."),
            format!("结束日期 {last} 早于开始日期 {first}，请更正。"),
        ))
    }

    /// Whether it shares a day with `other`.
    pub fn overlaps(&self, other: &Self) -> bool {
        self.first <= other.last && other.first <= self.last
    }

    /// Whether it takes in `day`.
    pub fn contains(&self, day: NaiveDate) -> bool {
        (self.first..=self.last).contains(&day)
    }

    /// Whether part of `year` lies in it.
    pub fn contains_year(&self, year: i32) -> bool {
        (self.first.year()..=self.last.year()).contains(&year)
    }
}

/// A dispatcher's terms follow one another: none shares a day with another.
pub fn terms_do_not_overlap(term: Days, others: &[Days]) -> Result<()> {
    let Some(other) = others.iter().find(|other| other.overlaps(&term)) else {
        return Ok(());
    };
    let Days { first, last } = other;
    Err(Error::gate(
        Gate::TermOverlaps,
        format!("A term from {first} to {last} covers part of these days: choose days outside it."),
        format!("已有届期（{first} 至 {last}）与所填日期重叠，请另选日期。"),
    )
    .field("input.startsOn"))
}

/// The years of a plan lie in its term.
pub fn years_lie_in_term(from_year: i32, to_year: i32, term: Days) -> Result<()> {
    if to_year < from_year {
        return Err(Error::bad_input(
            "input.toYear",
            format!(
                "The last year {to_year} lies before the first year {from_year}: correct one of them."
            ),
            format!("结束年度 {to_year} 早于开始年度 {from_year}，请更正。"),
        ));
    }
    let outside = [("input.fromYear", from_year), ("input.toYear", to_year)]
        .into_iter()
        .find(|(_, year)| !term.contains_year(*year));
    match outside {
        None => Ok(()),
        Some((field, year)) => Err(year_outside(
            field,
            year,
            term.first.year(),
            term.last.year(),
        )),
    }
}

/// An annual plan belongs to an issued five-year plan and to one of its years.
pub fn annual_plan_follows(
    kind: PlanKind,
    status: PlanStatus,
    years: (i32, i32),
    year: i32,
) -> Result<()> {
    is_five_year_plan(kind, "input.plan")?;
    if status != PlanStatus::Issued {
        return Err(Error::gate(
            Gate::FiveYearPlanNotIssued,
            "An annual plan follows an issued five-year plan: issue that first.",
            "年度计划须依据已制发的五年规划，请先制发五年规划。",
        )
        .field("input.plan"));
    }
    year_lies_in_plan(years, year, "input.year")
}

/// A year lies within the years of the plan.
pub fn year_lies_in_plan((from, to): (i32, i32), year: i32, field: &str) -> Result<()> {
    if (from..=to).contains(&year) {
        Ok(())
    } else {
        Err(year_outside(field, year, from, to))
    }
}

/// A term has one five-year plan, and one annual plan a year.
pub fn plan_is_new(exists: bool, field: &str) -> Result<()> {
    if !exists {
        return Ok(());
    }
    Err(Error::gate(
        Gate::PlanExists,
        "The term already has a plan of this kind for these years: change that one.",
        "该届已有同类同年度的规划，请在原规划上修改。",
    )
    .field(field))
}

/// Object lists and blocks belong to five-year plans.
pub fn is_five_year_plan(kind: PlanKind, field: &str) -> Result<()> {
    match kind {
        PlanKind::FiveYear => Ok(()),
        PlanKind::Annual => Err(Error::bad_input(
            field,
            "Objects and blocks belong to a five-year plan: give that instead of an annual one.",
            "对象名单和板块属于五年规划，请填写五年规划而非年度计划。",
        )),
    }
}

/// An organization stands on a list once.
pub fn object_is_new(listed: &[Uuid], organization: Uuid, field: &str) -> Result<()> {
    if !listed.contains(&organization) {
        return Ok(());
    }
    Err(Error::gate(
        Gate::ObjectListedTwice,
        "The organization already stands on the object list of this plan.",
        "该单位已在本规划的对象名单中。",
    )
    .field(field))
}

/// The organization is an object of the dispatcher whose plan it is.
pub fn object_of_the_dispatcher(
    object_of: Option<Uuid>,
    dispatcher: Uuid,
    field: &str,
) -> Result<()> {
    if object_of == Some(dispatcher) {
        return Ok(());
    }
    Err(Error::gate(
        Gate::ObjectOfAnotherDispatcher,
        "The organization is not an object of the dispatcher of this plan: its own dispatcher lists it.",
        "该单位不是本级派出机关的巡察对象，应由其所属派出机关列入。",
    )
    .field(field))
}

/// The object still stands on the list.
pub fn object_on_list(withdrawn_on: Option<NaiveDate>) -> Result<()> {
    let Some(day) = withdrawn_on else {
        return Ok(());
    };
    Err(Error::gate(
        Gate::ObjectWithdrawn,
        format!("The object was taken off the list on {day}: list it again first."),
        format!("该对象已于 {day} 调出名单，请先重新列入。"),
    )
    .field("input.object"))
}

/// A round serves the plan's own term, in the year asked for.
pub fn round_fits(round: (Uuid, i32), term: Uuid, year: i32) -> Result<()> {
    if round == (term, year) {
        return Ok(());
    }
    Err(Error::gate(
        Gate::RoundOfAnotherTerm,
        format!(
            "The round is not one of this term in {year}: choose one that is, or correct the year."
        ),
        format!("该轮次不属于本届 {year} 年，请另选轮次或更正年度。"),
    )
    .field("input.round"))
}

/// A look-back comes after an inspection.
pub fn inspected_before(
    inspected_on: Option<NaiveDate>,
    look_back: NaiveDate,
    field: &str,
) -> Result<()> {
    if inspected_on.is_some_and(|day| day < look_back) {
        return Ok(());
    }
    Err(Error::gate(
        Gate::NotInspectedBefore,
        format!("The organization was not inspected in this term before {look_back}: a look-back needs an inspection to look back at."),
        format!("该单位本届在 {look_back} 之前未被巡察，不能安排“回头看”。"),
    )
    .field(field))
}

/// Full coverage is declared when nothing on the list is left.
pub fn nothing_uncovered(listed: usize, uncovered: usize) -> Result<()> {
    match (listed, uncovered) {
        (0, _) => Err(without_objects().field("input.plan")),
        (_, 0) => Ok(()),
        (listed, uncovered) => Err(Error::gate(
            Gate::ObjectsUncovered,
            format!("{uncovered} of {listed} objects are not covered yet: inspect them, or take them off the list with a reason."),
            format!("{listed} 个对象中仍有 {uncovered} 个未覆盖：请完成巡察，或说明理由后调出名单。"),
        )
        .field("input.plan")),
    }
}

/// What the plan has no object says.
pub fn without_objects() -> Error {
    Error::gate(
        Gate::PlanWithoutObjects,
        "The plan has no object on its list: list its objects first.",
        "规划尚无对象，请先列入巡察对象。",
    )
}

fn year_outside(field: &str, year: i32, from: i32, to: i32) -> Error {
    Error::gate(
        Gate::YearOutsidePlan,
        format!("{year} lies outside {from} to {to}: choose a year within."),
        format!("{year} 年不在 {from} 至 {to} 年之内，请另选年度。"),
    )
    .field(field)
}

#[cfg(test)]
#[path = "gates_tests.rs"]
mod tests;
