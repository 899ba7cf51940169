//! The life cycle of a round (轮次), from its opening to its end.

use inspectorate_entity::coverage::round::RoundStatus;

use crate::{
    access::policy::Action,
    blocks::{
        gate::Gate,
        workflow::{LifeCycle, Rule, Step},
    },
    error::{Error, Result},
};

/// What the gates of a round look at: how many of its inspections have come how far. Withdrawn ones are not counted.
#[derive(Clone, Copy, Debug, Default)]
pub struct RoundFacts {
    /// Objects placed in it and inspections proposed for it.
    pub placed: i64,
    pub inspections: i64,
    pub entered: i64,
    pub reported: i64,
    pub fed_back: i64,
    pub closed: i64,
    pub announced: bool,
    /// Whether the dispatcher lets no round start before its mobilization meeting, and whether that was held.
    pub meeting_needed: bool,
    pub meeting_held: bool,
}

const HAS_OBJECTS: Rule<RoundFacts> = Rule {
    gate: Gate::RoundEmpty,
    doc: "objects are placed in it",
    check: has_objects,
};

const NOT_ANNOUNCED: Rule<RoundFacts> = Rule {
    gate: Gate::RoundAnnounced,
    doc: "it was not announced before",
    check: not_announced,
};

const MEETING_HELD: Rule<RoundFacts> = Rule {
    gate: Gate::MobilizationNotHeld,
    doc: "its mobilization meeting was held, where the setting START_NEEDS_MOBILIZATION asks for it",
    check: meeting_held,
};

const ENTERED: Rule<RoundFacts> = Rule {
    gate: Gate::RoundBehind,
    doc: "one of its inspections has entered",
    check: |facts| behind(facts, facts.entered.min(1), 1, ("entered", "进驻")),
};

const ALL_REPORTED: Rule<RoundFacts> = Rule {
    gate: Gate::RoundBehind,
    doc: "all its inspections are reported",
    check: |facts| {
        behind(
            facts,
            facts.reported,
            facts.inspections,
            ("reported", "汇报"),
        )
    },
};

const ALL_FED_BACK: Rule<RoundFacts> = Rule {
    gate: Gate::RoundBehind,
    doc: "all its inspections are fed back",
    check: |facts| {
        behind(
            facts,
            facts.fed_back,
            facts.inspections,
            ("fed back", "反馈"),
        )
    },
};

const ALL_CLOSED: Rule<RoundFacts> = Rule {
    gate: Gate::RoundBehind,
    doc: "all its inspections are closed",
    check: |facts| behind(facts, facts.closed, facts.inspections, ("closed", "办结")),
};

use RoundStatus as S;

const fn step(
    action: Action,
    doc: &'static str,
    from: &'static [S],
    to: Option<S>,
    rules: &'static [Rule<RoundFacts>],
) -> Step<S, RoundFacts> {
    Step {
        action,
        doc,
        from,
        to,
        rules,
        owed: false,
        deadline: None,
    }
}

/// A round from its opening to its end.
pub static ROUND: LifeCycle<RoundStatus, RoundFacts> = LifeCycle {
    noun: "Round",
    doc: "A numbered round of inspections (轮次).",
    initial: S::Proposed,
    begun_by: Action::OpenRound,
    steps: &[
        step(
            Action::ApproveRound,
            "approve it (部署)",
            &[S::Proposed],
            Some(S::Approved),
            &[HAS_OBJECTS],
        ),
        step(
            Action::AnnounceRound,
            "tell its organizations (公告)",
            &[
                S::Approved,
                S::PreInformed,
                S::Trained,
                S::Mobilized,
                S::OnSite,
            ],
            None,
            &[NOT_ANNOUNCED],
        ),
        step(
            Action::PreInformRound,
            "ask the agencies of the mechanism about its organizations (巡前信息沟通)",
            &[S::Approved],
            Some(S::PreInformed),
            &[],
        ),
        step(
            Action::TrainRound,
            "record that its people were trained (巡前业务培训)",
            &[S::PreInformed],
            Some(S::Trained),
            &[],
        ),
        step(
            Action::MobilizeRound,
            "record that the mobilization meeting was held (动员部署会)",
            &[S::Trained],
            Some(S::Mobilized),
            &[MEETING_HELD],
        ),
        step(
            Action::StartRound,
            "record that its first team has entered (进驻)",
            &[S::Mobilized],
            Some(S::OnSite),
            &[MEETING_HELD, ENTERED],
        ),
        step(
            Action::ReportRound,
            "record that the reports of all its inspections were heard (汇报)",
            &[S::OnSite],
            Some(S::Reported),
            &[ALL_REPORTED],
        ),
        step(
            Action::FeedBackRound,
            "record that all its organizations were fed back to (反馈)",
            &[S::Reported],
            Some(S::FedBack),
            &[ALL_FED_BACK],
        ),
        step(
            Action::NotifyRound,
            "tell the agencies of the mechanism the results (巡后情况通报)",
            &[S::FedBack],
            Some(S::Notified),
            &[],
        ),
        step(
            Action::ReviewRound,
            "record that the review meeting was held (复盘)",
            &[S::Notified],
            Some(S::Reviewed),
            &[],
        ),
        step(
            Action::CloseRound,
            "close it (办结)",
            &[S::Reviewed],
            Some(S::Closed),
            &[ALL_CLOSED],
        ),
    ],
};

fn has_objects(facts: &RoundFacts) -> Result<()> {
    if facts.placed > 0 {
        return Ok(());
    }
    Err(Error::gate(
        Gate::RoundEmpty,
        "No object is placed in the round and no inspection is proposed for it: do that first.",
        "该轮次尚未安排对象，也未提出巡察，请先安排。",
    ))
}

fn meeting_held(facts: &RoundFacts) -> Result<()> {
    if facts.meeting_held || !facts.meeting_needed {
        return Ok(());
    }
    Err(Error::gate(
        Gate::MobilizationNotHeld,
        "By then no mobilization meeting was held for the round or for all rounds of its year: record that it was, with `holdMeeting`.",
        "届时本轮次或本年度的动员部署会尚未召开，请先登记召开。",
    ))
}

fn not_announced(facts: &RoundFacts) -> Result<()> {
    if !facts.announced {
        return Ok(());
    }
    Err(Error::gate(
        Gate::RoundAnnounced,
        "The round was announced already.",
        "该轮次已公告。",
    ))
}

fn behind(facts: &RoundFacts, done: i64, needed: i64, (what, what_zh): (&str, &str)) -> Result<()> {
    if facts.inspections > 0 && done >= needed {
        return Ok(());
    }
    Err(Error::gate(
        Gate::RoundBehind,
        format!(
            "{done} of {} inspections of the round are {what}: the round follows them.",
            facts.inspections
        ),
        format!(
            "该轮次 {} 次巡察中已{what_zh} {done} 次，轮次须随之推进。",
            facts.inspections
        ),
    ))
}

#[cfg(test)]
#[path = "round_life_cycle_tests.rs"]
mod tests;
