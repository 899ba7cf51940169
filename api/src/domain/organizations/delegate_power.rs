//! Grant a power to an inspection body.

use inspectorate_entity::organizations::{
    delegated_power::{self, PowerKind},
    organization,
};
use inspectorate_macros::{Input, verb};
use sea_orm::Set;
use uuid::Uuid;

use super::{delegated_power::DelegatedPower, gates, organization::Organization};
use crate::{
    access::change::Change,
    error::Result,
    graphql::{coded::Coded, node_id::GlobalId, scalars::Date, text::Paragraph},
};

/// What granting a power takes.
#[derive(Debug, Input)]
pub struct DelegatePowerInput {
    /// The body that may use it (被授权单位).
    pub organization: GlobalId<Organization>,
    /// What it is over (权限种类).
    pub kind: Coded<PowerKind>,
    /// How far it goes (权限范围).
    pub scope: Paragraph,
    /// The body that grants it (授权单位).
    pub granted_by: GlobalId<Organization>,
    /// First day on which it holds (起始日期).
    pub starts_on: Date,
    /// Last day on which it holds; leave it out while it holds (终止日期).
    pub ends_on: Option<Date>,
}

/// Grant a body a power over people, money or property (赋予人财物管理权限).
#[verb(DelegatedPower)]
pub async fn delegate_power(change: &mut Change, input: DelegatePowerInput) -> Result<Uuid> {
    let organization = change
        .related::<organization::Entity, _>("organization", &input.organization)
        .await?;
    let granted_by = change
        .related::<organization::Entity, _>("grantedBy", &input.granted_by)
        .await?;
    gates::exists(&organization, "input.organization")?;
    gates::exists(&granted_by, "input.grantedBy")?;
    let span = gates::Span::new(input.starts_on.0, input.ends_on.map(|day| day.0))?;
    let row = change
        .insert(delegated_power::ActiveModel {
            organization_id: Set(organization.id),
            kind: Set(input.kind.0),
            scope: Set(input.scope.0),
            granted_by_id: Set(granted_by.id),
            starts_on: Set(span.first),
            ends_on: Set(span.last),
            ..Default::default()
        })
        .await?;
    Ok(row.id)
}
