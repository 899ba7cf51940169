//! What must be true before a team changes: pure rules, named as they are said.

use chrono::NaiveDate;
use inspectorate_entity::{
    teams::{
        team::{self, TeamForm, TeamStatus},
        team_member::{self, CadreRank, TeamRole},
    },
    vocabulary::Vocabulary,
};
use uuid::Uuid;

use super::team_facts::{Place, Seat, TeamFacts};
use crate::{
    blocks::gate::Gate,
    domain::organizations::gates::Span,
    error::{Error, Result},
};

/// A team has a leader.
pub fn has_a_leader(team: &TeamFacts) -> Result<()> {
    if team.seats.iter().any(leads) {
        return Ok(());
    }
    Err(Error::gate(
        Gate::TeamWithoutLeader,
        "The team has no leader: seat one first.",
        "巡察组尚无组长，请先确定组长。",
    ))
}

/// The leader of a team, not of a detachment, has the rank that the dispatcher asks for.
pub fn leader_has_the_rank(team: &TeamFacts) -> Result<()> {
    if team.form == TeamForm::Detachment {
        return Ok(());
    }
    let mut leaders = team.seats.iter().filter(|seat| leads(seat));
    leaders.try_for_each(|leader| rank_suffices(&leader.name, leader.rank, team.minimum_rank))
}

/// `rank` is at least `minimum`; one that is not recorded suffices only when nothing is asked for.
pub fn rank_suffices(name: &str, rank: Option<CadreRank>, minimum: CadreRank) -> Result<()> {
    if rank.unwrap_or(CadreRank::Staff) >= minimum {
        return Ok(());
    }
    let (has, has_zh) = rank.map_or(("not recorded", "未登记"), |rank| {
        (rank.as_str(), term(rank))
    });
    Err(Error::gate(
        Gate::LeaderBelowRank,
        format!(
            "The rank of {name} is {has}; a leader here has at least {}: record the rank, or choose another leader.",
            minimum.as_str()
        ),
        format!(
            "{name}的职级为{has_zh}，组长最低职级为{}：请登记职级或另选组长。",
            term(minimum)
        ),
    ))
}

/// Nobody on a cross, millstone or elevated team comes from the place that it inspects.
pub fn nobody_from_the_place(team: &TeamFacts) -> Result<()> {
    let mut pairs = team
        .seats
        .iter()
        .flat_map(|seat| team.places.iter().map(move |place| (seat, place)));
    pairs.try_for_each(|(seat, place)| not_from(team.whole, seat, place))
}

/// One member and one inspected place.
pub fn not_from(form: TeamForm, seat: &Seat, place: &Place) -> Result<()> {
    let stays_away = match form {
        TeamForm::Cross | TeamForm::Millstone | TeamForm::Elevated => true,
        TeamForm::Regular | TeamForm::LookBack | TeamForm::Detachment => false,
    };
    if !stays_away || place.path.is_empty() || !seat.source_path.starts_with(&place.path) {
        return Ok(());
    }
    let (name, source, object) = (&seat.name, &seat.source, &place.name);
    Err(Error::gate(
        Gate::FromInspectedPlace,
        format!(
            "{name} comes from {source}, of the place of {object} that the team inspects: choose somebody from elsewhere."
        ),
        format!("{name}来自{source}，与被巡察的{object}同属一地，请另选人员。"),
    ))
}

/// A cross team has a leader of the dispatcher's own level and members of at least two places, unless its dispatcher has set otherwise.
pub fn is_mixed(team: &TeamFacts) -> Result<()> {
    if team.form != TeamForm::Cross || !team.mixed {
        return Ok(());
    }
    let central = |seat: &&Seat| {
        let home = seat.home.as_deref().unwrap_or_default();
        team.dispatcher_path.starts_with(home) && !home.is_empty()
    };
    if let Some(leader) = team.seats.iter().find(|seat| leads(seat) && !central(seat)) {
        let (name, source) = (&leader.name, &leader.source);
        return Err(Error::gate(
            Gate::CompositionBroken,
            format!(
                "The leader {name} comes from {source}; a cross team is led by somebody of the dispatcher's own level: choose another leader."
            ),
            format!("组长{name}来自{source}；交叉巡察组组长应由派出机关统派，请另选组长。"),
        ));
    }
    let members = team.seats.iter().filter(|seat| !leads(seat));
    let mut homes: Vec<_> = members.map(|seat| seat.home.as_deref()).collect();
    homes.sort_unstable();
    homes.dedup();
    if homes.len() >= 2 {
        return Ok(());
    }
    Err(Error::gate(
        Gate::CompositionBroken,
        "All members come from one place; a cross team mixes at least two: seat somebody from another.",
        "组员均来自同一地方；交叉巡察组应由两个以上地方人员混编，请补充其他地方人员。",
    ))
}

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

fn leads(seat: &Seat) -> bool {
    seat.role == TeamRole::Leader
}

fn term<V: Vocabulary>(value: V) -> &'static str {
    let entry = V::variants()
        .iter()
        .find(|entry| entry.value == value.as_str());
    entry.map_or("", |entry| entry.zh)
}

#[cfg(test)]
#[path = "gates_tests.rs"]
mod tests;
