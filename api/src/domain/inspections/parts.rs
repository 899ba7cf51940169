//! What hangs on an inspection takes over from it: round, term, kind and dispatch facts.

use inspectorate_entity::{
    inspections::inspection::{self, InspectionForm},
    organizations::organization,
};
use sea_orm::{ColumnTrait, Set};

use super::dispatch;
use crate::{access::change::Change, error::Result};

/// What a part has from its parent; the rest is for the verb to say.
pub fn of(parent: &inspection::Model) -> inspection::ActiveModel {
    inspection::ActiveModel {
        authorizing_body_id: Set(parent.authorizing_body_id),
        authorizing_body_name: Set(parent.authorizing_body_name.clone()),
        dispatcher_id: Set(parent.dispatcher_id),
        term_id: Set(parent.term_id),
        round_id: Set(parent.round_id),
        kind: Set(parent.kind),
        form: Set(InspectionForm::Extended),
        name: Set(parent.name.clone()),
        topic: Set(parent.topic.clone()),
        batch: Set(parent.batch),
        parent_id: Set(Some(parent.id)),
        cross_mode: Set(parent.cross_mode),
        is_cross: Set(false),
        is_millstone: Set(false),
        is_elevated: Set(false),
        is_elevated_cross: Set(false),
        is_assistance: Set(false),
        ..Default::default()
    }
}

/// The places from which the staff of the parent comes.
pub async fn origins_of(
    change: &Change,
    parent: &inspection::Model,
) -> Result<Vec<organization::Model>> {
    let holding = dispatch::holding(change, parent.id).await?;
    let places = holding.into_iter().map(|row| row.origin_id);
    change
        .rows::<organization::Entity>(organization::Column::Id.is_in(places))
        .await
}
