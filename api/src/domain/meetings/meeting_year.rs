//! The meetings of a year by kind, and what became of their decisions.

use std::collections::HashMap;

use async_graphql::SimpleObject;
use chrono::{Datelike, NaiveDate};
use inspectorate_entity::{meetings::meeting::MeetingKind, vocabulary::Vocabulary};
use uuid::Uuid;

use super::{
    decision_life_cycle::is_overdue, definitions, meeting::Meeting,
    meeting_decision::MeetingDecision,
};
use crate::{
    access::visible,
    blocks::measure::{Basis, Dimension, Measure, ScopePart, Unit, today},
    error::{Error, Result},
    graphql::{coded::Coded, node_id},
    read::{Batch, noun::Noun as _},
};

/// The meetings of a year and their decisions (年度会议情况).
#[derive(Clone, Debug, SimpleObject)]
pub struct MeetingYear {
    /// Meetings held, of every kind (召开会议次数).
    held: Measure,
    /// The same by kind, those kinds left out of which none was held (分种类次数).
    by_kind: Vec<MeetingsOfKind>,
    /// Decisions made (议定事项数).
    decisions: Measure,
    /// Which share of them is carried out; without a value while there is none (落实率).
    carried_out: Measure,
    /// How many of them are overdue (超期件数).
    overdue: Measure,
}

/// The meetings of one kind in a year (某类会议次数).
#[derive(Clone, Debug, SimpleObject)]
pub struct MeetingsOfKind {
    /// The kind (会议种类).
    kind: Coded<MeetingKind>,
    /// How many were held (召开次数).
    held: Measure,
}

#[derive(Default)]
struct Decided {
    made: usize,
    carried_out: usize,
    overdue: usize,
}

/// The year of each dispatcher: two statements whatever the number.
pub async fn meeting_year(batch: &Batch<'_>) -> Result<Vec<MeetingYear>> {
    let year: i32 = batch.argument("year")?;
    let as_of = last_day(year)?;
    let held = held(batch, year).await?;
    let decided = decided(batch, year, as_of).await?;
    let rows = batch.ids().into_iter().enumerate();
    Ok(rows
        .map(|(row, id)| {
            let name = batch.text(row, "name").unwrap_or_default();
            let id_of_it = node_id::encode("Organization", id);
            let year_of_it = (Some(year.to_string()), year.to_string());
            let basis = Basis {
                scope: vec![
                    ScopePart::new(Dimension::Dispatcher, Some(id_of_it), name),
                    ScopePart::new(Dimension::Year, year_of_it.0, year_of_it.1),
                ],
                as_of,
            };
            let held = held.get(&id).map(Vec::as_slice).unwrap_or_default();
            let of_kind = |kind: &MeetingKind| {
                let entry = MeetingKind::variants();
                let entry = entry.iter().find(|entry| entry.value == kind.as_str())?;
                let (_, count) = held.iter().find(|(of, _)| of == kind)?;
                let value = Some(entry.value.to_owned());
                let part = ScopePart::new(Dimension::MeetingKind, value, entry.zh);
                let basis = basis.narrowed(part);
                Some(MeetingsOfKind {
                    kind: Coded(*kind),
                    held: basis.count(*count, Unit::Meeting, definitions::HELD),
                })
            };
            let all: usize = held.iter().map(|(_, count)| count).sum();
            let none = Decided::default();
            let decided = decided.get(&id).unwrap_or(&none);
            MeetingYear {
                held: basis.count(all, Unit::Meeting, definitions::HELD),
                by_kind: MeetingKind::ALL.iter().filter_map(of_kind).collect(),
                decisions: basis.count(decided.made, Unit::Decision, definitions::DECISIONS),
                carried_out: basis.share(
                    decided.carried_out,
                    decided.made,
                    definitions::CARRIED_OUT,
                ),
                overdue: basis.count(decided.overdue, Unit::Decision, definitions::OVERDUE),
            }
        })
        .collect())
}

/// The last day of a year that has begun, or today while it lasts.
fn last_day(year: i32) -> Result<NaiveDate> {
    let today = today();
    let last = NaiveDate::from_ymd_opt(year, 12, 31);
    match last {
        Some(last) if year <= today.year() => Ok(last.min(today)),
        _ => Err(Error::bad_input(
            "year",
            format!(
                "{year} is no year that has begun: give one up to {}.",
                today.year()
            ),
            format!(
                "{year} 年尚未开始，请填写不晚于 {} 年的年度。",
                today.year()
            ),
        )),
    }
}

async fn held(batch: &Batch<'_>, year: i32) -> Result<HashMap<Uuid, Vec<(MeetingKind, usize)>>> {
    let mut sql = batch.sql();
    sql.push("SELECT t.dispatcher_id, t.kind, COUNT(*) AS held FROM meeting t WHERE t.status IN ('HELD', 'FILED') AND t.year = ")
        .bind(year)
        .push(" AND t.dispatcher_id")
        .in_ids(&batch.ids())
        .push(" AND ");
    visible::rows(Meeting::DEF, batch.viewer(), "t", &mut sql);
    sql.push(" GROUP BY t.dispatcher_id, t.kind");
    let mut held: HashMap<Uuid, Vec<(MeetingKind, usize)>> = HashMap::new();
    for row in batch.fetch(sql).await? {
        let count: i64 = row.try_get("", "held")?;
        let counted = (
            row.try_get("", "kind")?,
            usize::try_from(count).unwrap_or_default(),
        );
        held.entry(row.try_get("", "dispatcher_id")?)
            .or_default()
            .push(counted);
    }
    Ok(held)
}

async fn decided(batch: &Batch<'_>, year: i32, as_of: NaiveDate) -> Result<HashMap<Uuid, Decided>> {
    let first = NaiveDate::from_ymd_opt(year, 1, 1).unwrap_or(as_of);
    let mut sql = batch.sql();
    sql.push("SELECT t.dispatcher_id, COALESCE(t.due_on, (SELECT MAX(l.due_on) FROM deadline l WHERE l.record_id = t.id)) AS due_on, t.carried_out_on FROM meeting_decision t WHERE t.status <> 'WITHDRAWN' AND t.decided_on >= ")
        .bind(first)
        .push(" AND t.decided_on <= ")
        .bind(as_of)
        .push(" AND t.dispatcher_id")
        .in_ids(&batch.ids())
        .push(" AND ");
    visible::rows(MeetingDecision::DEF, batch.viewer(), "t", &mut sql);
    let mut decided: HashMap<Uuid, Decided> = HashMap::new();
    for row in batch.fetch(sql).await? {
        let of_it = decided
            .entry(row.try_get("", "dispatcher_id")?)
            .or_default();
        let ended: Option<NaiveDate> = row.try_get("", "carried_out_on")?;
        of_it.made += 1;
        of_it.carried_out += usize::from(ended.is_some_and(|day| day <= as_of));
        of_it.overdue += usize::from(is_overdue(row.try_get("", "due_on")?, ended, as_of));
    }
    Ok(decided)
}
