//! What a change of the tree carries along: the paths of everything below, and what ran for a body that ends.

use chrono::NaiveDate;
use inspectorate_entity::organizations::{
    agency_registration, appointment, organization, organization_affiliation,
};
use sea_orm::{ColumnTrait, Condition, ConnectionTrait, IntoActiveModel, Set};
use uuid::Uuid;

use super::{dated, gates};
use crate::{access::change::Change, domain::coverage::follow, error::Result, read::Sql};

/// The path of `id` directly under `parent`.
pub fn path_under(parent: &organization::Model, id: Uuid) -> String {
    format!("{}{}/", parent.path, id.simple())
}

/// Rewrite the path of everything at or below `old`, in one statement.
#[expect(
    clippy::disallowed_methods,
    reason = "one statement moves a whole subtree; the organization itself is found and recorded through the change"
)]
pub async fn move_below(change: &Change, old: &str, new: &str) -> Result<()> {
    let mut end = old.to_owned();
    end.pop();
    end.push('0');
    let after = i32::try_from(old.len() + 1).unwrap_or(i32::MAX);
    let mut sql = Sql::new(change.tx().get_database_backend());
    sql.push("UPDATE organization SET path = CAST(")
        .bind(new)
        .push(" AS TEXT) || substr(path, ")
        .bind(after)
        .push(") WHERE path >= ")
        .bind(old)
        .push(" AND path < ")
        .bind(end);
    change.tx().execute_raw(sql.finish()).await?;
    Ok(())
}

/// How an organization ends.
pub struct End {
    pub day: NaiveDate,
    pub field: &'static str,
    pub reason: String,
    pub merged_into: Option<Uuid>,
}

/// End an organization, and with it what ran for it: whose object it was, its registrations, the posts held in it, its place on
/// object lists.
pub async fn end(
    change: &mut Change,
    organization: &organization::Model,
    end: End,
) -> Result<Uuid> {
    let End {
        day,
        field,
        reason,
        merged_into,
    } = end;
    gates::exists(organization, "input.organization")?;
    gates::is_not_in_the_future(day, change.today(), field)?;
    gates::ends_after_it_was_set_up(organization, day, field)?;
    let living = |column: organization::Column| {
        Condition::all()
            .add(column.eq(organization.id))
            .add(organization::Column::RetiredOn.is_null())
    };
    let parts = change
        .rows::<organization::Entity>(living(organization::Column::ParentId))
        .await?;
    let objects = change
        .rows::<organization::Entity>(living(organization::Column::DispatcherId))
        .await?;
    gates::leaves_nothing_behind(parts.len(), objects.len())?;
    for row in change
        .rows::<organization_affiliation::Entity>(
            organization_affiliation::Column::OrganizationId.eq(organization.id),
        )
        .await?
    {
        if row.ends_on.is_none() {
            gates::ends_after_it_began(row.starts_on, day, field)?;
            let mut ended = row.clone().into_active_model();
            ended.ends_on = Set(Some(day));
            change.update(&row, ended).await?;
        }
    }
    for row in change
        .rows::<agency_registration::Entity>(
            agency_registration::Column::OrganizationId.eq(organization.id),
        )
        .await?
    {
        if row.ends_on.is_none_or(|end| end > day) {
            gates::ends_after_it_began(row.starts_on, day, field)?;
            let mut ended = row.clone().into_active_model();
            ended.ends_on = Set(Some(day));
            change.update(&row, ended).await?;
        }
    }
    follow::organization_ended(change, organization, (day, &reason), merged_into).await?;
    let held = change
        .rows::<appointment::Entity>(appointment::Column::OrganizationId.eq(organization.id))
        .await?;
    dated::end_appointments(change, held, day, field).await?;
    let mut retired = organization.clone().into_active_model();
    retired.retired_on = Set(Some(day));
    retired.retirement_reason = Set(Some(reason));
    retired.merged_into_id = Set(merged_into);
    retired.dispatcher_id = Set(None);
    Ok(change.update(organization, retired).await?.id)
}
