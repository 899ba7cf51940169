//! The marks of an inspection, derived from its three dispatch facts: pure functions, several marks may be true at once.
//!
//! Places are dispatchers, given by their stored path. *Home* is the place of the dispatcher whose object the organization is.

use std::collections::{HashMap, HashSet};

use uuid::Uuid;

/// The dispatch facts of one inspection, as paths.
#[derive(Clone, Copy, Debug)]
pub struct DispatchFacts<'a> {
    /// The body that authorized it.
    pub authorizer: &'a str,
    /// The dispatcher that sends the team.
    pub dispatcher: &'a str,
    /// The dispatcher whose object the organization is.
    pub home: &'a str,
    /// The places from which the staff comes.
    pub origins: &'a [&'a str],
}

/// What follows from the dispatch facts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Marks {
    pub cross: bool,
    pub millstone: bool,
    pub elevated: bool,
    pub elevated_cross: bool,
    pub assistance: bool,
}

/// The marks of an inspection; whether it turns in a ring is known from `turns_in_a_ring`.
pub fn marks(facts: &DispatchFacts<'_>, in_ring: bool) -> Marks {
    let cross = is_cross(facts);
    let elevated = is_above(facts.dispatcher, facts.home);
    Marks {
        cross,
        millstone: cross && in_ring,
        elevated,
        elevated_cross: elevated && cross,
        assistance: is_assistance(facts),
    }
}

/// Cross (交叉): somebody comes from another place, and nobody from the organization's own. People of a place above it, such as a
/// leader whom the city assigns, neither make it cross nor hinder it.
fn is_cross(facts: &DispatchFacts<'_>) -> bool {
    let foreign = |origin: &&str| is_foreign(origin, facts.home);
    facts.origins.iter().any(foreign) && !facts.origins.contains(&facts.home)
}

/// Assistance (帮扶): people are lent by a place over which neither the dispatcher nor the body that authorized it has any say.
fn is_assistance(facts: &DispatchFacts<'_>) -> bool {
    facts.origins.iter().any(|origin| {
        is_foreign(origin, facts.dispatcher)
            && !origin.starts_with(facts.dispatcher)
            && !origin.starts_with(facts.authorizer)
    })
}

/// `origin` is neither `home` nor stands above it.
pub fn is_foreign(origin: &str, home: &str) -> bool {
    origin != home && !is_above(origin, home)
}

/// `upper` stands above `lower`.
pub fn is_above(upper: &str, lower: &str) -> bool {
    upper != lower && lower.starts_with(upper)
}

/// A place sends people to inspect the organizations of another one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Turn {
    pub from: Uuid,
    pub to: Uuid,
}

/// The turns that close a ring (推磨): every place in it inspects exactly one other and is inspected by exactly one, and going from
/// each to the one that it inspects leads back to where one began.
pub fn turns_in_a_ring(turns: &[Turn]) -> HashSet<Turn> {
    let turns: HashSet<Turn> = turns.iter().copied().collect();
    let (mut out, mut into) = (HashMap::new(), HashMap::new());
    for turn in &turns {
        *into.entry(turn.to).or_insert(0) += 1;
        out.entry(turn.from).or_insert_with(Vec::new).push(turn.to);
    }
    let only = |place: &Uuid| match out.get(place).map(Vec::as_slice) {
        Some([next]) if into.get(next) == Some(&1) => Some(*next),
        _ => None,
    };
    turns
        .iter()
        .filter(|turn| {
            let mut at = turn.from;
            for _ in 0..turns.len() {
                match only(&at) {
                    Some(next) if next == turn.from => return true,
                    Some(next) => at = next,
                    None => return false,
                }
            }
            false
        })
        .copied()
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const CITY: &str = "/p/c/";
    const EAST: &str = "/p/c/e/";
    const WEST: &str = "/p/c/w/";
    const OTHER_CITY: &str = "/p/o/";

    fn of(authorizer: &str, dispatcher: &str, home: &str, origins: &[&str]) -> Marks {
        let facts = DispatchFacts {
            authorizer,
            dispatcher,
            home,
            origins,
        };
        marks(&facts, false)
    }

    #[test]
    fn an_ordinary_inspection_has_no_mark() {
        assert_eq!(of(CITY, CITY, CITY, &[CITY]), Marks::default());
        assert_eq!(of(EAST, EAST, EAST, &[EAST]), Marks::default());
        assert_eq!(
            of(EAST, EAST, EAST, &[EAST, CITY]),
            Marks::default(),
            "the city sends a leader along"
        );
    }

    #[test]
    fn a_city_that_inspects_a_countys_object_elevates() {
        let elevated = Marks {
            elevated: true,
            ..Marks::default()
        };
        assert_eq!(of(CITY, CITY, EAST, &[CITY]), elevated);
        assert_eq!(
            of(EAST, CITY, EAST, &[CITY]),
            elevated,
            "whoever authorizes"
        );
    }

    #[test]
    fn people_of_another_county_make_it_cross() {
        let cross = Marks {
            cross: true,
            ..Marks::default()
        };
        assert_eq!(of(CITY, EAST, EAST, &[WEST]), cross);
        assert_eq!(
            of(CITY, EAST, EAST, &[CITY, WEST]),
            cross,
            "the leader assigned by the city"
        );
        assert!(
            !of(CITY, EAST, EAST, &[WEST, EAST]).cross,
            "its own people are in it"
        );
        let both = of(CITY, CITY, EAST, &[CITY, WEST]);
        assert!(both.cross && both.elevated && both.elevated_cross);
    }

    #[test]
    fn a_county_that_inspects_the_citys_object_is_cross() {
        assert!(of(CITY, CITY, CITY, &[EAST]).cross);
        assert!(!of(CITY, CITY, CITY, &[EAST]).elevated);
    }

    #[test]
    fn lent_by_those_who_need_not_it_is_assistance() {
        let lent = of(OTHER_CITY, OTHER_CITY, OTHER_CITY, &[CITY]);
        assert!(lent.assistance && lent.cross && !lent.elevated);
        let ordered = of("/p/", OTHER_CITY, OTHER_CITY, &[CITY]);
        assert!(!ordered.assistance, "the province stands above both");
        assert!(!of(CITY, EAST, EAST, &[WEST]).assistance);
    }

    #[test]
    fn a_ring_closes_or_is_none() {
        let place = |number: u128| Uuid::from_u128(number);
        let turn = |from, to| Turn {
            from: place(from),
            to: place(to),
        };
        let ring = [turn(1, 2), turn(2, 3), turn(3, 1)];
        assert_eq!(turns_in_a_ring(&ring).len(), 3);
        assert_eq!(turns_in_a_ring(&[turn(1, 2), turn(2, 1)]).len(), 2);
        assert!(turns_in_a_ring(&ring[..2]).is_empty(), "it stays open");
        let twice = [turn(1, 2), turn(2, 3), turn(3, 1), turn(1, 3)];
        assert!(turns_in_a_ring(&twice).is_empty(), "the first inspects two");
        let beside = [turn(1, 2), turn(2, 1), turn(3, 4)];
        assert_eq!(turns_in_a_ring(&beside).len(), 2);
        let tail = [turn(4, 1), turn(1, 2), turn(2, 3), turn(3, 1)];
        assert!(
            turns_in_a_ring(&tail).is_empty(),
            "the first is inspected twice"
        );
    }
}
