//! What must be true before training, undertakings, breaches, deployments and titles are recorded: pure rules, named as they are said.

use std::collections::BTreeSet;

use chrono::{Datelike, NaiveDate};
use inspectorate_entity::teams::{
    deployment, team_member,
    training::{self, TrainingKind},
    undertaking::{self, UndertakingKind},
};
use uuid::Uuid;

use super::readiness::{Entrant, Readiness};
use crate::{
    blocks::gate::Gate,
    domain::organizations::gates::Span,
    error::{Error, Result},
};

/// How many people one verb takes at most.
const MOST_PEOPLE: usize = 200;

/// The business training before a round names its round, and a class names none.
pub fn training_names_its_round(kind: TrainingKind, names_one: bool) -> Result<()> {
    match (kind, names_one) {
        (TrainingKind::PreInspection, true) | (TrainingKind::Class, false) => Ok(()),
        (TrainingKind::PreInspection, false) => Err(Error::bad_input(
            "input.round",
            "The business training before a round names its round.",
            "巡前业务培训须填写轮次。",
        )),
        (TrainingKind::Class, true) => Err(Error::bad_input(
            "input.round",
            "A class belongs to no round: leave it out.",
            "课堂不属于轮次，请勿填写轮次。",
        )),
    }
}

/// No other training of the kind has the number in the year.
pub fn number_is_free(ordinal: i32, others: &[training::Model]) -> Result<()> {
    if !others.iter().any(|other| other.ordinal == ordinal) {
        return Ok(());
    }
    Err(Error::conflict(
        "input.ordinal",
        format!(
            "There is a training {ordinal} of this kind in that year already: give the next number."
        ),
        format!("该年度已有第 {ordinal} 期，请填写下一期次。"),
    ))
}

/// One verb takes a bounded number of people.
pub fn not_too_many(people: usize, field: &str) -> Result<()> {
    if people <= MOST_PEOPLE {
        return Ok(());
    }
    Err(Error::bad_input(
        format!("input.{field}"),
        format!("At most {MOST_PEOPLE} people at once: record the others with another call."),
        format!("一次最多登记 {MOST_PEOPLE} 人，请分次登记。"),
    ))
}

/// Nobody is named twice, or both there and absent.
pub fn each_is_named_once(people: &[(Uuid, bool)]) -> Result<()> {
    let mut seen = BTreeSet::new();
    if people.iter().all(|(person, _)| seen.insert(*person)) {
        return Ok(());
    }
    Err(Error::bad_input(
        "input.attended",
        "Somebody is named twice: name each person once, as attended or as absent.",
        "有人员重复填写，每人只能填写一次（到场或缺席）。",
    ))
}

/// Who signs still sits on the team.
pub fn seat_holds(seat: &team_member::Model) -> Result<()> {
    if seat.end_reason.is_none() {
        return Ok(());
    }
    Err(Error::gate(
        Gate::AlreadyEnded,
        "The seat on the team has ended.",
        "该组员任职已终止。",
    )
    .field("input.teamMember"))
}

/// Each undertaking is signed once for a seat.
pub fn signed_once(kind: UndertakingKind, signed: &[undertaking::Model]) -> Result<()> {
    if !signed.iter().any(|row| row.kind == kind) {
        return Ok(());
    }
    Err(Error::conflict(
        "input.kind",
        "The member has signed this for the team already.",
        "该组员已签订此项承诺。",
    ))
}

/// A breach of the four must-nots says which of them.
pub fn names_a_clause(clause: Option<&str>, clauses: &[String]) -> Result<()> {
    if clause.is_some_and(|clause| clauses.iter().any(|known| known == clause)) {
        return Ok(());
    }
    Err(Error::bad_input(
        "input.clause",
        "Say which of the four must-nots was broken, with a code of the checklist FOUR_MUST_NOTS.",
        "请填写违反的“四个不得”条款，即清单 FOUR_MUST_NOTS 的条目代号。",
    ))
}

/// Nobody is sent to two places at once.
pub fn deployed_once(span: Span, others: &[deployment::Model]) -> Result<()> {
    let at_once = |other: &&deployment::Model| {
        let days = Span {
            first: other.starts_on,
            last: other.ends_on,
        };
        days.overlaps(&span)
    };
    let Some(other) = others.iter().find(at_once) else {
        return Ok(());
    };
    let first = other.starts_on;
    Err(Error::gate(
        Gate::DeployedAlready,
        format!("The person is deployed since {first}: end that first, or choose days outside it."),
        format!("该人员自 {first} 起已派出，请先结束或另选日期。"),
    )
    .field("input.person"))
}

/// A title earned in a deployment goes to the one who was deployed.
pub fn earned_there(deployment: &deployment::Model, person: Uuid) -> Result<()> {
    if deployment.person_id == person {
        return Ok(());
    }
    Err(Error::bad_input(
        "input.deployment",
        "This is the deployment of somebody else.",
        "该派出记录属于其他人员。",
    ))
}

/// A title counts for a year that is not after the day on which it was given.
pub fn year_is_over_or_runs(year: i32, day: NaiveDate) -> Result<()> {
    if (2000..=day.year()).contains(&year) {
        return Ok(());
    }
    let last = day.year();
    Err(Error::bad_input(
        "input.year",
        format!("The year lies outside 2000 to {last}: correct it."),
        format!("年度应在 2000 至 {last} 之间，请更正。"),
    ))
}

/// A practice is registered once under a name.
pub fn practice_is_new(exists: bool) -> Result<()> {
    if !exists {
        return Ok(());
    }
    Err(Error::conflict(
        "input.name",
        "There is a practice of this name already: record on that.",
        "已有同名经验做法，请在原记录上登记。",
    ))
}

/// Who enters with a team was at the business training before its round, where that is asked.
pub fn everybody_was_trained(entry: &Readiness) -> Result<()> {
    let missing = entry.people.iter().find(|entrant| !entrant.trained);
    let (true, Some(Entrant { name, .. })) = (entry.training, missing) else {
        return Ok(());
    };
    Err(Error::gate(
        Gate::MemberNotTrained,
        format!(
            "{name} was not at the business training before this round: train {name} first, or take them off the team."
        ),
        format!("{name}未参加本轮巡前业务培训，请先培训或调整人员。"),
    ))
}

/// Who enters with a team has signed both undertakings, where that is asked.
pub fn everybody_has_signed(entry: &Readiness) -> Result<()> {
    let missing = entry.people.iter().find(|entrant| !entrant.signed);
    let (true, Some(Entrant { name, .. })) = (entry.signing, missing) else {
        return Ok(());
    };
    Err(Error::gate(
        Gate::UndertakingMissing,
        format!(
            "{name} has not signed the four must-nots and the alcohol ban: let them sign first."
        ),
        format!("{name}尚未签订“四个不得”和禁酒令承诺书，请先签订。"),
    ))
}
