//! End the naming of a contact.

use inspectorate_entity::organizations::liaison_contact;
use inspectorate_macros::{Input, verb};
use sea_orm::{IntoActiveModel, Set};
use uuid::Uuid;

use super::{gates, liaison_contact::LiaisonContact};
use crate::{
    access::change::Change,
    error::Result,
    graphql::{node_id::GlobalId, scalars::Date},
};

/// What ending the naming of a contact takes.
#[derive(Debug, Input)]
pub struct EndLiaisonInput {
    /// What ends: the naming of a contact (终止联络).
    pub liaison: GlobalId<LiaisonContact>,
    /// The version that you saw (版本).
    pub version: i32,
    /// Its last day (终止日期).
    pub ends_on: Date,
}

/// End the naming of a contact; it stays on record (终止联络).
#[verb(LiaisonContact)]
pub async fn end_liaison(change: &mut Change, input: EndLiaisonInput) -> Result<Uuid> {
    let row = change
        .subject::<liaison_contact::Entity, _>("liaison", &input.liaison, input.version)
        .await?;
    gates::still_holds(row.ends_on)?;
    gates::ends_after_it_began(row.starts_on, input.ends_on.0, "input.endsOn")?;
    let mut ended = row.clone().into_active_model();
    ended.ends_on = Set(Some(input.ends_on.0));
    Ok(change.update(&row, ended).await?.id)
}
