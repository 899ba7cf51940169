//! Which types of objects were covered, since when, and which never (监督无禁区、首次纳入).

use std::collections::HashMap;

use async_graphql::SimpleObject;
use chrono::NaiveDate;
use inspectorate_entity::coverage::coverage_plan::PlanKind;
use uuid::Uuid;

use crate::{
    access::visible,
    blocks::measure::{self, Dimension},
    domain::coverage::{
        coverage_plan::CoveragePlan,
        ledger::covering,
        ledger_figures::{figures, lines},
        ledger_line::LedgerLine,
        ledger_rows::{self, Placements, PlanKey, ReadObjects},
        ledger_view::{PlanHead, heads},
        source::Source,
    },
    error::Result,
    graphql::scalars::Date,
    read::{Batch, noun::Noun},
};

/// A type of objects on the list of a plan (对象类型覆盖情况).
#[derive(Clone, Debug, SimpleObject)]
pub struct ObjectTypeCoverage {
    /// Its figures; `group` is the type, an entry of the code list `OBJECT_TYPE` (台账).
    pub figures: LedgerLine,
    /// The day on which the dispatcher covered an object of this type for the first time, in whichever of its terms; null when it never
    /// did (首次覆盖日期).
    pub first_covered_on: Option<Date>,
}

/// The types on the list of each plan, by their code: one statement for the lists of all terms, one for their objects.
pub async fn object_types(batch: &Batch<'_>) -> Result<Vec<Vec<ObjectTypeCoverage>>> {
    let day = measure::as_of(batch.argument("asOf")?)?;
    let heads = heads(batch)?;
    let mut keys = lists(batch, &heads).await?;
    keys.extend(heads.iter().map(|head| head.key));
    keys.sort_unstable_by_key(|key| key.id);
    keys.dedup_by_key(|key| key.id);
    let source = Source::Reading(batch);
    let mut read = ledger_rows::read(&source, &keys, day, Placements::Holding).await?;
    let first = first_covered(&read, day);
    let groups = std::mem::take(&mut read.groups);
    let of = heads.iter().map(|head| {
        let frame = head.frame(&read);
        let objects = read.take(head.key.id);
        let figures = figures(&objects, &groups, &frame, &head.basis(day));
        let lines = lines(&figures, Dimension::ObjectType).into_iter();
        lines
            .map(|line| {
                let object_type = line.group.as_ref().and_then(|group| group.value.clone());
                let key = (head.dispatcher, object_type.unwrap_or_default());
                ObjectTypeCoverage {
                    first_covered_on: first.get(&key).copied().map(Date),
                    figures: line,
                }
            })
            .collect()
    });
    Ok(of.collect())
}

/// The lists that the dispatchers of these plans have in any of their terms.
async fn lists(batch: &Batch<'_>, heads: &[PlanHead]) -> Result<Vec<PlanKey>> {
    let mut dispatchers: Vec<Uuid> = heads.iter().map(|head| head.dispatcher).collect();
    dispatchers.sort_unstable();
    dispatchers.dedup();
    let mut sql = batch.sql();
    sql.push("SELECT p.id FROM coverage_plan p WHERE p.kind = 'FIVE_YEAR' AND p.dispatcher_id")
        .in_ids(&dispatchers)
        .push(" AND ");
    visible::rows(CoveragePlan::DEF, batch.viewer(), "p", &mut sql);
    let rows = batch.fetch(sql).await?;
    let list = |row: &sea_orm::QueryResult| {
        Ok(PlanKey {
            id: row.try_get("", "id")?,
            kind: PlanKind::FiveYear,
        })
    };
    rows.iter().map(list).collect()
}

/// The first day on which each dispatcher covered an object of each type; one that was taken off its list later counts.
fn first_covered(read: &ReadObjects, day: NaiveDate) -> HashMap<(Uuid, String), NaiveDate> {
    let mut first: HashMap<(Uuid, String), NaiveDate> = HashMap::new();
    for object in read.plans.values().flatten() {
        let Some(covering) = covering(&object.listed, object.listed.rules, day) else {
            continue;
        };
        let key = (object.dispatcher, object.object_type.clone());
        let earliest = first.entry(key).or_insert(covering.on);
        *earliest = (*earliest).min(covering.on);
    }
    first
}
