//! Move an organization in the tree.

use inspectorate_entity::organizations::organization;
use inspectorate_macros::{Input, verb};
use sea_orm::{IntoActiveModel, Set};
use uuid::Uuid;

use super::{gates, organization::Organization, tree};
use crate::{
    access::change::Change, domain::rules::setting_step, error::Result, graphql::node_id::GlobalId,
};

/// What moving an organization takes.
#[derive(Debug, Input)]
pub struct MoveOrganizationInput {
    /// The organization (单位).
    pub organization: GlobalId<Organization>,
    /// The version that you saw (版本).
    pub version: i32,
    /// The body that it is to stand under; neither itself nor anything under it (新上级).
    pub parent: GlobalId<Organization>,
}

/// Move an organization, with everything under it, under another parent (调整隶属关系).
#[verb(Organization)]
pub async fn move_organization(change: &mut Change, input: MoveOrganizationInput) -> Result<Uuid> {
    let organization = change
        .subject::<organization::Entity, _>("organization", &input.organization, input.version)
        .await?;
    let parent = change
        .related::<organization::Entity, _>("parent", &input.parent)
        .await?;
    gates::exists(&organization, "input.organization")?;
    gates::exists(&parent, "input.parent")?;
    gates::stays_a_tree(&organization, &parent)?;
    setting_step::may_stand_under(change, &organization, &parent).await?;
    let path = tree::path_under(&parent, organization.id);
    tree::move_below(change, &organization.path, &path).await?;
    let mut moved = organization.clone().into_active_model();
    moved.parent_id = Set(Some(parent.id));
    moved.path = Set(path);
    Ok(change.update(&organization, moved).await?.id)
}
