//! Merge an organization into another.

use inspectorate_entity::organizations::{
    organization,
    organization_relation::{self, OrganizationRelationKind},
};
use inspectorate_macros::{Input, verb};
use sea_orm::Set;
use uuid::Uuid;

use super::{gates, organization::Organization, tree};
use crate::{
    access::change::Change,
    error::Result,
    graphql::{
        node_id::GlobalId,
        scalars::Date,
        text::{Name, Paragraph},
    },
};

/// What merging an organization takes.
#[derive(Debug, Input)]
pub struct MergeOrganizationsInput {
    /// The organization that ends (被合并单位).
    pub organization: GlobalId<Organization>,
    /// The version that you saw (版本).
    pub version: i32,
    /// The organization that takes it over (并入单位).
    pub into: GlobalId<Organization>,
    /// Its last day, not in the future (合并日期).
    pub merged_on: Date,
    /// The body that approved it; leave it out when not known (批准机关).
    pub approved_by: Option<Name>,
    /// Why (原因).
    pub reason: Paragraph,
}

/// Merge an organization into another, which lives on (机构合并); it ends, with what ran for it.
#[verb(Organization)]
pub async fn merge_organizations(
    change: &mut Change,
    input: MergeOrganizationsInput,
) -> Result<Uuid> {
    let organization = change
        .subject::<organization::Entity, _>("organization", &input.organization, input.version)
        .await?;
    let into = change
        .related::<organization::Entity, _>("into", &input.into)
        .await?;
    gates::exists(&into, "input.into")?;
    gates::stays_apart(&organization, &into)?;
    change
        .insert(organization_relation::ActiveModel {
            organization_id: Set(organization.id),
            related_id: Set(Some(into.id)),
            kind: Set(OrganizationRelationKind::Merged),
            approved_by: Set(input.approved_by.map(|name| name.0)),
            starts_on: Set(input.merged_on.0),
            ..Default::default()
        })
        .await?;
    let end = tree::End {
        day: input.merged_on.0,
        field: "input.mergedOn",
        reason: input.reason.0,
        merged_into: Some(into.id),
    };
    tree::end(change, &organization, end).await
}
