//! What binds a round or an inspection, and what must be true before an item is answered: pure rules, named as they are said.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};
use inspectorate_entity::{
    inspections::inspection::InspectionStatus,
    organizations::agency_registration::Agency,
    processes::checklist_answer::ChecklistOutcome,
    rules::{
        checklist::{self, ChecklistKind},
        rule_document::{self, RuleStatus},
    },
};
use uuid::Uuid;

use crate::{
    blocks::gate::Gate,
    error::{Error, Result},
};

/// The list that says how an inspection goes from its plan to its re-check.
pub const PROCESS: &str = "INSPECTION_PROCESS";

/// Of what kind an inspected organization is.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct ObjectKind {
    /// Code of OBJECT_TYPE; none when it stands on no list.
    pub object_type: Option<String>,
    /// Code of SECTOR.
    pub sector: Option<String>,
}

/// A focus template asks organizations of its type and sector, one without either all; of the processes, that of inspections binds.
pub fn concerns(list: &checklist::Model, objects: &[ObjectKind]) -> bool {
    let fits = |asked: &Option<String>, own: &Option<String>| asked.is_none() || asked == own;
    match list.kind {
        ChecklistKind::Process => list.key == PROCESS,
        ChecklistKind::Focus => objects.iter().any(|object| {
            fits(&list.object_type, &object.object_type) && fits(&list.sector_code, &object.sector)
        }),
        ChecklistKind::Conduct | ChecklistKind::Quality | ChecklistKind::Gate => false,
    }
}

/// Of the lists of one key, that of the nearest on the way up from the dispatcher; the shipped one stands behind all.
pub fn nearest(lists: Vec<checklist::Model>, way_up: &[Uuid]) -> Vec<checklist::Model> {
    let steps = |list: &checklist::Model| match list.dispatcher_id {
        None => way_up.len(),
        Some(keeper) => way_up
            .iter()
            .position(|step| *step == keeper)
            .unwrap_or(usize::MAX),
    };
    let mut by_key: BTreeMap<String, checklist::Model> = BTreeMap::new();
    for list in lists {
        let farther = by_key.get(&list.key).is_none_or(|chosen| {
            steps(chosen) > steps(&list)
                || (steps(chosen) == steps(&list) && chosen.edition < list.edition)
        });
        if farther {
            by_key.insert(list.key.clone(), list);
        }
    }
    by_key.into_values().collect()
}

/// A rule binds from its first day in force, as far as that is known, to its last.
pub fn binds_on(rule: &rule_document::Model, day: NaiveDate) -> bool {
    let begun = match (rule.effective_on.or(rule.issued_on), rule.issued_year) {
        (Some(first), _) => first <= day,
        (None, Some(year)) => year <= day.year(),
        (None, None) => true,
    };
    begun
        && match rule.status {
            RuleStatus::OnTrial | RuleStatus::Formal => true,
            RuleStatus::Revised | RuleStatus::Replaced | RuleStatus::Abolished => {
                rule.ended_on.is_some_and(|last| day <= last)
            }
            RuleStatus::Inventoried => false,
        }
}

/// Items are answered from the approval of the inspection on.
pub fn is_under_way(status: InspectionStatus) -> Result<()> {
    match status {
        InspectionStatus::Proposed | InspectionStatus::Withdrawn => Err(Error::gate(
            Gate::WrongState,
            "The inspection is not approved, or was withdrawn: there is nothing to answer for it.",
            "该巡察尚未批准或已撤回，不能登记清单办理情况。",
        )
        .field("input.inspection")),
        InspectionStatus::Approved
        | InspectionStatus::PreInformed
        | InspectionStatus::Mobilized
        | InspectionStatus::OnSite
        | InspectionStatus::Left
        | InspectionStatus::Reported
        | InspectionStatus::FedBack
        | InspectionStatus::Closed => Ok(()),
    }
}

/// Only items of the checklists by which the inspection is carried out are answered.
pub fn is_bound(bound: bool) -> Result<()> {
    if bound {
        return Ok(());
    }
    Err(Error::gate(
        Gate::ChecklistNotBound,
        "The item is of a checklist by which this inspection is not carried out: choose one of its own checklists.",
        "该条目不属于本次巡察所适用的清单，请从本次巡察的清单中选择。",
    )
    .field("input.item"))
}

/// A step is done; a question finds a problem or none.
pub fn outcome_fits(kind: ChecklistKind, outcome: ChecklistOutcome) -> Result<()> {
    let fits = match outcome {
        ChecklistOutcome::Done => kind != ChecklistKind::Focus,
        ChecklistOutcome::ProblemFound | ChecklistOutcome::NoProblem => {
            kind == ChecklistKind::Focus
        }
        ChecklistOutcome::NotApplicable => true,
    };
    if fits {
        return Ok(());
    }
    Err(Error::bad_input(
        "input.outcome",
        "A step of a process is DONE; a question of a focus template is answered by PROBLEM_FOUND or NO_PROBLEM.",
        "流程步骤的结果为 DONE；监督重点的结果为 PROBLEM_FOUND 或 NO_PROBLEM。",
    ))
}

/// What does not apply says why.
pub fn says_why_not(outcome: ChecklistOutcome, has_note: bool) -> Result<()> {
    if outcome != ChecklistOutcome::NotApplicable || has_note {
        return Ok(());
    }
    Err(Error::bad_input(
        "input.note",
        "Say why it does not apply.",
        "选择“不适用”时请填写理由。",
    ))
}

/// A duty comes again after 1 to 60 months.
pub fn comes_again(every_months: i32) -> Result<()> {
    if (1..=60).contains(&every_months) {
        return Ok(());
    }
    Err(Error::bad_input(
        "input.everyMonths",
        format!("{every_months} is no number of months between 1 and 60."),
        format!("间隔月数须为 1 至 60，收到的是 {every_months}。"),
    ))
}

/// It is recorded by whoever has to do it, or by the office for it.
pub fn duty_of_the_viewer(viewer: Agency, agency: Agency) -> Result<()> {
    if viewer == agency || viewer == Agency::Office {
        return Ok(());
    }
    Err(Error::gate(
        Gate::DutyOfAnotherAgency,
        "Another agency has to do it: that one, or the office, records it.",
        "该工作由其他机关负责，应由其或巡视巡察办登记。",
    )
    .field("input.duty"))
}

#[cfg(test)]
#[path = "gates_tests.rs"]
mod tests;
