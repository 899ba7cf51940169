//! Which dispatchers have a rule of their own under one of a superior, and which have none (S89).

use std::collections::HashMap;

use async_graphql::{ID, SimpleObject};
use uuid::Uuid;

use super::rule_document::RuleDocument;
use crate::{
    access::visible,
    blocks::measure::{self, Basis, Definition, Dimension, Measure, ScopePart},
    domain::organizations::organization::Organization,
    error::Result,
    graphql::node_id,
    read::{Batch, noun::Noun as _},
};

/// How far a rule is carried out by rules of the dispatchers below (配套制度制定情况).
#[derive(Clone, Debug, SimpleObject)]
pub struct LocalRules {
    /// The share of the dispatchers that have a rule of their own under it (配套制度制定率).
    rate: Measure,
    /// Those that have none, by the order of their codes (尚未制定配套制度的派出机关).
    without: Vec<DispatcherWithoutRule>,
}

/// A dispatcher without a rule of its own (未制定配套制度的派出机关).
#[derive(Clone, Debug, SimpleObject)]
pub struct DispatcherWithoutRule {
    /// The `id` of the dispatcher (派出机关标识).
    organization_id: ID,
    /// What it is called (名称).
    name: String,
}

const RATE: Definition = Definition::new(
    "DISPATCHERS_WITH_LOCAL_RULE",
    1,
    "Of the dispatchers registered today that stand below the one that keeps the rule, of a shipped rule all that you may see, those with a rule on trial or in force that names it as its basis or as what it carries out.",
    "截至今日登记的、该制度所属派出机关之下的派出机关（内置的上级制度则为可见的全部派出机关）中，已有以其为制定依据或落实对象的试行或正式制度的占比。",
);

/// The dispatchers below, by the order of their codes.
#[derive(Default)]
struct Below {
    with: usize,
    without: Vec<(Uuid, String)>,
}

/// How far each rule is carried out: one statement for the whole batch.
pub async fn local_rules(batch: &Batch<'_>) -> Result<Vec<LocalRules>> {
    let today = measure::today();
    let mut sql = batch.sql();
    sql.push("SELECT b.id AS basis, d.id, d.name, d.code, EXISTS (SELECT 1 FROM rule_document r WHERE r.dispatcher_id = d.id AND r.status IN ('FORMAL', 'ON_TRIAL') AND (r.cause_rule_id = b.id OR EXISTS (SELECT 1 FROM rule_basis s WHERE s.rule_id = r.id AND s.basis_id = b.id)) AND ");
    visible::rows(RuleDocument::DEF, batch.viewer(), "r", &mut sql);
    sql.push(") AS has_one FROM rule_document b LEFT JOIN organization k ON k.id = b.dispatcher_id JOIN organization d ON k.id IS NULL OR (d.id <> k.id AND d.path >= k.path AND d.path < substr(k.path, 1, length(k.path) - 1) || '0') WHERE EXISTS (SELECT 1 FROM agency_registration a WHERE a.organization_id = d.id AND a.agency = 'DISPATCHER' AND a.starts_on <= ")
        .bind(today)
        .push(" AND (a.ends_on IS NULL OR a.ends_on >= ")
        .bind(today)
        .push(")) AND b.id")
        .in_ids(&batch.ids())
        .push(" AND ");
    visible::rows(Organization::DEF, batch.viewer(), "d", &mut sql);
    sql.push(" ORDER BY d.code");
    let mut found: HashMap<Uuid, Below> = HashMap::new();
    for row in batch.fetch(sql).await? {
        let below = found.entry(row.try_get("", "basis")?).or_default();
        if row.try_get("", "has_one")? {
            below.with += 1;
        } else {
            let without = (row.try_get("", "id")?, row.try_get("", "name")?);
            below.without.push(without);
        }
    }
    let ids = batch.ids().into_iter().enumerate();
    let each = ids.map(|(row, id)| {
        let below = found.remove(&id).unwrap_or_default();
        let title = batch.text(row, "title").unwrap_or_default();
        let global = node_id::encode(RuleDocument::DEF.name, id);
        let scope = vec![ScopePart::new(Dimension::Rule, Some(global), title)];
        let basis = Basis {
            scope,
            as_of: today,
        };
        let without = below
            .without
            .iter()
            .map(|(id, name)| DispatcherWithoutRule {
                organization_id: ID(node_id::encode(Organization::DEF.name, *id)),
                name: name.clone(),
            });
        LocalRules {
            rate: basis.share(below.with, below.with + below.without.len(), RATE),
            without: without.collect(),
        }
    });
    Ok(each.collect())
}
