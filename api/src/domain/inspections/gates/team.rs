//! What must be true of the team that inspects.

use chrono::NaiveDate;
use inspectorate_entity::teams::team::{self, TeamForm};
use uuid::Uuid;

use crate::{
    blocks::gate::Gate,
    domain::teams::{
        composition_gates::not_from,
        team_facts::{Place, Seat},
    },
    error::{Error, Result},
};

/// A team inspects in the round for which it was put together; one of no round inspects wherever it is sent.
pub fn team_of_the_round(round: Option<Uuid>, of_team: Option<Uuid>, field: &str) -> Result<()> {
    if of_team.is_none() || of_team == round {
        return Ok(());
    }
    Err(Error::gate(
        Gate::TeamOfAnotherRound,
        "The team was put together for another round than that of the inspection: choose one of this round, or a standing one.",
        "该巡察组为其他轮次组建，请选择本轮次的巡察组或常设巡察组。",
    )
    .field(field))
}

/// Nobody who goes to a cross, millstone or elevated inspection comes from the place that is inspected, whatever the form of the team.
pub fn nobody_comes_from_there(marked: bool, seats: &[Seat], place: &Place) -> Result<()> {
    let form = if marked {
        TeamForm::Cross
    } else {
        TeamForm::Regular
    };
    seats
        .iter()
        .try_for_each(|seat| not_from(form, seat, place))
}

/// Who takes an inspection from a team says why.
pub fn reassigned_for_a_reason(reason: Option<&str>) -> Result<&str> {
    reason.ok_or_else(|| {
        Error::bad_input(
            "input.reason",
            "Another team has the inspection: say why it is taken from that one.",
            "该巡察已确定其他巡察组，请填写调整原因。",
        )
    })
}

/// Once a team is assigned, the origin of the staff is that of its people.
pub fn origins_are_not_of_a_team(team: Option<Uuid>) -> Result<()> {
    if team.is_none() {
        return Ok(());
    }
    Err(Error::gate(
        Gate::OriginsFollowTeam,
        "Where the staff comes from follows from the people of the team: change them, and assign the team again.",
        "人员来源以巡察组成员为准：请调整组员后重新确定巡察组。",
    )
    .field("input.staffOrigins"))
}

/// A team enters on one of its own days.
pub fn enters_on_a_day_of_the_team(day: NaiveDate, team: &team::Model) -> Result<()> {
    let over = team.ends_on.is_some_and(|last| last < day);
    if team.starts_on <= day && !over {
        return Ok(());
    }
    let (name, first) = (&team.name, team.starts_on);
    let last = team
        .ends_on
        .map_or_else(|| "…".to_owned(), |last| last.to_string());
    Err(Error::gate(
        Gate::OutsideRoundWindow,
        format!("{name} stands from {first} to {last}: it enters on one of these days."),
        format!("{name}的时间为 {first} 至 {last}，请在此期间进驻。"),
    )
    .field("input.on"))
}

/// In a ring every team comes from one place.
pub fn comes_from_one_place(team: &str, places: usize, field: &str) -> Result<()> {
    if places == 1 {
        return Ok(());
    }
    Err(Error::bad_input(
        field,
        format!(
            "{team} comes from {places} places below yours; in a ring every team comes from one."
        ),
        format!("{team}来自 {places} 个地方；推磨式交叉中每个组应来自同一地方。"),
    ))
}
