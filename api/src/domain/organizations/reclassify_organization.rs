//! Correct what an organization is.

use async_graphql::MaybeUndefined;
use inspectorate_entity::organizations::organization::{self, OrganizationKind, OrganizationLevel};
use inspectorate_macros::{Input, verb};
use sea_orm::{IntoActiveModel, Set};
use uuid::Uuid;

use super::{gates, organization::Organization};
use crate::{
    access::change::Change,
    error::Result,
    graphql::{
        coded::Coded,
        node_id::GlobalId,
        scalars::{Date, RegionCode},
        text::{Code, Name},
    },
};

/// What reclassifying an organization takes.
#[derive(Debug, Input)]
pub struct ReclassifyOrganizationInput {
    /// The organization (单位).
    pub organization: GlobalId<Organization>,
    /// The version that you saw (版本).
    pub version: i32,
    /// Its level; leave it out to keep it (层级).
    pub level: Option<Coded<OrganizationLevel>>,
    /// What kind of body it is; leave it out to keep it (单位类型).
    pub kind: Option<Coded<OrganizationKind>>,
    /// Code of its sector; null: none; leave it out to keep it (板块、领域).
    pub sector_code: MaybeUndefined<Code>,
    /// Label of similar function; null: none; leave it out to keep it (职能相近).
    pub function_group: MaybeUndefined<Name>,
    /// Its region; null: none; leave it out to keep it (行政区划).
    pub region_code: MaybeUndefined<RegionCode>,
    /// When it was set up; null: not known; leave it out to keep it (成立日期).
    pub established_on: MaybeUndefined<Date>,
}

/// Change what kind of body an organization is; what is left out stays (调整单位类别).
#[verb(Organization)]
pub async fn reclassify_organization(
    change: &mut Change,
    input: ReclassifyOrganizationInput,
) -> Result<Uuid> {
    let organization = change
        .subject::<organization::Entity, _>("organization", &input.organization, input.version)
        .await?;
    gates::exists(&organization, "input.organization")?;
    let mut changed = organization.clone().into_active_model();
    if let Some(level) = input.level {
        changed.level = Set(level.0);
    }
    if let Some(kind) = input.kind {
        changed.kind = Set(kind.0);
    }
    if let Some(code) = given(input.sector_code) {
        changed.sector_code = Set(code.map(|code| code.0));
    }
    if let Some(group) = given(input.function_group) {
        changed.function_group = Set(group.map(|group| group.0));
    }
    if let Some(region) = given(input.region_code) {
        changed.region_code = Set(region.map(|region| region.0));
    }
    if let Some(day) = given(input.established_on) {
        changed.established_on = Set(day.map(|day| day.0));
    }
    Ok(change.update(&organization, changed).await?.id)
}

/// What was given: nothing, an explicit null, or a value.
fn given<T>(value: MaybeUndefined<T>) -> Option<Option<T>> {
    match value {
        MaybeUndefined::Undefined => None,
        MaybeUndefined::Null => Some(None),
        MaybeUndefined::Value(value) => Some(Some(value)),
    }
}
