//! The months in which nobody of a place went to its superior.

use std::collections::{HashMap, HashSet};

use chrono::{Datelike, Months, NaiveDate};
use uuid::Uuid;

use super::upward_visit::UpwardVisit;
use crate::{
    access::visible,
    blocks::measure::as_of,
    error::{Error, Result},
    graphql::scalars::Date,
    read::{Batch, noun::Noun as _},
};

/// The most months that are looked at.
const MOST: usize = 120;

/// The first day of each month of the period without a visit: one statement for the whole page.
pub async fn months_without_visit(batch: &Batch<'_>) -> Result<Vec<Vec<Date>>> {
    let Date(from) = batch.argument("from")?;
    let to = as_of(Some(batch.argument("to")?)).map_err(|error| error.field("to"))?;
    let months = months(from, to)?;
    let mut sql = batch.sql();
    sql.push("SELECT t.dispatcher_id, t.visited_on FROM upward_visit t WHERE t.visited_on >= ")
        .bind(months.first().copied().unwrap_or(from))
        .push(" AND t.visited_on <= ")
        .bind(to)
        .push(" AND t.dispatcher_id")
        .in_ids(&batch.ids())
        .push(" AND ");
    visible::rows(UpwardVisit::DEF, batch.viewer(), "t", &mut sql);
    let mut visited: HashMap<Uuid, HashSet<NaiveDate>> = HashMap::new();
    for row in batch.fetch(sql).await? {
        let day: NaiveDate = row.try_get("", "visited_on")?;
        visited
            .entry(row.try_get("", "dispatcher_id")?)
            .or_default()
            .insert(first_of(day));
    }
    let ids = batch.ids().into_iter();
    Ok(ids
        .map(|id| {
            let visited = visited.remove(&id).unwrap_or_default();
            let without = months.iter().filter(|month| !visited.contains(month));
            without.copied().map(Date).collect()
        })
        .collect())
}

fn first_of(day: NaiveDate) -> NaiveDate {
    day.with_day(1).unwrap_or(day)
}

/// The first day of every month from that of `from` to that of `to`.
fn months(from: NaiveDate, to: NaiveDate) -> Result<Vec<NaiveDate>> {
    let next = |month: &NaiveDate| month.checked_add_months(Months::new(1));
    let months = std::iter::successors(Some(first_of(from)), next);
    let months: Vec<NaiveDate> = months
        .take_while(|month| *month <= to)
        .take(MOST + 1)
        .collect();
    if months.len() <= MOST {
        return Ok(months);
    }
    Err(Error::bad_input(
        "from",
        format!("The period has more than {MOST} months: ask for fewer."),
        format!("时间段超过 {MOST} 个月，请缩短。"),
    ))
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::months;

    #[test]
    fn every_month_that_is_touched_counts() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        let three = months(day("2022-11-30"), day("2023-01-01")).unwrap();
        let expected = ["2022-11-01", "2022-12-01", "2023-01-01"].map(day);
        assert_eq!(three, expected);
        assert!(
            months(day("2023-01-02"), day("2022-12-31"))
                .unwrap()
                .is_empty()
        );
        assert!(months(day("2000-01-01"), day("2022-12-31")).is_err());
    }
}
