//! Where an object of a plan stands on a day (全覆盖台账): pure, from rows to one standing.
//!
//! An object stands in exactly one [`Stage`] on a day. Joint, elevated and repeated work counts once, because objects are counted
//! and not inspections; what an inspection counts for is decided by its kind, by the mode that the list requires, and by its dates.

use chrono::{Datelike, NaiveDate};
use inspectorate_entity::{
    coverage::{coverage_object::RequiredMode, coverage_record::InspectionKind},
    rules::setting_value::CoveredWhen,
};

use super::ledger_rules::{Conditions, Rules};

/// What the ledger needs to know of an object.
#[derive(Clone, Debug)]
pub struct Listed {
    pub required_mode: RequiredMode,
    pub listed_on: NaiveDate,
    pub withdrawn_on: Option<NaiveDate>,
    /// The groups it is counted in, besides the year: places in a table of groups.
    pub groups: Vec<usize>,
    pub placements: Vec<Placement>,
    pub inspections: Vec<Inspection>,
    pub rules: Rules,
}

/// An object's place in a year, while it held.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Placement {
    pub year: i32,
    /// Last day of the round; none while only the year is fixed.
    pub round_ends_on: Option<NaiveDate>,
    pub assigned_on: NaiveDate,
    pub superseded_on: Option<NaiveDate>,
}

/// An inspection that counts for an object.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Inspection {
    pub kind: InspectionKind,
    pub started_on: NaiveDate,
    pub reported_on: Option<NaiveDate>,
    pub fed_back_on: Option<NaiveDate>,
    pub findings_recorded_on: Option<NaiveDate>,
    pub rectification_accepted_on: Option<NaiveDate>,
    pub origin: Origin,
}

/// Whose inspection it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Origin {
    /// Sent to the object by the list's own dispatcher.
    Own,
    /// Sent to the organization by another dispatcher (提级).
    Elevated,
    /// Reached from the inspection of another organization (延伸).
    Extended,
}

/// How far an object on the list has come; exactly one on any day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    Unplanned,
    Planned,
    UnderWay,
    Covered,
}

/// What covered an object: the first inspection of the required mode that was reported or fed back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Covering {
    pub on: NaiveDate,
    pub kind: InspectionKind,
    pub origin: Origin,
}

/// Where an object stands on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    NotYetListed,
    Withdrawn,
    OnList {
        stage: Stage,
        covering: Option<Covering>,
        /// Covered, and what the dispatcher asks for beyond that is met.
        effective: bool,
        looked_back: bool,
        special_only: bool,
        /// The year it was covered in, or else is placed in.
        year: Option<i32>,
    },
}

impl Placement {
    /// The day by which the inspection is to have begun: the last of its round, else of its year.
    pub fn due_on(&self) -> NaiveDate {
        let end_of_year = NaiveDate::from_ymd_opt(self.year, 12, 31);
        self.round_ends_on
            .or(end_of_year)
            .unwrap_or(self.assigned_on)
    }

    fn holds(&self, day: NaiveDate) -> bool {
        self.assigned_on <= day && self.superseded_on.is_none_or(|end| end > day)
    }
}

impl Inspection {
    /// The day on which it was reported or fed back, whichever came first: it is over.
    pub fn over_on(&self) -> Option<NaiveDate> {
        self.counts_from(CoveredWhen::Either)
    }

    /// The day from which it counts as done.
    pub fn counts_from(&self, when: CoveredWhen) -> Option<NaiveDate> {
        match (when, self.reported_on, self.fed_back_on) {
            (CoveredWhen::ReportHeard, reported, _) => reported,
            (CoveredWhen::FedBack, _, fed_back) => fed_back,
            (CoveredWhen::Either, Some(reported), Some(fed_back)) => Some(reported.min(fed_back)),
            (CoveredWhen::Either, reported, fed_back) => reported.or(fed_back),
        }
    }

    /// Whether it has met by `day` what makes coverage effective.
    fn meets(&self, conditions: Conditions, day: NaiveDate) -> bool {
        let by_then = |date: Option<NaiveDate>| date.is_some_and(|date| date <= day);
        [
            (conditions.findings_recorded, self.findings_recorded_on),
            (conditions.fed_back, self.fed_back_on),
            (
                conditions.rectification_accepted,
                self.rectification_accepted_on,
            ),
        ]
        .into_iter()
        .all(|(asked, met)| !asked || by_then(met))
    }

    /// Whether it covers an object of that mode, by the rules of its dispatcher.
    pub fn covers(&self, mode: RequiredMode, rules: Rules) -> bool {
        let by_kind = match (self.kind, mode) {
            (InspectionKind::Routine, _) => true,
            (InspectionKind::Special | InspectionKind::Mobile, RequiredMode::AnyMode) => true,
            (InspectionKind::Special, RequiredMode::Routine) => rules.special_counts,
            (InspectionKind::Mobile, RequiredMode::Routine) => false,
            (InspectionKind::LookBack, _) => false,
        };
        by_kind
            && match (self.origin, mode) {
                (Origin::Own, _) | (Origin::Elevated, RequiredMode::AnyMode) => true,
                (Origin::Elevated, RequiredMode::Routine) => rules.elevated_counts,
                (Origin::Extended, _) => rules.extended_counts,
            }
    }
}

/// The placement of the object that holds on `day`.
pub fn placement(object: &Listed, day: NaiveDate) -> Option<&Placement> {
    object
        .placements
        .iter()
        .find(|placement| placement.holds(day))
}

impl Standing {
    /// Whether the object is on the list.
    pub fn is_listed(&self) -> bool {
        matches!(self, Self::OnList { .. })
    }

    /// Whether the object is on the list and covered.
    pub fn is_covered(&self) -> bool {
        matches!(
            self,
            Self::OnList {
                stage: Stage::Covered,
                ..
            }
        )
    }

    /// Whether the object is covered and was looked back at.
    pub fn is_looked_back(&self) -> bool {
        matches!(
            self,
            Self::OnList {
                looked_back: true,
                ..
            }
        )
    }
}

/// What had covered the object by `day`, whether or not it still stands on the list.
pub fn covering(object: &Listed, rules: Rules, day: NaiveDate) -> Option<Covering> {
    let covering = object.inspections.iter().filter_map(|inspection| {
        let done = inspection.counts_from(rules.covered_when)?;
        let counts = inspection.started_on <= day
            && done <= day
            && inspection.covers(object.required_mode, rules);
        counts.then_some(Covering {
            on: done,
            kind: inspection.kind,
            origin: inspection.origin,
        })
    });
    // Of two that end on one day, the dispatcher's own and then the more thorough is credited.
    covering.min_by_key(|covering| (covering.on, covering.origin, covering.kind))
}

/// Where the object stands on `day`, by what its dispatcher goes by.
pub fn standing(object: &Listed, day: NaiveDate) -> Standing {
    standing_by(object, object.rules, day)
}

/// Where the object stands on `day` by these rules.
pub fn standing_by(object: &Listed, rules: Rules, day: NaiveDate) -> Standing {
    if object.listed_on > day {
        return Standing::NotYetListed;
    }
    if object
        .withdrawn_on
        .is_some_and(|withdrawn| withdrawn <= day)
    {
        return Standing::Withdrawn;
    }
    let done_on = |inspection: &Inspection| {
        let day_done = inspection.counts_from(rules.covered_when);
        day_done.filter(|done| *done <= day)
    };
    let begun = || {
        let inspections = object.inspections.iter();
        inspections.filter(|inspection| inspection.started_on <= day)
    };
    let covers = |inspection: &&Inspection| inspection.covers(object.required_mode, rules);
    let covering = covering(object, rules, day);
    let placed = placement(object, day).map(|placement| placement.year);
    let stage = if covering.is_some() {
        Stage::Covered
    } else if begun().any(|inspection| covers(&inspection)) {
        Stage::UnderWay
    } else if placed.is_some() {
        Stage::Planned
    } else {
        Stage::Unplanned
    };
    let kinds = |wanted: &[InspectionKind]| {
        begun().any(|inspection| wanted.contains(&inspection.kind) && done_on(inspection).is_some())
    };
    Standing::OnList {
        stage,
        covering,
        effective: covering.is_some()
            && begun()
                .filter(covers)
                .any(|inspection| inspection.meets(rules.effective_needs, day)),
        looked_back: covering.is_some() && kinds(&[InspectionKind::LookBack]),
        special_only: rules.special_only_stays_due
            && matches!(stage, Stage::Planned | Stage::Unplanned)
            && kinds(&[InspectionKind::Special, InspectionKind::Mobile]),
        year: covering.map(|covering| covering.on.year()).or(placed),
    }
}
