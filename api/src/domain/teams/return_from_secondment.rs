//! Send a person back with an appraisal.

use inspectorate_entity::teams::secondment::{self, SecondmentAppraisal};
use inspectorate_macros::{Input, verb};
use sea_orm::{IntoActiveModel, Set};
use uuid::Uuid;

use super::{
    secondment::Secondment,
    secondment_life_cycle::{NoFacts, SECONDMENT},
};
use crate::{
    access::change::Change,
    domain::coverage::gates::{day_done, not_before, own},
    error::Result,
    graphql::{coded::Coded, node_id::GlobalId, scalars::Date, text::Paragraph},
};

/// What sending a person back takes.
#[derive(Debug, Input)]
pub struct ReturnFromSecondmentInput {
    /// The secondment (抽调).
    pub secondment: GlobalId<Secondment>,
    /// The version that you saw (版本).
    pub version: i32,
    /// The day on which it was done, not in the future; today when left out (日期).
    pub on: Option<Date>,
    /// How the person did (鉴定等次).
    pub appraisal: Coded<SecondmentAppraisal>,
    /// The appraisal in words (鉴定意见).
    pub text: Paragraph,
    /// Idempotency key: the same key with the same input within 24 hours does nothing again and answers the same (幂等键).
    pub client_mutation_id: Option<String>,
}

/// Send a person back to the home unit with an appraisal (鉴定返回).
#[verb(Secondment)]
pub async fn return_from_secondment(
    change: &mut Change,
    input: ReturnFromSecondmentInput,
) -> Result<Uuid> {
    let row = change
        .subject::<secondment::Entity, _>("secondment", &input.secondment, input.version)
        .await?;
    own(change.viewer(), row.dispatcher_id, "input.secondment")?;
    let day = day_done(input.on, change.today(), "input.on")?;
    not_before(day, row.starts_on, "input.on")?;
    let status = SECONDMENT
        .take(change.action(), row.status, &NoFacts)
        .map_err(|error| error.field("input.secondment"))?;
    let mut changed = row.clone().into_active_model();
    changed.status = Set(status);
    changed.ends_on = Set(day);
    changed.appraisal = Set(Some(input.appraisal.0));
    changed.appraisal_text = Set(Some(input.text.0));
    Ok(change.update(&row, changed).await?.id)
}
