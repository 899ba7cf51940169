//! Constitute a leading group.

use inspectorate_entity::organizations::{leading_group, organization};
use inspectorate_macros::{Input, verb};
use sea_orm::{ColumnTrait, Set};
use uuid::Uuid;

use super::{dated, gates, leading_group::LeadingGroup, organization::Organization};
use crate::{
    access::change::Change,
    error::Result,
    graphql::{node_id::GlobalId, scalars::Date, text::Name},
};

/// What constituting a leading group takes.
#[derive(Debug, Input)]
pub struct ConstituteLeadingGroupInput {
    /// The dispatcher (派出机关).
    pub dispatcher: GlobalId<Organization>,
    /// The term for which it is constituted, as people call it (届).
    pub term_label: Name,
    /// Its first day (成立日期).
    pub constituted_on: Date,
}

/// Constitute the leading group of a dispatcher (成立领导小组); one stands at a time.
#[verb(LeadingGroup)]
pub async fn constitute_leading_group(
    change: &mut Change,
    input: ConstituteLeadingGroupInput,
) -> Result<Uuid> {
    let dispatcher = change
        .related_alone::<organization::Entity, _>("dispatcher", &input.dispatcher)
        .await?;
    gates::exists(&dispatcher, "input.dispatcher")?;
    let registrations = dated::registrations(change, dispatcher.id).await?;
    gates::is_dispatcher(&registrations, input.constituted_on.0, "input.dispatcher")?;
    let groups = change
        .rows::<leading_group::Entity>(leading_group::Column::DispatcherId.eq(dispatcher.id))
        .await?;
    gates::no_other_group_stands(&groups, input.constituted_on.0)?;
    let row = change
        .insert(leading_group::ActiveModel {
            dispatcher_id: Set(dispatcher.id),
            term_label: Set(input.term_label.0),
            constituted_on: Set(input.constituted_on.0),
            ..Default::default()
        })
        .await?;
    Ok(row.id)
}
