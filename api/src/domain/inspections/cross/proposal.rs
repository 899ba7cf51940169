//! A proposal as clients read it: each pairing with its reasons, or what clashes.

use async_graphql::{ID, SimpleObject};

use super::{
    problem::{CrossConstraint, Problem},
    solve::{Clash, Outcome, solve_aside},
};
use crate::{error::Result, graphql::node_id};

/// Which team inspects which organization of a round (交叉分配方案); nothing of it is written until it is adopted.
#[derive(Clone, Debug, SimpleObject)]
pub struct CrossAssignmentProposal {
    /// Names the proposal and everything that it follows from; adoption asks for it and is refused once it is another (方案版本).
    pub version: String,
    /// Whether every inspection has a team; if not, `clashes` says why (是否可行).
    pub feasible: bool,
    /// The inspections with their teams; empty when there is no assignment of all (配对).
    pub pairings: Vec<CrossPairing>,
    /// What stands in the way; empty when every inspection has a team (冲突).
    pub clashes: Vec<CrossClash>,
    /// How many inspections the team with the fewest takes (最少工作量).
    pub least_load: i32,
    /// How many the team with the most takes (最多工作量).
    pub most_load: i32,
}

/// An inspection and the team that goes there (配对).
#[derive(Clone, Debug, SimpleObject)]
pub struct CrossPairing {
    /// The `id` of the inspection (巡察标识).
    pub inspection_id: ID,
    /// The `id` of its organization (单位标识).
    pub organization_id: ID,
    /// The name of its organization (单位名称).
    pub organization_name: String,
    /// The place whose object it is (所属地).
    pub home_name: String,
    /// The `id` of the team (巡察组标识).
    pub team_id: ID,
    /// What the team is called (巡察组名称).
    pub team_name: String,
    /// The places from which its people come, your own level left out (来源地).
    pub places: Vec<String>,
    /// Why this team may and others may not, in English.
    pub reason: String,
    /// The same in Chinese (配对说明).
    pub reason_zh: String,
}

/// Organizations for which there are too few teams (冲突).
#[derive(Clone, Debug, SimpleObject)]
pub struct CrossClash {
    /// The names of the organizations (单位).
    pub organizations: Vec<String>,
    /// The teams that may go to one of them (可派的巡察组).
    pub teams: Vec<String>,
    /// The rules that clash (冲突的规则).
    pub constraints: Vec<CrossConstraint>,
    /// What clashes and what would help, in English.
    pub message: String,
    /// The same in Chinese (冲突说明).
    pub message_zh: String,
}

/// Solve and explain.
pub async fn propose(problem: Problem) -> Result<CrossAssignmentProposal> {
    let (problem, outcome) = solve_aside(problem).await?;
    Ok(explain(&problem, outcome))
}

/// What came of a problem, in the words of its teams and organizations.
pub fn explain(problem: &Problem, outcome: Outcome) -> CrossAssignmentProposal {
    let version = problem.version();
    match outcome {
        Outcome::Assigned(teams) => {
            let load = |team: usize| teams.iter().filter(|taken| **taken == team).count();
            let loads = (0..problem.teams.len()).map(load);
            CrossAssignmentProposal {
                version,
                feasible: true,
                pairings: teams
                    .iter()
                    .enumerate()
                    .map(|(object, team)| pairing(problem, object, *team))
                    .collect(),
                clashes: Vec::new(),
                least_load: number(loads.clone().min()),
                most_load: number(loads.max()),
            }
        }
        Outcome::Clashing(clashes) => CrossAssignmentProposal {
            version,
            feasible: false,
            pairings: Vec::new(),
            clashes: clashes
                .iter()
                .map(|clash| explained(problem, clash))
                .collect(),
            least_load: 0,
            most_load: 0,
        },
    }
}

fn pairing(problem: &Problem, object: usize, team: usize) -> CrossPairing {
    let (to, of) = (&problem.objects[object], &problem.teams[team]);
    let barred = |constraint| {
        let teams = 0..problem.teams.len();
        teams
            .filter(|team| problem.barred(*team, object) == Some(constraint))
            .count()
    };
    let (own, tied, last) = (
        barred(CrossConstraint::OwnPlace),
        barred(CrossConstraint::Recusal),
        barred(CrossConstraint::LastPairing),
    );
    let ring = if problem.ring {
        (
            "; in the ring its place inspects this one",
            "；按推磨次序由该地巡察",
        )
    } else {
        ("", "")
    };
    let (from, from_zh) = if of.places.is_empty() {
        ("your own level".to_owned(), "本级".to_owned())
    } else {
        (of.place_names().join(", "), of.place_names().join("、"))
    };
    CrossPairing {
        inspection_id: ID(node_id::encode("Inspection", to.inspection)),
        organization_id: ID(node_id::encode("Organization", to.organization)),
        organization_name: to.name.clone(),
        home_name: to.home_name.clone(),
        team_id: ID(node_id::encode("Team", of.id)),
        team_name: of.name.clone(),
        places: of.place_names(),
        reason: format!(
            "{} comes from {}, not from {}; kept away: {own} teams of the own place, {tied} by recusal, {last} whose place was there last time{}.",
            of.name, from, to.home_name, ring.0
        ),
        reason_zh: format!(
            "{}来自{}，非{}；已排除：本地组 {own} 个，须回避 {tied} 个，上次已巡察 {last} 个{}。",
            of.name, from_zh, to.home_name, ring.1
        ),
    }
}

fn explained(problem: &Problem, clash: &Clash) -> CrossClash {
    let organizations: Vec<String> = clash
        .objects
        .iter()
        .map(|object| problem.objects[*object].name.clone())
        .collect();
    let teams: Vec<String> = clash
        .teams
        .iter()
        .map(|team| problem.teams[*team].name.clone())
        .collect();
    let rules: Vec<_> = clash.constraints.iter().map(|rule| words(*rule)).collect();
    let (rules, rules_zh): (Vec<&str>, Vec<&str>) = rules.into_iter().unzip();
    CrossClash {
        message: format!(
            "{} organizations have {} teams that may go there: {}. More teams of other places, or fewer recusals, would help.",
            organizations.len(),
            teams.len(),
            rules.join("; ")
        ),
        message_zh: format!(
            "{} 个单位仅有 {} 个组可派：{}。可增加其他地方的巡察组，或复核回避事项。",
            organizations.len(),
            teams.len(),
            rules_zh.join("；")
        ),
        constraints: clash.constraints.iter().copied().collect(),
        organizations,
        teams,
    }
}

const fn words(constraint: CrossConstraint) -> (&'static str, &'static str) {
    match constraint {
        CrossConstraint::OwnPlace => ("no team inspects its own place", "不得巡察本地单位"),
        CrossConstraint::Recusal => ("recusals hold", "须回避"),
        CrossConstraint::LastPairing => ("last time's pairing does not repeat", "不得与上次相同"),
        CrossConstraint::Ring => (
            "in a ring every place inspects one other and is inspected by one",
            "推磨须各地互巡一次、首尾相接",
        ),
        CrossConstraint::Workload => ("no team takes more than its even share", "各组工作量均衡"),
    }
}

fn number(count: Option<usize>) -> i32 {
    count
        .and_then(|count| i32::try_from(count).ok())
        .unwrap_or_default()
}
