//! Dated facts that several verbs look at or end.

use chrono::NaiveDate;
use inspectorate_entity::organizations::{
    agency_registration,
    appointment::{self, AppointmentEnd},
    post,
};
use sea_orm::{ColumnTrait, IntoActiveModel, Set};
use uuid::Uuid;

use super::gates;
use crate::{access::change::Change, error::Result};

/// As which agencies an organization is and was registered.
pub async fn registrations(
    change: &Change,
    organization: Uuid,
) -> Result<Vec<agency_registration::Model>> {
    change
        .rows::<agency_registration::Entity>(
            agency_registration::Column::OrganizationId.eq(organization),
        )
        .await
}

/// The posts that a person holds on `day`.
pub async fn posts_held_on(
    change: &Change,
    person: Uuid,
    day: NaiveDate,
) -> Result<Vec<post::Model>> {
    let appointments = change
        .rows::<appointment::Entity>(appointment::Column::PersonId.eq(person))
        .await?;
    let posts: Vec<Uuid> = appointments
        .iter()
        .filter(|held| gates::held_on(held, day))
        .map(|held| held.post_id)
        .collect();
    change
        .rows::<post::Entity>(post::Column::Id.is_in(posts))
        .await
}

/// End what still runs after `day` because its body or post ends then.
pub async fn end_appointments(
    change: &mut Change,
    appointments: Vec<appointment::Model>,
    day: NaiveDate,
    field: &str,
) -> Result<()> {
    for held in appointments
        .into_iter()
        .filter(|held| held.ends_on.is_none_or(|end| end > day))
    {
        gates::ends_after_it_began(held.starts_on, day, field)?;
        let mut ended = held.clone().into_active_model();
        ended.ends_on = Set(Some(day));
        ended.end_reason = Set(Some(AppointmentEnd::BodyEnded));
        change.update(&held, ended).await?;
    }
    Ok(())
}
