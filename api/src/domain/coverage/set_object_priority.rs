//! Say how early an object is to be inspected.

use inspectorate_entity::coverage::coverage_object::{self, Priority};
use inspectorate_macros::{Input, verb};
use sea_orm::{IntoActiveModel, Set};
use uuid::Uuid;

use super::{coverage_object::CoverageObject, gates};
use crate::{
    access::change::Change,
    error::Result,
    graphql::{
        coded::Coded,
        node_id::GlobalId,
        text::{Name, Paragraph},
    },
};

/// What setting a priority takes.
#[derive(Debug, Input)]
pub struct SetObjectPriorityInput {
    /// The object (对象).
    pub object: GlobalId<CoverageObject>,
    /// The version that you saw (版本).
    pub version: i32,
    /// How early it is to be inspected (优先次序).
    pub priority: Coded<Priority>,
    /// Why; the agencies that may not know do not see it (优先理由).
    pub reason: Paragraph,
    /// By whose decision, such as a body and the number of its document; leave it out when not known (优先依据).
    pub decision: Option<Name>,
    /// Idempotency key: the same key with the same input within 24 hours does nothing again and answers the same (幂等键).
    pub client_mutation_id: Option<String>,
}

/// Say how early an object is to be inspected, and why (优先纳入).
#[verb(CoverageObject)]
pub async fn set_object_priority(
    change: &mut Change,
    input: SetObjectPriorityInput,
) -> Result<Uuid> {
    let object = change
        .subject::<coverage_object::Entity, _>("object", &input.object, input.version)
        .await?;
    gates::own(change.viewer(), object.dispatcher_id, "input.object")?;
    gates::object_on_list(object.withdrawn_on)?;
    let mut set = object.clone().into_active_model();
    set.priority = Set(input.priority.0);
    set.priority_reason = Set(Some(input.reason.0));
    set.priority_decision = Set(input.decision.map(|decision| decision.0));
    Ok(change.update(&object, set).await?.id)
}
