//! The figures of the ledger: from standings to counts, in total and by group. Pure.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use inspectorate_entity::coverage::coverage_record::InspectionKind;
use rust_decimal::Decimal;

use super::{
    definitions,
    ledger::{Listed, Origin, Stage, Standing, standing},
    ledger_line::LedgerLine,
    ledger_pace::{Pace, Progress},
    scope,
};
use crate::blocks::measure::{Basis, Dimension, Measure, ScopePart, Unit};

/// The figures of a plan on a day.
#[derive(Clone, Debug)]
pub struct Figures {
    pub total: LedgerLine,
    pub groups: Vec<LedgerLine>,
    pub inspections_by_kind: Vec<Measure>,
    pub covered_by_kind: Vec<Measure>,
    pub pace: Pace,
}

/// What frames the pace of a plan: its years, and how far it may lag.
#[derive(Clone, Copy, Debug)]
pub struct Frame {
    pub years: (i32, i32),
    pub tolerance: Decimal,
}

/// The figures over all `objects`, whose groups are places in `groups`.
pub fn figures<'a>(
    objects: impl IntoIterator<Item = &'a Listed>,
    groups: &[ScopePart],
    plan: &Frame,
    basis: &Basis,
) -> Figures {
    let mut total = Tally::default();
    let mut tallies = vec![Tally::default(); groups.len()];
    let mut by_year: BTreeMap<i32, Tally> = BTreeMap::new();
    let (mut inspections, mut covered) = (Kinds::default(), Kinds::default());
    let mut progress = Progress::new(plan.years, plan.tolerance, basis.as_of);
    for object in objects {
        let standing = standing(object, basis.as_of);
        total.add(standing);
        for group in &object.groups {
            tallies[*group].add(standing);
        }
        progress.add(object, standing);
        if let Standing::OnList { year, covering, .. } = standing {
            if let Some(year) = year {
                by_year.entry(year).or_default().add(standing);
            }
            if let Some(covering) = covering {
                covered.add(covering.kind);
            }
            inspections.add_begun(object, basis.as_of);
        }
    }
    let mut lines: Vec<(&ScopePart, LedgerLine)> = groups
        .iter()
        .zip(tallies)
        .filter(|(_, tally)| *tally != Tally::default())
        .map(|(part, tally)| {
            let line = tally.line(&basis.narrowed(part.clone()), Some(part.clone()));
            (part, line)
        })
        .collect();
    lines.sort_by_key(|(part, _)| (part.dimension as usize, part.value.clone()));
    let years = by_year.into_iter().map(|(year, tally)| {
        let part = scope::year(year);
        tally.line(&basis.narrowed(part.clone()), Some(part))
    });
    Figures {
        total: total.line(basis, None),
        groups: lines
            .into_iter()
            .map(|(_, line)| line)
            .chain(years)
            .collect(),
        inspections_by_kind: inspections.measures(
            basis,
            Unit::Inspection,
            definitions::INSPECTIONS,
        ),
        covered_by_kind: covered.measures(basis, Unit::Organization, definitions::COVERED_BY_KIND),
        pace: progress.pace(basis),
    }
}

/// How many of each kind of inspection.
#[derive(Clone, Debug, Default)]
pub struct Kinds(BTreeMap<InspectionKind, usize>);

impl Kinds {
    /// One more of this kind.
    pub fn add(&mut self, kind: InspectionKind) {
        *self.0.entry(kind).or_default() += 1;
    }

    /// The inspections of the object by its own dispatcher that had begun by `day`.
    pub fn add_begun(&mut self, object: &Listed, day: NaiveDate) {
        for inspection in &object.inspections {
            if inspection.started_on <= day && inspection.origin == Origin::Own {
                self.add(inspection.kind);
            }
        }
    }

    /// The counts as measures over `basis`.
    pub fn measures(
        self,
        basis: &Basis,
        unit: Unit,
        definition: crate::blocks::measure::Definition,
    ) -> Vec<Measure> {
        let kinds = self.0.into_iter();
        kinds
            .map(|(kind, count)| {
                let basis = basis.narrowed(scope::kind(kind));
                basis.count(count, unit, definition.clone())
            })
            .collect()
    }
}

/// Counts of standings.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    pub unplanned: usize,
    pub planned: usize,
    pub under_way: usize,
    pub covered: usize,
    pub elevated: usize,
    pub effective: usize,
    pub looked_back: usize,
    pub special_only: usize,
    pub withdrawn: usize,
}

impl Tally {
    /// How many are covered in effect.
    pub fn effectively(&self, basis: &Basis) -> Measure {
        basis.count(self.effective, Unit::Organization, definitions::EFFECTIVE)
    }

    /// The same as a share of listed.
    pub fn effective_rate(&self, basis: &Basis) -> Measure {
        basis.share(self.effective, self.listed(), definitions::EFFECTIVE_RATE)
    }

    /// Count one more object.
    pub fn add(&mut self, standing: Standing) {
        match standing {
            Standing::NotYetListed => {}
            Standing::Withdrawn => self.withdrawn += 1,
            Standing::OnList {
                stage,
                covering,
                effective,
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
                self.elevated += usize::from(
                    covering.is_some_and(|covering| covering.origin == Origin::Elevated),
                );
                self.effective += usize::from(effective);
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

/// The lines of one dimension.
pub fn lines(figures: &Figures, dimension: Dimension) -> Vec<LedgerLine> {
    let of = |line: &&LedgerLine| {
        let group = line.group.as_ref();
        group.is_some_and(|group| group.dimension == dimension)
    };
    figures.groups.iter().filter(of).cloned().collect()
}

#[cfg(test)]
#[path = "ledger_tests.rs"]
mod tests;
