//! End a tie between organizations.

use inspectorate_entity::organizations::organization_relation;
use inspectorate_macros::{Input, verb};
use sea_orm::{IntoActiveModel, Set};
use uuid::Uuid;

use super::{gates, organization_relation::OrganizationRelation};
use crate::{
    access::change::Change,
    error::Result,
    graphql::{node_id::GlobalId, scalars::Date},
};

/// What ending a tie between organizations takes.
#[derive(Debug, Input)]
pub struct EndOrganizationRelationInput {
    /// What ends: a tie between organizations (终止机构关系).
    pub relation: GlobalId<OrganizationRelation>,
    /// The version that you saw (版本).
    pub version: i32,
    /// Its last day (终止日期).
    pub ends_on: Date,
}

/// End a tie between organizations; it stays on record (终止机构关系).
#[verb(OrganizationRelation)]
pub async fn end_organization_relation(
    change: &mut Change,
    input: EndOrganizationRelationInput,
) -> Result<Uuid> {
    let row = change
        .subject::<organization_relation::Entity, _>("relation", &input.relation, input.version)
        .await?;
    gates::still_holds(row.ends_on)?;
    gates::ends_after_it_began(row.starts_on, input.ends_on.0, "input.endsOn")?;
    let mut ended = row.clone().into_active_model();
    ended.ends_on = Set(Some(input.ends_on.0));
    Ok(change.update(&row, ended).await?.id)
}
