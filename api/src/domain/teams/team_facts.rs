//! What the gates of a team look at, found for many teams in four statements, for verbs and for reads alike.

use std::collections::HashMap;

use inspectorate_entity::{
    organizations::organization::OrganizationLevel,
    teams::{
        recusal::RecusalStatus,
        team::TeamForm,
        team_member::{CadreRank, TeamRole},
    },
    vocabulary::Vocabulary,
};
use sea_orm::{ConnectionTrait, QueryResult};
use uuid::Uuid;

use crate::{
    access::change::Change,
    blocks::{
        measure::today,
        setting::{self, Settings},
    },
    error::{Error, Result},
    read::{Batch, Sql},
};

/// Somebody on a team, and where they come from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seat {
    pub person: Uuid,
    pub name: String,
    pub role: TeamRole,
    pub rank: Option<CadreRank>,
    /// The organization from which the person comes, and its tree path.
    pub source: String,
    pub source_path: String,
    /// The path of the nearest dispatcher at or above it: the person's place.
    pub home: Option<String>,
}

/// An organization that a team inspects, and the place that it stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    pub name: String,
    /// Everything at or below this path is of the inspected place.
    pub path: String,
}

/// A tie of somebody on the team to what it inspects that was not dismissed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tie {
    pub person_id: Uuid,
    pub organization_id: Uuid,
    pub person: String,
    pub organization: String,
    pub detail: String,
    pub status: RecusalStatus,
}

/// What the gates of a team look at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TeamFacts {
    pub dispatcher: Uuid,
    pub dispatcher_path: String,
    pub form: TeamForm,
    /// The form by which it must not come from the inspected place: that of the whole team when it is a detachment.
    pub whole: TeamForm,
    pub seats: Vec<Seat>,
    pub places: Vec<Place>,
    pub ties: Vec<Tie>,
    /// Where it has an inspection decided and not yet fed back, one by name.
    pub tasks: i64,
    pub task: Option<String>,
    pub minimum_rank: CadreRank,
    pub mixed: bool,
    /// Whether the dispatcher asks for a deputy leader on secondment.
    pub needs_deputy: bool,
    /// For how many months a post that was left still ties.
    pub recusal_months: u32,
}

/// The facts of `teams` for a request that reads.
pub async fn of_batch(batch: &Batch<'_>, teams: &[Uuid]) -> Result<HashMap<Uuid, TeamFacts>> {
    if teams.is_empty() {
        return Ok(HashMap::new());
    }
    let mut rows = Vec::with_capacity(4);
    for select in SELECTS {
        let mut sql = batch.sql();
        select(&mut sql, teams);
        rows.push(batch.fetch(sql).await?);
    }
    let mut facts = gather(&rows)?;
    let dispatchers: Vec<Uuid> = facts.values().map(|team| team.dispatcher).collect();
    let settings = setting::of_batch(batch, &dispatchers, today()).await?;
    for team in facts.values_mut() {
        // Who decided nothing goes by the shipped defaults.
        team.set(&settings.get(&team.dispatcher).cloned().unwrap_or_default());
    }
    Ok(facts)
}

/// The facts of one team as a change finds them.
pub async fn of_change(change: &Change, team: Uuid) -> Result<TeamFacts> {
    let facts = all_of_change(change, &[team]).await?.remove(&team);
    facts.ok_or_else(|| Error::internal("a team without facts"))
}

/// The facts of several.
#[expect(
    clippy::disallowed_methods,
    reason = "what a rule refuses must not depend on who asks, so the statements carry no viewer's right"
)]
pub async fn all_of_change(change: &Change, teams: &[Uuid]) -> Result<HashMap<Uuid, TeamFacts>> {
    if teams.is_empty() {
        return Ok(HashMap::new());
    }
    let tx = change.tx();
    let mut rows = Vec::with_capacity(4);
    for select in SELECTS {
        let mut sql = Sql::new(tx.get_database_backend());
        select(&mut sql, teams);
        rows.push(tx.query_all_raw(sql.finish()).await?);
    }
    let mut facts = gather(&rows)?;
    for team in facts.values_mut() {
        team.set(&setting::of_change(change, team.dispatcher, change.today()).await?);
    }
    Ok(facts)
}

impl TeamFacts {
    fn set(&mut self, settings: &Settings) {
        self.minimum_rank = settings.choice(setting::TEAM_LEADER_MINIMUM_RANK);
        self.mixed = settings.flag(setting::CROSS_TEAM_IS_MIXED);
        self.needs_deputy = settings.flag(setting::TEAM_NEEDS_SECONDED_DEPUTY);
        self.recusal_months =
            u32::try_from(settings.number(setting::POST_RECUSAL_MONTHS)).unwrap_or_default();
    }
}

const SELECTS: [fn(&mut Sql, &[Uuid]); 4] =
    [select_teams, select_seats, select_places, select_ties];

fn select_teams(sql: &mut Sql, teams: &[Uuid]) {
    const TASKS: &str = "FROM inspection i JOIN organization o ON o.id = i.organization_id WHERE i.team_id = t.id AND i.status IN ('APPROVED', 'PRE_INFORMED', 'MOBILIZED', 'ON_SITE', 'LEFT', 'REPORTED')";
    sql.push("SELECT t.id, t.dispatcher_id, d.path, t.form, COALESCE(p.form, t.form) AS whole, (SELECT COUNT(*) ")
        .push(TASKS)
        .push(") AS tasks, (SELECT MIN(o.name) ")
        .push(TASKS)
        .push(") AS task FROM team t ")
        .push("JOIN organization d ON d.id = t.dispatcher_id LEFT JOIN team p ON p.id = t.parent_id WHERE t.id")
        .in_ids(teams);
}

/// Who sits on a team and was not taken off it before their time.
fn select_seats(sql: &mut Sql, teams: &[Uuid]) {
    sql.push("SELECT m.team_id, m.person_id, p.name, m.role, m.rank_then, o.name AS source, o.path AS source_path, ")
        .push("(SELECT h.path FROM organization h JOIN agency_registration r ON r.organization_id = h.id AND r.agency = 'DISPATCHER' ")
        .push("AND (r.ends_on IS NULL OR r.ends_on >= m.starts_on) WHERE substr(o.path, 1, length(h.path)) = h.path ")
        .push("ORDER BY length(h.path) DESC LIMIT 1) AS home FROM team_member m JOIN person p ON p.id = m.person_id ")
        .push("JOIN organization o ON o.id = m.source_organization_id WHERE m.end_reason IS NULL AND m.team_id")
        .in_ids(teams)
        .push(" ORDER BY m.starts_on, m.id");
}

fn select_places(sql: &mut Sql, teams: &[Uuid]) {
    sql.push("SELECT x.team_id, o.name, o.path, t.dispatcher_id, d.id AS home_id, d.path AS home, d.level AS home_level ")
        .push("FROM team_object x JOIN team t ON t.id = x.team_id JOIN organization o ON o.id = x.organization_id ")
        .push("LEFT JOIN organization d ON d.id = o.dispatcher_id WHERE x.released_on IS NULL AND x.team_id")
        .in_ids(teams)
        .push(" ORDER BY x.assigned_on, x.id");
}

/// Ties of people who sit on the team to organizations that it inspects.
fn select_ties(sql: &mut Sql, teams: &[Uuid]) {
    sql.push("SELECT r.team_id, r.person_id, r.organization_id, p.name, o.name AS object, r.detail, r.status FROM recusal r JOIN person p ON p.id = r.person_id ")
        .push("JOIN organization o ON o.id = r.organization_id JOIN team_object x ON x.team_id = r.team_id ")
        .push("AND x.organization_id = r.organization_id AND x.released_on IS NULL WHERE r.status <> 'DISMISSED' ")
        .push("AND EXISTS (SELECT 1 FROM team_member m WHERE m.team_id = r.team_id AND m.person_id = r.person_id AND m.end_reason IS NULL) AND r.team_id")
        .in_ids(teams)
        .push(" ORDER BY r.raised_on, r.id");
}

fn gather(rows: &[Vec<QueryResult>]) -> Result<HashMap<Uuid, TeamFacts>> {
    let [teams, seats, places, ties] = rows else {
        return Err(Error::internal("four statements answer four times"));
    };
    let mut facts = HashMap::with_capacity(teams.len());
    for row in teams {
        let team = TeamFacts {
            dispatcher: row.try_get("", "dispatcher_id")?,
            dispatcher_path: row.try_get("", "path")?,
            form: word(row, "form")?,
            whole: word(row, "whole")?,
            seats: Vec::new(),
            places: Vec::new(),
            ties: Vec::new(),
            tasks: row.try_get("", "tasks")?,
            task: row.try_get("", "task")?,
            minimum_rank: CadreRank::Staff,
            mixed: true,
            needs_deputy: false,
            recusal_months: 0,
        };
        facts.insert(row.try_get("", "id")?, team);
    }
    for row in seats {
        if let Some(team) = team_of(&mut facts, row)? {
            team.seats.push(seat(row)?);
        }
    }
    for row in places {
        if let Some(team) = team_of(&mut facts, row)? {
            team.places.push(place(row)?);
        }
    }
    for row in ties {
        if let Some(team) = team_of(&mut facts, row)? {
            team.ties.push(Tie {
                person_id: row.try_get("", "person_id")?,
                organization_id: row.try_get("", "organization_id")?,
                person: row.try_get("", "name")?,
                organization: row.try_get("", "object")?,
                detail: row.try_get("", "detail")?,
                status: word(row, "status")?,
            });
        }
    }
    Ok(facts)
}

fn team_of<'a>(
    facts: &'a mut HashMap<Uuid, TeamFacts>,
    row: &QueryResult,
) -> Result<Option<&'a mut TeamFacts>> {
    Ok(facts.get_mut(&row.try_get::<Uuid>("", "team_id")?))
}

fn seat(row: &QueryResult) -> Result<Seat> {
    let rank: Option<String> = row.try_get("", "rank_then")?;
    Ok(Seat {
        person: row.try_get("", "person_id")?,
        name: row.try_get("", "name")?,
        role: word(row, "role")?,
        rank: rank.and_then(|rank| CadreRank::parse(&rank)),
        source: row.try_get("", "source")?,
        source_path: row.try_get("", "source_path")?,
        home: row.try_get("", "home")?,
    })
}

/// Whether the inspected place is all of its dispatcher's: the whole county of a county's object, and whatever belongs to another
/// dispatcher than the one that sends the team; else it is the object with all below it.
pub fn is_a_whole_place(own: Uuid, home: Option<Uuid>, level: Option<OrganizationLevel>) -> bool {
    let of_a_county = matches!(
        level,
        Some(OrganizationLevel::County | OrganizationLevel::Township)
    );
    home.is_some_and(|home| home != own || of_a_county)
}

fn place(row: &QueryResult) -> Result<Place> {
    let own: Uuid = row.try_get("", "dispatcher_id")?;
    let home: Option<Uuid> = row.try_get("", "home_id")?;
    let level: Option<String> = row.try_get("", "home_level")?;
    let level = level.and_then(|level| OrganizationLevel::parse(&level));
    let path = if is_a_whole_place(own, home, level) {
        row.try_get::<Option<String>>("", "home")?
            .unwrap_or_default()
    } else {
        row.try_get("", "path")?
    };
    Ok(Place {
        name: row.try_get("", "name")?,
        path,
    })
}

fn word<V: Vocabulary>(row: &QueryResult, column: &str) -> Result<V> {
    let text: String = row.try_get("", column)?;
    V::parse(&text).ok_or_else(|| Error::internal(format!("{text} is no {}", V::NAME)))
}
