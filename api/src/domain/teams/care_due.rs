//! With whom a talk or a visit is due (谈心家访到期清单).

use std::collections::HashMap;

use async_graphql::{ID, SimpleObject};
use chrono::{Months, NaiveDate};
use uuid::Uuid;

use super::{care_record::CareRecord, team_member::TeamMember};
use crate::{
    access::visible,
    blocks::{measure::today, setting},
    error::Result,
    graphql::{node_id, scalars::Date},
    read::{Batch, noun::Noun},
};

/// Somebody on an inspection team with whom a talk or visit is due (谈心家访到期).
#[derive(Clone, Debug, PartialEq, Eq, SimpleObject)]
pub struct CareDue {
    /// By when: the interval of the setting CARE_INTERVAL_MONTHS after the last one, or after the first day on the team (到期日期).
    pub due_on: Date,
    /// What the person is called (姓名).
    pub name: String,
    /// The person (人员).
    pub person_id: ID,
    /// When the last talk or visit was; null when none is recorded (最近一次).
    pub last_held_on: Option<Date>,
}

/// Whom each dispatcher's office owes a talk or visit by a day, the longest overdue first.
pub async fn care_due(batch: &Batch<'_>) -> Result<Vec<Option<Vec<CareDue>>>> {
    let by = batch
        .argument::<Option<Date>>("by")?
        .map_or_else(today, |day| day.0);
    let dispatchers = batch.ids();
    let settings = setting::of_batch(batch, &dispatchers, today()).await?;
    let held = last_held(batch, &dispatchers, by).await?;
    let mut people = on_teams(batch, &dispatchers, by).await?;
    let mut due = Vec::with_capacity(dispatchers.len());
    for dispatcher in dispatchers {
        // Who decided nothing goes by the shipped defaults.
        let settings = settings.get(&dispatcher).cloned().unwrap_or_default();
        let months = settings.number(setting::CARE_INTERVAL_MONTHS);
        let interval = Months::new(u32::try_from(months).unwrap_or_default());
        let mut of_it = Vec::new();
        for (person, (name, since)) in people.remove(&dispatcher).unwrap_or_default() {
            let last = held.get(&(dispatcher, person)).copied();
            let due_on = last.unwrap_or(since).checked_add_months(interval);
            if let Some(due_on) = due_on.filter(|due_on| *due_on <= by) {
                of_it.push(CareDue {
                    due_on: Date(due_on),
                    name,
                    person_id: ID(node_id::encode("Person", person)),
                    last_held_on: last.map(Date),
                });
            }
        }
        of_it.sort_unstable_by(|a, b| (a.due_on.0, &a.name).cmp(&(b.due_on.0, &b.name)));
        due.push(Some(of_it));
    }
    Ok(due)
}

/// When each person was last talked with or visited, by the day.
async fn last_held(
    batch: &Batch<'_>,
    dispatchers: &[Uuid],
    by: NaiveDate,
) -> Result<HashMap<(Uuid, Uuid), NaiveDate>> {
    let mut sql = batch.sql();
    sql.push(
        "SELECT c.dispatcher_id, c.person_id, c.held_on FROM care_record c WHERE c.held_on <= ",
    )
    .bind(by)
    .push(" AND c.dispatcher_id")
    .in_ids(dispatchers)
    .push(" AND ");
    visible::rows(CareRecord::DEF, batch.viewer(), "c", &mut sql);
    let mut last = HashMap::new();
    for row in batch.fetch(sql).await? {
        let key = (
            row.try_get("", "dispatcher_id")?,
            row.try_get("", "person_id")?,
        );
        let held: NaiveDate = row.try_get("", "held_on")?;
        let known = last.entry(key).or_insert(held);
        *known = held.max(*known);
    }
    Ok(last)
}

/// Of a dispatcher: each person with the name and the first day on a team.
type People = HashMap<Uuid, (String, NaiveDate)>;

/// Who sits on a team of each dispatcher on the day, and since when on any.
async fn on_teams(
    batch: &Batch<'_>,
    dispatchers: &[Uuid],
    by: NaiveDate,
) -> Result<HashMap<Uuid, People>> {
    let mut sql = batch.sql();
    sql.push("SELECT m.dispatcher_id, m.person_id, m.starts_on, p.name FROM team_member m JOIN person p ON p.id = m.person_id ")
        .push("WHERE m.end_reason IS NULL AND m.starts_on <= ")
        .bind(by)
        .push(" AND (m.ends_on IS NULL OR m.ends_on >= ")
        .bind(by)
        .push(") AND m.dispatcher_id")
        .in_ids(dispatchers)
        .push(" AND ");
    visible::rows(TeamMember::DEF, batch.viewer(), "m", &mut sql);
    let mut people: HashMap<Uuid, People> = HashMap::new();
    for row in batch.fetch(sql).await? {
        let since: NaiveDate = row.try_get("", "starts_on")?;
        let of_it = people.entry(row.try_get("", "dispatcher_id")?).or_default();
        let known = of_it
            .entry(row.try_get("", "person_id")?)
            .or_insert((row.try_get("", "name")?, since));
        known.1 = known.1.min(since);
    }
    Ok(people)
}
