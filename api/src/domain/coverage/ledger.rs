//! Where an object of a plan stands on a day (全覆盖台账): pure, from rows to one standing.
//!
//! An object stands in exactly one [`Stage`] on a day. Joint, elevated and repeated work counts once, because objects are counted
//! and not inspections; what an inspection counts for is decided by its kind, by the mode that the list requires, and by its dates.

use chrono::{Datelike, NaiveDate};
use inspectorate_entity::{
    coverage::{coverage_object::RequiredMode, coverage_record::InspectionKind},
    rules::setting_value::CoveredWhen,
};

use crate::blocks::setting::{self, Settings};

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

/// What the dispatcher of a list lets count: its settings, as far as they bear on the ledger.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rules {
    pub covered_when: CoveredWhen,
    pub special_counts: bool,
    pub extended_counts: bool,
    pub elevated_counts: bool,
    pub special_only_stays_due: bool,
}

impl From<&Settings> for Rules {
    fn from(settings: &Settings) -> Self {
        Self {
            covered_when: settings.choice(setting::COVERED_WHEN),
            special_counts: settings.flag(setting::SPECIAL_COUNTS_AS_ROUTINE),
            extended_counts: settings.flag(setting::EXTENDED_COUNTS_AS_ROUTINE),
            elevated_counts: settings.flag(setting::ELEVATED_COUNTS_AS_ROUTINE),
            special_only_stays_due: settings.flag(setting::SPECIAL_ONLY_STAYS_DUE),
        }
    }
}

impl Default for Rules {
    fn default() -> Self {
        Self::from(&Settings::default())
    }
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
    let rules = object.rules;
    let done_on = |inspection: &Inspection| {
        let day_done = inspection.counts_from(rules.covered_when);
        day_done.filter(|done| *done <= day)
    };
    let begun = || {
        let inspections = object.inspections.iter();
        inspections.filter(|inspection| inspection.started_on <= day)
    };
    let covering = begun()
        .filter(|inspection| inspection.covers(object.required_mode, rules))
        .filter_map(|inspection| {
            Some(Covering {
                on: done_on(inspection)?,
                kind: inspection.kind,
                origin: inspection.origin,
            })
        })
        // Of two that end on one day, the dispatcher's own and then the more thorough is credited.
        .min_by_key(|covering| (covering.on, covering.origin, covering.kind));
    let placed = placement(object, day).map(|placement| placement.year);
    let stage = if covering.is_some() {
        Stage::Covered
    } else if begun().any(|inspection| inspection.covers(object.required_mode, rules)) {
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
        looked_back: covering.is_some() && kinds(&[InspectionKind::LookBack]),
        special_only: rules.special_only_stays_due
            && matches!(stage, Stage::Planned | Stage::Unplanned)
            && kinds(&[InspectionKind::Special, InspectionKind::Mobile]),
        year: covering.map(|covering| covering.on.year()).or(placed),
    }
}
