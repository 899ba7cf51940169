//! Why each object stands where it does, and what keeps out those that stand nowhere.

use std::collections::HashMap;

use inspectorate_entity::coverage::coverage_object::Priority;

use super::{
    explained::{Reason, Rule},
    problem::{Bar, Candidate, Problem},
};

/// What explanations count: how many of each unit, and of each group of similar neighbours, stand in each round.
pub struct Counts<'a> {
    problem: &'a Problem,
    /// Of each unit: how many are to be placed, and how many stand in each round.
    units: Vec<(usize, Vec<usize>)>,
    similar: HashMap<(&'a str, &'a str, usize), usize>,
    used: Vec<usize>,
    /// For each unit of the rotation, the unit before it, when it starts no later.
    after: Vec<Option<usize>>,
}

impl<'a> Counts<'a> {
    /// Count `places`.
    pub fn new(problem: &'a Problem, places: &[Option<usize>]) -> Self {
        let rounds = problem.slots.len();
        let mut units = vec![(0, vec![0; rounds]); problem.units.len()];
        let mut similar = HashMap::new();
        let mut used = vec![0; rounds];
        for (candidate, place) in problem.candidates.iter().zip(places) {
            units[candidate.unit].0 += 1;
            if let Some(slot) = place {
                units[candidate.unit].1[*slot] += 1;
                used[*slot] += 1;
                *similar
                    .entry((candidate.duty.as_str(), candidate.place.as_str(), *slot))
                    .or_insert(0) += 1;
            }
        }
        let after = after(problem, &units);
        Self {
            problem,
            units,
            similar,
            used,
            after,
        }
    }

    /// Objects placed in the round.
    pub fn used(&self, slot: usize) -> usize {
        self.used[slot]
    }

    /// The rounds in which objects of the unit stand.
    pub fn rounds_of(&self, unit: usize) -> usize {
        self.units[unit]
            .1
            .iter()
            .filter(|count| **count > 0)
            .count()
    }

    /// Whether all that was to be placed of the unit stands in one round.
    pub fn together(&self, unit: usize) -> bool {
        let (size, rounds) = &self.units[unit];
        rounds.contains(size)
    }

    /// Whether the unit starts before one that precedes it in the rotation.
    pub fn out_of_rotation(&self, unit: usize) -> bool {
        let is_block = self.problem.units[unit].block.is_some();
        is_block && self.after[unit].is_none() && self.rounds_of(unit) > 0
    }

    /// Why the object stands in the round.
    pub fn why(&self, candidate: &Candidate, slot: usize) -> Vec<Reason> {
        let mut reasons = Vec::with_capacity(4);
        if candidate.missed {
            reasons.push(Reason::new(
                Rule::Missed,
                "The round in which it was placed went by without it.",
                "原定轮次已结束，未予巡察，重新安排。",
            ));
        }
        reasons.extend(self.by_priority(candidate, slot));
        reasons.push(self.by_unit(candidate, slot));
        if let Some(Some(before)) = self.after.get(candidate.unit)
            && *before != candidate.unit
        {
            let (name, before) = (self.unit_name(candidate.unit), self.unit_name(*before));
            reasons.push(Reason::new(
                Rule::Rotation,
                format!("{name} follows {before} in the rotation."),
                format!("按板块轮动次序，“{name}”在“{before}”之后。"),
            ));
        }
        let key = (candidate.duty.as_str(), candidate.place.as_str(), slot);
        let others = self
            .similar
            .get(&key)
            .copied()
            .unwrap_or(1)
            .saturating_sub(1);
        if others > 0 {
            reasons.push(Reason::new(
                Rule::SimilarAndNear,
                format!("With {others} others of similar duty in the same region."),
                format!("与职能相近、地域相邻的其他 {others} 个对象同轮。"),
            ));
        }
        let earlier = 0..slot;
        reasons.extend(self.kept_out(candidate, earlier));
        reasons
    }

    /// What keeps the object out of every round.
    pub fn why_not(&self, candidate: &Candidate) -> Vec<Reason> {
        self.kept_out(candidate, 0..self.problem.slots.len())
    }

    fn by_priority(&self, candidate: &Candidate, slot: usize) -> Option<Reason> {
        let round = &self.problem.slots[slot].round.name;
        match candidate.priority {
            Priority::Ordinary => None,
            Priority::High => Some(Reason::new(
                Rule::BeforeItsBlock,
                "It comes before the others of its block.",
                "优先纳入：在本板块其他对象之前安排。",
            )),
            Priority::First => Some(Reason::new(
                Rule::FirstOfAll,
                format!(
                    "It starts first of all: {round} is the earliest round with room that may take it."
                ),
                format!("首先启动：“{round}”是可安排且有余力的最早轮次。"),
            )),
        }
    }

    fn by_unit(&self, candidate: &Candidate, slot: usize) -> Reason {
        let name = self.unit_name(candidate.unit);
        let (size, rounds) = &self.units[candidate.unit];
        let (here, most) = (
            rounds[slot],
            self.problem.slots.iter().map(|slot| slot.left()).max(),
        );
        if here == *size {
            return Reason::new(
                Rule::Together,
                format!("All {size} objects of {name} are in this round."),
                format!("“{name}”待安排的 {size} 个对象集中在本轮。"),
            );
        }
        if most.is_none_or(|most| most < *size) {
            return Reason::new(
                Rule::Divided,
                format!("{here} of {size} objects of {name}: no round has room for all of them."),
                format!("“{name}”{size} 个对象中的 {here} 个：任一轮次均不足以容纳全部。"),
            );
        }
        Reason::new(
            Rule::Divided,
            format!(
                "{here} of {size} objects of {name}: the others are kept out of this round, or the rounds that could take all of them are filled by blocks before it."
            ),
            format!(
                "“{name}”{size} 个对象中的 {here} 个：其余对象不能安排在本轮，或可容纳全部的轮次已由在前板块占用。"
            ),
        )
    }

    fn unit_name(&self, unit: usize) -> &str {
        &self.problem.units[unit].name
    }

    /// What keeps the object out of these rounds, each reason once with the rounds that it speaks of.
    fn kept_out(&self, candidate: &Candidate, slots: std::ops::Range<usize>) -> Vec<Reason> {
        let mut found: Vec<(Option<&Bar>, Vec<&str>)> = Vec::new();
        for slot in slots {
            let bar = candidate.bars[slot].as_ref();
            if bar.is_none() && self.used[slot] < self.problem.slots[slot].left() {
                continue;
            }
            let name = self.problem.slots[slot].round.name.as_str();
            match found.iter_mut().find(|(known, _)| *known == bar) {
                Some((_, rounds)) => rounds.push(name),
                None => found.push((bar, vec![name])),
            }
        }
        let said = found
            .into_iter()
            .map(|(bar, rounds)| said(bar, &rounds.join(", "), &rounds.join("、")));
        said.collect()
    }
}

/// The constraint `bar`, or the capacity where there is none, said of `rounds`.
fn said(bar: Option<&Bar>, rounds: &str, rounds_zh: &str) -> Reason {
    match bar {
        None => Reason::new(
            Rule::Capacity,
            format!("Their teams can take no more: {rounds}."),
            format!("巡察力量已用满：{rounds_zh}。"),
        ),
        Some(Bar::TooSoon { until }) => Reason::new(
            Rule::MinimumInterval,
            format!(
                "Too soon after its last inspection, from which the interval runs until {until}: {rounds}."
            ),
            format!("距上次巡察未满最短间隔（至 {until}）：{rounds_zh}。"),
        ),
        Some(Bar::Engaged { who, first, last }) => {
            let (until, until_zh) = match last {
                Some(last) => (format!("until {last}"), format!("至 {last}")),
                None => ("and is not over".to_owned(), "尚未结束".to_owned()),
            };
            Reason::new(
                Rule::OtherEngagement,
                format!("{who} is there from {first} {until}: {rounds}."),
                format!("{who} 自 {first} 进驻，{until_zh}，时间重叠：{rounds_zh}。"),
            )
        }
        Some(Bar::OtherYear { year }) => Reason::new(
            Rule::YearFixed,
            format!("It is placed in {year}: {rounds}."),
            format!("已排入 {year} 年：{rounds_zh}。"),
        ),
    }
}

/// For each block, the one before it in the rotation, when it starts in the same round or earlier; the first is after itself.
fn after(problem: &Problem, units: &[(usize, Vec<usize>)]) -> Vec<Option<usize>> {
    let start = |unit: usize| units[unit].1.iter().position(|count| *count > 0);
    let mut latest: Option<(usize, usize)> = None;
    let blocks = problem.units.iter().enumerate();
    blocks
        .map(|(unit, block)| {
            let start = start(unit).filter(|_| block.block.is_some())?;
            match latest {
                Some((_, before)) if start < before => None,
                before => {
                    latest = Some((unit, start));
                    Some(before.map_or(unit, |(before, _)| before))
                }
            }
        })
        .collect()
}
