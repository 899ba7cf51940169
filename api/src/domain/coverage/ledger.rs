//! The ledger of a plan (全覆盖台账): pure, from rows to figures, for any day of the term.
//!
//! An object stands in exactly one [`Stage`] on a day. Joint and repeated work counts once, because objects are counted and not
//! inspections; what an inspection counts for is decided by its kind, by the mode that the list requires, and by its dates.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};
use inspectorate_entity::coverage::{
    coverage_object::RequiredMode, coverage_record::InspectionKind,
};

use super::{definitions, ledger_line::LedgerLine};
use crate::blocks::measure::{Basis, Dimension, Measure, ScopePart, Unit};

/// What the ledger needs to know of an object.
#[derive(Clone, Debug)]
pub struct Listed {
    pub required_mode: RequiredMode,
    pub listed_on: NaiveDate,
    pub withdrawn_on: Option<NaiveDate>,
    /// The groups it is counted in, besides the year.
    pub groups: Vec<ScopePart>,
    pub placements: Vec<Placement>,
    pub inspections: Vec<Inspection>,
}

/// An object's place in a year, while it held.
#[derive(Clone, Copy, Debug)]
pub struct Placement {
    pub year: i32,
    pub assigned_on: NaiveDate,
    pub superseded_on: Option<NaiveDate>,
}

/// An inspection that counts for an object.
#[derive(Clone, Copy, Debug)]
pub struct Inspection {
    pub kind: InspectionKind,
    pub started_on: NaiveDate,
    pub reported_on: Option<NaiveDate>,
    pub fed_back_on: Option<NaiveDate>,
}

/// How far an object on the list has come; exactly one on any day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    Unplanned,
    Planned,
    UnderWay,
    Covered,
}

/// Where an object stands on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    NotYetListed,
    Withdrawn,
    OnList {
        stage: Stage,
        looked_back: bool,
        special_only: bool,
        /// The year it was covered in, or else is placed in.
        year: Option<i32>,
    },
}

/// The figures of a plan on a day.
#[derive(Clone, Debug)]
pub struct Figures {
    pub total: LedgerLine,
    pub groups: Vec<LedgerLine>,
    pub by_kind: Vec<Measure>,
}

impl Inspection {
    /// The day from which it counts as done: when it was reported or fed back, whichever came first.
    pub fn counts_from(&self) -> Option<NaiveDate> {
        match (self.reported_on, self.fed_back_on) {
            (Some(reported), Some(fed_back)) => Some(reported.min(fed_back)),
            (reported, fed_back) => reported.or(fed_back),
        }
    }

    fn done_by(&self, day: NaiveDate) -> bool {
        self.counts_from().is_some_and(|from| from <= day)
    }

    /// Whether an inspection of this kind covers an object of that mode.
    pub fn covers(&self, mode: RequiredMode) -> bool {
        match (self.kind, mode) {
            (InspectionKind::Routine, _) => true,
            (InspectionKind::Special | InspectionKind::Mobile, RequiredMode::AnyMode) => true,
            (InspectionKind::Special | InspectionKind::Mobile, RequiredMode::Routine) => false,
            (InspectionKind::LookBack, _) => false,
        }
    }
}

/// Where the object stands on `day`.
pub fn standing(object: &Listed, day: NaiveDate) -> Standing {
    if object.listed_on > day {
        return Standing::NotYetListed;
    }
    if object
        .withdrawn_on
        .is_some_and(|withdrawn| withdrawn <= day)
    {
        return Standing::Withdrawn;
    }
    let begun: Vec<_> = object
        .inspections
        .iter()
        .filter(|inspection| inspection.started_on <= day)
        .collect();
    let covered_on = begun
        .iter()
        .filter(|inspection| inspection.covers(object.required_mode) && inspection.done_by(day))
        .filter_map(|inspection| inspection.counts_from())
        .min();
    let placed = object
        .placements
        .iter()
        .find(|placement| {
            placement.assigned_on <= day && placement.superseded_on.is_none_or(|end| end > day)
        })
        .map(|placement| placement.year);
    let stage = if covered_on.is_some() {
        Stage::Covered
    } else if begun
        .iter()
        .any(|inspection| inspection.covers(object.required_mode))
    {
        Stage::UnderWay
    } else if placed.is_some() {
        Stage::Planned
    } else {
        Stage::Unplanned
    };
    let kinds = |wanted: &[InspectionKind]| {
        begun
            .iter()
            .any(|inspection| wanted.contains(&inspection.kind) && inspection.done_by(day))
    };
    Standing::OnList {
        stage,
        looked_back: covered_on.is_some() && kinds(&[InspectionKind::LookBack]),
        special_only: matches!(stage, Stage::Planned | Stage::Unplanned)
            && kinds(&[InspectionKind::Special, InspectionKind::Mobile]),
        year: covered_on.map(|day| day.year()).or(placed),
    }
}

/// The figures over all `objects`: in total, for each group, and inspections by kind.
pub fn figures(objects: &[Listed], basis: &Basis) -> Figures {
    let mut total = Tally::default();
    let mut groups: BTreeMap<(usize, String), (ScopePart, Tally)> = BTreeMap::new();
    let mut kinds: Vec<(InspectionKind, usize)> = Vec::new();
    for object in objects {
        let standing = standing(object, basis.as_of);
        total.add(standing);
        let mut parts = object.groups.clone();
        if let Standing::OnList {
            year: Some(year), ..
        } = standing
        {
            let year = year.to_string();
            parts.push(ScopePart::new(Dimension::Year, Some(year.clone()), year));
        }
        for part in parts {
            let key = (
                part.dimension as usize,
                part.value.clone().unwrap_or_default(),
            );
            let (_, tally) = groups
                .entry(key)
                .or_insert_with(|| (part, Tally::default()));
            tally.add(standing);
        }
        if matches!(standing, Standing::OnList { .. }) {
            count_kinds(object, basis.as_of, &mut kinds);
        }
    }
    kinds.sort_by_key(|(kind, _)| *kind);
    Figures {
        total: total.line(basis, None),
        groups: groups
            .into_values()
            .map(|(part, tally)| tally.line(&basis.narrowed(part.clone()), Some(part)))
            .collect(),
        by_kind: kinds
            .into_iter()
            .map(|(kind, inspections)| {
                basis.narrowed(super::scope::kind(kind)).count(
                    inspections,
                    Unit::Inspection,
                    definitions::INSPECTIONS,
                )
            })
            .collect(),
    }
}

fn count_kinds(object: &Listed, day: NaiveDate, kinds: &mut Vec<(InspectionKind, usize)>) {
    for inspection in object
        .inspections
        .iter()
        .filter(|one| one.started_on <= day)
    {
        match kinds.iter_mut().find(|(kind, _)| *kind == inspection.kind) {
            Some((_, count)) => *count += 1,
            None => kinds.push((inspection.kind, 1)),
        }
    }
}

/// Counts of standings.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    pub unplanned: usize,
    pub planned: usize,
    pub under_way: usize,
    pub covered: usize,
    pub looked_back: usize,
    pub special_only: usize,
    pub withdrawn: usize,
}

impl Tally {
    /// Count one more object.
    pub fn add(&mut self, standing: Standing) {
        match standing {
            Standing::NotYetListed => {}
            Standing::Withdrawn => self.withdrawn += 1,
            Standing::OnList {
                stage,
                looked_back,
                special_only,
                ..
            } => {
                match stage {
                    Stage::Unplanned => self.unplanned += 1,
                    Stage::Planned => self.planned += 1,
                    Stage::UnderWay => self.under_way += 1,
                    Stage::Covered => self.covered += 1,
                }
                self.looked_back += usize::from(looked_back);
                self.special_only += usize::from(special_only);
            }
        }
    }

    /// Objects on the list.
    pub fn listed(&self) -> usize {
        self.unplanned + self.planned + self.under_way + self.covered
    }

    /// The counts as measures over `basis`.
    pub fn line(&self, basis: &Basis, group: Option<ScopePart>) -> LedgerLine {
        LedgerLine::new(self, basis, group)
    }
}

#[cfg(test)]
#[path = "ledger_tests.rs"]
mod tests;
