//! The placement of an object that holds.

use chrono::NaiveDate;
use inspectorate_entity::coverage::plan_assignment;
use sea_orm::{ColumnTrait, Condition, IntoActiveModel, Set};
use uuid::Uuid;

use crate::{access::change::Change, error::Result};

/// The placement of `object` that holds; none when it is placed nowhere.
pub async fn current(change: &Change, object: Uuid) -> Result<Option<plan_assignment::Model>> {
    let holds = Condition::all()
        .add(plan_assignment::Column::ObjectId.eq(object))
        .add(plan_assignment::Column::SupersededOn.is_null());
    let found = change.rows::<plan_assignment::Entity>(holds).await?;
    Ok(found.into_iter().next())
}

/// End the placement of `object` that holds, on `day`; `reason` says why where no other takes its place.
pub async fn end(
    change: &mut Change,
    object: Uuid,
    day: NaiveDate,
    reason: Option<String>,
) -> Result<()> {
    if let Some(before) = current(change, object).await? {
        let mut ended = before.clone().into_active_model();
        ended.superseded_on = Set(Some(day));
        ended.superseded_reason = Set(reason);
        change.update(&before, ended).await?;
    }
    Ok(())
}
