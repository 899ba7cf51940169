//! What becomes of objects on lists when their organization ends.

use chrono::NaiveDate;
use inspectorate_entity::{coverage::coverage_object, organizations::organization};
use sea_orm::{ColumnTrait, Condition, IntoActiveModel, Set};
use uuid::Uuid;

use super::{
    term_of,
    withdrawal::{Withdrawal, withdraw},
};
use crate::{access::change::Change, error::Result};

/// An organization ended on `day`. Where it was merged into one that stands on the same list, its object is merged into that one's;
/// elsewhere the object stays on the list, marked, until somebody says what becomes of it. Terms that were over by then, or are
/// closed, stay as they are.
pub async fn organization_ended(
    change: &mut Change,
    organization: &organization::Model,
    (day, reason): (NaiveDate, &str),
    merged_into: Option<Uuid>,
) -> Result<()> {
    let standing = |organization: Uuid| {
        Condition::all()
            .add(coverage_object::Column::OrganizationId.eq(organization))
            .add(coverage_object::Column::WithdrawnOn.is_null())
    };
    let objects = change
        .rows::<coverage_object::Entity>(standing(organization.id))
        .await?;
    let heirs = match merged_into {
        Some(into) if !objects.is_empty() => {
            change
                .rows::<coverage_object::Entity>(standing(into))
                .await?
        }
        _ => Vec::new(),
    };
    for object in objects {
        let term = term_of::of_object(change, &object).await?;
        if term.closed_on.is_some() || term.ends_on < day {
            continue;
        }
        match heirs.iter().find(|heir| heir.plan_id == object.plan_id) {
            Some(heir) => {
                let how = Withdrawal {
                    day: day.max(object.listed_on),
                    reason: reason.to_owned(),
                    decision: None,
                    merged_into: Some(heir.id),
                };
                withdraw(change, &object, how).await?;
            }
            None => {
                let mut marked = object.clone().into_active_model();
                marked.organization_ended = Set(true);
                change.update(&object, marked).await?;
            }
        }
    }
    Ok(())
}
