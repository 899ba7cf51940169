//! Placing the objects: a linear program over classes of objects that differ in nothing that matters.
//!
//! A class is what one unit has of one priority with the same rounds open to it. How many of each class go into each round is a
//! transportation problem, whose corners are whole numbers; the simplex method of `microlp` finds the cheapest. The weights say
//! in which order things matter: that every object is placed, that what starts first of all starts first, that a unit stays in
//! its home rounds, and that what has priority comes before the others there.

use std::collections::BTreeMap;

use inspectorate_entity::coverage::coverage_object::Priority;
use microlp::{ComparisonOp, OptimizationDirection, Variable};

use super::{homes::homes, problem::Problem};
use crate::error::{Error, Result};

/// An object that is placed nowhere; more than any place costs.
const UNPLACED: f64 = 1e6;
/// A round later for what starts first of all.
const LATE_START: f64 = 2e3;
/// Outside the home of its unit.
const AWAY: f64 = 1e3;
/// A round further away from it.
const FURTHER: f64 = 20.0;
/// A home round later for what comes before the others of its block.
const LATE_IN_BLOCK: f64 = 20.0;

/// Classes times rounds that are computed within a request; a list of any length has few classes when its objects are alike.
const MOST_PLACES: usize = 40_000;

/// Unit, priority and open rounds, one bit each.
type Class = (usize, u8, u128);

/// The round of each object, by its place in `candidates`; none where none can take it.
pub fn solve(problem: &Problem) -> Result<Vec<Option<usize>>> {
    let classes = classes(problem);
    is_computable(classes.len(), problem)?;
    let amounts = amounts(problem, &classes)?;
    let mut places = vec![None; problem.candidates.len()];
    for ((_, members), amounts) in classes.iter().zip(amounts) {
        let mut members = members.iter();
        for (slot, amount) in amounts {
            for candidate in members.by_ref().take(amount) {
                places[*candidate] = Some(slot);
            }
        }
    }
    Ok(places)
}

/// A schedule that would take longer than a request may is refused by its size.
fn is_computable(classes: usize, problem: &Problem) -> Result<()> {
    let (objects, rounds) = (problem.candidates.len(), problem.slots.len());
    if classes * rounds <= MOST_PLACES {
        return Ok(());
    }
    Err(Error::limited(
        format!("{objects} objects in {classes} groups of block, priority and open rounds over {rounds} rounds are too many to be scheduled at once: groups times rounds may come to {MOST_PLACES}. Ask for fewer rounds, or put the objects into fewer blocks."),
        format!("{objects} 个对象按板块、优先次序和可排轮次分为 {classes} 组，排入 {rounds} 个轮次，超过一次可计算的规模（组数×轮次不超过 {MOST_PLACES}）：请减少轮次，或合并板块。"),
    )
    .field("request"))
}

/// The classes, each with its objects: similar duties next to each other, and neighbours within them.
fn classes(problem: &Problem) -> BTreeMap<Class, Vec<usize>> {
    let mut classes: BTreeMap<Class, Vec<usize>> = BTreeMap::new();
    for (number, candidate) in problem.candidates.iter().enumerate() {
        let open = (0..problem.slots.len())
            .filter(|slot| candidate.may(*slot))
            .fold(0_u128, |open, slot| open | 1 << slot);
        let class = (candidate.unit, rank(candidate.priority), open);
        classes.entry(class).or_default().push(number);
    }
    for members in classes.values_mut() {
        members.sort_by_key(|number| {
            let candidate = &problem.candidates[*number];
            (&candidate.duty, &candidate.place, candidate.object)
        });
    }
    classes
}

fn rank(priority: Priority) -> u8 {
    match priority {
        Priority::First => 0,
        Priority::High => 1,
        Priority::Ordinary => 2,
    }
}

/// How many of each class go into which rounds.
fn amounts(
    problem: &Problem,
    classes: &BTreeMap<Class, Vec<usize>>,
) -> Result<Vec<Vec<(usize, usize)>>> {
    let homes = homes(problem);
    let mut program = microlp::Problem::new(OptimizationDirection::Minimize);
    let mut rounds: Vec<Vec<(Variable, f64)>> = vec![Vec::new(); problem.slots.len()];
    let mut variables: Vec<Vec<(usize, Variable)>> = Vec::with_capacity(classes.len());
    for ((unit, rank, open), members) in classes {
        let size = members.len() as f64;
        let mut sum = vec![(
            program.add_var(UNPLACED * f64::from(3 - rank), (0.0, size)),
            1.0,
        )];
        let mut into = Vec::new();
        for (slot, round) in rounds.iter_mut().enumerate() {
            if open & (1 << slot) == 0 || problem.slots[slot].left() == 0 {
                continue;
            }
            let variable = program.add_var(cost(*rank, slot, &homes[*unit]), (0.0, size));
            sum.push((variable, 1.0));
            round.push((variable, 1.0));
            into.push((slot, variable));
        }
        program.add_constraint(&sum, ComparisonOp::Eq, size);
        variables.push(into);
    }
    for (slot, round) in rounds.iter().enumerate() {
        let left = problem.slots[slot].left() as f64;
        program.add_constraint(round, ComparisonOp::Le, left);
    }
    let solution = program.solve().map_err(Error::internal)?;
    let solution = solution.into_solution().map_err(Error::internal)?;
    let amounts: Vec<Vec<(usize, usize)>> = variables
        .iter()
        .map(|into| {
            let amount = |(slot, variable): &(usize, Variable)| {
                (*slot, solution.var_value(*variable).round() as usize)
            };
            into.iter().map(amount).collect()
        })
        .collect();
    keeps_to_capacity(problem, &amounts)?;
    Ok(amounts)
}

fn cost(rank: u8, slot: usize, home: &[usize]) -> f64 {
    let order = slot as f64;
    if rank == 0 {
        return LATE_START * order;
    }
    match home.iter().position(|round| *round == slot) {
        Some(part) if rank == 1 => LATE_IN_BLOCK * part as f64,
        Some(part) => part as f64,
        None => {
            let distance = home.iter().map(|round| round.abs_diff(slot)).min();
            AWAY + FURTHER * distance.unwrap_or_default() as f64 + order
        }
    }
}

/// What was computed in floating point is checked in whole numbers.
fn keeps_to_capacity(problem: &Problem, amounts: &[Vec<(usize, usize)>]) -> Result<()> {
    let mut used = vec![0_usize; problem.slots.len()];
    for (slot, amount) in amounts.iter().flatten() {
        used[*slot] += amount;
    }
    let mut slots = problem.slots.iter().zip(used);
    match slots.find(|(slot, used)| *used > slot.left()) {
        None => Ok(()),
        Some((slot, used)) => Err(Error::internal(format!(
            "{used} objects in {} with room for {}",
            slot.round.name,
            slot.left()
        ))),
    }
}
