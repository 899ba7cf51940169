//! Form a group of guidance.

use inspectorate_entity::{
    guidance::{guidance_group, guidance_operation},
    organizations::person,
};
use inspectorate_macros::{Input, verb};
use sea_orm::{ColumnTrait, Set};
use uuid::Uuid;

use super::{
    guidance_group::GuidanceGroup, guidance_operation::GuidanceOperation,
    operation_life_cycle::take,
};
use crate::{
    access::change::Change,
    domain::organizations::person::Person,
    error::Result,
    graphql::{node_id::GlobalId, text::Name},
};

/// What forming a group of guidance takes.
#[derive(Debug, Input)]
pub struct FormGuidanceGroupInput {
    /// The operation (指导督导).
    pub operation: GlobalId<GuidanceOperation>,
    /// What the group is called (名称).
    pub name: Name,
    /// Who leads it; not recorded when left out (组长).
    pub leader: Option<GlobalId<Person>>,
    /// Idempotency key: the same key with the same input within 24 hours does nothing again and answers the same (幂等键).
    pub client_mutation_id: Option<String>,
}

/// Form a group of guidance (组建指导督导组); it takes the next number of the operation.
#[verb(GuidanceGroup)]
pub async fn form_guidance_group(
    change: &mut Change,
    input: FormGuidanceGroupInput,
) -> Result<Uuid> {
    let operation = change
        .related_alone::<guidance_operation::Entity, _>("operation", &input.operation)
        .await?;
    take(change, &operation, "input.operation").await?;
    let leader = match &input.leader {
        Some(id) => Some(change.related::<person::Entity, _>("leader", id).await?.id),
        None => None,
    };
    let formed = guidance_group::Column::OperationId.eq(operation.id);
    let formed = change.rows::<guidance_group::Entity>(formed).await?;
    let last = formed.iter().map(|group| group.ordinal).max();
    let group = change
        .insert(guidance_group::ActiveModel {
            operation_id: Set(operation.id),
            dispatcher_id: Set(operation.dispatcher_id),
            ordinal: Set(last.unwrap_or_default() + 1),
            name: Set(input.name.0),
            leader_id: Set(leader),
            ..Default::default()
        })
        .await?;
    Ok(group.id)
}
