//! Where each unit is to stay together: in one round if one can take it whole, else in as few that follow each other as can.
//!
//! Two ways are tried, and the one that divides fewer units is taken: the units in the order of the rotation, each into the
//! first round that takes it whole; and the largest first, each into the round that it fills best.

use inspectorate_entity::coverage::coverage_object::Priority;

use super::problem::Problem;

/// The rounds of each unit, first to last.
pub fn homes(problem: &Problem) -> Vec<Vec<usize>> {
    let rotation =
        Packing::new(problem).pack(&in_rotation(problem), |rounds, _| rounds.first().copied());
    let filling = Packing::new(problem).pack(&largest_first(problem), |rounds, left| {
        rounds
            .iter()
            .copied()
            .min_by_key(|slot| (left[*slot], *slot))
    });
    if filling.divided < rotation.divided {
        filling.homes
    } else {
        rotation.homes
    }
}

/// Units with an object that starts first of all, then the order of the rotation.
fn in_rotation(problem: &Problem) -> Vec<usize> {
    let mut order: Vec<usize> = (0..problem.units.len()).collect();
    let starts = |unit: usize| {
        let mut candidates = problem.candidates.iter();
        candidates.any(|one| one.unit == unit && one.priority == Priority::First)
    };
    let later: Vec<bool> = order.iter().map(|unit| !starts(*unit)).collect();
    order.sort_by_key(|unit| (later[*unit], *unit));
    order
}

fn largest_first(problem: &Problem) -> Vec<usize> {
    let mut sizes = vec![0_usize; problem.units.len()];
    for candidate in &problem.candidates {
        sizes[candidate.unit] += 1;
    }
    let mut order: Vec<usize> = (0..problem.units.len()).collect();
    order.sort_by_key(|unit| (std::cmp::Reverse(sizes[*unit]), *unit));
    order
}

/// Which of the rounds that take a unit whole is chosen, by what is left in each.
type Choice = fn(&[usize], &[usize]) -> Option<usize>;

struct Packing<'a> {
    problem: &'a Problem,
    left: Vec<usize>,
    /// For each unit, the rounds in which those of its objects stand that start first of all.
    starts: Vec<Vec<usize>>,
    homes: Vec<Vec<usize>>,
    divided: usize,
}

impl<'a> Packing<'a> {
    /// Room is kept for what starts first of all, in the earliest rounds that may take it.
    fn new(problem: &'a Problem) -> Self {
        let mut left: Vec<usize> = problem.slots.iter().map(|slot| slot.left()).collect();
        let mut starts = vec![Vec::new(); problem.units.len()];
        for candidate in &problem.candidates {
            let first = candidate.priority == Priority::First;
            let earliest = (0..left.len()).find(|slot| left[*slot] > 0 && candidate.may(*slot));
            if let (true, Some(slot)) = (first, earliest) {
                left[slot] -= 1;
                starts[candidate.unit].push(slot);
            }
        }
        Self {
            problem,
            left,
            starts,
            homes: vec![Vec::new(); problem.units.len()],
            divided: 0,
        }
    }

    fn pack(mut self, order: &[usize], choice: Choice) -> Self {
        for unit in order {
            self.settle(*unit, choice);
        }
        self
    }

    fn settle(&mut self, unit: usize, choice: Choice) {
        let mut size = 0;
        let mut may = vec![0_usize; self.left.len()];
        let members = self.problem.candidates.iter();
        for member in members.filter(|one| one.unit == unit && one.priority != Priority::First) {
            // What no round may take does not divide the others.
            size += usize::from(member.bars.iter().any(Option::is_none));
            for (slot, count) in may.iter_mut().enumerate() {
                *count += usize::from(member.may(slot));
            }
        }
        if size == 0 {
            return;
        }
        let room: Vec<usize> = may
            .iter()
            .zip(&self.left)
            .map(|(may, left)| *may.min(left))
            .collect();
        let whole: Vec<usize> = (0..room.len()).filter(|slot| room[*slot] >= size).collect();
        let together = whole.iter().find(|slot| self.starts[unit].contains(slot));
        let home = together.copied().or_else(|| choice(&whole, &self.left));
        match home {
            Some(slot) => self.take(unit, slot, size),
            None => self.divide(unit, size, &room),
        }
    }

    /// The shortest run of rounds that takes the unit, the earliest of them; whatever has room when none does.
    fn divide(&mut self, unit: usize, size: usize, room: &[usize]) {
        self.divided += 1;
        let runs = (2..=room.len()).flat_map(|length| room.windows(length).enumerate());
        let mut fitting = runs.filter(|(_, run)| run.iter().sum::<usize>() >= size);
        let run = fitting
            .next()
            .map_or(0..room.len(), |(at, run)| at..at + run.len());
        let mut rest = size;
        for slot in run {
            let part = room[slot].min(rest);
            if part > 0 {
                self.take(unit, slot, part);
                rest -= part;
            }
        }
    }

    fn take(&mut self, unit: usize, slot: usize, count: usize) {
        self.left[slot] -= count;
        self.homes[unit].push(slot);
    }
}
