//! A mechanism comes into force, and takes the place of the wording before it.

use chrono::{Days, NaiveDate};
use inspectorate_entity::coordination::coordination_mechanism::{self, MechanismStatus};
use sea_orm::{ColumnTrait, Condition, IntoActiveModel, Set};
use uuid::Uuid;

use super::mechanism_life_cycle::take;
use crate::{
    access::change::Change,
    domain::coverage::gates::{day_done, not_before},
    error::Result,
    graphql::scalars::Date,
};

/// Bring the mechanism into the state to which the verb at hand leads, from the day given on.
pub async fn enter(
    change: &mut Change,
    mechanism: coordination_mechanism::Model,
    on: Option<Date>,
) -> Result<Uuid> {
    let status = take(change, &mechanism).await?;
    let day = day_done(on, change.today(), "input.on")?;
    let since = mechanism.starts_on.unwrap_or(mechanism.proposed_on);
    not_before(day, since, "input.on")?;
    if let (None, Some(before)) = (mechanism.starts_on, mechanism.replaces_id) {
        give_way(change, before, day).await?;
    }
    let mut standing = mechanism.clone().into_active_model();
    standing.status = Set(status);
    standing.starts_on = Set(Some(mechanism.starts_on.unwrap_or(day)));
    if status == MechanismStatus::InForce {
        standing.established_on = Set(Some(day));
    }
    Ok(change.update(&mechanism, standing).await?.id)
}

/// The wording before it stands until the day before; one that was ended meanwhile stays ended.
async fn give_way(change: &mut Change, before: Uuid, day: NaiveDate) -> Result<()> {
    let standing = Condition::all()
        .add(coordination_mechanism::Column::Id.eq(before))
        .add(
            coordination_mechanism::Column::Status
                .is_in([MechanismStatus::Trial, MechanismStatus::InForce]),
        );
    let standing = change
        .rows::<coordination_mechanism::Entity>(standing)
        .await?;
    for row in standing {
        let last = day.checked_sub_days(Days::new(1)).unwrap_or(day);
        let first = row.starts_on.unwrap_or(last);
        not_before(last, first, "input.on")?;
        let mut revised = row.clone().into_active_model();
        revised.status = Set(MechanismStatus::Revised);
        revised.ends_on = Set(Some(last));
        change.update(&row, revised).await?;
    }
    Ok(())
}
