//! How good a proposal is, in numbers that can be compared.

use std::collections::HashMap;

use async_graphql::SimpleObject;

use super::{problem::Problem, reasons::Counts};

/// How well a proposal keeps to what is wished (方案质量).
#[derive(Clone, Debug, PartialEq, Eq, SimpleObject)]
#[graphql(name = "ScheduleQuality")]
pub struct Quality {
    /// Objects that were to be placed (待安排对象数).
    pub to_place: i32,
    /// Objects that are placed (已安排对象数).
    pub placed: i32,
    /// Blocks of which objects were to be placed (涉及板块数).
    pub blocks: i32,
    /// Blocks whose objects stand in more than one round (拆分板块数).
    pub blocks_divided: i32,
    /// Of those, blocks larger than what any round has room for: they cannot stay together (必然拆分板块数).
    pub blocks_too_large: i32,
    /// Names of the blocks that start before one that precedes them in the rotation (未按轮动次序的板块).
    pub blocks_out_of_rotation: Vec<String>,
    /// Groups of two or more placed objects of similar duty in the same region (相近相邻组数).
    pub similar_groups: i32,
    /// Of those, groups that stand in one round (同轮的相近相邻组数).
    pub similar_groups_together: i32,
    /// Objects for which the rounds had room (可用力量).
    pub capacity: i32,
    /// Objects placed less than the interval after their last inspection; always 0, as the interval is never broken (违反间隔数).
    pub intervals_broken: i32,
}

impl Quality {
    /// Of `places`.
    pub fn new(problem: &Problem, places: &[Option<usize>], counts: &Counts<'_>) -> Self {
        let most = problem.slots.iter().map(|slot| slot.left()).max();
        let most = most.unwrap_or_default();
        let mut sizes = vec![0; problem.units.len()];
        let mut groups: HashMap<(&str, &str), Vec<usize>> = HashMap::new();
        let mut broken = 0;
        for (candidate, place) in problem.candidates.iter().zip(places) {
            sizes[candidate.unit] += 1;
            if let Some(slot) = place {
                broken += usize::from(!candidate.may(*slot));
                let key = (candidate.duty.as_str(), candidate.place.as_str());
                groups.entry(key).or_default().push(*slot);
            }
        }
        groups.retain(|_, slots| slots.len() > 1);
        let together = groups
            .values()
            .filter(|slots| slots.windows(2).all(|pair| pair[0] == pair[1]));
        let blocks = (0..problem.units.len()).filter(|unit| problem.units[*unit].block.is_some());
        let divided = blocks.clone().filter(|unit| counts.rounds_of(*unit) > 1);
        let out = blocks.clone().filter(|unit| counts.out_of_rotation(*unit));
        Self {
            to_place: number(problem.candidates.len()),
            placed: number(places.iter().flatten().count()),
            blocks: number(blocks.clone().count()),
            blocks_divided: number(divided.clone().count()),
            blocks_too_large: number(divided.filter(|unit| sizes[*unit] > most).count()),
            blocks_out_of_rotation: out.map(|unit| problem.units[unit].name.clone()).collect(),
            similar_groups_together: number(together.count()),
            similar_groups: number(groups.len()),
            capacity: number(problem.slots.iter().map(|slot| slot.left()).sum()),
            intervals_broken: number(broken),
        }
    }
}

/// A count as GraphQL has it.
pub fn number(count: usize) -> i32 {
    i32::try_from(count).unwrap_or(i32::MAX)
}
