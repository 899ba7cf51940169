//! Rename an organization.

use chrono::NaiveDate;
use inspectorate_entity::organizations::{organization, organization_name};
use inspectorate_macros::{Input, verb};
use sea_orm::{ColumnTrait, IntoActiveModel, Set};
use uuid::Uuid;

use super::{gates, organization::Organization, search};
use crate::{
    access::change::Change,
    error::Result,
    graphql::{node_id::GlobalId, scalars::Date, text::Name},
};

/// What renaming an organization takes.
#[derive(Debug, Input)]
pub struct RenameOrganizationInput {
    /// The organization (单位).
    pub organization: GlobalId<Organization>,
    /// The version that you saw (版本).
    pub version: i32,
    /// Its new full name (新名称).
    pub name: Name,
    /// Its new short name; leave it out when it has none (新简称).
    pub short_name: Option<Name>,
    /// Its new English name; leave it out when none is known (新英文名称).
    pub english_name: Option<Name>,
    /// First day of the new name, not in the future (更名日期).
    pub renamed_on: Date,
}

/// Rename an organization (更名); the old name stays on record and finds it still.
#[verb(Organization)]
pub async fn rename_organization(
    change: &mut Change,
    input: RenameOrganizationInput,
) -> Result<Uuid> {
    let organization = change
        .subject::<organization::Entity, _>("organization", &input.organization, input.version)
        .await?;
    gates::exists(&organization, "input.organization")?;
    gates::is_not_in_the_future(input.renamed_on.0, change.today(), "input.renamedOn")?;
    let former = change
        .rows::<organization_name::Entity>(
            organization_name::Column::OrganizationId.eq(organization.id),
        )
        .await?;
    let since = former
        .iter()
        .filter_map(|name| name.ends_on.succ_opt())
        .max()
        .or(organization.established_on);
    let first = since.unwrap_or(NaiveDate::MIN);
    let last = gates::day_before(first, input.renamed_on.0, "input.renamedOn")?;
    change
        .insert(organization_name::ActiveModel {
            organization_id: Set(organization.id),
            name: Set(organization.name.clone()),
            short_name: Set(organization.short_name.clone()),
            starts_on: Set(since),
            ends_on: Set(last),
            ..Default::default()
        })
        .await?;
    let mut old: Vec<&str> = vec![&organization.name];
    old.extend(organization.short_name.as_deref());
    for name in &former {
        old.push(&name.name);
        old.extend(name.short_name.as_deref());
    }
    let short_name = input.short_name.map(|name| name.0);
    let mut renamed = organization.clone().into_active_model();
    renamed.search = Set(search::of_organization(
        &input.name.0,
        short_name.as_deref(),
        &old,
        &organization.code,
    ));
    renamed.pinyin = Set(search::pinyin(&input.name.0));
    renamed.name = Set(input.name.0);
    renamed.short_name = Set(short_name);
    renamed.english_name = Set(input.english_name.map(|name| name.0));
    Ok(change.update(&organization, renamed).await?.id)
}
