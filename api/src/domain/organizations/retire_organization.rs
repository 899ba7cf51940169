//! End an organization.

use inspectorate_entity::organizations::organization;
use inspectorate_macros::{Input, verb};
use uuid::Uuid;

use super::{organization::Organization, tree};
use crate::{
    access::change::Change,
    error::Result,
    graphql::{node_id::GlobalId, scalars::Date, text::Paragraph},
};

/// What ending an organization takes.
#[derive(Debug, Input)]
pub struct RetireOrganizationInput {
    /// The organization (单位).
    pub organization: GlobalId<Organization>,
    /// The version that you saw (版本).
    pub version: i32,
    /// Its last day, not in the future (撤销日期).
    pub retired_on: Date,
    /// Why (原因).
    pub reason: Paragraph,
}

/// End an organization (撤销单位); it stays on record, and what ran for it ends the same day.
#[verb(Organization)]
pub async fn retire_organization(
    change: &mut Change,
    input: RetireOrganizationInput,
) -> Result<Uuid> {
    let organization = change
        .subject::<organization::Entity, _>("organization", &input.organization, input.version)
        .await?;
    let end = tree::End {
        day: input.retired_on.0,
        field: "input.retiredOn",
        reason: input.reason.0,
        merged_into: None,
    };
    tree::end(change, &organization, end).await
}
