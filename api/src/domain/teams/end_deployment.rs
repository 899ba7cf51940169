//! End a deployment.

use inspectorate_entity::teams::deployment;
use inspectorate_macros::{Input, verb};
use sea_orm::{IntoActiveModel, Set};
use uuid::Uuid;

use super::deployment::Deployment;
use crate::{
    access::change::Change,
    domain::{
        coverage::gates::{day_done, not_before, own},
        organizations::gates::still_holds,
    },
    error::Result,
    graphql::{node_id::GlobalId, scalars::Date},
};

/// What ending a deployment takes.
#[derive(Debug, Input)]
pub struct EndDeploymentInput {
    /// The deployment (攻坚派出).
    pub deployment: GlobalId<Deployment>,
    /// The version that you saw (版本).
    pub version: i32,
    /// Its last day, not in the future; today when left out (结束日期).
    pub on: Option<Date>,
    /// Idempotency key: the same key with the same input within 24 hours does nothing again and answers the same (幂等键).
    pub client_mutation_id: Option<String>,
}

/// End a deployment (结束派出): the person is back at inspection work.
#[verb(Deployment)]
pub async fn end_deployment(change: &mut Change, input: EndDeploymentInput) -> Result<Uuid> {
    let row = change
        .subject::<deployment::Entity, _>("deployment", &input.deployment, input.version)
        .await?;
    own(change.viewer(), row.dispatcher_id, "input.deployment")?;
    still_holds(row.ends_on).map_err(|error| error.field("input.deployment"))?;
    let day = day_done(input.on, change.today(), "input.on")?;
    not_before(day, row.starts_on, "input.on")?;
    let mut ended = row.clone().into_active_model();
    ended.ends_on = Set(Some(day));
    Ok(change.update(&row, ended).await?.id)
}
