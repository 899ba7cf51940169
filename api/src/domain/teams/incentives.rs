//! What people got for going on inspection, person by person, and who got nothing (正向激励).

use std::collections::{BTreeMap, BTreeSet, HashMap};

use async_graphql::{Enum, ID, SimpleObject};
use chrono::{Datelike, NaiveDate};
use inspectorate_entity::{teams::team_member::TeamRole, vocabulary::Vocabulary};
use sea_orm::QueryResult;
use uuid::Uuid;

use super::{honour::Honour, secondment::Secondment, team_member::TeamMember};
use crate::{
    access::visible,
    blocks::measure::{Basis, Definition, Dimension, Measure, ScopePart, Unit, as_of},
    domain::organizations::person::Person,
    error::Result,
    graphql::{node_id, scalars::Date},
    read::{Batch, Sql, noun::Noun},
};

const PEOPLE: Definition = Definition::new(
    "INSPECTION_PEOPLE",
    1,
    "Different people who sat on a team of the dispatcher or were lent to it up to the day asked for.",
    "截至统计日在该派出机关巡察组任职或被抽调的不同人员。",
);

const WITHOUT_ANY: Definition = Definition::new(
    "INSPECTION_PEOPLE_WITHOUT_INCENTIVE",
    1,
    "Those of them for whom no incentive of any kind is recorded up to that day.",
    "其中截至统计日没有任何激励记录的人员。",
);

/// What somebody gets for going on inspection (激励种类).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Enum)]
pub enum IncentiveKind {
    /// Was deputy leader of a team on secondment (挂职副组长).
    SecondedDeputy,
    /// Stands on a year's list of seconded cadres (年度挂职干部序列).
    SecondmentList,
    /// Has days on a team, which count as grassroots experience (视同基层工作经历).
    CountedExperience,
    /// Was promoted after a secondment (提拔重用).
    Promotion,
    /// Was given a title (荣誉).
    Honour,
}

/// What the people on inspection got for it up to a day (正向激励情况).
#[derive(Clone, Debug, SimpleObject)]
pub struct Incentives {
    /// Who was on inspection, each person once (人数).
    pub people: Measure,
    /// Those of them who got nothing of any kind (未获激励人数).
    pub without_any: Measure,
    /// Every one of them: who got nothing first, then by name (逐人情况).
    pub by_person: Vec<PersonIncentives>,
}

/// What one person got for going on inspection (个人激励).
#[derive(Clone, Debug, PartialEq, Eq, SimpleObject)]
pub struct PersonIncentives {
    /// What the person is called; null when the viewer may not see the person (姓名).
    pub name: Option<String>,
    /// The person; null when the viewer may not see the person (人员).
    pub person_id: Option<ID>,
    /// What there was, each kind once; empty when there was nothing (激励种类).
    pub kinds: Vec<IncentiveKind>,
}

/// Of a dispatcher: each person by name, with what there was.
type People = BTreeMap<(Option<String>, Uuid), BTreeSet<IncentiveKind>>;

/// What the people of each dispatcher got: three statements whatever the number.
pub async fn incentives(batch: &Batch<'_>) -> Result<Vec<Option<Incentives>>> {
    let day = as_of(batch.argument::<Option<Date>>("asOf")?)?;
    let mut people = HashMap::new();
    seated(batch, day, &mut people).await?;
    lent(batch, day, &mut people).await?;
    honoured(batch, day, &mut people).await?;
    let dispatchers = batch.ids().into_iter().enumerate();
    Ok(dispatchers
        .map(|(row, dispatcher)| {
            let id = node_id::encode("Organization", dispatcher);
            let name = batch.text(row, "name").unwrap_or_default();
            let basis = Basis {
                scope: vec![ScopePart::new(Dimension::Dispatcher, Some(id), name)],
                as_of: day,
            };
            Some(report(
                &basis,
                people.remove(&dispatcher).unwrap_or_default(),
            ))
        })
        .collect())
}

fn report(basis: &Basis, people: People) -> Incentives {
    let mut by_person: Vec<PersonIncentives> = people
        .into_iter()
        .map(|((name, person), kinds)| PersonIncentives {
            person_id: name.as_ref().map(|_| ID(node_id::encode("Person", person))),
            name,
            kinds: kinds.into_iter().collect(),
        })
        .collect();
    // Keeps the order of the names.
    by_person.sort_by_key(|person| !person.kinds.is_empty());
    let without = by_person.iter().filter(|person| person.kinds.is_empty());
    Incentives {
        people: basis.count(by_person.len(), Unit::Person, PEOPLE),
        without_any: basis.count(without.count(), Unit::Person, WITHOUT_ANY),
        by_person,
    }
}

async fn seated(
    batch: &Batch<'_>,
    day: NaiveDate,
    people: &mut HashMap<Uuid, People>,
) -> Result<()> {
    let mut sql = batch.sql();
    sql.push("SELECT m.dispatcher_id, m.person_id, m.role");
    push_name(batch, &mut sql);
    sql.push(" FROM team_member m JOIN person p ON p.id = m.person_id WHERE m.starts_on <= ")
        .bind(day)
        .push(" AND m.dispatcher_id")
        .in_ids(&batch.ids())
        .push(" AND ");
    visible::rows(TeamMember::DEF, batch.viewer(), "m", &mut sql);
    for row in batch.fetch(sql).await? {
        let role: String = row.try_get("", "role")?;
        let of = of_person(&row, people)?;
        of.insert(IncentiveKind::CountedExperience);
        if role == TeamRole::SecondedDeputy.as_str() {
            of.insert(IncentiveKind::SecondedDeputy);
        }
    }
    Ok(())
}

async fn lent(batch: &Batch<'_>, day: NaiveDate, people: &mut HashMap<Uuid, People>) -> Result<()> {
    let mut sql = batch.sql();
    sql.push("SELECT s.dispatcher_id, s.person_id, s.list_year, s.promoted_on");
    push_name(batch, &mut sql);
    sql.push(
        " FROM secondment s JOIN person p ON p.id = s.person_id \
         WHERE s.status IN ('IN_SERVICE', 'RETURNED') AND s.starts_on <= ",
    )
    .bind(day)
    .push(" AND s.dispatcher_id")
    .in_ids(&batch.ids())
    .push(" AND ");
    visible::rows(Secondment::DEF, batch.viewer(), "s", &mut sql);
    for row in batch.fetch(sql).await? {
        let year: Option<i32> = row.try_get("", "list_year")?;
        let promoted: Option<NaiveDate> = row.try_get("", "promoted_on")?;
        let of = of_person(&row, people)?;
        if year.is_some_and(|year| year <= day.year()) {
            of.insert(IncentiveKind::SecondmentList);
        }
        if promoted.is_some_and(|promoted| promoted <= day) {
            of.insert(IncentiveKind::Promotion);
        }
    }
    Ok(())
}

/// Titles of those who were on inspection; others who were given one are not counted here.
async fn honoured(
    batch: &Batch<'_>,
    day: NaiveDate,
    people: &mut HashMap<Uuid, People>,
) -> Result<()> {
    let mut sql = batch.sql();
    sql.push("SELECT h.dispatcher_id, h.person_id");
    push_name(batch, &mut sql);
    sql.push(" FROM honour h JOIN person p ON p.id = h.person_id WHERE h.granted_on <= ")
        .bind(day)
        .push(" AND h.dispatcher_id")
        .in_ids(&batch.ids())
        .push(" AND ");
    visible::rows(Honour::DEF, batch.viewer(), "h", &mut sql);
    for row in batch.fetch(sql).await? {
        let dispatcher: Uuid = row.try_get("", "dispatcher_id")?;
        let person = (row.try_get("", "name")?, row.try_get("", "person_id")?);
        let of_it = people.get_mut(&dispatcher);
        if let Some(of) = of_it.and_then(|of_it| of_it.get_mut(&person)) {
            of.insert(IncentiveKind::Honour);
        }
    }
    Ok(())
}

/// The name of the person, where the viewer may see the person.
fn push_name(batch: &Batch<'_>, sql: &mut Sql) {
    sql.push(", CASE WHEN ");
    visible::rows(Person::DEF, batch.viewer(), "p", sql);
    sql.push(" THEN p.name END AS name");
}

fn of_person<'a>(
    row: &QueryResult,
    people: &'a mut HashMap<Uuid, People>,
) -> Result<&'a mut BTreeSet<IncentiveKind>> {
    let of_it = people.entry(row.try_get("", "dispatcher_id")?).or_default();
    let person = (row.try_get("", "name")?, row.try_get("", "person_id")?);
    Ok(of_it.entry(person).or_default())
}
