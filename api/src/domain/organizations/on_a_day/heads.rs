//! Who headed an organization in a period, also those who have left since (S51): they receive feedback and stay accountable.

use async_graphql::{ID, SimpleObject};
use chrono::NaiveDate;
use inspectorate_entity::{organizations::appointment::AppointmentEnd, vocabulary::Vocabulary};
use sea_orm::QueryResult;
use uuid::Uuid;

use super::super::appointment::Appointment;
use crate::{
    access::visible,
    error::{Error, Result},
    graphql::{coded::Coded, node_id, scalars::Date},
    read::{Batch, Sql, noun::Noun},
};

/// Somebody who was the number-one leader of an organization for at least a day of the period (主要负责人任期).
#[derive(Clone, Debug, SimpleObject)]
pub struct HeadTenure {
    /// Id of the appointment (任职).
    pub appointment: ID,
    /// Id of the person (人员).
    pub person: ID,
    /// The name (姓名).
    pub name: String,
    /// The title of the post (职务名称).
    pub title: String,
    /// First day in the post (任职日期).
    pub starts_on: Date,
    /// Last day in the post; null while it is held (离任日期).
    pub ends_on: Option<Date>,
    /// Why it ended; null while it is held or when not recorded (离任原因).
    pub end_reason: Option<Coded<AppointmentEnd>>,
}

/// The heads of each organization between two days, in the order in which they came.
pub async fn heads(batch: &Batch<'_>) -> Result<Vec<Vec<HeadTenure>>> {
    let (Date(first), Date(last)) = (batch.argument("from")?, batch.argument("to")?);
    if last < first {
        return Err(Error::bad_input(
            "to",
            format!("The period ends on {last}, before it starts on {first}: correct one of them."),
            format!("期间终止日期 {last} 早于起始日期 {first}，请更正。"),
        ));
    }
    let rows = batch.fetch(select(batch, first, last)).await?;
    let mut found = Vec::with_capacity(rows.len());
    for row in &rows {
        found.push((row.try_get::<Uuid>("", "organization_id")?, tenure(row)?));
    }
    let of = |id: &Uuid| {
        let tenures = found.iter().filter(|(organization, _)| organization == id);
        tenures.map(|(_, tenure)| tenure.clone()).collect()
    };
    Ok(batch.ids().iter().map(of).collect())
}

fn select(batch: &Batch<'_>, first: NaiveDate, last: NaiveDate) -> Sql {
    let mut sql = batch.sql();
    sql.push("SELECT a.id, a.organization_id, a.person_id, p.name, t.title, a.starts_on, a.ends_on, a.end_reason ")
        .push("FROM appointment a JOIN post t ON t.id = a.post_id JOIN person p ON p.id = a.person_id ")
        .push("WHERE t.is_head AND a.starts_on <= ")
        .bind(last)
        .push(" AND (a.ends_on IS NULL OR a.ends_on >= ")
        .bind(first)
        .push(") AND a.organization_id")
        .in_ids(&batch.ids())
        .push(" AND ");
    visible::rows(Appointment::DEF, batch.viewer(), "a", &mut sql);
    sql.push(" ORDER BY a.starts_on, a.id");
    sql
}

fn tenure(row: &QueryResult) -> Result<HeadTenure> {
    let id = |noun, column| {
        let id: Uuid = row.try_get("", column)?;
        Ok::<_, Error>(ID(node_id::encode(noun, id)))
    };
    let reason: Option<String> = row.try_get("", "end_reason")?;
    Ok(HeadTenure {
        appointment: id("Appointment", "id")?,
        person: id("Person", "person_id")?,
        name: row.try_get("", "name")?,
        title: row.try_get("", "title")?,
        starts_on: Date(row.try_get("", "starts_on")?),
        ends_on: row.try_get::<Option<NaiveDate>>("", "ends_on")?.map(Date),
        end_reason: reason
            .and_then(|text| AppointmentEnd::parse(&text))
            .map(Coded),
    })
}
