//! The item that is answered, and whether it can be.

use chrono::NaiveDate;
use inspectorate_entity::{
    inspections::inspection,
    processes::{checklist_answer::ChecklistOutcome, inspection_checklist},
    rules::{checklist, checklist_item},
};
use sea_orm::{ColumnTrait, Condition};

use super::gates;
use crate::{
    access::change::Change,
    domain::inspections::gates::{not_before, own},
    error::{Error, Result},
};

/// What is said of an item.
pub struct Said {
    pub outcome: ChecklistOutcome,
    pub on: NaiveDate,
    pub has_note: bool,
}

/// The inspection is the viewer's and is carried out by the item's checklist, and the answer fits what that asks.
pub async fn check(
    change: &Change,
    inspection: &inspection::Model,
    item: &checklist_item::Model,
    said: &Said,
) -> Result<()> {
    own(
        change.viewer(),
        inspection.dispatcher_id,
        "input.inspection",
    )?;
    gates::is_under_way(inspection.status)?;
    let link = Condition::all()
        .add(inspection_checklist::Column::InspectionId.eq(inspection.id))
        .add(inspection_checklist::Column::ChecklistId.eq(item.checklist_id));
    let bound = change.rows::<inspection_checklist::Entity>(link).await?;
    gates::is_bound(!bound.is_empty())?;
    let list = checklist::Column::Id.eq(item.checklist_id);
    let list = change.rows::<checklist::Entity>(list).await?;
    let list = list
        .first()
        .ok_or_else(|| Error::internal("an item without a checklist"))?;
    gates::outcome_fits(list.kind, said.outcome)?;
    gates::says_why_not(said.outcome, said.has_note)?;
    match inspection.approved_on {
        Some(approved) => not_before(said.on, approved, "input.on"),
        None => Ok(()),
    }
}
