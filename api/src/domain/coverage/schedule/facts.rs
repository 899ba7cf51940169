//! What is known before a schedule is proposed: seven statements, eight when a dispatcher has settings, however many objects stand on the list.

use std::collections::HashMap;

use inspectorate_entity::coverage::{
    coverage_object::Priority,
    coverage_plan::{PlanKind, PlanStatus},
};
use sea_orm::QueryResult;
use uuid::Uuid;

use crate::{
    access::visible,
    blocks::{measure::today, setting},
    domain::coverage::{
        coverage_object::CoverageObject,
        coverage_plan::CoveragePlan,
        coverage_record::CoverageRecord,
        gates::Days,
        ledger::{Inspection, Listed},
        ledger_reading::{coded, inspection_at},
        ledger_rows::{self, Placements, PlanKey},
        plan_assignment::PlanAssignment,
        round::Round,
        source::Source,
    },
    error::{Error, Result},
    read::{Sql, noun::Noun},
};

/// Everything that a proposal rests on, beside the request.
#[derive(Clone, Debug)]
pub struct Facts {
    pub plan: PlanFacts,
    /// Months between two inspections of an object, by the dispatcher's setting.
    pub interval_months: i32,
    /// The rounds of the plan's term.
    pub rounds: Vec<RoundFacts>,
    /// The objects on the list, withdrawn ones left out, by their id.
    pub objects: Vec<ObjectFacts>,
    /// What was inspected at each organization, in any term, by any dispatcher.
    pub inspections: HashMap<Uuid, Vec<Inspected>>,
    /// Rounds of other plans in which an organization is placed.
    pub elsewhere: HashMap<Uuid, Vec<(Days, String)>>,
}

/// The plan and its term.
#[derive(Clone, Copy, Debug)]
pub struct PlanFacts {
    pub kind: PlanKind,
    pub status: PlanStatus,
    pub dispatcher: Uuid,
    pub years: (i32, i32),
    pub term: Days,
}

/// A round of the term.
#[derive(Clone, Debug)]
pub struct RoundFacts {
    pub id: Uuid,
    pub ordinal: i32,
    pub name: String,
    pub year: i32,
    pub window: Days,
}

/// An object on the list.
#[derive(Clone, Debug)]
pub struct ObjectFacts {
    pub id: Uuid,
    pub organization: Uuid,
    pub name: String,
    pub path: String,
    /// Id, name and place in the rotation of its block.
    pub block: Option<(Uuid, String, i32)>,
    pub priority: Priority,
    pub object_type: String,
    /// Its group of similar duties: the one given to the organization, else its sector, else its type.
    pub duty: String,
    /// Where it is: its region, else the organization above it.
    pub place: String,
    /// Year and round in which it is placed.
    pub placed: Option<(i32, Option<Uuid>)>,
    pub listed: Listed,
}

impl ObjectFacts {
    /// Its organization and all above it, from the root down.
    pub fn chain(&self) -> impl Iterator<Item = Uuid> {
        let segments = self.path.split('/');
        segments.filter_map(|segment| Uuid::try_parse(segment).ok())
    }
}

/// An inspection of an organization.
#[derive(Clone, Debug)]
pub struct Inspected {
    pub object: Option<Uuid>,
    pub round: Option<Uuid>,
    pub inspection: Inspection,
    pub ended_on: Option<chrono::NaiveDate>,
    pub dispatcher: String,
}

/// What is known of `plan`; none when it does not exist for the viewer.
pub async fn read(source: &Source<'_, '_>, plan: Uuid) -> Result<Option<Facts>> {
    let Some((facts, term)) = plan_and_term(source, plan).await? else {
        return Ok(None);
    };
    let today = today();
    let key = PlanKey {
        id: plan,
        kind: PlanKind::FiveYear,
    };
    let mut read = ledger_rows::read(source, &[key], today, Placements::Holding).await?;
    let listed = read.plans.remove(&plan).unwrap_or_default().into_iter();
    let listed = listed.map(|object| (object.id, object.listed)).collect();
    let settings = source.settings(&[facts.dispatcher], today).await?;
    let settings = settings.get(&facts.dispatcher).cloned().unwrap_or_default();
    Ok(Some(Facts {
        plan: facts,
        interval_months: settings.number(setting::MINIMUM_INTERVAL_MONTHS),
        rounds: rounds(source, term).await?,
        objects: objects(source, plan, listed).await?,
        inspections: inspections(source, plan).await?,
        elsewhere: elsewhere(source, plan).await?,
    }))
}

async fn plan_and_term(source: &Source<'_, '_>, plan: Uuid) -> Result<Option<(PlanFacts, Uuid)>> {
    let mut sql = source.sql();
    sql.push("SELECT p.kind, p.status, p.dispatcher_id, p.term_id, p.from_year, p.to_year, t.starts_on, t.ends_on FROM coverage_plan p JOIN term t ON t.id = p.term_id WHERE p.id = ")
        .bind(plan)
        .push(" AND ");
    visible::rows(CoveragePlan::DEF, source.viewer(), "p", &mut sql);
    let rows = source.fetch(sql).await?;
    let Some(row) = rows.first() else {
        return Ok(None);
    };
    let plan = PlanFacts {
        kind: known(coded(row, "kind")?)?,
        status: known(coded(row, "status")?)?,
        dispatcher: row.try_get("", "dispatcher_id")?,
        years: (row.try_get("", "from_year")?, row.try_get("", "to_year")?),
        term: days(row)?,
    };
    Ok(Some((plan, row.try_get("", "term_id")?)))
}

async fn rounds(source: &Source<'_, '_>, term: Uuid) -> Result<Vec<RoundFacts>> {
    let mut sql = source.sql();
    sql.push("SELECT r.id, r.ordinal, r.name, r.year, r.starts_on, r.ends_on FROM round r WHERE r.term_id = ")
        .bind(term)
        .push(" AND ");
    visible::rows(Round::DEF, source.viewer(), "r", &mut sql);
    sql.push(" ORDER BY r.ordinal, r.id");
    let rows = source.fetch(sql).await?;
    let round = |row: &QueryResult| {
        Ok(RoundFacts {
            id: row.try_get("", "id")?,
            ordinal: row.try_get("", "ordinal")?,
            name: row.try_get("", "name")?,
            year: row.try_get("", "year")?,
            window: days(row)?,
        })
    };
    rows.iter().map(round).collect()
}

async fn objects(
    source: &Source<'_, '_>,
    plan: Uuid,
    mut listed: HashMap<Uuid, Listed>,
) -> Result<Vec<ObjectFacts>> {
    let mut sql = source.sql();
    sql.push(
        "SELECT o.id, o.organization_id, o.priority, o.object_type, g.name, g.path, g.sector_code, g.function_group, g.region_code, g.parent_id, \
         b.id AS block_id, b.name AS block_name, b.sequence, p.year, p.round_id \
         FROM coverage_object o JOIN organization g ON g.id = o.organization_id LEFT JOIN sector_block b ON b.id = o.block_id \
         LEFT JOIN plan_assignment p ON p.object_id = o.id AND p.superseded_on IS NULL AND ",
    );
    visible::rows(PlanAssignment::DEF, source.viewer(), "p", &mut sql);
    sql.push(" WHERE o.withdrawn_on IS NULL AND NOT o.organization_ended AND o.plan_id = ")
        .bind(plan)
        .push(" AND ");
    visible::rows(CoverageObject::DEF, source.viewer(), "o", &mut sql);
    sql.push(" ORDER BY o.id");
    let mut objects = Vec::with_capacity(listed.len());
    for row in source.fetch(sql).await? {
        let id = row.try_get("", "id")?;
        if let Some(listed) = listed.remove(&id) {
            objects.push(object(&row, id, listed)?);
        }
    }
    Ok(objects)
}

fn object(row: &QueryResult, id: Uuid, listed: Listed) -> Result<ObjectFacts> {
    let text = |column| row.try_get::<Option<String>>("", column);
    let block = match (row.try_get("", "block_id")?, text("block_name")?) {
        (Some(id), Some(name)) => Some((id, name, row.try_get("", "sequence")?)),
        _ => None,
    };
    let object_type: String = row.try_get("", "object_type")?;
    let duty = text("function_group")?.or(text("sector_code")?);
    let parent: Option<Uuid> = row.try_get("", "parent_id")?;
    let place = text("region_code")?.or(parent.map(|parent| parent.simple().to_string()));
    let year: Option<i32> = row.try_get("", "year")?;
    let round: Option<Uuid> = row.try_get("", "round_id")?;
    Ok(ObjectFacts {
        id,
        organization: row.try_get("", "organization_id")?,
        name: row.try_get("", "name")?,
        path: row.try_get("", "path")?,
        block,
        priority: known(coded(row, "priority")?)?,
        duty: duty.unwrap_or_else(|| object_type.clone()),
        object_type,
        place: place.unwrap_or_default(),
        placed: year.map(|year| (year, round)),
        listed,
    })
}

async fn inspections(source: &Source<'_, '_>, plan: Uuid) -> Result<HashMap<Uuid, Vec<Inspected>>> {
    let mut sql = source.sql();
    sql.push("SELECT r.organization_id, r.object_id, r.round_id, r.kind, r.started_on, r.reported_on, r.fed_back_on, r.ended_on, d.name FROM coverage_record r JOIN organization d ON d.id = r.dispatcher_id WHERE ");
    of_the_list("r.organization_id", plan, &mut sql);
    visible::rows(CoverageRecord::DEF, source.viewer(), "r", &mut sql);
    sql.push(" ORDER BY r.started_on, r.id");
    let mut found: HashMap<Uuid, Vec<Inspected>> = HashMap::new();
    for row in source.fetch(sql).await? {
        let inspected = Inspected {
            object: row.try_get("", "object_id")?,
            round: row.try_get("", "round_id")?,
            inspection: known(inspection_at(&row, 3)?)?,
            ended_on: row.try_get("", "ended_on")?,
            dispatcher: row.try_get("", "name")?,
        };
        let organization = row.try_get("", "organization_id")?;
        found.entry(organization).or_default().push(inspected);
    }
    Ok(found)
}

async fn elsewhere(
    source: &Source<'_, '_>,
    plan: Uuid,
) -> Result<HashMap<Uuid, Vec<(Days, String)>>> {
    let mut sql = source.sql();
    sql.push("SELECT o.organization_id, t.starts_on, t.ends_on, d.name FROM plan_assignment p JOIN coverage_object o ON o.id = p.object_id JOIN round t ON t.id = p.round_id JOIN organization d ON d.id = p.dispatcher_id WHERE p.superseded_on IS NULL AND o.withdrawn_on IS NULL AND o.plan_id <> ")
        .bind(plan)
        .push(" AND ");
    of_the_list("o.organization_id", plan, &mut sql);
    visible::rows(PlanAssignment::DEF, source.viewer(), "p", &mut sql);
    sql.push(" ORDER BY t.starts_on, p.id");
    let mut found: HashMap<Uuid, Vec<(Days, String)>> = HashMap::new();
    for row in source.fetch(sql).await? {
        let organization = row.try_get("", "organization_id")?;
        let engaged = (days(&row)?, row.try_get("", "name")?);
        found.entry(organization).or_default().push(engaged);
    }
    Ok(found)
}

/// `column` holds an organization on the list of `plan`, and …
fn of_the_list(column: &str, plan: Uuid, sql: &mut Sql) {
    sql.push(column)
        .push(" IN (SELECT l.organization_id FROM coverage_object l WHERE l.withdrawn_on IS NULL AND l.plan_id = ")
        .bind(plan)
        .push(") AND ");
}

fn days(row: &QueryResult) -> Result<Days> {
    Ok(Days {
        first: row.try_get("", "starts_on")?,
        last: row.try_get("", "ends_on")?,
    })
}

fn known<T>(value: Option<T>) -> Result<T> {
    value.ok_or_else(|| Error::internal("a row without a value that it must have"))
}
