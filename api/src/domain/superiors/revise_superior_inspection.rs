//! Say anew what the inspection of a superior looks into, and when it comes.

use inspectorate_entity::superiors::superior_inspection;
use inspectorate_macros::{Input, verb};
use sea_orm::{IntoActiveModel, Set};
use uuid::Uuid;

use super::{superior_inspection::SuperiorInspection, superior_step::take};
use crate::{
    access::change::Change,
    domain::coverage::gates::Days,
    error::Result,
    graphql::{
        node_id::GlobalId,
        scalars::Date,
        text::{Name, Paragraph},
    },
};

/// What saying it anew takes; all of it is written as given.
#[derive(Debug, Input)]
pub struct ReviseSuperiorInspectionInput {
    /// The inspection of the superior, not over (上级巡视).
    pub inspection: GlobalId<SuperiorInspection>,
    /// The version that you saw (版本).
    pub version: i32,
    /// What it is called (名称).
    pub name: Name,
    /// What it looks into; leave it out when the superior did not say (监督重点).
    pub topics: Option<Paragraph>,
    /// Its first day as planned (计划开始日期).
    pub starts_on: Date,
    /// Its last day as planned; leave it out while the superior did not say (计划结束日期).
    pub ends_on: Option<Date>,
    /// Idempotency key: the same key with the same input within 24 hours does nothing again and answers the same (幂等键).
    pub client_mutation_id: Option<String>,
}

/// Say anew what the inspection of a superior is called, looks into, and when it comes (调整上级巡视信息), as the superior tells more.
#[verb(SuperiorInspection)]
pub async fn revise_superior_inspection(
    change: &mut Change,
    input: ReviseSuperiorInspectionInput,
) -> Result<Uuid> {
    let inspection = change
        .subject::<superior_inspection::Entity, _>("inspection", &input.inspection, input.version)
        .await?;
    let status = take(change, &inspection).await?;
    if let Some(last) = input.ends_on {
        Days::new(input.starts_on.0, last.0, "input.endsOn")?;
    }
    let mut revised = inspection.clone().into_active_model();
    revised.status = Set(status);
    revised.name = Set(input.name.0);
    revised.topics = Set(input.topics.map(|topics| topics.0));
    revised.starts_on = Set(input.starts_on.0);
    revised.ends_on = Set(input.ends_on.map(|last| last.0));
    Ok(change.update(&inspection, revised).await?.id)
}
