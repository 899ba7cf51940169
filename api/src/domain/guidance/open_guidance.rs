//! Open an operation of guidance.

use chrono::Datelike;
use inspectorate_entity::guidance::guidance_operation::{self, GuidanceStatus};
use inspectorate_macros::{Input, verb};
use sea_orm::{ColumnTrait, Condition, Set};
use uuid::Uuid;

use super::{below, gates, guidance_operation::GuidanceOperation};
use crate::{
    access::change::Change,
    error::{Error, Result},
    graphql::{scalars::Date, text::Name},
};

/// What opening an operation of guidance takes.
#[derive(Debug, Input)]
pub struct OpenGuidanceInput {
    /// What it is called; unique in its year (名称).
    pub name: Name,
    /// Its first day, which lies in its year (开始日期).
    pub starts_on: Date,
    /// Idempotency key: the same key with the same input within 24 hours does nothing again and answers the same (幂等键).
    pub client_mutation_id: Option<String>,
}

/// Open the guidance of the inspection bodies below by the dispatcher for which you act (组织开展指导督导).
#[verb(GuidanceOperation)]
pub async fn open_guidance(change: &mut Change, input: OpenGuidanceInput) -> Result<Uuid> {
    let (dispatcher, first) = (change.viewer().authority_id, input.starts_on.0);
    gates::guides_somebody(&below::on(change, dispatcher, first).await?)?;
    let same = Condition::all()
        .add(guidance_operation::Column::DispatcherId.eq(dispatcher))
        .add(guidance_operation::Column::Year.eq(first.year()))
        .add(guidance_operation::Column::Name.eq(input.name.0.as_str()));
    let same = change.rows::<guidance_operation::Entity>(same).await?;
    if !same.is_empty() {
        return Err(Error::conflict(
            "input.name",
            "There is guidance of this name in that year already: choose another name.",
            "当年已有同名指导督导，请另取名称。",
        ));
    }
    let operation = change
        .insert(guidance_operation::ActiveModel {
            dispatcher_id: Set(dispatcher),
            name: Set(input.name.0),
            year: Set(first.year()),
            starts_on: Set(first),
            status: Set(GuidanceStatus::Forming),
            closed_on: Set(None),
            summary: Set(None),
            ..Default::default()
        })
        .await?;
    Ok(operation.id)
}
