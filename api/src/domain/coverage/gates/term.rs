//! What must be true of a term before coverage in it changes, and before it is closed.

use chrono::NaiveDate;
use inspectorate_entity::coverage::term;

use super::{days_of, term_not_over};
use crate::{
    blocks::gate::Gate,
    error::{Error, Result},
};

/// What is still open in a term.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct OpenThings {
    /// Inspections that are neither reported nor fed back.
    pub inspections: usize,
    /// Plans that are not sent out.
    pub plans: usize,
    /// Checkpoints of plans sent out that were not held.
    pub checkpoints: usize,
    /// Objects whose organization has ended and of which nobody said what becomes.
    pub undecided: usize,
}

/// A closed term stays as it is.
pub fn term_not_closed(term: &term::Model, field: &str) -> Result<()> {
    let Some(day) = term.closed_on else {
        return Ok(());
    };
    Err(Error::gate(
        Gate::TermClosed,
        format!("The term was closed on {day}: what is left belongs to the next one."),
        format!("本届已于 {day} 办结，未完成事项请列入下一届。"),
    )
    .field(field))
}

/// What is listed or scheduled in a term lies up to its last day.
pub fn term_lasts(term: &term::Model, day: NaiveDate, field: &str) -> Result<()> {
    term_not_closed(term, field)?;
    term_not_over(days_of(term), day, field)
}

/// A term is closed when nothing in it is open.
pub fn nothing_open(open: OpenThings) -> Result<()> {
    let named: Vec<_> = [
        (
            open.inspections,
            "inspections not reported",
            "项巡察未汇报反馈",
        ),
        (open.plans, "plans not sent out", "个规划计划未制发"),
        (open.checkpoints, "checkpoints not held", "个节点未完成"),
        (
            open.undecided,
            "objects whose organization has ended",
            "个对象的单位已撤并而未处理",
        ),
    ]
    .into_iter()
    .filter(|(count, _, _)| *count > 0)
    .collect();
    if named.is_empty() {
        return Ok(());
    }
    let english: Vec<_> = named
        .iter()
        .map(|(count, what, _)| format!("{count} {what}"))
        .collect();
    let chinese: Vec<_> = named
        .iter()
        .map(|(count, _, what)| format!("{count} {what}"))
        .collect();
    Err(Error::gate(
        Gate::TermHasOpenThings,
        format!("Still open in the term: {}.", english.join(", ")),
        format!("本届仍有未办结事项：{}。", chinese.join("，")),
    )
    .field("input.term"))
}

/// Objects that were never covered are left with a reason.
pub fn uncovered_are_explained(uncovered: usize, explained: bool) -> Result<()> {
    if uncovered == 0 || explained {
        return Ok(());
    }
    Err(Error::gate(
        Gate::ObjectsUncovered,
        format!("{uncovered} objects on the list are not covered: say why they are left."),
        format!("名单上仍有 {uncovered} 个对象未覆盖，请说明理由。"),
    )
    .field("input.uncoveredReason"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_open_is_named() {
        assert!(nothing_open(OpenThings::default()).is_ok());
        let open = OpenThings {
            inspections: 3,
            undecided: 1,
            ..OpenThings::default()
        };
        let error = nothing_open(open).unwrap_err();
        assert_eq!(error.gate, Some(Gate::TermHasOpenThings));
        assert!(error.message.contains("3 inspections"));
        assert!(error.message_zh.contains("1 个对象"));
        assert!(!error.message.contains("plans"));
    }

    #[test]
    fn objects_are_left_with_a_reason() {
        assert!(uncovered_are_explained(0, false).is_ok());
        assert!(uncovered_are_explained(7, true).is_ok());
        assert!(uncovered_are_explained(7, false).is_err());
    }
}
