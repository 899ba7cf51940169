//! What is to be assigned, and which team must not go where.

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Write,
};

use async_graphql::Enum;
use sha2::{Digest, Sha256};
use uuid::Uuid;

/// Changes whenever the same facts would be assigned otherwise.
const SOLVER: u32 = 1;

/// A rule that keeps a team from an organization (交叉分配规则).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Enum)]
pub enum CrossConstraint {
    /// No team inspects its own place (不得巡察本地单位).
    OwnPlace,
    /// The team has a tie to the organization (回避).
    Recusal,
    /// The same place inspected the organization last time (不得与上次相同).
    LastPairing,
    /// In the ring the place of the team inspects another place (推磨次序).
    Ring,
    /// Every team takes its even share and no more (工作量均衡).
    Workload,
}

/// A team.
#[derive(Clone, Debug)]
pub struct Team {
    pub id: Uuid,
    pub name: String,
    /// The places from which its people come, those who are sent by the dispatcher itself left out.
    pub places: Vec<Place>,
    /// The tree paths of the organizations from which they come.
    pub sources: Vec<String>,
}

/// A place that sends people.
#[derive(Clone, Debug)]
pub struct Place {
    pub id: Uuid,
    pub name: String,
}

impl Team {
    /// The place from which a team of a ring comes.
    pub fn place(&self) -> Option<Uuid> {
        self.places.first().map(|place| place.id)
    }

    /// What its places are called.
    pub fn place_names(&self) -> Vec<String> {
        self.places.iter().map(|place| place.name.clone()).collect()
    }
}

/// An inspection that needs a team.
#[derive(Clone, Debug)]
pub struct Object {
    pub inspection: Uuid,
    pub organization: Uuid,
    pub name: String,
    /// The place whose object it is.
    pub home: Uuid,
    pub home_name: String,
    /// Nobody goes there who comes from an organization at or below this path.
    pub base: String,
    /// The places whose people inspected it last.
    pub last: Vec<Uuid>,
}

/// Teams, inspections, and what is asked of their assignment.
#[derive(Clone, Debug, Default)]
pub struct Problem {
    pub teams: Vec<Team>,
    pub objects: Vec<Object>,
    pub recusals: BTreeSet<(usize, Uuid)>,
    pub ring: bool,
}

impl Problem {
    /// What keeps `team` from `object`, whatever the others do.
    pub fn barred(&self, team: usize, object: usize) -> Option<CrossConstraint> {
        let (of, to) = (&self.teams[team], &self.objects[object]);
        if of.sources.iter().any(|source| source.starts_with(&to.base)) {
            Some(CrossConstraint::OwnPlace)
        } else if self.recusals.contains(&(team, to.organization)) {
            Some(CrossConstraint::Recusal)
        } else if of.places.iter().any(|place| to.last.contains(&place.id)) {
            Some(CrossConstraint::LastPairing)
        } else {
            None
        }
    }

    /// How many inspections a team takes at least and at most, so that the workload is even.
    pub fn share(&self) -> (usize, usize) {
        let teams = self.teams.len().max(1);
        (
            self.objects.len() / teams,
            self.objects.len().div_ceil(teams),
        )
    }

    /// The places of the teams of a ring, each with its teams.
    pub fn places(&self) -> BTreeMap<Uuid, Vec<usize>> {
        let mut places: BTreeMap<Uuid, Vec<usize>> = BTreeMap::new();
        for (number, team) in self.teams.iter().enumerate() {
            if let Some(place) = team.place() {
                places.entry(place).or_default().push(number);
            }
        }
        places
    }

    /// The places whose objects they are, each with its objects.
    pub fn homes(&self) -> BTreeMap<Uuid, Vec<usize>> {
        let mut homes: BTreeMap<Uuid, Vec<usize>> = BTreeMap::new();
        for (number, object) in self.objects.iter().enumerate() {
            homes.entry(object.home).or_default().push(number);
        }
        homes
    }

    /// Names everything that the assignment follows from: another one means that something has changed.
    pub fn version(&self) -> String {
        let mut text = format!("solver {SOLVER} {}\n", self.ring);
        for team in &self.teams {
            let places: Vec<Uuid> = team.places.iter().map(|place| place.id).collect();
            let _ = writeln!(text, "team {} {places:?} {:?}", team.id, team.sources);
        }
        for object in &self.objects {
            let (inspection, organization) = (object.inspection, object.organization);
            let _ = writeln!(
                text,
                "object {inspection} {organization} {} {} {:?}",
                object.home, object.base, object.last
            );
        }
        for (team, organization) in &self.recusals {
            let _ = writeln!(text, "recusal {team} {organization}");
        }
        let digest = Sha256::digest(text.as_bytes());
        digest.iter().fold(String::new(), |mut text, byte| {
            let _ = write!(text, "{byte:02x}");
            text
        })
    }
}
