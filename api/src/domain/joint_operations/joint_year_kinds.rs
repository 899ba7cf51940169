//! The joint operations of a year by that in which they linked their sides, by what was joined to inspection, and by kinds of supervision.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use async_graphql::SimpleObject;
use chrono::NaiveDate;
use inspectorate_entity::{
    joint_operations::{
        joint_operation::Linkage,
        joint_operation_party::{InspectionPlus, SupervisionKind},
    },
    vocabulary::Vocabulary as _,
};
use uuid::Uuid;

use super::joint_year::{OPERATIONS, counts};
use crate::{
    access::visible,
    blocks::measure::{Basis, Measure, Unit},
    domain::organizations::organization::Organization,
    error::Result,
    graphql::coded::Coded,
    read::{Batch, noun::Noun as _},
};

/// The joint operations of a year that linked their sides in one thing (某联动类型项数).
#[derive(Clone, Debug, SimpleObject)]
pub struct JointOperationsOfLinkage {
    /// In what (联动类型).
    linkage: Coded<Linkage>,
    /// How many there were (项数).
    operations: Measure,
}

/// The joint operations of a year that joined one thing to inspection (某“巡察+”类型项数).
#[derive(Clone, Debug, SimpleObject)]
pub struct JointOperationsOfChain {
    /// What was joined to inspection (“巡察+”类型).
    chain: Coded<InspectionPlus>,
    /// How many there were (项数).
    operations: Measure,
}

/// The joint operations of a year in which one kind of supervision took part (某监督类别项数).
#[derive(Clone, Debug, SimpleObject)]
pub struct JointOperationsOfSupervision {
    /// The kind of supervision (监督类别).
    supervision: Coded<SupervisionKind>,
    /// How many there were (项数).
    operations: Measure,
}

/// The joint operations of a year in which one kind of supervision looked at one organization (某单位某监督类别项数).
#[derive(Clone, Debug, SimpleObject)]
pub struct JointOperationsOfObject {
    /// The organization; null when the viewer may not see it (单位).
    organization: Option<String>,
    /// The kind of supervision (监督类别).
    supervision: Coded<SupervisionKind>,
    /// How many there were (项数).
    operations: Measure,
}

/// The operations of one dispatcher by kind.
#[derive(Debug, Default)]
pub struct Kinds {
    linkages: Vec<(Linkage, Uuid)>,
    chains: BTreeSet<(Uuid, &'static str)>,
    supervisions: BTreeSet<(Uuid, &'static str)>,
    objects: BTreeMap<(Uuid, &'static str), BTreeSet<Uuid>>,
    names: HashMap<Uuid, String>,
}

impl Kinds {
    /// By linkage, those left out of which there was none.
    pub fn by_linkage(&self, basis: &Basis) -> Vec<JointOperationsOfLinkage> {
        let of = |linkage: &Linkage| {
            let linked = self.linkages.iter().filter(|(own, _)| own == linkage);
            count(basis, linked.count()).map(|operations| JointOperationsOfLinkage {
                linkage: Coded(*linkage),
                operations,
            })
        };
        Linkage::ALL.iter().filter_map(of).collect()
    }

    /// By what was joined to inspection.
    pub fn by_chain(&self, basis: &Basis) -> Vec<JointOperationsOfChain> {
        let of = |chain: &InspectionPlus| {
            let joined = self.chains.iter().filter(|(_, own)| *own == chain.as_str());
            count(basis, joined.count()).map(|operations| JointOperationsOfChain {
                chain: Coded(*chain),
                operations,
            })
        };
        InspectionPlus::ALL.iter().filter_map(of).collect()
    }

    /// By the kinds of supervision that took part.
    pub fn by_supervision(&self, basis: &Basis) -> Vec<JointOperationsOfSupervision> {
        let of = |kind: &SupervisionKind| {
            let with = self.supervisions.iter();
            let with = with.filter(|(_, own)| *own == kind.as_str());
            count(basis, with.count()).map(|operations| JointOperationsOfSupervision {
                supervision: Coded(*kind),
                operations,
            })
        };
        SupervisionKind::ALL.iter().filter_map(of).collect()
    }

    /// By organization and kind of supervision.
    pub fn by_object(&self, basis: &Basis) -> Vec<JointOperationsOfObject> {
        let cells = self.objects.iter();
        let of = |((organization, kind), operations): (&(Uuid, &str), &BTreeSet<Uuid>)| {
            Some(JointOperationsOfObject {
                organization: self.names.get(organization).cloned(),
                supervision: Coded(SupervisionKind::parse(kind)?),
                operations: count(basis, operations.len())?,
            })
        };
        cells.filter_map(of).collect()
    }
}

fn count(basis: &Basis, so_many: usize) -> Option<Measure> {
    (so_many > 0).then(|| basis.count(so_many, Unit::JointOperation, OPERATIONS))
}

/// What counts in the days from `first` to `last`, by dispatcher: three statements whatever the number.
pub async fn of_batch(
    batch: &Batch<'_>,
    first: NaiveDate,
    last: NaiveDate,
) -> Result<HashMap<Uuid, Kinds>> {
    let mut kinds: HashMap<Uuid, Kinds> = HashMap::new();
    linkages(batch, (first, last), &mut kinds).await?;
    sides(batch, (first, last), &mut kinds).await?;
    objects(batch, (first, last), &mut kinds).await?;
    Ok(kinds)
}

async fn linkages(
    batch: &Batch<'_>,
    (first, last): (NaiveDate, NaiveDate),
    kinds: &mut HashMap<Uuid, Kinds>,
) -> Result<()> {
    let mut sql = batch.sql();
    sql.push("SELECT t.dispatcher_id, t.id, t.links_tasks, t.links_methods, t.links_results FROM joint_operation t");
    counts(batch, first, last, &mut sql);
    for row in batch.fetch(sql).await? {
        let id: Uuid = row.try_get("", "id")?;
        let of_it = kinds.entry(row.try_get("", "dispatcher_id")?).or_default();
        for (linkage, column) in [
            (Linkage::Task, "links_tasks"),
            (Linkage::Method, "links_methods"),
            (Linkage::Result, "links_results"),
        ] {
            if row.try_get("", column)? {
                of_it.linkages.push((linkage, id));
            }
        }
    }
    Ok(())
}

async fn sides(
    batch: &Batch<'_>,
    (first, last): (NaiveDate, NaiveDate),
    kinds: &mut HashMap<Uuid, Kinds>,
) -> Result<()> {
    let mut sql = batch.sql();
    sql.push("SELECT t.dispatcher_id, t.id, p.chain, p.supervision FROM joint_operation t JOIN joint_operation_party p ON p.operation_id = t.id");
    counts(batch, first, last, &mut sql);
    for row in batch.fetch(sql).await? {
        let id: Uuid = row.try_get("", "id")?;
        let chain: Option<String> = row.try_get("", "chain")?;
        let kind: Option<String> = row.try_get("", "supervision")?;
        let of_it = kinds.entry(row.try_get("", "dispatcher_id")?).or_default();
        if let Some(chain) = chain.as_deref().and_then(InspectionPlus::parse) {
            of_it.chains.insert((id, chain.as_str()));
        }
        if let Some(kind) = kind.as_deref().and_then(SupervisionKind::parse) {
            of_it.supervisions.insert((id, kind.as_str()));
        }
    }
    Ok(())
}

async fn objects(
    batch: &Batch<'_>,
    (first, last): (NaiveDate, NaiveDate),
    kinds: &mut HashMap<Uuid, Kinds>,
) -> Result<()> {
    let mut sql = batch.sql();
    sql.push("SELECT t.dispatcher_id, t.id, x.organization_id, p.supervision, (SELECT b.name FROM organization b WHERE b.id = x.organization_id AND ");
    visible::rows(Organization::DEF, batch.viewer(), "b", &mut sql);
    sql.push(") AS organization FROM joint_operation t JOIN joint_operation_object x ON x.operation_id = t.id JOIN joint_operation_party p ON p.operation_id = t.id AND p.supervision IS NOT NULL");
    counts(batch, first, last, &mut sql);
    for row in batch.fetch(sql).await? {
        let kind: String = row.try_get("", "supervision")?;
        let Some(kind) = SupervisionKind::parse(&kind) else {
            continue;
        };
        let organization: Uuid = row.try_get("", "organization_id")?;
        let name: Option<String> = row.try_get("", "organization")?;
        let of_it = kinds.entry(row.try_get("", "dispatcher_id")?).or_default();
        let cell = of_it.objects.entry((organization, kind.as_str()));
        cell.or_default().insert(row.try_get("", "id")?);
        of_it.names.extend(name.map(|name| (organization, name)));
    }
    Ok(())
}
