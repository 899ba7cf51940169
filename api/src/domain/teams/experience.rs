//! Time on inspection, which counts as grassroots experience (视同基层工作经历并累计时间).

use std::collections::HashMap;

use chrono::NaiveDate;
use uuid::Uuid;

use super::team_member::TeamMember;
use crate::{
    access::visible,
    blocks::measure::{Basis, Definition, Dimension, Measure, ScopePart, Unit, as_of},
    error::Result,
    graphql::{node_id, scalars::Date},
    read::{Batch, noun::Noun},
};

const DAYS: Definition = Definition::new(
    "INSPECTION_DAYS",
    1,
    "Days on which the person sat on an inspection team, each day once however many teams it was, up to the day asked for.",
    "截至统计日担任巡视巡察组成员的天数，同一天在多个组的计一天。",
);

/// The days that each person has been on inspection, over the team seats that the viewer may see.
pub async fn inspection_experience(batch: &Batch<'_>) -> Result<Vec<Option<Measure>>> {
    let day = as_of(batch.argument::<Option<Date>>("asOf")?)?;
    let mut sql = batch.sql();
    sql.push("SELECT m.person_id, m.starts_on, m.ends_on FROM team_member m WHERE m.starts_on <= ")
        .bind(day)
        .push(" AND m.person_id")
        .in_ids(&batch.ids())
        .push(" AND ");
    visible::rows(TeamMember::DEF, batch.viewer(), "m", &mut sql);
    let mut seats: HashMap<Uuid, Vec<(NaiveDate, NaiveDate)>> = HashMap::new();
    for row in batch.fetch(sql).await? {
        let last: Option<NaiveDate> = row.try_get("", "ends_on")?;
        let span = (row.try_get("", "starts_on")?, last.unwrap_or(day).min(day));
        seats
            .entry(row.try_get("", "person_id")?)
            .or_default()
            .push(span);
    }
    let people = batch.ids().into_iter().enumerate();
    Ok(people
        .map(|(row, person)| {
            let id = node_id::encode("Person", person);
            let name = batch.text(row, "name").unwrap_or_default();
            let basis = Basis {
                scope: vec![ScopePart::new(Dimension::Person, Some(id), name)],
                as_of: day,
            };
            let days = days_of(seats.remove(&person).unwrap_or_default());
            Some(basis.count(days, Unit::Day, DAYS))
        })
        .collect())
}

/// How many days the spans cover together, both ends included.
fn days_of(mut spans: Vec<(NaiveDate, NaiveDate)>) -> usize {
    spans.sort_unstable();
    let mut covered: Option<NaiveDate> = None;
    let mut days = 0;
    for (first, last) in spans {
        let from = match covered {
            Some(until) if first <= until => until + chrono::Days::new(1),
            _ => first,
        };
        days += usize::try_from((last - from).num_days() + 1).unwrap_or_default();
        covered = covered.max(Some(last));
    }
    days
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_counts_once() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        let span = |first, last| (day(first), day(last));
        assert_eq!(days_of(Vec::new()), 0);
        assert_eq!(days_of(vec![span("2022-04-01", "2022-04-01")]), 1);
        let overlapping = vec![
            span("2022-04-11", "2022-04-20"),
            span("2022-04-01", "2022-04-15"),
            span("2022-04-02", "2022-04-03"),
        ];
        assert_eq!(days_of(overlapping), 20);
        let apart = vec![
            span("2022-04-01", "2022-04-10"),
            span("2022-05-01", "2022-05-10"),
        ];
        assert_eq!(days_of(apart), 20);
    }
}
