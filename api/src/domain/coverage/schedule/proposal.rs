//! A proposal as clients read it.

use async_graphql::{ID, SimpleObject};
use inspectorate_entity::coverage::coverage_object::Priority;

use super::{
    explained::Reason,
    problem::{Candidate, Problem, Slot},
    quality::{Quality, number},
    reasons::Counts,
};
use crate::graphql::{coded::Coded, node_id, scalars::Date};

/// How the objects that are still due spread over rounds (排期方案); nothing of it is written until it is adopted.
#[derive(Clone, Debug, SimpleObject)]
pub struct ScheduleProposal {
    /// Names the proposal and everything that it follows from; adoption asks for it and is refused once it is another (方案版本).
    pub version: String,
    /// The rounds in the order of their days (轮次).
    pub rounds: Vec<ProposedRound>,
    /// Every object that is placed, round by round; whole, because a schedule is looked at whole (安排).
    pub placements: Vec<ProposedPlacement>,
    /// Every object that no round can take (未能安排的对象).
    pub unplaced: Vec<UnplacedObject>,
    /// How good it is, in numbers (方案质量).
    pub quality: Quality,
}

/// A round as the proposal fills it (方案轮次).
#[derive(Clone, Debug, SimpleObject)]
pub struct ProposedRound {
    /// The `id` of the round; null when adoption opens it (轮次标识).
    pub round_id: Option<ID>,
    /// Its number within the term (轮次序号).
    pub ordinal: i32,
    /// What it is called (名称).
    pub name: String,
    /// The calendar year that it counts for (年度).
    pub year: i32,
    /// First day of its window (进驻开始日期).
    pub starts_on: Date,
    /// Last day of its window (进驻结束日期).
    pub ends_on: Date,
    /// Objects that its teams can take in all (可承担对象数).
    pub capacity: i32,
    /// Objects that stood in it before (已有对象数).
    pub taken: i32,
    /// Objects that the proposal places in it (本方案安排数).
    pub placed: i32,
    /// The blocks of those objects, or their duty where they are in none, in the order of the rotation (板块).
    pub blocks: Vec<String>,
}

/// An object and its round (对象安排).
#[derive(Clone, Debug, SimpleObject)]
pub struct ProposedPlacement {
    /// The `id` of the object (对象标识).
    pub object_id: ID,
    /// The `id` of its organization (单位标识).
    pub organization_id: ID,
    /// The name of its organization (单位名称).
    pub organization_name: String,
    /// Its sector block; null when it is in none (板块).
    pub block_name: Option<String>,
    /// How early it is to be inspected (优先次序).
    pub priority: Coded<Priority>,
    /// Number of the round within the term (轮次序号).
    pub ordinal: i32,
    /// The calendar year that the round counts for (年度).
    pub year: i32,
    /// Why it stands there (排期说明).
    pub reasons: Vec<Reason>,
}

/// An object that no round can take (未能安排的对象).
#[derive(Clone, Debug, SimpleObject)]
pub struct UnplacedObject {
    /// The `id` of the object (对象标识).
    pub object_id: ID,
    /// The `id` of its organization (单位标识).
    pub organization_id: ID,
    /// The name of its organization (单位名称).
    pub organization_name: String,
    /// Its sector block; null when it is in none (板块).
    pub block_name: Option<String>,
    /// How early it is to be inspected (优先次序).
    pub priority: Coded<Priority>,
    /// What keeps it out, each with the rounds that it speaks of: together they leave none (冲突约束).
    pub clashes: Vec<Reason>,
}

/// The proposal that `places` make.
pub fn lay_out(problem: &Problem, places: &[Option<usize>]) -> ScheduleProposal {
    let counts = Counts::new(problem, places);
    let mut placements: Vec<(usize, ProposedPlacement)> = Vec::with_capacity(places.len());
    let mut unplaced = Vec::new();
    for (candidate, place) in problem.candidates.iter().zip(places) {
        match place {
            Some(slot) => placements.push((*slot, placement(problem, &counts, candidate, *slot))),
            None => unplaced.push(UnplacedObject {
                object_id: ID(node_id::encode("CoverageObject", candidate.object)),
                organization_id: ID(node_id::encode("Organization", candidate.organization)),
                organization_name: candidate.name.clone(),
                block_name: block_name(problem, candidate),
                priority: Coded(candidate.priority),
                clashes: counts.why_not(candidate),
            }),
        }
    }
    placements.sort_by_key(|(slot, _)| *slot);
    let rounds = problem.slots.iter().enumerate();
    ScheduleProposal {
        version: problem.version(),
        rounds: rounds
            .map(|(number, slot)| round(problem, places, &counts, number, slot))
            .collect(),
        placements: placements
            .into_iter()
            .map(|(_, placement)| placement)
            .collect(),
        unplaced,
        quality: Quality::new(problem, places, &counts),
    }
}

fn placement(
    problem: &Problem,
    counts: &Counts<'_>,
    candidate: &Candidate,
    slot: usize,
) -> ProposedPlacement {
    let round = &problem.slots[slot].round;
    ProposedPlacement {
        object_id: ID(node_id::encode("CoverageObject", candidate.object)),
        organization_id: ID(node_id::encode("Organization", candidate.organization)),
        organization_name: candidate.name.clone(),
        block_name: block_name(problem, candidate),
        priority: Coded(candidate.priority),
        ordinal: round.ordinal,
        year: round.year,
        reasons: counts.why(candidate, slot),
    }
}

fn block_name(problem: &Problem, candidate: &Candidate) -> Option<String> {
    let unit = problem.units.get(candidate.unit)?;
    unit.block.map(|_| unit.name.clone())
}

fn round(
    problem: &Problem,
    places: &[Option<usize>],
    counts: &Counts<'_>,
    number_of: usize,
    slot: &Slot,
) -> ProposedRound {
    let placed = problem.candidates.iter().zip(places);
    let mut units: Vec<usize> = placed
        .filter(|(_, place)| **place == Some(number_of))
        .map(|(candidate, _)| candidate.unit)
        .collect();
    units.sort_unstable();
    units.dedup();
    ProposedRound {
        round_id: slot.round.id.map(|id| ID(node_id::encode("Round", id))),
        ordinal: slot.round.ordinal,
        name: slot.round.name.clone(),
        year: slot.round.year,
        starts_on: Date(slot.round.window.first),
        ends_on: Date(slot.round.window.last),
        capacity: number(slot.round.capacity),
        taken: number(slot.taken),
        placed: number(counts.used(number_of)),
        blocks: units
            .into_iter()
            .map(|unit| problem.units[unit].name.clone())
            .collect(),
    }
}
