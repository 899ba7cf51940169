//! End somebody's time at the inspection work of a superior.

use inspectorate_entity::staffing::outgoing_secondment;
use inspectorate_macros::{Input, verb};
use sea_orm::{IntoActiveModel, Set};
use uuid::Uuid;

use super::outgoing_secondment::OutgoingSecondment;
use crate::{
    access::change::Change,
    domain::{
        coverage::gates::{day_done, not_before, own},
        organizations::gates::still_holds,
    },
    error::Result,
    graphql::{node_id::GlobalId, scalars::Date},
};

/// What the return from a superior takes.
#[derive(Debug, Input)]
pub struct ReturnFromSuperiorInput {
    /// The time at the superior (选派记录).
    pub outgoing_secondment: GlobalId<OutgoingSecondment>,
    /// The version that you saw (版本).
    pub version: i32,
    /// Its last day, not in the future; today when left out (结束日期).
    pub on: Option<Date>,
    /// Idempotency key: the same key with the same input within 24 hours does nothing again and answers the same (幂等键).
    pub client_mutation_id: Option<String>,
}

/// Record that a person is back from the inspection work of a superior (参加上级巡视返回).
#[verb(OutgoingSecondment)]
pub async fn return_from_superior(
    change: &mut Change,
    input: ReturnFromSuperiorInput,
) -> Result<Uuid> {
    let (sent, version) = (&input.outgoing_secondment, input.version);
    let row = change
        .subject::<outgoing_secondment::Entity, _>("outgoingSecondment", sent, version)
        .await?;
    own(
        change.viewer(),
        row.dispatcher_id,
        "input.outgoingSecondment",
    )?;
    still_holds(row.ends_on).map_err(|error| error.field("input.outgoingSecondment"))?;
    let day = day_done(input.on, change.today(), "input.on")?;
    not_before(day, row.starts_on, "input.on")?;
    let mut back = row.clone().into_active_model();
    back.ends_on = Set(Some(day));
    Ok(change.update(&row, back).await?.id)
}
