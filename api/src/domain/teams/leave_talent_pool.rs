//! Take a person out of a talent pool.

use inspectorate_entity::teams::talent;
use inspectorate_macros::{Input, verb};
use sea_orm::{IntoActiveModel, Set};
use uuid::Uuid;

use super::talent::Talent;
use crate::{
    access::change::Change,
    domain::{
        coverage::gates::{day_done, not_before, own},
        organizations::gates::still_holds,
    },
    error::Result,
    graphql::{node_id::GlobalId, scalars::Date},
};

/// What taking a person out of a talent pool takes.
#[derive(Debug, Input)]
pub struct LeaveTalentPoolInput {
    /// The entry in the pool (入库记录).
    pub talent: GlobalId<Talent>,
    /// The version that you saw (版本).
    pub version: i32,
    /// The last day in it, not in the future; today when left out (出库日期).
    pub on: Option<Date>,
    /// Idempotency key: the same key with the same input within 24 hours does nothing again and answers the same (幂等键).
    pub client_mutation_id: Option<String>,
}

/// Take a person out of a talent pool (出库); the entry stays on record.
#[verb(Talent)]
pub async fn leave_talent_pool(change: &mut Change, input: LeaveTalentPoolInput) -> Result<Uuid> {
    let row = change
        .subject::<talent::Entity, _>("talent", &input.talent, input.version)
        .await?;
    own(change.viewer(), row.dispatcher_id, "input.talent")?;
    still_holds(row.ends_on).map_err(|error| error.field("input.talent"))?;
    let day = day_done(input.on, change.today(), "input.on")?;
    not_before(day, row.starts_on, "input.on")?;
    let mut ended = row.clone().into_active_model();
    ended.ends_on = Set(Some(day));
    Ok(change.update(&row, ended).await?.id)
}
