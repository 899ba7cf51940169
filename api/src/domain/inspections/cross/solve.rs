//! Assigning teams: a transportation problem, whose corners are whole numbers; the simplex method of `microlp` finds the cheapest.
//!
//! An object left without a team costs more than everything else. Where that cannot be avoided, the objects and teams that hold one
//! another up are found by walking from such an object to the teams that may go there, on to what they are needed for, and so on.

use std::collections::{BTreeMap, BTreeSet};

use microlp::{ComparisonOp, OptimizationDirection, Variable};
use uuid::Uuid;

use super::problem::{CrossConstraint, Problem};
use crate::{
    blocks::solver,
    error::{Error, Result},
};

/// An object without a team.
const LEFT: f64 = 1e4;
/// An object above the even share of its team.
const MORE: f64 = 1.0;
/// A place that inspects the same place as last time, in a ring.
const REPEATED: f64 = 10.0;

/// What came of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// The team of each object.
    Assigned(Vec<usize>),
    /// What stands in the way.
    Clashing(Vec<Clash>),
}

/// Objects for which there are too few teams, the teams that may go there, and the rules that keep the others away.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clash {
    pub objects: Vec<usize>,
    pub teams: Vec<usize>,
    pub constraints: BTreeSet<CrossConstraint>,
}

/// The same on a thread of its own, so that no other request waits for the solver.
pub async fn solve_aside(problem: Problem) -> Result<(Problem, Outcome)> {
    solver::aside(move || {
        let outcome = solve(&problem)?;
        Ok((problem, outcome))
    })
    .await
}

/// Assign a team to every object, or say what clashes.
pub fn solve(problem: &Problem) -> Result<Outcome> {
    let turns = if problem.ring {
        match ring(problem)? {
            Ok(turns) => Some(turns),
            Err(clash) => return Ok(Outcome::Clashing(vec![clash])),
        }
    } else {
        None
    };
    let barred = |object: usize, team: usize| {
        problem.barred(team, object).or_else(|| {
            let place = problem.teams[team].place()?;
            let turn = turns.as_ref()?.get(&place)?;
            (*turn != problem.objects[object].home).then_some(CrossConstraint::Ring)
        })
    };
    let share = match turns {
        None => problem.share(),
        // In a ring the teams of a place share what one other place has.
        Some(_) => (0, most_in_a_ring(problem, &turns)),
    };
    let sizes = (problem.objects.len(), problem.teams.len());
    let places = assign(sizes, share, |object, team| {
        barred(object, team).is_none().then_some(0.0)
    })?;
    let assigned: Option<Vec<usize>> = places.iter().copied().collect();
    Ok(match assigned {
        Some(assigned) => Outcome::Assigned(assigned),
        None => Outcome::Clashing(clashes(&places, problem.teams.len(), barred)),
    })
}

/// The most that one team has to take so that every place can inspect what its turn brings.
fn most_in_a_ring(problem: &Problem, turns: &Option<BTreeMap<Uuid, Uuid>>) -> usize {
    let (places, homes) = (problem.places(), problem.homes());
    let load = |(place, home): (&Uuid, &Uuid)| {
        let teams = places.get(place).map_or(1, Vec::len);
        homes.get(home).map_or(0, Vec::len).div_ceil(teams)
    };
    turns.iter().flatten().map(load).max().unwrap_or(1)
}

/// Which place each place inspects: each one other, and each is inspected once, so that every ring closes.
fn ring(problem: &Problem) -> Result<Result<BTreeMap<Uuid, Uuid>, Clash>> {
    let (places, homes) = (problem.places(), problem.homes());
    let alone = |clashing: (Vec<usize>, Vec<usize>)| Clash {
        objects: clashing.0,
        teams: clashing.1,
        constraints: [CrossConstraint::Ring].into(),
    };
    let idle = places
        .iter()
        .filter(|(place, _)| !homes.contains_key(*place));
    let idle: Vec<usize> = idle.flat_map(|(_, teams)| teams).copied().collect();
    let orphaned = homes.iter().filter(|(home, _)| !places.contains_key(*home));
    let orphaned: Vec<usize> = orphaned.flat_map(|(_, objects)| objects).copied().collect();
    if !idle.is_empty() || !orphaned.is_empty() {
        return Ok(Err(alone((orphaned, idle))));
    }
    let names: Vec<Uuid> = places.keys().copied().collect();
    // A turn is open when every object of the one place can go to some team of the other.
    let turn = |home: usize, place: usize| {
        let (teams, objects) = (&places[&names[place]], &homes[&names[home]]);
        let open = |object: &usize| {
            teams
                .iter()
                .any(|team| problem.barred(*team, *object).is_none())
        };
        let repeated = objects
            .iter()
            .any(|object| problem.objects[*object].last.contains(&names[place]));
        let open = home != place && objects.iter().all(open);
        open.then_some(if repeated { REPEATED } else { 0.0 })
    };
    let turns = assign((names.len(), names.len()), (1, 1), turn)?;
    let closed: Option<Vec<usize>> = turns.iter().copied().collect();
    Ok(match closed {
        Some(places) => Ok(places
            .into_iter()
            .enumerate()
            .map(|(home, place)| (names[place], names[home]))
            .collect()),
        None => {
            let left = turns.iter().position(Option::is_none).unwrap_or_default();
            let objects = homes[&names[left]].clone();
            let mut constraints: BTreeSet<_> = objects
                .iter()
                .flat_map(|object| (0..problem.teams.len()).map(move |team| (team, *object)))
                .filter_map(|(team, object)| problem.barred(team, object))
                .collect();
            constraints.insert(CrossConstraint::Ring);
            Err(Clash {
                objects,
                teams: Vec::new(),
                constraints,
            })
        }
    })
}

/// The column of each row: none where none is left. A column takes as many rows as its share says, at little cost up to the larger.
fn assign(
    (rows, columns): (usize, usize),
    (least, most): (usize, usize),
    cost: impl Fn(usize, usize) -> Option<f64>,
) -> Result<Vec<Option<usize>>> {
    let mut program = microlp::Problem::new(OptimizationDirection::Minimize);
    let mut taken: Vec<Vec<(Variable, f64)>> = vec![Vec::new(); columns];
    let mut variables: Vec<Vec<(usize, Variable)>> = Vec::with_capacity(rows);
    for row in 0..rows {
        let mut sum = vec![(program.add_var(LEFT, (0.0, 1.0)), 1.0)];
        let mut into = Vec::new();
        for (column, taken) in taken.iter_mut().enumerate() {
            let Some(cost) = cost(row, column) else {
                continue;
            };
            let variable = program.add_var(cost, (0.0, 1.0));
            sum.push((variable, 1.0));
            taken.push((variable, 1.0));
            into.push((column, variable));
        }
        program.add_constraint(&sum, ComparisonOp::Eq, 1.0);
        variables.push(into);
    }
    for taken in &mut taken {
        let more = program.add_var(MORE, (0.0, most.saturating_sub(least) as f64));
        taken.push((more, -1.0));
        program.add_constraint(&*taken, ComparisonOp::Le, least as f64);
    }
    let solution = program.solve().map_err(Error::internal)?;
    let solution = solution.into_solution().map_err(Error::internal)?;
    let places: Vec<Option<usize>> = variables
        .iter()
        .map(|into| {
            let chosen = into
                .iter()
                .find(|(_, variable)| solution.var_value(*variable) > 0.5);
            chosen.map(|(column, _)| *column)
        })
        .collect();
    // What was computed in floating point is checked in whole numbers.
    let full = |column: usize| {
        places
            .iter()
            .flatten()
            .filter(|place| **place == column)
            .count()
    };
    if (0..columns).any(|column| full(column) > most) {
        return Err(Error::internal(
            "the solver gave a team more than its share",
        ));
    }
    Ok(places)
}

/// From every object without a team: all objects and teams that hold one another up.
fn clashes(
    places: &[Option<usize>],
    teams: usize,
    barred: impl Fn(usize, usize) -> Option<CrossConstraint>,
) -> Vec<Clash> {
    let mut explained: BTreeSet<usize> = BTreeSet::new();
    let mut clashes = Vec::new();
    for (left, place) in places.iter().enumerate() {
        if place.is_some() || explained.contains(&left) {
            continue;
        }
        let (mut objects, mut reached) = (BTreeSet::from([left]), BTreeSet::new());
        let mut open = vec![left];
        while let Some(object) = open.pop() {
            for team in (0..teams).filter(|team| barred(object, *team).is_none()) {
                if !reached.insert(team) {
                    continue;
                }
                let held = places.iter().enumerate();
                for (other, _) in held.filter(|(_, place)| **place == Some(team)) {
                    if objects.insert(other) {
                        open.push(other);
                    }
                }
            }
        }
        let mut constraints: BTreeSet<CrossConstraint> = objects
            .iter()
            .flat_map(|object| (0..teams).map(move |team| (*object, team)))
            .filter_map(|(object, team)| barred(object, team))
            .collect();
        if !reached.is_empty() {
            constraints.insert(CrossConstraint::Workload);
        }
        explained.extend(&objects);
        clashes.push(Clash {
            objects: objects.into_iter().collect(),
            teams: reached.into_iter().collect(),
            constraints,
        });
    }
    clashes
}
