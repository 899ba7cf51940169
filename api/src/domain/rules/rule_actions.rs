//! What the viewer may do with a rule document now, and whether its trial is overdue.

use std::collections::BTreeSet;

use inspectorate_entity::{
    rules::rule_document::{RuleCause, RuleKind, RuleStatus},
    vocabulary::Vocabulary,
};
use uuid::Uuid;

use super::rule_life_cycle::{Keeper, RULE, RuleFacts};
use crate::{
    access::visible,
    blocks::{measure, workflow::AvailableAction},
    domain::organizations::organization::Organization,
    error::{Error, Result},
    graphql::scalars::Date,
    read::{Batch, noun::Noun as _},
};

/// The actions on each rule document: one look at who keeps them.
pub async fn available_actions(batch: &Batch<'_>) -> Result<Vec<Vec<AvailableAction>>> {
    let here = kept_here(batch).await?;
    (0..batch.len())
        .map(|row| {
            let facts = RuleFacts {
                kind: batch
                    .text(row, "kind")
                    .and_then(RuleKind::parse)
                    .ok_or_else(|| Error::internal("a rule document without kind"))?,
                is_required: batch.id(row, "required_rule_id").is_some(),
                cause: batch.text(row, "cause_kind").and_then(RuleCause::parse),
                keeper: match batch.id(row, "dispatcher_id") {
                    None => Keeper::Shipped,
                    Some(dispatcher) if here.contains(&dispatcher) => Keeper::Here,
                    Some(_) => Keeper::Superior,
                },
            };
            Ok(RULE.available(batch.viewer(), status(batch, row)?, &facts))
        })
        .collect()
}

/// Those of the dispatchers that stand in the viewer's jurisdiction.
async fn kept_here(batch: &Batch<'_>) -> Result<BTreeSet<Uuid>> {
    let dispatchers: BTreeSet<Uuid> = (0..batch.len())
        .filter_map(|row| batch.id(row, "dispatcher_id"))
        .collect();
    let dispatchers: Vec<Uuid> = dispatchers.into_iter().collect();
    let mut sql = batch.sql();
    sql.push("SELECT o.id FROM organization o WHERE o.id")
        .in_ids(&dispatchers)
        .push(" AND ");
    visible::rows(Organization::DEF, batch.viewer(), "o", &mut sql);
    let rows = batch.fetch(sql).await?;
    rows.iter().map(|row| Ok(row.try_get("", "id")?)).collect()
}

/// Whether each is on trial beyond the day of its review.
pub async fn trial_overdue(batch: &Batch<'_>) -> Result<Vec<bool>> {
    let day = match batch.argument::<Option<Date>>("asOf")? {
        Some(Date(day)) => day,
        None => measure::today(),
    };
    (0..batch.len())
        .map(|row| {
            let due = batch.date(row, "review_due_on");
            Ok(status(batch, row)? == RuleStatus::OnTrial && due.is_some_and(|due| due < day))
        })
        .collect()
}

fn status(batch: &Batch<'_>, row: usize) -> Result<RuleStatus> {
    batch
        .text(row, "status")
        .and_then(RuleStatus::parse)
        .ok_or_else(|| Error::internal("a rule document without status"))
}
