//! Who keeps a list or a rule: what ships stays as it is, and what a superior set is not for those below it to change.

use inspectorate_entity::organizations::organization;
use sea_orm::ColumnTrait;
use uuid::Uuid;

use super::gates;
use crate::{access::change::Change, error::Result};

/// The dispatcher that keeps what is about to change: it stands in the viewer's jurisdiction.
pub async fn by_somebody_here(
    change: &Change,
    dispatcher: Option<Uuid>,
    field: &str,
) -> Result<Uuid> {
    let dispatcher = gates::is_kept_by_a_dispatcher(dispatcher, field)?;
    let found = change
        .rows::<organization::Entity>(organization::Column::Id.eq(dispatcher))
        .await?;
    let path = found.first().map(|row| row.path.as_str());
    gates::stands_in_jurisdiction(
        path.unwrap_or_default(),
        &change.viewer().jurisdiction,
        field,
    )?;
    Ok(dispatcher)
}

/// The organizations on a stored path, the nearest first: its own rules stand before those of its superiors.
pub fn chain(path: &str) -> Vec<Uuid> {
    path.split('/')
        .rev()
        .filter_map(|segment| Uuid::try_parse(segment).ok())
        .collect()
}
