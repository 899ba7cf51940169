//! By when a duty has to be done, time after time, and whether it was.

use std::collections::{BTreeSet, HashMap};

use async_graphql::SimpleObject;
use chrono::{Months, NaiveDate};
use uuid::Uuid;

use super::{rule_duty::RuleDuty, rule_duty_record::RuleDutyRecord};
use crate::{
    access::visible,
    blocks::measure::{self, Basis, Definition, Dimension, Measure, ScopePart},
    error::{Error, Result},
    graphql::{node_id, scalars::Date},
    read::{Batch, noun::Noun as _},
};

/// How a duty was kept so far (定期工作执行情况).
#[derive(Clone, Debug, SimpleObject)]
pub struct DutySchedule {
    /// The times by which it had to be done up to the day, the earliest first (各期).
    times: Vec<DutyTime>,
    /// Which share of them was kept; without a value before the first (按期完成率).
    kept: Measure,
    /// The next time by which it has to be done; null once the rule has ended (下一期限).
    next_due_on: Option<Date>,
}

/// A time by which a duty had to be done (期次).
#[derive(Clone, Debug, PartialEq, Eq, SimpleObject)]
pub struct DutyTime {
    /// The day (期限).
    due_on: Date,
    /// When it was done after the time before, and by this day; null when it was missed (完成日期).
    done_on: Option<Date>,
}

const KEPT: Definition = Definition::new(
    "DUTY_KEPT",
    1,
    "Of the times by which the duty had to be done up to the day, those for which it was done after the time before and by the day due.",
    "截至当日各期中，在上期期限之后、本期期限之前（含当日）完成的期数占比。",
);

/// The times of one duty: every so many months from the first on, up to the day or the last day of the rule; and the next one.
pub fn times(
    first: NaiveDate,
    every_months: u32,
    ended_on: Option<NaiveDate>,
    as_of: NaiveDate,
    done: &BTreeSet<NaiveDate>,
) -> (Vec<DutyTime>, Option<NaiveDate>) {
    let stands = |due: NaiveDate| ended_on.is_none_or(|last| due <= last);
    let all = (0..).map_while(|number: u32| {
        let months = Months::new(every_months.checked_mul(number)?);
        first.checked_add_months(months)
    });
    let mut times = Vec::new();
    let mut before: Option<NaiveDate> = None;
    for due in all {
        if due > as_of || !stands(due) {
            return (times, stands(due).then_some(due));
        }
        let done_on = done
            .range(..=due)
            .find(|day| before.is_none_or(|before| **day > before));
        times.push(DutyTime {
            due_on: Date(due),
            done_on: done_on.copied().map(Date),
        });
        before = Some(due);
    }
    (times, None)
}

/// How each duty was kept: one statement for the whole batch.
pub async fn schedule(batch: &Batch<'_>) -> Result<Vec<DutySchedule>> {
    let as_of = measure::as_of(batch.argument("asOf")?)?;
    let mut sql = batch.sql();
    sql.push("SELECT t.id, r.ended_on, d.done_on FROM rule_duty t JOIN rule_document r ON r.id = t.rule_id LEFT JOIN rule_duty_record d ON d.duty_id = t.id AND d.done_on <= ")
        .bind(as_of)
        .push(" AND ");
    visible::rows(RuleDutyRecord::DEF, batch.viewer(), "d", &mut sql);
    sql.push(" WHERE t.id").in_ids(&batch.ids()).push(" AND ");
    visible::rows(RuleDuty::DEF, batch.viewer(), "t", &mut sql);
    let mut found: HashMap<Uuid, (Option<NaiveDate>, BTreeSet<NaiveDate>)> = HashMap::new();
    for row in batch.fetch(sql).await? {
        let of = found.entry(row.try_get("", "id")?).or_default();
        of.0 = row.try_get("", "ended_on")?;
        of.1.extend(row.try_get::<Option<NaiveDate>>("", "done_on")?);
    }
    let ids = batch.ids().into_iter().enumerate();
    ids.map(|(row, id)| {
        let first = batch.date(row, "first_due_on");
        let first = first.ok_or_else(|| Error::internal("a duty without a first day"))?;
        let every = batch.integer(row, "every_months").unwrap_or(1);
        let every = u32::try_from(every).map_err(Error::internal)?.max(1);
        let (ended_on, done) = found.remove(&id).unwrap_or_default();
        let (times, next) = times(first, every, ended_on, as_of, &done);
        let name = batch.text(row, "action").unwrap_or_default();
        let global = node_id::encode(RuleDuty::DEF.name, id);
        let scope = vec![ScopePart::new(Dimension::Duty, Some(global), name)];
        let kept = times.iter().filter(|time| time.done_on.is_some()).count();
        Ok(DutySchedule {
            kept: Basis { scope, as_of }.share(kept, times.len(), KEPT),
            next_due_on: next.map(Date),
            times,
        })
    })
    .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn kept(days: &[&str], as_of: &str, ended_on: Option<&str>) -> (Vec<bool>, Option<NaiveDate>) {
        let done = days.iter().map(|text| day(text)).collect();
        let (times, next) = times(day("2022-01-31"), 1, ended_on.map(day), day(as_of), &done);
        let kept = times.iter().map(|time| time.done_on.is_some());
        (kept.collect(), next)
    }

    #[test]
    fn each_time_is_kept_by_what_was_done_after_the_one_before() {
        let (times, next) = kept(&["2022-01-10", "2022-03-05"], "2022-04-01", None);
        assert_eq!(times, [true, false, true]);
        assert_eq!(next, Some(day("2022-04-30")), "the month's last day");
        // Late is for the next time.
        assert_eq!(kept(&["2022-02-01"], "2022-02-28", None).0, [false, true]);
        assert_eq!(kept(&["2022-01-31"], "2022-01-31", None).0, [true]);
    }

    #[test]
    fn a_rule_that_has_ended_asks_for_nothing_more() {
        let (times, next) = kept(&[], "2022-12-31", Some("2022-03-30"));
        assert_eq!((times.len(), next), (2, None));
        let (times, next) = kept(&[], "2022-01-01", None);
        assert_eq!((times.len(), next), (0, Some(day("2022-01-31"))));
    }
}
