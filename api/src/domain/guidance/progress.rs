//! How far guidance has come: bodies visited, suggestions answered and settled, and for how long old problems were open.

use std::collections::HashMap;

use async_graphql::SimpleObject;
use chrono::NaiveDate;
use uuid::Uuid;

use super::{
    below::{Placed, directly_below},
    definitions,
    guidance_operation::GuidanceOperation,
};
use crate::{
    access::visible::Visible,
    blocks::measure::{self, Basis, Dimension, Measure, ScopePart, Unit},
    domain::organizations::on_a_day::in_force::in_force,
    error::Result,
    graphql::node_id,
    read::{Batch, noun::Noun as _},
};

/// How far an operation of guidance has come on a day (指导督导进展).
#[derive(Clone, Debug, SimpleObject)]
pub struct GuidanceProgress {
    /// Groups formed (组建指导督导组数).
    groups: Measure,
    /// Which share of the dispatchers directly below was visited (走访覆盖率).
    visited: Measure,
    /// Suggestions made (指导建议数).
    suggested: Measure,
    /// Which share of them is answered; without a value while there is none (答复率).
    answered: Measure,
    /// Which share of them is settled; without a value while there is none (办结率).
    settled: Measure,
    /// Which share of those about old, hard problems is settled; without a value while there is none (“老大难”问题解决率).
    old_problems_settled: Measure,
}

/// What is counted of one operation.
struct Counted {
    path: String,
    groups: usize,
    made: usize,
    answered: usize,
    settled: usize,
    old: usize,
    old_settled: usize,
}

/// The progress of each operation, to those who see it from its dispatcher or above: three statements whatever the number.
pub async fn progress(batch: &Batch<'_>) -> Result<Vec<Option<GuidanceProgress>>> {
    let as_of = measure::as_of(batch.argument("asOf")?)?;
    let counted = counted(batch, as_of).await?;
    let visited = visited(batch, as_of).await?;
    let dispatchers = dispatchers(batch, as_of).await?;
    let ids = batch.ids().into_iter().enumerate();
    Ok(ids
        .map(|(row, id)| {
            let counted = counted.get(&id)?;
            let name = batch.text(row, "name").unwrap_or_default();
            let id_of_it = node_id::encode(GuidanceOperation::DEF.name, id);
            let scope = vec![ScopePart::new(Dimension::Guidance, Some(id_of_it), name)];
            let basis = Basis { scope, as_of };
            let below = directly_below(&counted.path, &dispatchers);
            let reached = visited.get(&id).map(Vec::as_slice).unwrap_or_default();
            let reached = below.iter().filter(|one| reached.contains(one)).count();
            Some(GuidanceProgress {
                groups: basis.count(counted.groups, Unit::Group, definitions::GROUPS),
                visited: basis.share(reached, below.len(), definitions::VISITED),
                suggested: basis.count(counted.made, Unit::Suggestion, definitions::SUGGESTED),
                answered: basis.share(counted.answered, counted.made, definitions::ANSWERED),
                settled: basis.share(counted.settled, counted.made, definitions::SETTLED),
                old_problems_settled: basis.share(
                    counted.old_settled,
                    counted.old,
                    definitions::OLD_SETTLED,
                ),
            })
        })
        .collect())
}

/// What keeps each operation from its end today: bodies not visited, suggestions not answered. Those who do not see the whole of an
/// operation learn nothing of it.
pub async fn open_ends(batch: &Batch<'_>) -> Result<HashMap<Uuid, (i64, i64)>> {
    let today = measure::today();
    let visited = visited(batch, today).await?;
    let dispatchers = dispatchers(batch, today).await?;
    let counted = counted(batch, today).await?.into_iter();
    Ok(counted
        .map(|(id, counted)| {
            let below = directly_below(&counted.path, &dispatchers);
            let reached = visited.get(&id).map(Vec::as_slice).unwrap_or_default();
            let unvisited = below.iter().filter(|one| !reached.contains(one)).count();
            let number = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
            let unanswered = counted.made - counted.answered;
            (id, (number(unvisited), number(unanswered)))
        })
        .collect())
}

async fn counted(batch: &Batch<'_>, day: NaiveDate) -> Result<HashMap<Uuid, Counted>> {
    let mut sql = batch.sql();
    sql.push("SELECT o.id, h.path, (SELECT COUNT(*) FROM guidance_group g WHERE g.operation_id = o.id) AS formed");
    for (name, condition) in [
        ("made", ""),
        ("answered", "answered_on"),
        ("settled", "settled_on"),
        ("old", "long_standing"),
        ("old_settled", "long_standing settled_on"),
    ] {
        sql.push(", (SELECT COUNT(*) FROM guidance_suggestion s WHERE s.operation_id = o.id AND s.made_on <= ")
            .bind(day);
        for part in condition.split_whitespace() {
            if part == "long_standing" {
                sql.push(" AND s.long_standing");
            } else {
                sql.push(" AND ").column("s", part).push(" <= ").bind(day);
            }
        }
        sql.push(") AS ").push(name);
    }
    sql.push(" FROM guidance_operation o JOIN organization h ON h.id = o.dispatcher_id WHERE o.id")
        .in_ids(&batch.ids())
        .push(" AND ");
    Visible::Jurisdiction("dispatcher_id").write(batch.viewer(), "o", &mut sql);
    let mut counted = HashMap::new();
    for row in batch.fetch(sql).await? {
        let number = |column: &str| -> Result<usize> {
            let number: i64 = row.try_get("", column)?;
            Ok(usize::try_from(number).unwrap_or_default())
        };
        let of = Counted {
            path: row.try_get("", "path")?,
            groups: number("formed")?,
            made: number("made")?,
            answered: number("answered")?,
            settled: number("settled")?,
            old: number("old")?,
            old_settled: number("old_settled")?,
        };
        counted.insert(row.try_get("", "id")?, of);
    }
    Ok(counted)
}

/// Whom the groups of each operation visited.
async fn visited(batch: &Batch<'_>, day: NaiveDate) -> Result<HashMap<Uuid, Vec<Uuid>>> {
    let mut sql = batch.sql();
    sql.push("SELECT DISTINCT v.operation_id, v.dispatcher_id FROM guidance_visit v WHERE v.visited_on <= ")
        .bind(day)
        .push(" AND v.operation_id")
        .in_ids(&batch.ids());
    let mut visited: HashMap<Uuid, Vec<Uuid>> = HashMap::new();
    for row in batch.fetch(sql).await? {
        let operation = row.try_get("", "operation_id")?;
        let guided = row.try_get("", "dispatcher_id")?;
        visited.entry(operation).or_default().push(guided);
    }
    Ok(visited)
}

/// The dispatchers of that day below those that guide.
async fn dispatchers(batch: &Batch<'_>, day: NaiveDate) -> Result<Vec<Placed>> {
    let mut sql = batch.sql();
    sql.push("SELECT DISTINCT d.id, d.path FROM guidance_operation o JOIN organization h ON h.id = o.dispatcher_id ")
        .push("JOIN organization d ON d.path > h.path AND d.path < substr(h.path, 1, length(h.path) - 1) || '0' ")
        .push("WHERE EXISTS (SELECT 1 FROM agency_registration r WHERE r.organization_id = d.id AND r.agency = 'DISPATCHER' AND ");
    in_force("r", day, &mut sql);
    sql.push(") AND o.id").in_ids(&batch.ids());
    let rows = batch.fetch(sql).await?;
    rows.iter()
        .map(|row| {
            Ok(Placed {
                id: row.try_get("", "id")?,
                path: row.try_get("", "path")?,
            })
        })
        .collect()
}

/// For how many days each old problem had been open when it was settled, or is open today.
pub async fn days_open(batch: &Batch<'_>) -> Result<Vec<Option<i32>>> {
    let today = measure::today();
    let days = (0..batch.len()).map(|row| {
        let raised = batch.date(row, "first_raised_on")?;
        let until = batch.date(row, "settled_on").unwrap_or(today);
        i32::try_from((until - raised).num_days()).ok()
    });
    Ok(days.collect())
}
