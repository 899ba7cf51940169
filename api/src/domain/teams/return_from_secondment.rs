//! Send a person back with an appraisal.

use inspectorate_entity::teams::secondment::SecondmentAppraisal;
use inspectorate_macros::{Input, verb};
use sea_orm::Set;
use uuid::Uuid;

use super::{
    secondment::Secondment,
    secondment_step::{Taken, take},
};
use crate::{
    access::change::Change,
    domain::coverage::gates::not_before,
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
    let Taken {
        row,
        mut changed,
        day,
    } = take(change, &input.secondment, input.version, input.on).await?;
    not_before(day, row.starts_on, "input.on")?;
    changed.ends_on = Set(day);
    changed.appraisal = Set(Some(input.appraisal.0));
    changed.appraisal_text = Set(Some(input.text.0));
    Ok(change.update(&row, changed).await?.id)
}
