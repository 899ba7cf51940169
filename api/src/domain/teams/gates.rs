//! What must be true before a team changes: pure rules, named as they are said. Of whom it is put together stands beside this.

use chrono::NaiveDate;
use inspectorate_entity::teams::{
    team::{self, TeamForm, TeamStatus},
    team_member::{self, TeamRole},
};
use uuid::Uuid;

use crate::{
    blocks::gate::Gate,
    domain::organizations::gates::Span,
    error::{Error, Result},
};

/// A team has one leader at a time.
pub fn one_leader(role: TeamRole, span: Span, others: &[team_member::Model]) -> Result<()> {
    let another = |other: &&team_member::Model| {
        other.role == TeamRole::Leader
            && other.end_reason.is_none()
            && span_of(other).overlaps(&span)
    };
    match others.iter().find(another) {
        Some(other) if role == TeamRole::Leader => Err(Error::gate(
            Gate::OneLeaderAtATime,
            format!(
                "The team has a leader since {}: end that seat first.",
                other.starts_on
            ),
            format!("该组自 {} 起已有组长，请先终止其任职。", other.starts_on),
        )
        .field("input.role")),
        _ => Ok(()),
    }
}

/// Nobody sits on two teams at once; `elsewhere` are the person's seats on teams that stand, with the name of each team.
pub fn on_no_other_team(
    person: &str,
    span: Span,
    elsewhere: &[(team_member::Model, String)],
) -> Result<()> {
    let held = |seat: &&(team_member::Model, String)| span_of(&seat.0).overlaps(&span);
    let Some((seat, team)) = elsewhere.iter().find(held) else {
        return Ok(());
    };
    let since = seat.starts_on;
    Err(Error::gate(
        Gate::OnAnotherTeam,
        format!(
            "{person} sits on {team} since {since}: end that seat first, or choose days outside it."
        ),
        format!("{person}自 {since} 起已在{team}，请先终止该任职或另选日期。"),
    )
    .field("input.person"))
}

/// The days of a team lie in the window of its round, those of a seat in the days of its team.
pub fn lies_within(span: Span, window: Span, last_field: &str) -> Result<()> {
    let inside = match (span.last, window.last) {
        (_, None) => true,
        (None, Some(_)) => false,
        (Some(last), Some(end)) => last <= end,
    };
    let field = if span.first < window.first {
        "input.startsOn"
    } else if inside {
        return Ok(());
    } else {
        last_field
    };
    let first = window.first;
    let last = window
        .last
        .map_or_else(|| "…".to_owned(), |last| last.to_string());
    Err(Error::gate(
        Gate::OutsideRoundWindow,
        format!("The days reach beyond {first} to {last}: choose days within."),
        format!("所填日期超出 {first} 至 {last}，请更正。"),
    )
    .field(field))
}

/// A detachment stands under a team, and nothing else does.
pub fn detachment_has_a_team(form: TeamForm, parent: Option<&team::Model>) -> Result<()> {
    let fits = match parent {
        Some(parent) => form == TeamForm::Detachment && parent.form != TeamForm::Detachment,
        None => form != TeamForm::Detachment,
    };
    if fits {
        return Ok(());
    }
    Err(Error::gate(
        Gate::NotADetachment,
        "A detachment names the team that it is part of, no other form does, and a detachment has none of its own.",
        "小分队须填写所属巡察组，其他形式不得填写，小分队之下不再设小分队。",
    )
    .field("input.parent"))
}

/// What a team has an inspection of stays with it.
pub fn has_no_inspection_there(inspections: usize) -> Result<()> {
    if inspections == 0 {
        return Ok(());
    }
    Err(Error::gate(
        Gate::TeamInspectsThere,
        "The team has an inspection of the organization: assign that to another team with `assignInspectionTeam`, or withdraw it.",
        "该组承担该单位的巡察：请先改派其他巡察组或撤回巡察。",
    )
    .field("input.teamObject"))
}

/// A dissolved team changes no more.
pub fn stands(team: &team::Model) -> Result<()> {
    if team.status != TeamStatus::Dissolved {
        return Ok(());
    }
    Err(Error::gate(
        Gate::TeamDissolved,
        "The team has been dissolved: propose a new one.",
        "该巡察组已解散，请另行组建。",
    )
    .field("input.team"))
}

/// No other team that stands beside it has the number.
pub fn ordinal_is_free(ordinal: i32, others: &[team::Model]) -> Result<()> {
    if !others.iter().any(|other| other.ordinal == ordinal) {
        return Ok(());
    }
    Err(Error::conflict(
        "input.ordinal",
        format!("There is a team {ordinal} there already: give the next number."),
        format!("已有第 {ordinal} 组，请填写下一序号。"),
    ))
}

/// The days of a seat.
pub fn span_of(seat: &team_member::Model) -> Span {
    Span {
        first: seat.starts_on,
        last: seat.ends_on,
    }
}

/// The last day of a seat that ends before its time, or with it.
pub fn ends_in_time(seat: &team_member::Model, day: NaiveDate) -> Result<()> {
    if seat.starts_on <= day && seat.ends_on.is_none_or(|last| day <= last) {
        return Ok(());
    }
    let first = seat.starts_on;
    Err(Error::bad_input(
        "input.endsOn",
        format!("{day} lies outside the days of the seat, which began on {first}: correct it."),
        format!("{day} 不在该任职期间（始于 {first}）内，请更正。"),
    ))
}

/// An organization is given to a team once.
pub fn object_is_new(given: &[Uuid], organization: Uuid) -> Result<()> {
    if !given.contains(&organization) {
        return Ok(());
    }
    Err(Error::conflict(
        "input.organization",
        "The team has this organization already.",
        "该单位已分派给该组。",
    ))
}

#[cfg(test)]
#[path = "gates_tests.rs"]
mod tests;
