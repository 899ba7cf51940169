//! Let a person begin.

use inspectorate_entity::organizations::delegated_power;
use inspectorate_macros::{Input, verb};
use sea_orm::{ColumnTrait, Set};
use uuid::Uuid;

use super::{
    secondment::Secondment,
    secondment_gates as gates,
    secondment_step::{Taken, take},
};
use crate::{
    access::change::Change,
    blocks::setting,
    domain::coverage::gates::not_after,
    error::Result,
    graphql::{node_id::GlobalId, scalars::Date},
};

/// What letting a person begin takes.
#[derive(Debug, Input)]
pub struct BeginSecondmentInput {
    /// The secondment (抽调).
    pub secondment: GlobalId<Secondment>,
    /// The version that you saw (版本).
    pub version: i32,
    /// The day on which it was done, not in the future; today when left out (日期).
    pub on: Option<Date>,
    /// Idempotency key: the same key with the same input within 24 hours does nothing again and answers the same (幂等键).
    pub client_mutation_id: Option<String>,
}

/// Let a cleared person begin (开始抽调), on the day given or today. By setting, the office needs a delegated power over people for it.
#[verb(Secondment)]
pub async fn begin_secondment(change: &mut Change, input: BeginSecondmentInput) -> Result<Uuid> {
    let Taken {
        row,
        mut changed,
        day,
    } = take(change, &input.secondment, input.version, input.on).await?;
    not_after(day, row.ends_on, "input.on")?;
    let settings = setting::of_change(change, row.dispatcher_id, change.today()).await?;
    if settings.flag(setting::SECONDMENT_NEEDS_POWER) {
        let of_the_body =
            delegated_power::Column::OrganizationId.eq(change.viewer().organization_id);
        let powers = change.rows::<delegated_power::Entity>(of_the_body).await?;
        gates::holds_power_over_people(&powers, day)?;
    }
    changed.starts_on = Set(day);
    Ok(change.update(&row, changed).await?.id)
}
