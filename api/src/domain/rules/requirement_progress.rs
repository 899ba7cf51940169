//! How far the measures under requirements of superiors have come: by aspect, by requirement, by dispatcher.

use std::collections::{BTreeMap, HashMap};

use async_graphql::SimpleObject;
use uuid::Uuid;

use super::{improvement_measure::ImprovementMeasure, superior_requirement::SuperiorRequirement};
use crate::{
    access::visible,
    blocks::measure::{self, Basis, Definition, Dimension, Measure, ScopePart, Unit},
    domain::organizations::organization::Organization,
    error::Result,
    graphql::node_id,
    read::{Batch, noun::Noun as _},
};

/// How far the measures of one aspect have come (分方面落实情况).
#[derive(Clone, Debug, SimpleObject)]
pub struct AspectProgress {
    /// The aspect (方面).
    aspect: String,
    /// How many measures it has (措施数).
    set: Measure,
    /// Which share of them is done (措施完成率).
    done: Measure,
}

const SET: Definition = Definition::new(
    "IMPROVEMENT_MEASURES_SET",
    1,
    "Measures set under the requirement.",
    "该上级要求下制定的改进措施条数。",
);

const DONE: Definition = Definition::new(
    "IMPROVEMENT_MEASURES_DONE",
    1,
    "Measures that are done, among those set under the requirement.",
    "该上级要求下已完成的改进措施占已制定措施的比例。",
);

const ANSWERED: Definition = Definition::new(
    "REQUIREMENTS_ANSWERED",
    1,
    "Requirements of superiors under which at least one measure is set, among all that are recorded.",
    "已制定改进措施的上级要求占全部登记要求的比例。",
);

/// Measures set and done, by aspect.
type Counts = BTreeMap<String, (usize, usize)>;

/// The aspects of each requirement.
pub async fn aspects(batch: &Batch<'_>) -> Result<Vec<Vec<AspectProgress>>> {
    let counts = counts(batch).await?;
    let each = batch.ids().into_iter().enumerate().map(|(row, id)| {
        let basis = basis(batch, row, id);
        let counts = counts.get(&id).into_iter().flatten();
        let progress = counts.map(|(aspect, (set, done))| AspectProgress {
            aspect: aspect.clone(),
            set: basis.count(*set, Unit::ImprovementMeasure, SET),
            done: basis.share(*done, *set, DONE),
        });
        progress.collect()
    });
    Ok(each.collect())
}

/// The share of each requirement's measures that is done.
pub async fn completion_rate(batch: &Batch<'_>) -> Result<Vec<Measure>> {
    let counts = counts(batch).await?;
    let each = batch.ids().into_iter().enumerate().map(|(row, id)| {
        let counts = counts.get(&id).into_iter().flatten();
        let (set, done) = counts.fold((0, 0), |(set, done), (_, (more, ready))| {
            (set + more, done + ready)
        });
        basis(batch, row, id).share(done, set, DONE)
    });
    Ok(each.collect())
}

/// The share of each dispatcher's requirements under which a measure is set.
pub async fn requirements_answered(batch: &Batch<'_>) -> Result<Vec<Measure>> {
    let mut sql = batch.sql();
    sql.push("SELECT q.dispatcher_id AS id, COUNT(*) AS asked, COUNT(q.answered_on) AS answered FROM superior_requirement q WHERE q.dispatcher_id")
        .in_ids(&batch.ids())
        .push(" AND ");
    visible::rows(SuperiorRequirement::DEF, batch.viewer(), "q", &mut sql);
    sql.push(" GROUP BY q.dispatcher_id");
    let mut shares: HashMap<Uuid, (usize, usize)> = HashMap::new();
    for row in batch.fetch(sql).await? {
        let (answered, asked) = (row.try_get("", "answered")?, row.try_get("", "asked")?);
        shares.insert(row.try_get("", "id")?, (number(answered), number(asked)));
    }
    let each = batch.ids().into_iter().enumerate().map(|(row, id)| {
        let (answered, asked) = shares.get(&id).copied().unwrap_or_default();
        let name = batch.text(row, "name").unwrap_or_default();
        let id = node_id::encode(Organization::DEF.name, id);
        let scope = vec![ScopePart::new(Dimension::Organization, Some(id), name)];
        let as_of = measure::today();
        Basis { scope, as_of }.share(answered, asked, ANSWERED)
    });
    Ok(each.collect())
}

async fn counts(batch: &Batch<'_>) -> Result<HashMap<Uuid, Counts>> {
    let mut sql = batch.sql();
    sql.push("SELECT m.requirement_id AS id, m.aspect, COUNT(*) AS measures, COUNT(m.done_on) AS done FROM improvement_measure m WHERE m.requirement_id")
        .in_ids(&batch.ids())
        .push(" AND ");
    visible::rows(ImprovementMeasure::DEF, batch.viewer(), "m", &mut sql);
    sql.push(" GROUP BY m.requirement_id, m.aspect");
    let mut counts: HashMap<Uuid, Counts> = HashMap::new();
    for row in batch.fetch(sql).await? {
        let (set, done) = (row.try_get("", "measures")?, row.try_get("", "done")?);
        let of = counts.entry(row.try_get("", "id")?).or_default();
        of.insert(row.try_get("", "aspect")?, (number(set), number(done)));
    }
    Ok(counts)
}

fn number(count: i64) -> usize {
    usize::try_from(count).unwrap_or_default()
}

fn basis(batch: &Batch<'_>, row: usize, id: Uuid) -> Basis {
    let title = batch.text(row, "title").unwrap_or_default();
    let id = node_id::encode(SuperiorRequirement::DEF.name, id);
    let scope = vec![ScopePart::new(Dimension::Requirement, Some(id), title)];
    let as_of = measure::today();
    Basis { scope, as_of }
}
