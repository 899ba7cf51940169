//! What a Party branch held in a year, by kind, and how many attended.

use std::collections::HashMap;

use async_graphql::SimpleObject;
use inspectorate_entity::{
    organizations::party_branch_activity::BranchActivityKind, vocabulary::Vocabulary,
};
use uuid::Uuid;

use super::PartyBranchActivity;
use crate::{
    access::visible,
    blocks::measure::{Basis, Counting, Definition, Dimension, Measure, ScopePart, Unit, today},
    domain::rules::rule_year::span,
    error::Result,
    graphql::{coded::Coded, node_id},
    read::{Batch, noun::Noun as _},
};

/// What a Party branch held in a year (党支部年度活动情况).
#[derive(Clone, Debug, SimpleObject)]
pub struct BranchYear {
    /// Activities of every kind (活动次数).
    activities: Measure,
    /// The same by kind, those kinds left out of which there was none (分种类次数).
    by_kind: Vec<BranchActivitiesOfKind>,
    /// Those who attended, each time anew; a lower bound while of an activity nobody counted them (参加人次).
    attendances: Measure,
    /// Activities of which nobody counted who attended (未统计参加人数的活动).
    uncounted: Measure,
}

/// The activities of one kind in a year (某类活动次数).
#[derive(Clone, Debug, SimpleObject)]
pub struct BranchActivitiesOfKind {
    /// The kind (活动种类).
    kind: Coded<BranchActivityKind>,
    /// How many there were (活动次数).
    activities: Measure,
}

const ACTIVITIES: Definition = Definition::new(
    "BRANCH_ACTIVITIES",
    1,
    "Activities that the Party branch held in the year, as far as they are recorded.",
    "党支部当年开展并已登记的活动次数。",
);

const ATTENDANCES: Definition = Definition::new(
    "BRANCH_ATTENDANCES",
    1,
    "Those who attended the branch's activities of the year, each time anew; activities without a count add nothing, and the figure is then a lower bound.",
    "党支部当年各次活动参加人数之和（人次）；未统计人数的活动不计入，此时为下限。",
);

const UNCOUNTED: Definition = Definition::new(
    "BRANCH_ACTIVITIES_UNCOUNTED",
    1,
    "Activities of the year of which it is not recorded how many attended.",
    "当年未登记参加人数的活动次数。",
);

/// What the activities of a branch of one kind come to.
struct OfKind {
    kind: BranchActivityKind,
    held: usize,
    counted: usize,
    attendances: usize,
}

/// The year of each branch, in one statement.
pub async fn branch_year(batch: &Batch<'_>) -> Result<Vec<BranchYear>> {
    let year: i32 = batch.argument("year")?;
    let (first, last) = span(year)?;
    let as_of = last.min(today());
    let mut sql = batch.sql();
    sql.push("SELECT t.organization_id, t.kind, COUNT(*) AS held, COUNT(t.attendees) AS counted, COALESCE(SUM(t.attendees), 0) AS attendances FROM party_branch_activity t WHERE t.held_on >= ")
        .bind(first)
        .push(" AND t.held_on <= ")
        .bind(as_of)
        .push(" AND t.organization_id")
        .in_ids(&batch.ids())
        .push(" AND ");
    visible::rows(PartyBranchActivity::DEF, batch.viewer(), "t", &mut sql);
    sql.push(" GROUP BY t.organization_id, t.kind");
    let mut held: HashMap<Uuid, Vec<OfKind>> = HashMap::new();
    for row in batch.fetch(sql).await? {
        let count = |column| -> Result<usize> {
            Ok(usize::try_from(row.try_get::<i64>("", column)?).unwrap_or_default())
        };
        let of_kind = OfKind {
            kind: row.try_get("", "kind")?,
            held: count("held")?,
            counted: count("counted")?,
            attendances: count("attendances")?,
        };
        held.entry(row.try_get("", "organization_id")?)
            .or_default()
            .push(of_kind);
    }
    let rows = batch.ids().into_iter().enumerate();
    Ok(rows
        .map(|(row, id)| {
            let name = batch.text(row, "name").unwrap_or_default();
            let branch = node_id::encode("Organization", id);
            let basis = Basis {
                scope: vec![
                    ScopePart::new(Dimension::Organization, Some(branch), name),
                    ScopePart::new(Dimension::Year, Some(year.to_string()), year.to_string()),
                ],
                as_of,
            };
            of_branch(&basis, held.get(&id).map(Vec::as_slice).unwrap_or_default())
        })
        .collect())
}

fn of_branch(basis: &Basis, held: &[OfKind]) -> BranchYear {
    let sum = |of: fn(&OfKind) -> usize| -> usize { held.iter().map(of).sum() };
    let all = sum(|of_kind| of_kind.held);
    let uncounted = all - sum(|of_kind| of_kind.counted);
    let attendances = sum(|of_kind| of_kind.attendances);
    let counting = match uncounted {
        0 => Counting::Exact,
        _ => Counting::AtLeast,
    };
    let by_kind = |kind: &BranchActivityKind| {
        let mut entries = BranchActivityKind::variants().iter();
        let entry = entries.find(|entry| entry.value == kind.as_str())?;
        let of_it = held.iter().find(|of_kind| of_kind.kind == *kind)?;
        let value = Some(entry.value.to_owned());
        let part = ScopePart::new(Dimension::BranchActivityKind, value, entry.zh);
        let basis = basis.narrowed(part);
        Some(BranchActivitiesOfKind {
            kind: Coded(*kind),
            activities: basis.count(of_it.held, Unit::Activity, ACTIVITIES),
        })
    };
    BranchYear {
        activities: basis.count(all, Unit::Activity, ACTIVITIES),
        by_kind: BranchActivityKind::ALL.iter().filter_map(by_kind).collect(),
        attendances: Measure {
            counting,
            ..basis.count(attendances, Unit::PersonTime, ATTENDANCES)
        },
        uncounted: basis.count(uncounted, Unit::Activity, UNCOUNTED),
    }
}
