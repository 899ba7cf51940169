//! Take an object off the list.

use inspectorate_entity::coverage::coverage_object;
use inspectorate_macros::{Input, verb};
use sea_orm::{IntoActiveModel, Set};
use uuid::Uuid;

use super::{coverage_object::CoverageObject, gates, placement};
use crate::{
    access::change::Change,
    error::Result,
    graphql::{node_id::GlobalId, scalars::Date, text::Paragraph},
};

/// What taking an object off the list takes.
#[derive(Debug, Input)]
pub struct WithdrawObjectInput {
    /// The object (对象).
    pub object: GlobalId<CoverageObject>,
    /// The version that you saw (版本).
    pub version: i32,
    /// Why it is taken off, such as a merger (调出理由).
    pub reason: Paragraph,
    /// The day from which it is off the list, not in the future; today when left out (调出日期).
    pub on: Option<Date>,
    /// Idempotency key: the same key with the same input within 24 hours does nothing again and answers the same (幂等键).
    pub client_mutation_id: Option<String>,
}

/// Take an object off the list (调出对象), with the reason; what was inspected stays on record, its placement ends.
#[verb(CoverageObject)]
pub async fn withdraw_object(change: &mut Change, input: WithdrawObjectInput) -> Result<Uuid> {
    let object = change
        .subject::<coverage_object::Entity, _>("object", &input.object, input.version)
        .await?;
    gates::own(change.viewer(), object.dispatcher_id, "input.object")?;
    gates::object_on_list(object.withdrawn_on)?;
    let day = gates::day_done(input.on, change.today(), "input.on")?;
    gates::not_before(day, object.listed_on, "input.on")?;
    placement::end(change, object.id, day).await?;
    let mut withdrawn = object.clone().into_active_model();
    withdrawn.withdrawn_on = Set(Some(day));
    withdrawn.withdrawal_reason = Set(Some(input.reason.0));
    Ok(change.update(&object, withdrawn).await?.id)
}
