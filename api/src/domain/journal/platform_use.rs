//! Who uses the service, and how completely: counted from the journal (S423).

use std::collections::{BTreeMap, BTreeSet};

use async_graphql::{ID, SimpleObject};
use chrono::{DateTime, Days, Months, NaiveDate, NaiveTime, TimeDelta, Utc};
use inspectorate_entity::{organizations::agency_registration::Agency, vocabulary::Vocabulary};
use uuid::Uuid;

use super::{
    platform_members::{self, MEMBERS},
    platform_video::{self, VIDEO},
};
use crate::{
    access::visible,
    blocks::measure::{self, Basis, Definition, Dimension, Measure, ScopePart, Unit},
    domain::organizations::organization::Organization,
    error::{Error, Result},
    graphql::{coded::Coded, node_id, scalars::Date},
    read::{Batch, noun::Noun},
};

const CHANGES: Definition = Definition::new(
    "PLATFORM_CHANGES",
    1,
    "Changes recorded in the journal for the body in the month.",
    "当月以该单位名义办理并记入日志的事项数。",
);

const PEOPLE: Definition = Definition::new(
    "PLATFORM_PEOPLE",
    1,
    "Different people who changed something for the body in the month.",
    "当月以该单位名义办理过事项的人数（人，不重复计算）。",
);

const BODIES: Definition = Definition::new(
    "PLATFORM_BODIES_IN_USE",
    1,
    "Of the bodies at or below the organization that are registered as some agency on the last day of the month, those that changed something in it.",
    "截至月末已登记的机关中，当月在平台上办理过事项的机关数所占比例。",
);

/// Months that may be asked for at once.
const MOST_MONTHS: u32 = 24;

/// The use of the service in a month, at or below an organization (平台使用情况).
#[derive(SimpleObject)]
pub struct PlatformMonth {
    /// First day of the month in China Standard Time (月份).
    month: Date,
    /// The share of the registered bodies that used it (使用率).
    bodies_in_use: Measure,
    /// The share of the people on teams who used it (人员使用率).
    members_in_use: Measure,
    /// Meetings held by video (视频会商次数).
    video_meetings: Measure,
    /// What each body did, the busiest first; bodies that did nothing are not listed (各单位使用情况).
    bodies: Vec<PlatformUse>,
}

/// What a body did for an agency in a month (单位使用情况).
#[derive(SimpleObject)]
pub struct PlatformUse {
    /// The body (单位).
    organization_id: ID,
    /// Its name (单位名称).
    name: String,
    /// The agency that it acted as (机关).
    agency: Coded<Agency>,
    /// How much it did (办理事项数).
    changes: Measure,
    /// How many people did it (办理人数).
    people: Measure,
}

/// What the journal holds of a body in a month.
struct Used {
    above: Uuid,
    id: Uuid,
    name: String,
    agency: Agency,
    changes: usize,
    people: usize,
}

/// Of each organization, month by month, the use of the service at or below it.
pub async fn months(batch: &Batch<'_>) -> Result<Vec<Option<Vec<PlatformMonth>>>> {
    let first = first_of_month(batch.argument::<Date>("from")?.0);
    let last = batch.argument::<Option<Date>>("to")?;
    let last = last.map_or_else(measure::today, |day| day.0);
    let months = wanted(first, last)?;
    let mut answers: Vec<Vec<PlatformMonth>> = batch.ids().iter().map(|_| Vec::new()).collect();
    for month in months {
        let next = month.checked_add_months(Months::new(1)).unwrap_or(month);
        let end = next.checked_sub_days(Days::new(1)).unwrap_or(month);
        let as_of = end.min(measure::today());
        let used = used(batch, month, next).await?;
        let registered = registered(batch, as_of).await?;
        let members = platform_members::of_month(batch, month, next).await?;
        let video = platform_video::of_month(batch, month, next).await?;
        for (row, id) in batch.ids().into_iter().enumerate() {
            let name = batch.text(row, "name").unwrap_or_default();
            let global = node_id::encode(Organization::DEF.name, id);
            let month_name = month.format("%Y-%m").to_string();
            let basis = Basis {
                scope: vec![
                    ScopePart::new(Dimension::Organization, Some(global), name),
                    ScopePart::new(Dimension::Month, Some(month_name.clone()), month_name),
                ],
                as_of,
            };
            let members = members.get(&id).copied().unwrap_or_default();
            let members = basis.share(members.in_use, members.seated, MEMBERS);
            let bodies = registered.get(&id);
            let video = video.get(&id).copied().unwrap_or_default();
            let video = basis.count(video, Unit::Meeting, VIDEO);
            let it = of_month(month, id, &basis, (&used, bodies), (members, video));
            answers[row].push(it);
        }
    }
    Ok(answers.into_iter().map(Some).collect())
}

fn of_month(
    month: NaiveDate,
    above: Uuid,
    basis: &Basis,
    (used, registered): (&[Used], Option<&BTreeSet<Uuid>>),
    (members_in_use, video_meetings): (Measure, Measure),
) -> PlatformMonth {
    let below = || used.iter().filter(|one| one.above == above);
    let active: BTreeSet<Uuid> = below().map(|one| one.id).collect();
    let in_use = registered.map_or(0, |bodies| bodies.intersection(&active).count());
    let bodies = below().map(|one| {
        let global = node_id::encode(Organization::DEF.name, one.id);
        let own = ScopePart::new(Dimension::Organization, Some(global.clone()), &one.name);
        let own = basis.narrowed(own);
        PlatformUse {
            organization_id: ID(global),
            name: one.name.clone(),
            agency: Coded(one.agency),
            changes: own.count(one.changes, Unit::Change, CHANGES),
            people: own.count(one.people, Unit::Person, PEOPLE),
        }
    });
    PlatformMonth {
        month: Date(month),
        bodies_in_use: basis.share(in_use, registered.map_or(0, BTreeSet::len), BODIES),
        members_in_use,
        video_meetings,
        bodies: bodies.collect(),
    }
}

/// The first days of the months from one to the other.
fn wanted(first: NaiveDate, last: NaiveDate) -> Result<Vec<NaiveDate>> {
    let months = (0..=MOST_MONTHS).map_while(|count| first.checked_add_months(Months::new(count)));
    let months: Vec<_> = months.take_while(|month| *month <= last).collect();
    if months.is_empty() {
        return Err(Error::bad_input(
            "to",
            format!("The time ends on {last} before it begins on {first}: give a later day."),
            format!("统计截止日期 {last} 早于起始日期 {first}，请填写更晚的日期。"),
        ));
    }
    if months.len() > MOST_MONTHS as usize {
        return Err(Error::bad_input(
            "from",
            format!("At most {MOST_MONTHS} months can be counted at once: begin later."),
            format!("一次最多统计 {MOST_MONTHS} 个月，请缩短时间范围。"),
        ));
    }
    Ok(months)
}

fn first_of_month(day: NaiveDate) -> NaiveDate {
    use chrono::Datelike;
    day.with_day(1).unwrap_or(day)
}

/// Midnight of a day where the work is done.
pub fn midnight(day: NaiveDate) -> DateTime<Utc> {
    day.and_time(NaiveTime::MIN).and_utc() - TimeDelta::hours(8)
}

async fn used(batch: &Batch<'_>, from: NaiveDate, to: NaiveDate) -> Result<Vec<Used>> {
    let mut sql = batch.sql();
    sql.push("SELECT h.id AS above, d.id AS id, d.name AS name, e.agency AS agency, COUNT(*) AS changes, COUNT(DISTINCT e.actor_subject) AS people FROM organization h JOIN organization d ON d.path >= h.path AND d.path < substr(h.path, 1, length(h.path) - 1) || '0' JOIN event e ON e.organization_id = d.id WHERE e.occurred_at >= ")
        .bind(midnight(from))
        .push(" AND e.occurred_at < ")
        .bind(midnight(to))
        .push(" AND h.id")
        .in_ids(&batch.ids())
        .push(" AND ");
    visible::rows(Organization::DEF, batch.viewer(), "d", &mut sql);
    sql.push(
        " GROUP BY h.id, d.id, d.name, e.agency ORDER BY changes DESC, d.name, e.agency, d.id",
    );
    let mut found = Vec::new();
    for row in batch.fetch(sql).await? {
        let agency: String = row.try_get("", "agency")?;
        let Some(agency) = Agency::parse(&agency) else {
            continue;
        };
        let count = |column: &str| -> Result<usize> {
            usize::try_from(row.try_get::<i64>("", column)?).map_err(Error::internal)
        };
        found.push(Used {
            above: row.try_get("", "above")?,
            id: row.try_get("", "id")?,
            name: row.try_get("", "name")?,
            agency,
            changes: count("changes")?,
            people: count("people")?,
        });
    }
    Ok(found)
}

/// The bodies at or below each organization that are registered as some agency on the day.
async fn registered(batch: &Batch<'_>, day: NaiveDate) -> Result<BTreeMap<Uuid, BTreeSet<Uuid>>> {
    let mut sql = batch.sql();
    sql.push("SELECT DISTINCT h.id AS above, d.id AS id FROM organization h JOIN organization d ON d.path >= h.path AND d.path < substr(h.path, 1, length(h.path) - 1) || '0' JOIN agency_registration r ON r.organization_id = d.id AND r.starts_on <= ")
        .bind(day)
        .push(" AND (r.ends_on IS NULL OR r.ends_on >= ")
        .bind(day)
        .push(") WHERE h.id")
        .in_ids(&batch.ids())
        .push(" AND ");
    visible::rows(Organization::DEF, batch.viewer(), "d", &mut sql);
    let mut found: BTreeMap<Uuid, BTreeSet<Uuid>> = BTreeMap::new();
    for row in batch.fetch(sql).await? {
        let bodies = found.entry(row.try_get("", "above")?).or_default();
        bodies.insert(row.try_get("", "id")?);
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn months_run_from_first_to_last() {
        let months = wanted(day("2022-11-01"), day("2023-01-15")).unwrap();
        assert_eq!(
            months,
            [day("2022-11-01"), day("2022-12-01"), day("2023-01-01")]
        );
        let late = wanted(day("2023-01-01"), day("2022-12-31")).unwrap_err();
        assert_eq!(late.field.as_deref(), Some("to"));
        let long = wanted(day("2020-01-01"), day("2023-01-01")).unwrap_err();
        assert_eq!(long.field.as_deref(), Some("from"));
    }

    #[test]
    fn a_month_begins_at_midnight_in_beijing() {
        assert_eq!(
            midnight(day("2022-11-01")).to_rfc3339(),
            "2022-10-31T16:00:00+00:00"
        );
    }
}
