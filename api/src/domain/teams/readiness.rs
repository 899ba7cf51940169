//! Whether the people who are to inspect may enter: trained before the round, and bound by their undertakings, as far as the
//! dispatcher asks. Found for many inspections in two statements, for verbs and for reads alike.

use std::collections::{BTreeSet, HashMap};

use chrono::NaiveDate;
use inspectorate_entity::inspections::inspection;
use sea_orm::{ConnectionTrait, QueryResult};
use uuid::Uuid;

use crate::{
    access::change::Change,
    blocks::{
        measure::today,
        setting::{self, Settings},
    },
    error::Result,
    read::{Batch, Sql},
};

/// Somebody who would enter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entrant {
    pub name: String,
    /// Was at the business training before the round of the team; a team without a round has none to be at.
    pub trained: bool,
    /// Has signed both undertakings for the team.
    pub signed: bool,
}

/// What the dispatcher asks of those who enter, and who they are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Readiness {
    pub training: bool,
    pub signing: bool,
    pub people: Vec<Entrant>,
}

impl Readiness {
    /// Nothing is asked of anybody: so by the shipped defaults, and where no team is given the organization.
    pub const NOT_ASKED: Self = Self {
        training: false,
        signing: false,
        people: Vec::new(),
    };
}

/// What is asked for entering each of `inspections`, given with its dispatcher, for a request that reads; one of which nothing is
/// asked is left out.
pub async fn of_batch(
    batch: &Batch<'_>,
    inspections: &[(Uuid, Uuid)],
) -> Result<HashMap<Uuid, Readiness>> {
    if inspections.is_empty() {
        return Ok(HashMap::new());
    }
    let dispatchers: BTreeSet<Uuid> = inspections.iter().map(|(_, of)| *of).collect();
    let dispatchers: Vec<Uuid> = dispatchers.into_iter().collect();
    let settings = setting::of_batch(batch, &dispatchers, today()).await?;
    let mut asked = HashMap::new();
    for (inspection, dispatcher) in inspections {
        let asks = settings.get(dispatcher).and_then(asks);
        asked.extend(asks.map(|asks| (*inspection, asks)));
    }
    if !asked.is_empty() {
        let mut sql = batch.sql();
        select(
            &mut sql,
            &asked.keys().copied().collect::<Vec<_>>(),
            today(),
        );
        gather(&mut asked, &batch.fetch(sql).await?)?;
    }
    Ok(asked)
}

/// What is asked for entering one inspection on `day`, as a change finds it.
#[expect(
    clippy::disallowed_methods,
    reason = "what a rule refuses must not depend on who asks, so the statement carries no viewer's right"
)]
pub async fn of_change(
    change: &Change,
    of: &inspection::Model,
    day: NaiveDate,
) -> Result<HashMap<Uuid, Readiness>> {
    let settings = setting::of_change(change, of.dispatcher_id, change.today()).await?;
    let Some(asks) = asks(&settings) else {
        return Ok(HashMap::new());
    };
    let mut asked = HashMap::from([(of.id, asks)]);
    let tx = change.tx();
    let mut sql = Sql::new(tx.get_database_backend());
    select(&mut sql, &[of.id], day);
    gather(&mut asked, &tx.query_all_raw(sql.finish()).await?)?;
    Ok(asked)
}

/// What a dispatcher with these settings asks; none when it asks nothing.
fn asks(settings: &Settings) -> Option<Readiness> {
    let (training, signing) = (
        settings.flag(setting::ENTRY_NEEDS_TRAINING),
        settings.flag(setting::ENTRY_NEEDS_UNDERTAKINGS),
    );
    let asked = Readiness {
        training,
        signing,
        ..Readiness::NOT_ASKED
    };
    (training || signing).then_some(asked)
}

/// Who sits on `day`, or on the day of the inspection's window next to it, on the teams that stand, of its round or of none, to which
/// its organization was given.
fn select(sql: &mut Sql, inspections: &[Uuid], day: NaiveDate) {
    sql.push("SELECT i.id, p.name, CASE WHEN t.round_id IS NULL THEN 1 ELSE ")
        .push("(SELECT COUNT(*) FROM training_attendance a JOIN training g ON g.id = a.training_id WHERE a.person_id = p.id ")
        .push("AND a.attended AND g.kind = 'PRE_INSPECTION' AND g.round_id = t.round_id) END AS trained, ")
        .push("(SELECT COUNT(DISTINCT u.kind) FROM undertaking u WHERE u.team_id = t.id AND u.person_id = p.id ")
        .push("AND u.kind IN ('FOUR_MUST_NOTS', 'ALCOHOL_BAN')) AS signed ")
        .push("FROM inspection i JOIN team_object x ON x.organization_id = i.organization_id AND x.dispatcher_id = i.dispatcher_id ")
        .push("AND x.released_on IS NULL JOIN team t ON t.id = x.team_id AND t.status <> 'DISSOLVED' ")
        .push("AND (t.round_id IS NULL OR t.round_id = i.round_id) JOIN team_member m ON m.team_id = t.id AND m.end_reason IS NULL ")
        .push("AND m.starts_on <= ");
    entry(sql, day);
    sql.push(" AND (m.ends_on IS NULL OR m.ends_on >= ");
    entry(sql, day);
    sql.push(") JOIN person p ON p.id = m.person_id WHERE i.id")
        .in_ids(inspections)
        .push(" ORDER BY x.assigned_on, t.id, m.starts_on, m.id");
}

/// The day, or the day of the inspection's window next to it.
fn entry(sql: &mut Sql, day: NaiveDate) {
    sql.push("CASE WHEN ")
        .bind(day)
        .push(" < i.starts_on THEN i.starts_on WHEN ")
        .bind(day)
        .push(" > i.ends_on THEN i.ends_on ELSE ")
        .bind(day)
        .push(" END");
}

fn gather(asked: &mut HashMap<Uuid, Readiness>, rows: &[QueryResult]) -> Result<()> {
    for row in rows {
        let entrant = Entrant {
            name: row.try_get("", "name")?,
            trained: row.try_get::<i64>("", "trained")? > 0,
            signed: row.try_get::<i64>("", "signed")? > 1,
        };
        if let Some(readiness) = asked.get_mut(&row.try_get::<Uuid>("", "id")?) {
            readiness.people.push(entrant);
        }
    }
    Ok(())
}
