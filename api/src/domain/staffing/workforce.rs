//! The standing staff of inspection work and those lent to it (专职力量).

use std::collections::HashMap;

use async_graphql::SimpleObject;
use chrono::NaiveDate;
use uuid::Uuid;

use crate::{
    access::visible,
    blocks::measure::{Basis, Definition, Dimension, Measure, ScopePart, Unit, as_of},
    domain::{
        organizations::organization_establishment::OrganizationEstablishment,
        teams::secondment::Secondment,
    },
    error::Result,
    graphql::{node_id, scalars::Date},
    read::{Batch, noun::Noun},
};

const POSTS: Definition = Definition::new(
    "INSPECTION_POSTS",
    1,
    "Posts approved for the inspection offices of the dispatcher on the day asked for.",
    "统计日该派出机关巡视巡察办的编制数。",
);

const STAFF: Definition = Definition::new(
    "INSPECTION_FULL_TIME_STAFF",
    1,
    "Full-time staff of these offices on that day.",
    "统计日该派出机关巡视巡察办的专职人员数。",
);

const VACANCIES: Definition = Definition::new(
    "INSPECTION_VACANCIES",
    1,
    "Posts of offices of which posts and staff are both recorded, less their full-time staff; an office with more staff than posts has none.",
    "编制数和专职人员数均有记录的巡视巡察办的空编数，超编的按零计。",
);

const LENT: Definition = Definition::new(
    "INSPECTION_LENT_STAFF",
    1,
    "Secondments to the dispatcher that had begun and not ended on that day.",
    "统计日在抽调的人次。",
);

const SHARE: Definition = Definition::new(
    "INSPECTION_FULL_TIME_SHARE",
    1,
    "Full-time staff in full-time staff and lent people together.",
    "专职人员占专职人员与在抽调人员之和的比例。",
);

/// Who does the inspection work of a dispatcher on one day (巡视巡察力量).
#[derive(Clone, Debug, SimpleObject)]
pub struct Workforce {
    /// Posts approved for its inspection offices; null when for none of them recorded (编制数).
    pub posts: Option<Measure>,
    /// Full-time staff of its inspection offices; null when for none of them recorded (专职人员数).
    pub full_time_staff: Option<Measure>,
    /// Posts without anybody; null when for no office both are recorded (空编数).
    pub vacancies: Option<Measure>,
    /// People lent to it (在抽调人次).
    pub lent: Measure,
    /// Full-time staff in all of them; null when the full-time staff is not recorded (专职人员占比).
    pub full_time_share: Option<Measure>,
}

/// What is recorded of the offices of one dispatcher.
#[derive(Debug, Default)]
struct Offices {
    posts: Option<usize>,
    staff: Option<usize>,
    vacancies: Option<usize>,
}

impl Offices {
    fn add(&mut self, posts: Option<usize>, staff: Option<usize>) {
        let sum = |sum: &mut Option<usize>, more: Option<usize>| {
            if let Some(more) = more {
                *sum = Some(sum.unwrap_or_default().saturating_add(more));
            }
        };
        sum(&mut self.posts, posts);
        sum(&mut self.staff, staff);
        let vacancies = posts.zip(staff);
        sum(
            &mut self.vacancies,
            vacancies.map(|(posts, staff)| posts.saturating_sub(staff)),
        );
    }
}

/// The people of each dispatcher: two statements whatever the number.
pub async fn workforce(batch: &Batch<'_>) -> Result<Vec<Option<Workforce>>> {
    let day = as_of(batch.argument::<Option<Date>>("asOf")?)?;
    let mut offices = offices(batch, day).await?;
    let mut lent = lent(batch, day).await?;
    let dispatchers = batch.ids().into_iter().enumerate();
    Ok(dispatchers
        .map(|(row, dispatcher)| {
            let id = node_id::encode("Organization", dispatcher);
            let name = batch.text(row, "name").unwrap_or_default();
            let basis = Basis {
                scope: vec![ScopePart::new(Dimension::Dispatcher, Some(id), name)],
                as_of: day,
            };
            let offices = offices.remove(&dispatcher).unwrap_or_default();
            let lent = lent.remove(&dispatcher).unwrap_or_default();
            let count = |counted: Option<usize>, unit, definition| {
                counted.map(|counted| basis.count(counted, unit, definition))
            };
            Some(Workforce {
                posts: count(offices.posts, Unit::Post, POSTS),
                full_time_staff: count(offices.staff, Unit::Person, STAFF),
                vacancies: count(offices.vacancies, Unit::Post, VACANCIES),
                lent: basis.count(lent, Unit::PersonTime, LENT),
                full_time_share: offices
                    .staff
                    .map(|staff| basis.share(staff, staff.saturating_add(lent), SHARE)),
            })
        })
        .collect())
}

/// What is recorded of the bodies that act as inspection office in the work of each dispatcher on the day.
async fn offices(batch: &Batch<'_>, day: NaiveDate) -> Result<HashMap<Uuid, Offices>> {
    let mut sql = batch.sql();
    sql.push(
        "SELECT DISTINCT g.authority_id, e.id, e.posts, e.full_time_staff FROM agency_registration g \
         JOIN organization_establishment e ON e.organization_id = g.organization_id WHERE g.agency = 'OFFICE'",
    );
    for alias in ["g", "e"] {
        sql.push(" AND ")
            .column(alias, "starts_on")
            .push(" <= ")
            .bind(day)
            .push(" AND (")
            .column(alias, "ends_on")
            .push(" IS NULL OR ")
            .column(alias, "ends_on")
            .push(" >= ")
            .bind(day)
            .push(")");
    }
    sql.push(" AND g.authority_id")
        .in_ids(&batch.ids())
        .push(" AND ");
    visible::rows(
        OrganizationEstablishment::DEF,
        batch.viewer(),
        "e",
        &mut sql,
    );
    let mut offices: HashMap<Uuid, Offices> = HashMap::new();
    let number = |number: Option<i32>| number.and_then(|number| usize::try_from(number).ok());
    for row in batch.fetch(sql).await? {
        offices
            .entry(row.try_get("", "authority_id")?)
            .or_default()
            .add(
                number(row.try_get("", "posts")?),
                number(row.try_get("", "full_time_staff")?),
            );
    }
    Ok(offices)
}

/// How many are lent to each dispatcher on the day.
async fn lent(batch: &Batch<'_>, day: NaiveDate) -> Result<HashMap<Uuid, usize>> {
    let mut sql = batch.sql();
    sql.push(
        "SELECT s.dispatcher_id, COUNT(*) FROM secondment s WHERE s.status IN ('IN_SERVICE', 'RETURNED') AND s.starts_on <= ",
    )
    .bind(day)
    .push(" AND s.ends_on >= ")
    .bind(day)
    .push(" AND s.dispatcher_id")
    .in_ids(&batch.ids())
    .push(" AND ");
    visible::rows(Secondment::DEF, batch.viewer(), "s", &mut sql);
    sql.push(" GROUP BY s.dispatcher_id");
    let mut lent = HashMap::new();
    for row in batch.fetch(sql).await? {
        let counted: i64 = row.try_get_by_index(1)?;
        lent.insert(
            row.try_get_by_index(0)?,
            usize::try_from(counted).unwrap_or_default(),
        );
    }
    Ok(lent)
}
