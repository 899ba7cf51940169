//! The life cycle of a team (巡视组、巡察组): proposed, approved, mobilized, dissolved.

use inspectorate_entity::teams::team::TeamStatus;

use super::{composition_gates as gates, recusal_gates, team_facts::TeamFacts};
use crate::{
    access::policy::Action,
    blocks::{
        gate::Gate,
        workflow::{LifeCycle, Rule, Step},
    },
    error::{Error, Result},
};

/// What a team has to be before it is approved, and still when it is called to its task and when it enters.
pub const COMPOSED: &[Rule<TeamFacts>] = &[
    Rule {
        gate: Gate::TeamWithoutLeader,
        doc: "the team has a leader",
        check: gates::has_a_leader,
    },
    Rule {
        gate: Gate::LeaderBelowRank,
        doc: "the leader has the rank that the dispatcher asks for",
        check: gates::leader_has_the_rank,
    },
    Rule {
        gate: Gate::FromInspectedPlace,
        doc: "nobody on a cross, millstone or elevated team comes from the place that it inspects",
        check: gates::nobody_from_the_place,
    },
    Rule {
        gate: Gate::CompositionBroken,
        doc: "a cross team has a central leader and members of several places, unless the dispatcher has set otherwise",
        check: gates::is_mixed,
    },
    Rule {
        gate: Gate::SecondedDeputyMissing,
        doc: "a deputy leader on secondment sits on the team, where the setting TEAM_NEEDS_SECONDED_DEPUTY asks for it",
        check: gates::has_a_seconded_deputy,
    },
    Rule {
        gate: Gate::RecusalStands,
        doc: "no tie of somebody on the team to what it inspects waits for a decision or was granted",
        check: recusal_gates::nobody_is_tied,
    },
];

/// A team from its proposal to its end.
pub static TEAM: LifeCycle<TeamStatus, TeamFacts> = LifeCycle {
    noun: "Team",
    doc: "An inspection team (巡视组、巡察组).",
    initial: TeamStatus::Proposed,
    begun_by: Action::ProposeTeam,
    steps: &[
        Step {
            action: Action::ApproveTeam,
            doc: "approve the team (批准组建)",
            from: &[TeamStatus::Proposed],
            to: Some(TeamStatus::Approved),
            rules: COMPOSED,
            owed: true,
            deadline: None,
        },
        Step {
            action: Action::MobilizeTeam,
            doc: "call the team to its task (动员部署)",
            from: &[TeamStatus::Approved],
            to: Some(TeamStatus::Mobilized),
            rules: COMPOSED,
            owed: true,
            deadline: None,
        },
        Step {
            action: Action::DissolveTeam,
            doc: "dissolve the team (解散)",
            from: &[
                TeamStatus::Proposed,
                TeamStatus::Approved,
                TeamStatus::Mobilized,
            ],
            to: Some(TeamStatus::Dissolved),
            rules: &[Rule {
                gate: Gate::TeamOnTask,
                doc: "no inspection of it is decided and not yet fed back",
                check: tasks_are_done,
            }],
            owed: false,
            deadline: None,
        },
    ],
};

/// A team is there for its task: whoever answers for an inspection stays until it is fed back, or another team takes it over.
fn tasks_are_done(team: &TeamFacts) -> Result<()> {
    let Some(task) = team.task.as_deref() else {
        return Ok(());
    };
    let tasks = team.tasks;
    Err(Error::gate(
        Gate::TeamOnTask,
        format!(
            "The team answers for {tasks} inspections that are not fed back, such as that of {task}: finish them or assign another team."
        ),
        format!("该组尚有 {tasks} 次巡察未反馈（如{task}），请先完成或另行派组。"),
    ))
}
