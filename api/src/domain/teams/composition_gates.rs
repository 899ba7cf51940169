//! Of whom a team is put together: pure rules, named as they are said.

use inspectorate_entity::{
    teams::{
        team::TeamForm,
        team_member::{CadreRank, TeamRole},
    },
    vocabulary::Vocabulary,
};

use super::team_facts::{Place, Seat, TeamFacts};
use crate::{
    blocks::gate::Gate,
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

/// A team has a deputy leader on secondment, where its dispatcher asks for one; a detachment needs none of its own.
pub fn has_a_seconded_deputy(team: &TeamFacts) -> Result<()> {
    let seconded = |seat: &Seat| seat.role == TeamRole::SecondedDeputy;
    if !team.needs_deputy || team.form == TeamForm::Detachment || team.seats.iter().any(seconded) {
        return Ok(());
    }
    Err(Error::gate(
        Gate::SecondedDeputyMissing,
        "The team has no deputy leader on secondment, and the dispatcher asks for one on every team: seat one as SECONDED_DEPUTY.",
        "巡察组尚无挂职副组长，而本级规定每组至少配备一名，请先确定。",
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
#[path = "composition_gates_tests.rs"]
mod tests;
