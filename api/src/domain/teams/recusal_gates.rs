//! What ties a person to an organization, and what must be true before that is raised and decided: pure rules.

use std::collections::{BTreeSet, HashMap};

use chrono::NaiveDate;
use inspectorate_entity::{
    organizations::{appointment, organization},
    teams::{
        recusal::{self, RecusalStatus, RecusalTie},
        talent,
    },
};
use uuid::Uuid;

use super::team_facts::{TeamFacts, Tie};
use crate::{
    blocks::gate::Gate,
    error::{Error, Result},
};

/// A tie that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    pub person: Uuid,
    pub organization: Uuid,
    pub tie: RecusalTie,
    pub detail: String,
}

/// No tie of somebody on the team to what it inspects is undecided or granted.
pub fn nobody_is_tied(team: &TeamFacts) -> Result<()> {
    team.ties.first().map_or(Ok(()), refused)
}

/// Who stays away from an organization is not seated where it is inspected.
pub fn may_sit(team: &TeamFacts, person: Uuid) -> Result<()> {
    let mut granted = team.ties.iter().filter(granted);
    let tie = granted.find(|tie| tie.person_id == person);
    tie.map_or(Ok(()), refused)
        .map_err(|error| error.field("input.person"))
}

/// An organization is not given to a team on which somebody sits who stays away from it.
pub fn may_be_given(team: &TeamFacts, organization: Uuid) -> Result<()> {
    let mut granted = team.ties.iter().filter(granted);
    let tie = granted.find(|tie| tie.organization_id == organization);
    tie.map_or(Ok(()), refused)
        .map_err(|error| error.field("input.organization"))
}

fn granted(tie: &&Tie) -> bool {
    tie.status == RecusalStatus::Granted
}

fn refused(tie: &Tie) -> Result<()> {
    let (name, object, detail) = (&tie.person, &tie.organization, &tie.detail);
    let (what, what_zh) = match tie.status {
        RecusalStatus::Granted => (
            "stays away: take the member or the organization off the team",
            "应予回避：请调整人员或对象",
        ),
        RecusalStatus::Undecided | RecusalStatus::Dismissed => (
            "waits for a decision: decide it first",
            "尚未决定：请先作出决定",
        ),
    };
    Err(Error::gate(
        Gate::RecusalStands,
        format!("{name} is tied to {object} ({detail}); the recusal {what}."),
        format!("{name}与{object}存在回避情形（{detail}），{what_zh}。"),
    ))
}

/// Ties are raised of people who sit on the team.
pub fn sits_on_the_team(team: &TeamFacts, person: Uuid) -> Result<()> {
    if team.seats.iter().any(|seat| seat.person == person) {
        return Ok(());
    }
    Err(Error::bad_input(
        "input.person",
        "The person does not sit on this team: choose one of its members.",
        "该人员不在该组，请从成员中选择。",
    ))
}

/// A tie is raised once.
pub fn raised_once(raised: bool) -> Result<()> {
    if !raised {
        return Ok(());
    }
    Err(Error::conflict(
        "input.tie",
        "This tie was raised already: decide on that.",
        "该回避情形已提出，请就原记录作出决定。",
    ))
}

/// What is decided is not decided again.
pub fn undecided(row: &recusal::Model) -> Result<()> {
    match row.status {
        RecusalStatus::Undecided => Ok(()),
        RecusalStatus::Granted | RecusalStatus::Dismissed => Err(Error::gate(
            Gate::WrongState,
            "The recusal has been decided already.",
            "该回避已作出决定。",
        )
        .field("input.recusal")),
    }
}

/// Posts held in an inspected organization or below it, now or up to `since`.
pub fn posts(
    held: &[appointment::Model],
    places: &HashMap<Uuid, organization::Model>,
    objects: &[organization::Model],
    since: NaiveDate,
) -> Vec<Found> {
    let recent = held
        .iter()
        .filter(|held| held.ends_on.is_none_or(|last| last >= since));
    let mut seen = BTreeSet::new();
    let mut found = Vec::new();
    for held in recent {
        let Some(place) = places.get(&held.organization_id) else {
            continue;
        };
        for object in objects.iter().filter(|o| place.path.starts_with(&o.path)) {
            if seen.insert((held.person_id, object.id)) {
                let (first, last) = (held.starts_on, held.ends_on);
                let until = last.map_or_else(|| "今".to_owned(), |last| last.to_string());
                found.push(Found {
                    person: held.person_id,
                    organization: object.id,
                    tie: RecusalTie::Post,
                    detail: format!("{first} 至{until}在{}任职", place.name),
                });
            }
        }
    }
    found
}

/// People who come from the region of an inspected organization.
pub fn origin(talents: &[talent::Model], objects: &[organization::Model]) -> Vec<Found> {
    let mut seen = BTreeSet::new();
    let mut found = Vec::new();
    for talent in talents {
        let Some(region) = &talent.native_region else {
            continue;
        };
        let same = |object: &&organization::Model| object.region_code.as_ref() == Some(region);
        for object in objects.iter().filter(same) {
            if seen.insert((talent.person_id, object.id)) {
                found.push(Found {
                    person: talent.person_id,
                    organization: object.id,
                    tie: RecusalTie::Place,
                    detail: format!("籍贯 {region}"),
                });
            }
        }
    }
    found
}
