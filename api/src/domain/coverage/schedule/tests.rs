use std::collections::HashMap;

use chrono::NaiveDate;
use inspectorate_entity::coverage::coverage_object::Priority;
use uuid::Uuid;

use super::{
    ScheduleProposal,
    explained::{Reason, Rule},
    problem::{Bar, Candidate, Problem, Slot},
    propose,
    request::AskedRound,
    units::Unit,
};
use crate::{domain::coverage::gates::Days, graphql::node_id};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// Rounds with room for so many, one every three months from 2027 on.
fn rounds(room: &[usize]) -> Vec<Slot> {
    let rounds = room.iter().enumerate();
    rounds
        .map(|(number, capacity)| {
            let first = day("2027-01-01") + chrono::Months::new(3 * number as u32);
            let round = AskedRound {
                id: None,
                ordinal: number as i32 + 1,
                name: format!("第{}轮", number + 1),
                year: 2027,
                window: Days {
                    first,
                    last: first + chrono::Days::new(60),
                },
                capacity: *capacity,
            };
            Slot { round, taken: 0 }
        })
        .collect()
}

/// Blocks of so many objects, in the order of the rotation.
fn blocks(sizes: &[usize], slots: Vec<Slot>) -> Problem {
    let mut problem = Problem {
        units: Vec::new(),
        candidates: Vec::new(),
        slots,
    };
    for (unit, size) in sizes.iter().enumerate() {
        problem.units.push(Unit {
            block: Some((Uuid::from_u128(unit as u128), unit as i32 + 1)),
            name: format!("板块{}", unit + 1),
        });
        for number in 0..*size {
            let id = Uuid::from_u128((unit * 100_000 + number + 1) as u128);
            problem.candidates.push(Candidate {
                object: id,
                organization: id,
                name: format!("单位{unit}-{number}"),
                unit,
                priority: Priority::Ordinary,
                duty: format!("{}", number % 7),
                place: format!("{}", number % 9),
                missed: false,
                placed: false,
                bars: vec![None; problem.slots.len()],
            });
        }
    }
    problem
}

/// Number of the round of each object.
fn ordinals(proposal: &ScheduleProposal, problem: &Problem) -> Vec<Option<i32>> {
    let placements = proposal.placements.iter();
    let of: HashMap<&str, i32> = placements
        .map(|placement| (placement.object_id.0.as_str(), placement.ordinal))
        .collect();
    let id = |candidate: &Candidate| node_id::encode("CoverageObject", candidate.object);
    let candidates = problem.candidates.iter();
    candidates
        .map(|candidate| of.get(id(candidate).as_str()).copied())
        .collect()
}

fn rules(reasons: &[Reason]) -> Vec<Rule> {
    reasons.iter().map(|reason| reason.rule).collect()
}

#[test]
fn blocks_that_fit_stay_together_in_the_order_of_the_rotation() {
    let problem = blocks(&[6, 8, 4], rounds(&[10, 10]));
    let proposal = propose(&problem).unwrap();
    assert_eq!(proposal.quality.placed, 18);
    assert_eq!(proposal.quality.blocks_divided, 0);
    let of = ordinals(&proposal, &problem);
    assert!(of[..6].iter().all(|round| *round == Some(1)));
    assert!(of[6..14].iter().all(|round| *round == Some(2)));
    assert!(of[14..].iter().all(|round| *round == Some(1)));
    assert_eq!(proposal.quality.blocks_out_of_rotation, ["板块3"]);
    assert!(rules(&proposal.placements[0].reasons).contains(&Rule::Together));
}

#[test]
fn a_full_year_is_packed_without_dividing_what_need_not_be() {
    // By the rotation alone 6 and 5 would go first and leave no whole place for 7.
    let problem = blocks(&[3, 5, 7, 5], rounds(&[10, 10]));
    let proposal = propose(&problem).unwrap();
    assert_eq!(
        (proposal.quality.placed, proposal.quality.blocks_divided),
        (20, 0)
    );
}

#[test]
fn a_block_larger_than_any_round_is_divided_over_rounds_that_follow_each_other() {
    let problem = blocks(&[25], rounds(&[10, 10, 10]));
    let proposal = propose(&problem).unwrap();
    let placed: Vec<_> = proposal.rounds.iter().map(|round| round.placed).collect();
    assert_eq!(placed, [10, 10, 5]);
    assert_eq!(
        (
            proposal.quality.blocks_divided,
            proposal.quality.blocks_too_large
        ),
        (1, 1)
    );
    assert!(rules(&proposal.placements[0].reasons).contains(&Rule::Divided));
}

#[test]
fn what_starts_first_of_all_starts_first() {
    let mut problem = blocks(&[10, 10], rounds(&[10, 10]));
    for candidate in &mut problem.candidates[10..13] {
        candidate.priority = Priority::First;
    }
    let proposal = propose(&problem).unwrap();
    let of = ordinals(&proposal, &problem);
    assert!(of[10..13].iter().all(|round| *round == Some(1)));
    let first = &proposal.placements[0];
    assert_eq!(proposal.quality.placed, 20);
    assert!(!first.reasons.is_empty());
}

#[test]
fn priority_comes_before_the_others_of_a_divided_block() {
    let mut problem = blocks(&[15], rounds(&[10, 10]));
    for candidate in &mut problem.candidates[11..] {
        candidate.priority = Priority::High;
    }
    let proposal = propose(&problem).unwrap();
    let of = ordinals(&proposal, &problem);
    assert!(of[11..].iter().all(|round| *round == Some(1)));
}

#[test]
fn no_round_gets_more_than_it_can_take_and_what_is_left_says_so() {
    let problem = blocks(&[8, 8, 8], rounds(&[5, 0, 7]));
    let proposal = propose(&problem).unwrap();
    let placed: Vec<_> = proposal.rounds.iter().map(|round| round.placed).collect();
    assert_eq!(placed, [5, 0, 7]);
    assert_eq!(proposal.unplaced.len(), 12);
    assert!(
        proposal
            .unplaced
            .iter()
            .all(|one| rules(&one.clashes) == [Rule::Capacity])
    );
}

#[test]
fn what_has_priority_is_not_what_is_left() {
    let mut problem = blocks(&[8], rounds(&[3]));
    problem.candidates[7].priority = Priority::First;
    problem.candidates[6].priority = Priority::High;
    let proposal = propose(&problem).unwrap();
    let of = ordinals(&proposal, &problem);
    assert_eq!((of[6], of[7]), (Some(1), Some(1)));
}

#[test]
fn an_object_that_is_barred_gives_way_and_says_why() {
    let mut problem = blocks(&[4], rounds(&[4, 4]));
    problem.candidates[0].bars[0] = Some(Bar::TooSoon {
        until: day("2027-02-01"),
    });
    problem.candidates[1].bars = vec![
        Some(Bar::Engaged {
            who: "审计局".to_owned(),
            first: day("2027-01-10"),
            last: Some(day("2027-01-20")),
        }),
        Some(Bar::OtherYear { year: 2028 }),
    ];
    let proposal = propose(&problem).unwrap();
    let of = ordinals(&proposal, &problem);
    // The block goes where all of it goes that goes anywhere.
    assert_eq!(of, [Some(2), None, Some(2), Some(2)]);
    let later = &proposal.placements[0];
    assert!(rules(&later.reasons).contains(&Rule::MinimumInterval));
    let [unplaced] = &proposal.unplaced[..] else {
        panic!("one is left");
    };
    assert_eq!(
        rules(&unplaced.clashes),
        [Rule::OtherEngagement, Rule::YearFixed]
    );
    assert!(unplaced.clashes[0].text.contains("审计局"));
    assert_eq!(proposal.quality.intervals_broken, 0);
}

#[test]
fn a_barred_object_takes_the_only_place_that_it_can_have() {
    // Whoever comes first must not take the round that another needs.
    let mut problem = blocks(&[1, 1], rounds(&[1, 1]));
    problem.candidates[1].bars[1] = Some(Bar::OtherYear { year: 2026 });
    let proposal = propose(&problem).unwrap();
    assert_eq!(ordinals(&proposal, &problem), [Some(2), Some(1)]);
}

#[test]
fn the_same_problem_is_the_same_proposal() {
    let problem = large();
    let (one, two) = (propose(&problem).unwrap(), propose(&problem).unwrap());
    assert_eq!(one.version, two.version);
    assert_eq!(ordinals(&one, &problem), ordinals(&two, &problem));
    let mut other = problem.clone();
    other.candidates[17].priority = Priority::High;
    assert_ne!(propose(&other).unwrap().version, one.version);
}

#[test]
fn five_thousand_objects_in_twenty_rounds_are_placed() {
    let problem = large();
    let proposal = propose(&problem).unwrap();
    assert_eq!(
        (proposal.quality.to_place, proposal.quality.placed),
        (5000, 5000)
    );
    assert!(
        proposal
            .rounds
            .iter()
            .all(|round| round.placed <= round.capacity)
    );
    assert_eq!(proposal.quality.intervals_broken, 0);
}

#[test]
fn what_is_too_large_is_refused_by_its_size() {
    let refusal = propose(&crowd(6_000, 2_000)).unwrap_err();
    assert_eq!(refusal.code, crate::error::ErrorCode::Limited);
    assert!(refusal.message.contains("20 rounds"), "{}", refusal.message);
}

/// 5,000 objects in 50 blocks over 20 rounds.
fn large() -> Problem {
    crowd(5_000, 50)
}

/// So many objects in so many blocks of different size over 20 rounds with a little more room than they need; a third may not be
/// inspected before some round, a few have priority.
fn crowd(objects: usize, in_blocks: usize) -> Problem {
    let each = objects / in_blocks;
    let sizes = (0..in_blocks - 1).map(|block| each * 6 / 10 + (block * 37) % (each * 8 / 10 + 1));
    let sizes: Vec<usize> = sizes.collect();
    let rest = objects.saturating_sub(sizes.iter().sum());
    let room = objects * 26 / 500;
    let mut problem = blocks(&[sizes, vec![rest]].concat(), rounds(&[room; 20]));
    for (number, candidate) in problem.candidates.iter_mut().enumerate() {
        if number % 3 == 0 {
            let from = number * 7 % 12;
            for bar in &mut candidate.bars[..from] {
                *bar = Some(Bar::TooSoon {
                    until: day("2028-01-01"),
                });
            }
        }
        candidate.priority = match number % 50 {
            0 => Priority::First,
            1..5 => Priority::High,
            _ => Priority::Ordinary,
        };
    }
    problem
}
