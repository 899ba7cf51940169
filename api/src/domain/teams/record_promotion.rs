//! Record a promotion that followed a secondment.

use inspectorate_entity::teams::secondment;
use inspectorate_macros::{Input, verb};
use sea_orm::{IntoActiveModel, Set};
use uuid::Uuid;

use super::{secondment::Secondment, secondment_gates as gates};
use crate::{
    access::change::Change,
    domain::coverage::gates::{day_done, own},
    error::Result,
    graphql::{node_id::GlobalId, scalars::Date},
};

/// What recording a promotion takes.
#[derive(Debug, Input)]
pub struct RecordPromotionInput {
    /// The secondment that it followed (抽调).
    pub secondment: GlobalId<Secondment>,
    /// The version that you saw (版本).
    pub version: i32,
    /// The day of the promotion, not in the future; today when left out (提拔日期).
    pub on: Option<Date>,
    /// Idempotency key: the same key with the same input within 24 hours does nothing again and answers the same (幂等键).
    pub client_mutation_id: Option<String>,
}

/// Record that a person was promoted after a secondment (提拔重用), as the organization department.
#[verb(Secondment)]
pub async fn record_promotion(change: &mut Change, input: RecordPromotionInput) -> Result<Uuid> {
    let row = change
        .subject::<secondment::Entity, _>("secondment", &input.secondment, input.version)
        .await?;
    own(change.viewer(), row.dispatcher_id, "input.secondment")?;
    let day = day_done(input.on, change.today(), "input.on")?;
    gates::promoted_after(&row, day)?;
    let mut changed = row.clone().into_active_model();
    changed.promoted_on = Set(Some(day));
    Ok(change.update(&row, changed).await?.id)
}
