//! One year of a place by mode: the same organization and the same inspection stand under every mode that is true of them, and are
//! counted once in the total.

mod rows;

use std::collections::{BTreeMap, BTreeSet};

use async_graphql::{Enum, SimpleObject};
use chrono::{Datelike, NaiveDate};
use sea_orm::QueryResult;
use uuid::Uuid;

use crate::{
    blocks::measure::{self, Basis, Definition, Dimension, Measure, ScopePart, Unit},
    domain::organizations::organization::Organization,
    error::{Error, Result},
    graphql::node_id,
    read::{Batch, noun::Noun as _},
};

/// A mode in which organizations are inspected; several can be true of one inspection (巡察方式).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Enum)]
pub enum InspectionMode {
    /// Routine, and not carried on from another (常规).
    Routine,
    /// Special, and not carried on from another (专项).
    Special,
    /// Mobile, and not carried on from another (机动).
    Mobile,
    /// Look-back, and not carried on from another (回头看).
    LookBack,
    /// Carried on from the inspection of another organization (延伸).
    Extended,
    /// A detachment of an inspection on site (点穴式).
    Pinpoint,
    /// By a dispatcher above the organization's own, and not carried on from another (提级).
    Elevated,
    /// By people of another place (交叉).
    Cross,
    /// In a ring of places (推磨).
    Millstone,
    /// With people lent by a place over which nobody who decides has a say (帮扶).
    Assistance,
    /// Together with others of a group (联动).
    Linked,
}

/// The inspections of a year by mode (分方式统计). One inspection can be of several modes, so that the modes are not to be summed up:
/// the totals count every organization and every inspection once.
#[derive(Clone, Debug, SimpleObject)]
pub struct InspectionModes {
    /// Every mode, also those that did not occur (各方式).
    pub modes: Vec<InspectionModeFigures>,
    /// Different organizations, each once (单位数).
    pub organizations: Measure,
    /// Inspections, each once (次数).
    pub inspections: Measure,
    /// Different people on their teams, each once (人数).
    pub people: Measure,
    /// People on their teams, each anew for every team; never to be added to `people` (人次).
    pub person_times: Measure,
}

/// The inspections of one mode (某方式).
#[derive(Clone, Debug, SimpleObject)]
pub struct InspectionModeFigures {
    /// The mode (方式).
    pub mode: InspectionMode,
    /// Different organizations that were inspected in it, each once (单位数).
    pub organizations: Measure,
    /// Inspections in it (次数).
    pub inspections: Measure,
}

const MODES: [InspectionMode; 11] = {
    use InspectionMode as M;
    [
        M::Routine,
        M::Special,
        M::Mobile,
        M::LookBack,
        M::Extended,
        M::Pinpoint,
        M::Elevated,
        M::Cross,
        M::Millstone,
        M::Assistance,
        M::Linked,
    ]
};

const ORGANIZATIONS: Definition = Definition::new(
    "ORGANIZATIONS_INSPECTED_BY_MODE",
    1,
    "Different organizations that a team of the dispatcher entered in the year and by that day, each once, in whichever modes and however often.",
    "当年截至该日由本级派出巡察组进驻的单位数，同一单位无论采用几种方式、进驻几次均计一次。",
);

const INSPECTIONS: Definition = Definition::new(
    "INSPECTIONS_BY_MODE",
    1,
    "Inspections that a team of the dispatcher began on site in the year and by that day; what was carried on from another counts apart.",
    "当年截至该日由本级派出巡察组进驻的巡察次数，延伸、点穴式单独计次。",
);

const PEOPLE: Definition = Definition::new(
    "PEOPLE_ON_TEAMS",
    1,
    "Different people who sat on the teams of these inspections and were not taken off before the team entered, each once.",
    "上述巡察的巡察组成员人数（进驻前退出者除外），同一人计一次。",
);

const PERSON_TIMES: Definition = Definition::new(
    "PERSON_TIMES_ON_TEAMS",
    1,
    "People who sat on the teams of these inspections and were not taken off before the team entered, each anew for every team.",
    "上述巡察的巡察组成员人次（进驻前退出者除外），同一人参加几个组计几次。",
);

/// What was begun, and in which modes.
#[derive(Default)]
struct Begun {
    modes: BTreeMap<InspectionMode, (BTreeSet<Uuid>, usize)>,
    organizations: BTreeSet<Uuid>,
    inspections: usize,
    people: BTreeSet<Uuid>,
    seats: BTreeSet<(Uuid, Uuid)>,
}

/// The year of each dispatcher by mode: three statements for the whole batch.
pub async fn inspection_modes(batch: &Batch<'_>) -> Result<Vec<InspectionModes>> {
    let as_of = measure::as_of(batch.argument("asOf")?)?;
    let year: i32 = batch.argument("year")?;
    let first = NaiveDate::from_ymd_opt(year, 1, 1).filter(|first| *first <= as_of);
    let first = first.ok_or_else(|| year_to_come(year, as_of))?;
    let last = as_of.min(NaiveDate::from_ymd_opt(year, 12, 31).unwrap_or(as_of));
    let mut begun: BTreeMap<Uuid, Begun> = BTreeMap::new();
    for statement in [rows::records, rows::detachments] {
        let rows = batch.fetch(statement(batch, first, last)).await?;
        for row in rows {
            let of = begun.entry(row.try_get("", "dispatcher_id")?).or_default();
            of.count(&row)?;
        }
    }
    for row in batch.fetch(rows::seats(batch, first, last)).await? {
        let of = begun.entry(row.try_get("", "dispatcher_id")?).or_default();
        let (team, person) = (row.try_get("", "team_id")?, row.try_get("", "person_id")?);
        of.people.insert(person);
        of.seats.insert((team, person));
    }
    let ids = batch.ids().into_iter().enumerate();
    let years = ids.map(|(row, id)| {
        let part = ScopePart::new(
            Dimension::Organization,
            Some(node_id::encode(Organization::DEF.name, id)),
            batch.text(row, "name").unwrap_or_default(),
        );
        let scope = vec![part];
        let basis = Basis { scope, as_of: last };
        let year = year.to_string();
        let basis = basis.narrowed(ScopePart::new(Dimension::Year, Some(year.clone()), year));
        begun.remove(&id).unwrap_or_default().figures(&basis)
    });
    Ok(years.collect())
}

impl Begun {
    fn count(&mut self, row: &QueryResult) -> Result<()> {
        let organization: Uuid = row.try_get("", "organization_id")?;
        self.organizations.insert(organization);
        self.inspections += 1;
        for mode in modes(row)? {
            let (organizations, inspections) = self.modes.entry(mode).or_default();
            organizations.insert(organization);
            *inspections += 1;
        }
        Ok(())
    }

    fn figures(self, basis: &Basis) -> InspectionModes {
        let nothing = (BTreeSet::new(), 0);
        let modes = MODES.map(|mode| {
            let (organizations, inspections) = self.modes.get(&mode).unwrap_or(&nothing);
            InspectionModeFigures {
                mode,
                organizations: basis.count(organizations.len(), Unit::Organization, ORGANIZATIONS),
                inspections: basis.count(*inspections, Unit::Inspection, INSPECTIONS),
            }
        });
        InspectionModes {
            modes: modes.into(),
            organizations: basis.count(self.organizations.len(), Unit::Organization, ORGANIZATIONS),
            inspections: basis.count(self.inspections, Unit::Inspection, INSPECTIONS),
            people: basis.count(self.people.len(), Unit::Person, PEOPLE),
            person_times: basis.count(self.seats.len(), Unit::PersonTime, PERSON_TIMES),
        }
    }
}

/// The modes that are true of an inspection.
fn modes(row: &QueryResult) -> Result<Vec<InspectionMode>> {
    let form: String = row.try_get("", "form")?;
    let kind: String = row.try_get("", "kind")?;
    let mut modes = vec![match (form.as_str(), kind.as_str()) {
        ("EXTENDED", _) => InspectionMode::Extended,
        ("PINPOINT", _) => InspectionMode::Pinpoint,
        (_, "SPECIAL") => InspectionMode::Special,
        (_, "MOBILE") => InspectionMode::Mobile,
        (_, "LOOK_BACK") => InspectionMode::LookBack,
        _ => InspectionMode::Routine,
    }];
    for (column, mode) in [
        ("elevated", InspectionMode::Elevated),
        ("is_cross", InspectionMode::Cross),
        ("millstone", InspectionMode::Millstone),
        ("assistance", InspectionMode::Assistance),
        ("linked", InspectionMode::Linked),
    ] {
        if row.try_get("", column)? {
            modes.push(mode);
        }
    }
    Ok(modes)
}

fn year_to_come(year: i32, as_of: NaiveDate) -> Error {
    let latest = as_of.year();
    Error::bad_input(
        "year",
        format!("{year} is no year up to {latest}: ask for a year that has begun by that day."),
        format!("{year} 不是 {latest} 年及以前的年份，请填写截止日前已开始的年度。"),
    )
}
