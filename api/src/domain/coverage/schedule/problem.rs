//! Which objects are still due, which rounds there are, and what keeps an object out of a round. Pure.

use std::{collections::HashSet, fmt::Write};

use chrono::{Datelike, Months, NaiveDate};
use inspectorate_entity::{
    coverage::{coverage_object::Priority, coverage_record::InspectionKind},
    vocabulary::Vocabulary,
};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::{
    facts::{Facts, Inspected, ObjectFacts},
    request::{Asked, AskedRound},
    units::{self, Unit},
};
use crate::domain::coverage::{
    gates::Days,
    ledger::{self, Stage, Standing},
};

/// Counts up whenever the same facts may lead to another proposal.
const SOLVER: u32 = 1;

/// Objects to be spread over rounds.
#[derive(Clone, Debug)]
pub struct Problem {
    /// Rounds in the order of their days.
    pub slots: Vec<Slot>,
    /// Blocks, and groups of objects that are in none, in the order of the rotation.
    pub units: Vec<Unit>,
    pub candidates: Vec<Candidate>,
}

/// A round to be filled.
#[derive(Clone, Debug)]
pub struct Slot {
    pub round: AskedRound,
    /// Objects that are placed or inspected in it already.
    pub taken: usize,
}

impl Slot {
    /// How many objects its teams can still take.
    pub fn left(&self) -> usize {
        self.round.capacity.saturating_sub(self.taken)
    }
}

/// An object to be placed.
#[derive(Clone, Debug)]
pub struct Candidate {
    pub object: Uuid,
    pub organization: Uuid,
    pub name: String,
    /// Which of the units it belongs to.
    pub unit: usize,
    pub priority: Priority,
    pub duty: String,
    pub place: String,
    /// Whether it was placed before, in a round that went by without it.
    pub missed: bool,
    /// Whether a placement of it holds.
    pub placed: bool,
    /// For each round, what keeps the object out of it.
    pub bars: Vec<Option<Bar>>,
}

impl Candidate {
    /// Whether nothing keeps it out of the round.
    pub fn may(&self, slot: usize) -> bool {
        self.bars.get(slot).is_some_and(Option::is_none)
    }
}

/// What keeps an object out of a round.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Bar {
    /// Its last inspection ended less than the interval before the round.
    TooSoon { until: NaiveDate },
    /// Somebody else is there in part of that time; without a last day it is not over yet.
    Engaged {
        who: String,
        first: NaiveDate,
        last: Option<NaiveDate>,
    },
    /// It is placed in another year.
    OtherYear { year: i32 },
}

impl Problem {
    /// What is to be solved on `today`, by the facts and the request.
    pub fn new(facts: &Facts, asked: &Asked, today: NaiveDate) -> Self {
        let due: Vec<&ObjectFacts> = facts
            .objects
            .iter()
            .filter(|object| is_due(facts, object, today))
            .collect();
        let ids: HashSet<Uuid> = due.iter().map(|object| object.id).collect();
        let slots = asked.rounds.iter().map(|round| Slot {
            taken: taken(facts, round, &ids),
            round: round.clone(),
        });
        let slots: Vec<Slot> = slots.collect();
        let (units, of) = units::units(&due);
        let candidates = due.iter().zip(of).map(|(object, unit)| Candidate {
            object: object.id,
            organization: object.organization,
            name: object.name.clone(),
            unit,
            priority: object.priority,
            duty: object.duty.clone(),
            place: object.place.clone(),
            missed: object.placed.is_some_and(|(_, round)| round.is_some()),
            placed: object.placed.is_some(),
            bars: slots
                .iter()
                .map(|slot| {
                    bar(
                        facts,
                        asked,
                        object,
                        slot.round.window,
                        slot.round.year,
                        today,
                    )
                })
                .collect(),
        });
        Self {
            candidates: candidates.collect(),
            slots,
            units,
        }
    }

    /// Names everything that the proposal follows from: it changes when one of these does.
    pub fn version(&self) -> String {
        let mut text = format!("solver {SOLVER}\n");
        for slot in &self.slots {
            let AskedRound {
                id, year, window, ..
            } = &slot.round;
            let (capacity, taken) = (slot.round.capacity, slot.taken);
            let Days { first, last } = window;
            let _ = writeln!(
                text,
                "round {id:?} {year} {first} {last} {capacity} {taken}"
            );
        }
        for candidate in &self.candidates {
            let (unit, priority) = (self.units.get(candidate.unit), candidate.priority.as_str());
            let block = unit.and_then(|unit| unit.block.as_ref());
            let _ = writeln!(
                text,
                "object {} {block:?} {priority} {:?} {:?} {} {:?}",
                candidate.object, candidate.duty, candidate.place, candidate.placed, candidate.bars
            );
        }
        let digest = Sha256::digest(text.as_bytes());
        digest.iter().fold(String::new(), |mut text, byte| {
            let _ = write!(text, "{byte:02x}");
            text
        })
    }
}

/// On the list, not begun, and in no round that is still to come or under way.
fn is_due(facts: &Facts, object: &ObjectFacts, today: NaiveDate) -> bool {
    let waits_for = |round: Uuid| {
        let known = facts.rounds.iter().find(|known| known.id == round);
        known.is_some_and(|round| today <= round.window.last)
    };
    match ledger::standing(&object.listed, today) {
        Standing::NotYetListed | Standing::Withdrawn => false,
        Standing::OnList { stage, .. } => match stage {
            Stage::Unplanned => true,
            Stage::Planned => !object
                .placed
                .and_then(|(_, round)| round)
                .is_some_and(waits_for),
            Stage::UnderWay | Stage::Covered => false,
        },
    }
}

/// Objects that the round's teams have on their hands already.
fn taken(facts: &Facts, round: &AskedRound, due: &HashSet<Uuid>) -> usize {
    let Some(id) = round.id else {
        return 0;
    };
    let taken = facts.objects.iter().filter(|object| {
        let inspections = facts.inspections.get(&object.organization);
        let inspected = inspections.into_iter().flatten();
        let inspected = inspected
            .filter(|inspected| inspected.object == Some(object.id))
            .any(|inspected| inspected.round == Some(id));
        let placed = object.placed.is_some_and(|(_, round)| round == Some(id));
        inspected || (placed && !due.contains(&object.id))
    });
    taken.count()
}

/// What keeps the object out of the window; the first that applies.
fn bar(
    facts: &Facts,
    asked: &Asked,
    object: &ObjectFacts,
    window: Days,
    year: i32,
    today: NaiveDate,
) -> Option<Bar> {
    if let Some((fixed, None)) = object.placed
        && fixed != year
        && fixed >= today.year()
    {
        return Some(Bar::OtherYear { year: fixed });
    }
    let inspections = facts.inspections.get(&object.organization);
    let inspections: &[Inspected] = inspections.map_or(&[], Vec::as_slice);
    let there = inspections.iter().find_map(|inspected| {
        let last = inspected.last_day();
        let days = Days {
            first: inspected.inspection.started_on,
            last: last.unwrap_or(today.max(inspected.inspection.started_on)),
        };
        days.overlaps(&window).then(|| Bar::Engaged {
            who: inspected.who(),
            first: days.first,
            last,
        })
    });
    let elsewhere = facts
        .elsewhere
        .get(&object.organization)
        .into_iter()
        .flatten();
    let elsewhere = elsewhere.map(|(days, who)| (*days, who));
    let engaged = object
        .chain()
        .filter_map(|organization| asked.engagements.get(&organization));
    let engaged = engaged.flatten().map(|(days, who)| (*days, who));
    let mut others = elsewhere.chain(engaged);
    there
        .or_else(|| {
            let (days, who) = others.find(|(days, _)| days.overlaps(&window))?;
            Some(Bar::Engaged {
                who: who.clone(),
                first: days.first,
                last: Some(days.last),
            })
        })
        .or_else(|| {
            let months = Months::new(asked.interval_months);
            let last = inspections.iter().map(Inspected::end).max()?;
            let until = last.checked_add_months(months)?;
            (window.first < until).then_some(Bar::TooSoon { until })
        })
}

impl Inspected {
    /// The last day on site, or the day on which its report shows that it was over; none while it lasts.
    fn last_day(&self) -> Option<NaiveDate> {
        self.ended_on.or(self.inspection.over_on())
    }

    /// From when the interval runs.
    fn end(&self) -> NaiveDate {
        self.last_day().unwrap_or(self.inspection.started_on)
    }

    fn who(&self) -> String {
        let kind = self.inspection.kind.as_str();
        let entry = InspectionKind::variants()
            .iter()
            .find(|entry| entry.value == kind);
        format!(
            "{}·{}",
            self.dispatcher,
            entry.map_or(kind, |entry| entry.zh)
        )
    }
}
