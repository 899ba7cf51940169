//! The joint operations of a year, for the reports of every department that took part.

use std::collections::{BTreeMap, HashMap, HashSet};

use async_graphql::SimpleObject;
use chrono::NaiveDate;
use inspectorate_entity::{
    joint_operations::joint_operation::JointMode, organizations::agency_registration::Agency,
    vocabulary::Vocabulary as _,
};
use rust_decimal::Decimal as Exact;
use uuid::Uuid;

use super::{
    joint_operation::JointOperation,
    joint_result::JointResult,
    joint_year_kinds::{
        self, JointOperationsOfChain, JointOperationsOfLinkage, JointOperationsOfObject,
        JointOperationsOfSupervision, Kinds,
    },
};
use crate::{
    access::visible,
    blocks::measure::{Basis, Definition, Dimension, Measure, ScopePart, Unit},
    domain::{coordination::mechanism_use::span, organizations::organization::Organization},
    error::{Error, Result},
    graphql::{coded::Coded, node_id, scalars::Decimal},
    read::{Batch, Sql, noun::Noun as _},
};

pub(super) const OPERATIONS: Definition = Definition::new(
    "JOINT_OPERATIONS",
    1,
    "Joint operations of the dispatcher that their last side entered in the year or, where nobody enters, agreed to in it, as far as the viewer sees them.",
    "该派出机关当年各方进点（成果互用的为当年商定）的联动监督项数，以查看者可见者为限。",
);

const UNITS: Definition = Definition::new(
    "JOINT_OPERATION_UNITS",
    1,
    "Different organizations in the scope of those operations.",
    "上述联动监督涉及的单位数（同一单位计一次）。",
);

const RESULTS: Definition = Definition::new(
    "JOINT_RESULTS",
    1,
    "Results shared in those operations, as far as the viewer may read them; each counts for one side only.",
    "上述联动监督中共享的成果件数，以查看者可见者为限；每件只计入一方。",
);

const AMOUNT: Definition = Definition::new(
    "JOINT_RESULT_AMOUNT",
    1,
    "The money that those results are about, in yuan.",
    "上述成果涉及的金额（元）。",
);

/// The joint operations of a year (年度联动监督情况).
#[derive(Clone, Debug, SimpleObject)]
pub struct JointYear {
    /// How many there were (联动监督项数).
    operations: Measure,
    /// The same by how the sides worked together, those ways left out in which there was none (分方式项数).
    by_mode: Vec<JointOperationsOfMode>,
    /// The same by the agency that led (分牵头机关项数).
    by_lead: Vec<JointOperationsOfLead>,
    /// The same by that in which the sides were linked; an operation counts in each (分联动类型项数).
    by_linkage: Vec<JointOperationsOfLinkage>,
    /// The same by what was joined to inspection; an operation counts in each (分“巡察+”类型项数).
    by_chain: Vec<JointOperationsOfChain>,
    /// The same by the kinds of supervision that took part; an operation counts in each (分监督类别项数).
    by_supervision: Vec<JointOperationsOfSupervision>,
    /// The same by organization and kind of supervision (单位与监督类别交叉项数).
    by_object: Vec<JointOperationsOfObject>,
    /// Organizations looked at, each once (涉及单位数).
    units: Measure,
    /// What was found and shared (共享成果件数).
    results: Measure,
    /// The same by the one side in whose figures it counts; together they are all (分计数单位件数).
    by_counter: Vec<JointResultsOfSide>,
    /// The money that it is about (涉及金额).
    amount: Measure,
}

/// The joint operations of one mode in a year (某方式联动监督项数).
#[derive(Clone, Debug, SimpleObject)]
pub struct JointOperationsOfMode {
    /// How the sides worked together (联动方式).
    mode: Coded<JointMode>,
    /// How many there were (项数).
    operations: Measure,
}

/// The joint operations that one agency led in a year (某机关牵头项数).
#[derive(Clone, Debug, SimpleObject)]
pub struct JointOperationsOfLead {
    /// The agency (牵头机关).
    agency: Coded<Agency>,
    /// How many there were (项数).
    operations: Measure,
}

/// The results that count for one side (某单位计数成果件数).
#[derive(Clone, Debug, SimpleObject)]
pub struct JointResultsOfSide {
    /// The body; null when the viewer may not see it (计数单位).
    organization: Option<String>,
    /// How many count for it (件数).
    results: Measure,
    /// The money that they are about (涉及金额).
    amount: Measure,
}

/// What is counted of one result: for whom, what that is called, and the cents.
type Counted = (Uuid, Option<String>, i64);

/// The year of each dispatcher: six statements whatever the number.
pub async fn joint_year(batch: &Batch<'_>) -> Result<Vec<JointYear>> {
    let year: i32 = batch.argument("year")?;
    let (first, as_of) = span(year)?;
    let mut operations = operations(batch, first, as_of).await?;
    let mut kinds = joint_year_kinds::of_batch(batch, first, as_of).await?;
    let units = units(batch, first, as_of).await?;
    let mut results = results(batch, first, as_of).await?;
    let rows = batch.ids().into_iter().enumerate();
    Ok(rows
        .map(|(row, id)| {
            let name = batch.text(row, "name").unwrap_or_default();
            let dispatcher = Some(node_id::encode(Organization::DEF.name, id));
            let basis = Basis {
                scope: vec![
                    ScopePart::new(Dimension::Dispatcher, dispatcher, name),
                    ScopePart::new(Dimension::Year, Some(year.to_string()), year.to_string()),
                ],
                as_of,
            };
            let units = units.get(&id).map_or(0, HashSet::len);
            let operations = operations.remove(&id).unwrap_or_default();
            of_one(
                &basis,
                &operations,
                &kinds.remove(&id).unwrap_or_default(),
                units,
                &results.remove(&id).unwrap_or_default(),
            )
        })
        .collect())
}

fn of_one(
    basis: &Basis,
    operations: &[(JointMode, Option<Agency>)],
    kinds: &Kinds,
    units: usize,
    results: &[Counted],
) -> JointYear {
    let count = |count| basis.count(count, Unit::JointOperation, OPERATIONS);
    let of_mode = |mode: &JointMode| {
        let so_many = operations.iter().filter(|(own, _)| own == mode).count();
        (so_many > 0).then(|| JointOperationsOfMode {
            mode: Coded(*mode),
            operations: count(so_many),
        })
    };
    let of_lead = |agency: &Agency| {
        let led = operations.iter().filter(|(_, own)| *own == Some(*agency));
        let so_many = led.count();
        (so_many > 0).then(|| JointOperationsOfLead {
            agency: Coded(*agency),
            operations: count(so_many),
        })
    };
    let mut sides: BTreeMap<Uuid, Vec<&Counted>> = BTreeMap::new();
    for result in results {
        sides.entry(result.0).or_default().push(result);
    }
    let of_side = |of_it: Vec<&Counted>| JointResultsOfSide {
        organization: of_it.first().and_then(|result| result.1.clone()),
        results: basis.count(of_it.len(), Unit::JointResult, RESULTS),
        amount: amount(basis, of_it.iter().map(|result| result.2)),
    };
    JointYear {
        operations: count(operations.len()),
        by_mode: JointMode::ALL.iter().filter_map(of_mode).collect(),
        by_lead: Agency::ALL.iter().filter_map(of_lead).collect(),
        by_linkage: kinds.by_linkage(basis),
        by_chain: kinds.by_chain(basis),
        by_supervision: kinds.by_supervision(basis),
        by_object: kinds.by_object(basis),
        units: basis.count(units, Unit::Organization, UNITS),
        results: basis.count(results.len(), Unit::JointResult, RESULTS),
        by_counter: sides.into_values().map(of_side).collect(),
        amount: amount(basis, results.iter().map(|result| result.2)),
    }
}

fn amount(basis: &Basis, cents: impl Iterator<Item = i64>) -> Measure {
    let yuan: Exact = cents.map(|cents| Exact::new(cents, 2)).sum();
    let yuan = Decimal(yuan.normalize());
    Measure {
        value: Some(yuan),
        numerator: yuan,
        ..basis.count(0, Unit::Yuan, AMOUNT)
    }
}

/// The operation `t` counts in the days from `first` to `last`, and exists for the viewer.
pub(super) fn counts(batch: &Batch<'_>, first: NaiveDate, last: NaiveDate, sql: &mut Sql) {
    let day = "COALESCE(t.entered_on, CASE WHEN t.mode = 'MUTUAL_USE' THEN t.agreed_on END)";
    sql.push(" WHERE t.status NOT IN ('REQUESTED', 'DECLINED', 'WITHDRAWN') AND ")
        .push(day)
        .push(" >= ")
        .bind(first)
        .push(" AND ")
        .push(day)
        .push(" <= ")
        .bind(last)
        .push(" AND t.dispatcher_id")
        .in_ids(&batch.ids())
        .push(" AND ");
    visible::rows(JointOperation::DEF, batch.viewer(), "t", sql);
}

async fn operations(
    batch: &Batch<'_>,
    first: NaiveDate,
    last: NaiveDate,
) -> Result<HashMap<Uuid, Vec<(JointMode, Option<Agency>)>>> {
    let mut sql = batch.sql();
    sql.push("SELECT t.dispatcher_id, t.mode, (SELECT MIN(p.agency) FROM joint_operation_party p WHERE p.operation_id = t.id AND p.role = 'LEAD') AS lead FROM joint_operation t");
    counts(batch, first, last, &mut sql);
    let mut operations: HashMap<Uuid, Vec<(JointMode, Option<Agency>)>> = HashMap::new();
    for row in batch.fetch(sql).await? {
        let mode: String = row.try_get("", "mode")?;
        let mode = JointMode::parse(&mode).ok_or_else(|| Error::internal(("mode", mode)))?;
        let lead: Option<String> = row.try_get("", "lead")?;
        let lead = lead.as_deref().and_then(Agency::parse);
        let of_it = operations.entry(row.try_get("", "dispatcher_id")?);
        of_it.or_default().push((mode, lead));
    }
    Ok(operations)
}

async fn units(
    batch: &Batch<'_>,
    first: NaiveDate,
    last: NaiveDate,
) -> Result<HashMap<Uuid, HashSet<Uuid>>> {
    let mut sql = batch.sql();
    sql.push("SELECT t.dispatcher_id, x.organization_id FROM joint_operation t JOIN joint_operation_object x ON x.operation_id = t.id");
    counts(batch, first, last, &mut sql);
    let mut units: HashMap<Uuid, HashSet<Uuid>> = HashMap::new();
    for row in batch.fetch(sql).await? {
        let of_it = units.entry(row.try_get("", "dispatcher_id")?).or_default();
        of_it.insert(row.try_get("", "organization_id")?);
    }
    Ok(units)
}

async fn results(
    batch: &Batch<'_>,
    first: NaiveDate,
    last: NaiveDate,
) -> Result<HashMap<Uuid, Vec<Counted>>> {
    let mut sql = batch.sql();
    sql.push("SELECT t.dispatcher_id, x.counter_id, x.amount_cents, (SELECT b.name FROM organization b WHERE b.id = x.counter_id AND ");
    visible::rows(Organization::DEF, batch.viewer(), "b", &mut sql);
    sql.push(") AS counter FROM joint_operation t JOIN joint_result x ON x.operation_id = t.id");
    counts(batch, first, last, &mut sql);
    sql.push(" AND ");
    visible::rows(JointResult::DEF, batch.viewer(), "x", &mut sql);
    let mut results: HashMap<Uuid, Vec<Counted>> = HashMap::new();
    for row in batch.fetch(sql).await? {
        let cents: Option<i64> = row.try_get("", "amount_cents")?;
        let of_it = results
            .entry(row.try_get("", "dispatcher_id")?)
            .or_default();
        of_it.push((
            row.try_get("", "counter_id")?,
            row.try_get("", "counter")?,
            cents.unwrap_or(0),
        ));
    }
    Ok(results)
}
