//! What an organization was called on a day (S12): documents of that time name it so.

use chrono::NaiveDate;
use uuid::Uuid;

use super::super::organization_name::OrganizationName;
use crate::{
    access::visible,
    error::Result,
    graphql::scalars::Date,
    read::{Batch, noun::Noun},
};

/// The name of each organization on the day; none when it did not exist then.
pub async fn name_on(batch: &Batch<'_>) -> Result<Vec<Option<String>>> {
    let Date(day) = batch.argument("day")?;
    let mut sql = batch.sql();
    sql.push("SELECT n.organization_id, n.name, n.starts_on FROM organization_name n WHERE n.ends_on >= ")
        .bind(day)
        .push(" AND n.organization_id")
        .in_ids(&batch.ids())
        .push(" AND ");
    visible::rows(OrganizationName::DEF, batch.viewer(), "n", &mut sql);
    sql.push(" ORDER BY n.ends_on");
    let rows = batch.fetch(sql).await?;
    let mut former: Vec<(Uuid, String, Option<NaiveDate>)> = Vec::with_capacity(rows.len());
    for row in rows {
        former.push((
            row.try_get("", "organization_id")?,
            row.try_get("", "name")?,
            row.try_get("", "starts_on")?,
        ));
    }
    let of = |(row, id): (usize, Uuid)| {
        let begins_later = batch
            .date(row, "established_on")
            .is_some_and(|first| day < first);
        let has_ended = batch.date(row, "retired_on").is_some_and(|last| last < day);
        if begins_later || has_ended {
            return None;
        }
        match former.iter().find(|(organization, ..)| *organization == id) {
            Some((_, _, Some(first))) if day < *first => None,
            Some((_, name, _)) => Some(name.clone()),
            None => batch.text(row, "name").map(str::to_owned),
        }
    };
    Ok(batch.ids().into_iter().enumerate().map(of).collect())
}
