//! The life cycle of an inspection (巡视、巡察) up to its end; what is found in it has life cycles of its own.

use inspectorate_entity::{
    coverage::round::RoundStatus, inspections::inspection::InspectionStatus,
    teams::team::TeamStatus,
};

use super::{
    entry_rules::{SIGNED, TRAINED},
    gates,
};
use crate::{
    access::policy::Action,
    blocks::{
        gate::Gate,
        workflow::{LifeCycle, Rule, Step},
    },
    domain::teams::{readiness::Readiness, team_facts::TeamFacts, team_life_cycle::COMPOSED},
    error::{Error, Result},
};

/// What the gates of an inspection look at.
#[derive(Clone, Debug)]
pub struct InspectionFacts {
    /// How far its round has come; none when it runs outside the rounds.
    pub round: Option<RoundStatus>,
    /// Inspections of the same organization that were fed back and are not laid before its team.
    pub not_loaded: i64,
    pub elevated: bool,
    /// Reasons for elevating it.
    pub reasons: i64,
    /// Whether its people are trained and mobilized, or it is of a kind that starts without.
    pub mobilized: bool,
    /// How far the inspection has come on which it hangs.
    pub parent: Option<InspectionStatus>,
    /// What hangs on another inspection goes with the team of that one.
    pub needs_team: bool,
    pub team: Option<TeamThere>,
    /// What is asked of those who enter.
    pub entry: Readiness,
}

/// The team that inspects.
#[derive(Clone, Debug)]
pub struct TeamThere {
    pub status: TeamStatus,
    pub facts: TeamFacts,
}

const ROUND_APPROVED: Rule<InspectionFacts> = Rule {
    gate: Gate::RoundNotApproved,
    doc: "its round is approved",
    check: round_approved,
};

const EARLIER_LOADED: Rule<InspectionFacts> = Rule {
    gate: Gate::EarlierNotLoaded,
    doc: "the earlier inspections of the organization are laid before its team",
    check: earlier_loaded,
};

const ELEVATION_FOUNDED: Rule<InspectionFacts> = Rule {
    gate: Gate::ElevationWithoutReason,
    doc: "an elevated one has a reason of the list",
    check: elevation_founded,
};

const MOBILIZED: Rule<InspectionFacts> = Rule {
    gate: Gate::NotMobilized,
    doc: "a routine or special one is mobilized",
    check: mobilized,
};

const PARENT_ON_SITE: Rule<InspectionFacts> = Rule {
    gate: Gate::ParentNotOnSite,
    doc: "the inspection on which it hangs is on site",
    check: parent_on_site,
};

const TEAM_ASSIGNED: Rule<InspectionFacts> = Rule {
    gate: Gate::InspectionWithoutTeam,
    doc: "a team is assigned to it",
    check: team_assigned,
};

const TEAM_APPROVED: Rule<InspectionFacts> = Rule {
    gate: Gate::TeamNotApproved,
    doc: "its team is approved and not dissolved",
    check: team_approved,
};

const TEAM_COMPOSED: Rule<InspectionFacts> = Rule {
    gate: Gate::CompositionBroken,
    doc: "its team still is what a team has to be at its approval",
    check: team_composed,
};

use InspectionStatus as S;

const fn step(
    action: Action,
    doc: &'static str,
    from: &'static [S],
    to: S,
    rules: &'static [Rule<InspectionFacts>],
) -> Step<S, InspectionFacts> {
    Step {
        action,
        doc,
        from,
        to: Some(to),
        rules,
        owed: false,
        deadline: None,
    }
}

/// An inspection from its proposal to its end.
pub static INSPECTION: LifeCycle<InspectionStatus, InspectionFacts> = LifeCycle {
    noun: "Inspection",
    doc: "One inspection of one organization (巡视、巡察).",
    initial: S::Proposed,
    begun_by: Action::ProposeInspection,
    steps: &[
        Step {
            owed: true,
            ..step(
                Action::ApproveInspection,
                "approve it (批准)",
                &[S::Proposed],
                S::Approved,
                &[ROUND_APPROVED, EARLIER_LOADED, ELEVATION_FOUNDED],
            )
        },
        step(
            Action::PreInformInspection,
            "ask the agencies that know the organization (巡前信息沟通)",
            &[S::Approved],
            S::PreInformed,
            &[],
        ),
        step(
            Action::MobilizeInspection,
            "train and mobilize its people (培训动员)",
            &[S::Approved, S::PreInformed],
            S::Mobilized,
            &[TEAM_ASSIGNED, TEAM_APPROVED, TEAM_COMPOSED],
        ),
        step(
            Action::EnterInspection,
            "enter the organization (进驻)",
            &[S::Approved, S::PreInformed, S::Mobilized],
            S::OnSite,
            &[
                EARLIER_LOADED,
                MOBILIZED,
                PARENT_ON_SITE,
                TEAM_ASSIGNED,
                TEAM_APPROVED,
                TEAM_COMPOSED,
                TRAINED,
                SIGNED,
            ],
        ),
        step(
            Action::LeaveInspection,
            "leave the organization (撤点)",
            &[S::OnSite],
            S::Left,
            &[],
        ),
        step(
            Action::ReportInspection,
            "record that its report was heard (汇报)",
            &[S::Left],
            S::Reported,
            &[],
        ),
        step(
            Action::FeedBackInspection,
            "record that it was fed back (反馈)",
            &[S::Reported],
            S::FedBack,
            &[],
        ),
        step(
            Action::CloseInspection,
            "close it (办结)",
            &[S::FedBack],
            S::Closed,
            &[],
        ),
        step(
            Action::WithdrawInspection,
            "give it up before the team enters (撤回)",
            &[S::Proposed, S::Approved, S::PreInformed, S::Mobilized],
            S::Withdrawn,
            &[],
        ),
    ],
};

fn round_approved(facts: &InspectionFacts) -> Result<()> {
    match facts.round {
        Some(RoundStatus::Proposed) => Err(Error::gate(
            Gate::RoundNotApproved,
            "Its round is not approved yet: approve that first.",
            "所属轮次尚未批准，请先批准轮次。",
        )),
        _ => Ok(()),
    }
}

fn earlier_loaded(facts: &InspectionFacts) -> Result<()> {
    match facts.not_loaded {
        0 => Ok(()),
        count => Err(Error::gate(
            Gate::EarlierNotLoaded,
            format!(
                "{count} earlier inspections of the organization are not laid before its team: do so with `loadEarlierInspections`."
            ),
            format!("该单位尚有 {count} 次以往巡察未加载，请先加载以往巡察情况。"),
        )),
    }
}

fn elevation_founded(facts: &InspectionFacts) -> Result<()> {
    let reasons = usize::try_from(facts.reasons).unwrap_or_default();
    gates::elevation_has_reasons(facts.elevated, reasons)
}

fn mobilized(facts: &InspectionFacts) -> Result<()> {
    if facts.mobilized {
        return Ok(());
    }
    Err(Error::gate(
        Gate::NotMobilized,
        "Its people are not trained and mobilized yet: do that first.",
        "尚未完成培训动员，请先进行培训动员。",
    ))
}

fn parent_on_site(facts: &InspectionFacts) -> Result<()> {
    facts.parent.map_or(Ok(()), gates::parent_is_on_site)
}

fn team_assigned(facts: &InspectionFacts) -> Result<()> {
    if facts.team.is_some() || !facts.needs_team {
        return Ok(());
    }
    Err(Error::gate(
        Gate::InspectionWithoutTeam,
        "No team is assigned to it yet: do so with `assignInspectionTeam`.",
        "尚未确定巡察组，请先确定巡察组。",
    ))
}

fn team_approved(facts: &InspectionFacts) -> Result<()> {
    match facts.team.as_ref().map(|team| team.status) {
        None | Some(TeamStatus::Approved | TeamStatus::Mobilized) => Ok(()),
        Some(TeamStatus::Proposed) => Err(Error::gate(
            Gate::TeamNotApproved,
            "Its team is not approved yet: approve that first.",
            "巡察组尚未批准，请先批准组建。",
        )),
        Some(TeamStatus::Dissolved) => Err(Error::gate(
            Gate::TeamNotApproved,
            "Its team was dissolved: assign another one.",
            "巡察组已解散，请另行确定巡察组。",
        )),
    }
}

fn team_composed(facts: &InspectionFacts) -> Result<()> {
    let Some(team) = &facts.team else {
        return Ok(());
    };
    COMPOSED
        .iter()
        .try_for_each(|rule| (rule.check)(&team.facts))
}

#[cfg(test)]
#[path = "inspection_life_cycle_tests.rs"]
mod tests;
