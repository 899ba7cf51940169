//! Tie an organization to another beside the tree.

use inspectorate_entity::organizations::{
    organization,
    organization_relation::{self, OrganizationRelationKind},
};
use inspectorate_macros::{Input, verb};
use sea_orm::Set;
use uuid::Uuid;

use super::{gates, organization::Organization, organization_relation::OrganizationRelation};
use crate::{
    access::change::Change,
    error::Result,
    graphql::{
        coded::Coded,
        node_id::GlobalId,
        scalars::Date,
        text::{Name, Paragraph},
    },
};

/// What tying organizations takes.
#[derive(Debug, Input)]
pub struct RelateOrganizationsInput {
    /// The organization of which it is said (单位).
    pub organization: GlobalId<Organization>,
    /// The kind of tie; to merge use mergeOrganizations (关系种类).
    pub kind: Coded<OrganizationRelationKind>,
    /// The other organization; leave it out for a nameplate that is only a name (相关单位).
    pub related: Option<GlobalId<Organization>>,
    /// The further name, with ALSO_NAMED (加挂的牌子).
    pub nameplate: Option<Name>,
    /// The body that approved it; leave it out when not known (批准机关).
    pub approved_by: Option<Name>,
    /// What else is known (备注).
    pub note: Option<Paragraph>,
    /// First day on which it holds (起始日期).
    pub starts_on: Date,
    /// Last day on which it holds; leave it out while it holds (终止日期).
    pub ends_on: Option<Date>,
}

/// Record that an organization is attached to, stationed in, guided by or otherwise tied to another, or carries a further name (机构关系).
#[verb(OrganizationRelation)]
pub async fn relate_organizations(
    change: &mut Change,
    input: RelateOrganizationsInput,
) -> Result<Uuid> {
    let organization = change
        .related::<organization::Entity, _>("organization", &input.organization)
        .await?;
    let related = match &input.related {
        Some(id) => Some(
            change
                .related::<organization::Entity, _>("related", id)
                .await?,
        ),
        None => None,
    };
    gates::exists(&organization, "input.organization")?;
    let related = related.map(|related| related.id);
    gates::ties_to_something(
        input.kind.0,
        organization.id,
        related,
        input.nameplate.is_some(),
    )?;
    let span = gates::Span::new(input.starts_on.0, input.ends_on.map(|day| day.0))?;
    let row = change
        .insert(organization_relation::ActiveModel {
            organization_id: Set(organization.id),
            related_id: Set(related),
            kind: Set(input.kind.0),
            nameplate: Set(input.nameplate.map(|name| name.0)),
            approved_by: Set(input.approved_by.map(|name| name.0)),
            note: Set(input.note.map(|note| note.0)),
            starts_on: Set(span.first),
            ends_on: Set(span.last),
            ..Default::default()
        })
        .await?;
    Ok(row.id)
}
