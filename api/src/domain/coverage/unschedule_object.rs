//! Take an object out of its year and round.

use inspectorate_entity::coverage::coverage_object;
use inspectorate_macros::{Input, verb};
use sea_orm::IntoActiveModel;
use uuid::Uuid;

use super::{coverage_object::CoverageObject, gates, placement, term_of};
use crate::{
    access::change::Change,
    error::{Error, Result},
    graphql::{node_id::GlobalId, text::Paragraph},
};

/// What taking an object out of its year takes.
#[derive(Debug, Input)]
pub struct UnscheduleObjectInput {
    /// The object (对象).
    pub object: GlobalId<CoverageObject>,
    /// The version that you saw (版本).
    pub version: i32,
    /// Why (理由).
    pub reason: Paragraph,
    /// Idempotency key: the same key with the same input within 24 hours does nothing again and answers the same (幂等键).
    pub client_mutation_id: Option<String>,
}

/// Take an object out of the year and round in which it is placed (取消安排); it stays on the list, unplaced.
#[verb(CoverageObject)]
pub async fn unschedule_object(change: &mut Change, input: UnscheduleObjectInput) -> Result<Uuid> {
    let object = change
        .subject::<coverage_object::Entity, _>("object", &input.object, input.version)
        .await?;
    gates::own(change.viewer(), object.dispatcher_id, "input.object")?;
    let term = term_of::of_object(change, &object).await?;
    gates::term_not_closed(&term, "input.object")?;
    if placement::current(change, object.id).await?.is_none() {
        return Err(Error::bad_input(
            "input.object",
            "The object is placed in no year: there is nothing to take it out of.",
            "该对象尚未排入年度，无需取消安排。",
        ));
    }
    let today = change.today();
    placement::end(change, object.id, today, Some(input.reason.0)).await?;
    let taken_out = object.clone().into_active_model();
    Ok(change.update(&object, taken_out).await?.id)
}
