//! Taking an object off the list, whatever the reason.

use chrono::NaiveDate;
use inspectorate_entity::coverage::{coverage_object, coverage_record};
use sea_orm::{ColumnTrait, IntoActiveModel, Set};
use uuid::Uuid;

use super::{gates, placement};
use crate::{access::change::Change, error::Result};

/// How an object leaves the list.
pub struct Withdrawal {
    pub day: NaiveDate,
    pub reason: String,
    pub decision: Option<String>,
    /// The object of the same list that takes it over.
    pub merged_into: Option<Uuid>,
}

/// The first day on site of the latest inspection that counts for `object`.
pub async fn inspected_last(change: &Change, object: Uuid) -> Result<Option<NaiveDate>> {
    let records = change
        .rows::<coverage_record::Entity>(coverage_record::Column::ObjectId.eq(object))
        .await?;
    Ok(records.iter().map(|record| record.started_on).max())
}

/// Take `object` off the list; its placement ends on the same day.
pub async fn withdraw(
    change: &mut Change,
    object: &coverage_object::Model,
    how: Withdrawal,
) -> Result<Uuid> {
    placement::end(change, object.id, how.day, None).await?;
    let mut withdrawn = object.clone().into_active_model();
    withdrawn.withdrawn_on = Set(Some(how.day));
    withdrawn.withdrawal_reason = Set(Some(how.reason));
    withdrawn.withdrawal_decision = Set(how.decision);
    withdrawn.merged_into_id = Set(how.merged_into);
    withdrawn.organization_ended = Set(false);
    Ok(change.update(object, withdrawn).await?.id)
}

/// What a withdrawal asks of the object and the day, by whichever verb it is done.
pub async fn may_leave(
    change: &Change,
    object: &coverage_object::Model,
    day: NaiveDate,
) -> Result<()> {
    gates::own(change.viewer(), object.dispatcher_id, "input.object")?;
    gates::object_on_list(object.withdrawn_on)?;
    let term = super::term_of::of_object(change, object).await?;
    gates::term_not_closed(&term, "input.object")?;
    gates::not_before(day, object.listed_on, "input.on")?;
    let inspected = inspected_last(change, object.id).await?;
    gates::not_inspected_since(inspected, day, "input.on")
}
