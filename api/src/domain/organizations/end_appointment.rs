//! End an appointment.

use inspectorate_entity::organizations::appointment::{self, AppointmentEnd};
use inspectorate_macros::{Input, verb};
use sea_orm::{IntoActiveModel, Set};
use uuid::Uuid;

use super::{appointment::Appointment, gates};
use crate::{
    access::change::Change,
    error::Result,
    graphql::{coded::Coded, node_id::GlobalId, scalars::Date},
};

/// What ending an appointment takes.
#[derive(Debug, Input)]
pub struct EndAppointmentInput {
    /// What ends: an appointment (离任).
    pub appointment: GlobalId<Appointment>,
    /// The version that you saw (版本).
    pub version: i32,
    /// Its last day (终止日期).
    pub ends_on: Date,
    /// Why it ends; leave it out when not known (离任原因).
    pub reason: Option<Coded<AppointmentEnd>>,
}

/// End an appointment; it stays on record (离任).
#[verb(Appointment)]
pub async fn end_appointment(change: &mut Change, input: EndAppointmentInput) -> Result<Uuid> {
    let row = change
        .subject::<appointment::Entity, _>("appointment", &input.appointment, input.version)
        .await?;
    gates::still_holds(row.ends_on)?;
    gates::ends_after_it_began(row.starts_on, input.ends_on.0, "input.endsOn")?;
    let mut ended = row.clone().into_active_model();
    ended.ends_on = Set(Some(input.ends_on.0));
    ended.end_reason = Set(input.reason.map(|reason| reason.0));
    Ok(change.update(&row, ended).await?.id)
}
