//! End the registration of an agency.

use inspectorate_entity::organizations::agency_registration;
use inspectorate_macros::{Input, verb};
use sea_orm::{IntoActiveModel, Set};
use uuid::Uuid;

use super::{agency_registration::AgencyRegistration, gates};
use crate::{
    access::change::Change,
    error::Result,
    graphql::{node_id::GlobalId, scalars::Date},
};

/// What ending the registration of an agency takes.
#[derive(Debug, Input)]
pub struct EndAgencyRegistrationInput {
    /// What ends: the registration of an agency (终止机关登记).
    pub registration: GlobalId<AgencyRegistration>,
    /// The version that you saw (版本).
    pub version: i32,
    /// Its last day (终止日期).
    pub ends_on: Date,
}

/// End the registration of an agency; it stays on record (终止机关登记).
#[verb(AgencyRegistration)]
pub async fn end_agency_registration(
    change: &mut Change,
    input: EndAgencyRegistrationInput,
) -> Result<Uuid> {
    let row = change
        .subject::<agency_registration::Entity, _>(
            "registration",
            &input.registration,
            input.version,
        )
        .await?;
    gates::still_holds(row.ends_on)?;
    gates::ends_after_it_began(row.starts_on, input.ends_on.0, "input.endsOn")?;
    let mut ended = row.clone().into_active_model();
    ended.ends_on = Set(Some(input.ends_on.0));
    Ok(change.update(&row, ended).await?.id)
}
