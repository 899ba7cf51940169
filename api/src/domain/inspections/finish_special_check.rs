//! Finish a special check.

use inspectorate_entity::inspections::special_check;
use inspectorate_macros::{Input, verb};
use sea_orm::{IntoActiveModel, Set};
use uuid::Uuid;

use super::{gates, special_check::SpecialCheck};
use crate::{
    access::change::Change,
    error::Result,
    graphql::{node_id::GlobalId, scalars::Date},
};

/// What finishing a special check takes.
#[derive(Debug, Input)]
pub struct FinishSpecialCheckInput {
    /// The check (专项检查).
    pub check: GlobalId<SpecialCheck>,
    /// The version that you saw (版本).
    pub version: i32,
    /// The day on which it was done, not in the future; today when left out (日期).
    pub on: Option<Date>,
    /// Idempotency key: the same key with the same input within 24 hours does nothing again and answers the same (幂等键).
    pub client_mutation_id: Option<String>,
}

/// Record that a special check is done (完成专项检查); for the body that owns it and the office.
#[verb(SpecialCheck)]
pub async fn finish_special_check(
    change: &mut Change,
    input: FinishSpecialCheckInput,
) -> Result<Uuid> {
    let check = change
        .subject::<special_check::Entity, _>("check", &input.check, input.version)
        .await?;
    gates::check_of_the_viewer(change.viewer(), &check, "input.check")?;
    gates::check_is_open(check.finished_on, "input.check")?;
    let day = gates::day_done(input.on, change.today(), "input.on")?;
    gates::not_before(day, check.ordered_on, "input.on")?;
    let mut finished = check.clone().into_active_model();
    finished.finished_on = Set(Some(day));
    Ok(change.update(&check, finished).await?.id)
}
