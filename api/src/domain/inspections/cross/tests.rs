use std::collections::BTreeSet;

use uuid::Uuid;

use super::{
    problem::{CrossConstraint, Object, Place, Problem, Team},
    proposal::explain,
    solve::{Outcome, solve},
};

fn place(number: usize) -> Uuid {
    Uuid::from_u128(1 + number as u128)
}

/// One team and one object of each of `places` counties, `each` times.
fn counties(places: usize, each: usize) -> Problem {
    let path = |number: usize| format!("/city/{number}/");
    let teams = (0..places * each).map(|number| Team {
        id: Uuid::from_u128(3000 + number as u128),
        name: format!("第{number}组"),
        places: vec![Place {
            id: place(number % places),
            name: format!("{}县", number % places),
        }],
        sources: vec![format!("{}bureau/", path(number % places))],
    });
    let objects = (0..places * each).map(|number| Object {
        inspection: Uuid::from_u128(1000 + number as u128),
        organization: Uuid::from_u128(2000 + number as u128),
        name: format!("第{number}单位"),
        home: place(number % places),
        home_name: format!("{}县", number % places),
        base: path(number % places),
        last: Vec::new(),
    });
    Problem {
        teams: teams.collect(),
        objects: objects.collect(),
        ..Problem::default()
    }
}

fn assigned(problem: &Problem) -> Vec<usize> {
    match solve(problem).unwrap() {
        Outcome::Assigned(teams) => teams,
        Outcome::Clashing(clashes) => panic!("{clashes:?}"),
    }
}

#[test]
fn nobody_inspects_its_own_place_and_everybody_the_same_number() {
    let problem = counties(5, 2);
    let teams = assigned(&problem);
    for (object, team) in teams.iter().enumerate() {
        assert_eq!(problem.barred(*team, object), None);
    }
    for team in 0..10 {
        assert_eq!(teams.iter().filter(|taken| **taken == team).count(), 1);
    }
    let proposal = explain(&problem, solve(&problem).unwrap());
    assert!(proposal.feasible && proposal.clashes.is_empty());
    assert_eq!((proposal.least_load, proposal.most_load), (1, 1));
}

#[test]
fn recusals_hold_and_last_time_does_not_repeat() {
    let mut problem = counties(3, 1);
    problem
        .recusals
        .insert((1, problem.objects[0].organization));
    assert_eq!(assigned(&problem)[0], 2);
    let mut problem = counties(3, 1);
    problem.objects[0].last = vec![place(2)];
    assert_eq!(assigned(&problem)[0], 1);
}

#[test]
fn a_ring_closes() {
    let mut problem = counties(4, 2);
    problem.ring = true;
    let teams = assigned(&problem);
    let mut next = vec![None; 4];
    for (object, team) in teams.iter().enumerate() {
        let (from, to) = (team % 4, object % 4);
        assert!(from != to && next[from].is_none_or(|other| other == to));
        next[from] = Some(to);
    }
    let mut inspected: Vec<_> = next.into_iter().flatten().collect();
    inspected.sort_unstable();
    assert_eq!(
        inspected,
        [0, 1, 2, 3],
        "every place is inspected by one other"
    );
}

#[test]
fn what_cannot_be_is_explained() {
    let alone = counties(1, 2);
    let Outcome::Clashing(clashes) = solve(&alone).unwrap() else {
        panic!("a county alone cannot cross");
    };
    assert_eq!(
        clashes[0].constraints,
        BTreeSet::from([CrossConstraint::OwnPlace])
    );
    // Two objects that only one team may go to.
    let mut problem = counties(3, 1);
    problem.objects[1] = Object {
        inspection: Uuid::from_u128(5),
        organization: Uuid::from_u128(6),
        ..problem.objects[0].clone()
    };
    problem.recusals.extend([
        (1, problem.objects[0].organization),
        (1, problem.objects[1].organization),
    ]);
    let proposal = explain(&problem, solve(&problem).unwrap());
    assert!(!proposal.feasible && proposal.pairings.is_empty());
    let clash = &proposal.clashes[0];
    assert_eq!(clash.organizations.len(), 2);
    assert_eq!(clash.teams, ["第2组"]);
    let expected = [
        CrossConstraint::OwnPlace,
        CrossConstraint::Recusal,
        CrossConstraint::Workload,
    ];
    assert_eq!(clash.constraints, expected);
    let mut ring = counties(3, 1);
    ring.ring = true;
    ring.objects.pop();
    let Outcome::Clashing(clashes) = solve(&ring).unwrap() else {
        panic!("a ring needs an object of every place");
    };
    assert_eq!(
        clashes[0].constraints,
        BTreeSet::from([CrossConstraint::Ring])
    );
    assert_eq!(clashes[0].teams, [2]);
}

#[test]
fn the_same_facts_are_the_same_proposal() {
    let problem = counties(6, 2);
    assert_eq!(problem.version(), counties(6, 2).version());
    assert_eq!(assigned(&problem), assigned(&counties(6, 2)));
    let mut other = counties(6, 2);
    other.objects[0].last = vec![place(1)];
    assert_ne!(problem.version(), other.version());
}

#[test]
fn sixty_teams_and_sixty_objects_are_assigned() {
    for ring in [false, true] {
        let mut problem = counties(12, 5);
        problem.ring = ring;
        for number in 0..60 {
            problem.objects[number].last = vec![place((number + 1) % 12)];
            let organization = problem.objects[number].organization;
            problem
                .recusals
                .insert(((number * 7 + 2) % 60, organization));
        }
        let proposal = explain(&problem, solve(&problem).unwrap());
        assert!(proposal.feasible, "{:?}", proposal.clashes);
    }
}
