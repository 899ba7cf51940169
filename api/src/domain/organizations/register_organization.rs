//! Enter an organization in the registry.

use inspectorate_entity::organizations::organization::{self, OrganizationKind, OrganizationLevel};
use inspectorate_macros::{Input, verb};
use sea_orm::{ColumnTrait, Set};
use uuid::Uuid;

use super::{gates, organization::Organization, search, tree};
use crate::{
    access::change::Change,
    error::{Error, Result},
    graphql::{
        coded::Coded,
        node_id::GlobalId,
        scalars::{Date, RegionCode},
        text::{Code, Name},
    },
};

/// What entering an organization takes.
#[derive(Debug, Input)]
pub struct RegisterOrganizationInput {
    /// The code by which it is named; no other organization has it (编码).
    pub code: Code,
    /// Its full name (名称).
    pub name: Name,
    /// Its short name; leave it out when it has none (简称).
    pub short_name: Option<Name>,
    /// Its English name; leave it out when none is known (英文名称).
    pub english_name: Option<Name>,
    /// The level on which it stands (层级).
    pub level: Coded<OrganizationLevel>,
    /// What kind of body it is (单位类型).
    pub kind: Coded<OrganizationKind>,
    /// Code of its sector; leave it out when it belongs to none (板块、领域).
    pub sector_code: Option<Code>,
    /// Bodies of similar function share this label (职能相近).
    pub function_group: Option<Name>,
    /// Its region; leave it out for a body without one (行政区划).
    pub region_code: Option<RegionCode>,
    /// The body that it stands under (上级).
    pub parent: GlobalId<Organization>,
    /// When it was set up; leave it out when not known (成立日期).
    pub established_on: Option<Date>,
}

/// Enter an organization under its parent in the tree (登记单位).
#[verb(Organization)]
pub async fn register_organization(
    change: &mut Change,
    input: RegisterOrganizationInput,
) -> Result<Uuid> {
    let parent = change
        .related::<organization::Entity, _>("parent", &input.parent)
        .await?;
    gates::exists(&parent, "input.parent")?;
    let taken = change
        .rows::<organization::Entity>(organization::Column::Code.eq(input.code.0.as_str()))
        .await?;
    if !taken.is_empty() {
        return Err(Error::conflict(
            "input.code",
            format!("The code {} is in use: choose another.", input.code.0),
            format!("编码“{}”已被使用，请另选。", input.code.0),
        ));
    }
    let id = Uuid::now_v7();
    let short_name = input.short_name.map(|name| name.0);
    let row = change
        .insert(organization::ActiveModel {
            id: Set(id),
            search: Set(search::of_organization(
                &input.name.0,
                short_name.as_deref(),
                &[],
                &input.code.0,
            )),
            pinyin: Set(search::pinyin(&input.name.0)),
            code: Set(input.code.0),
            name: Set(input.name.0),
            short_name: Set(short_name),
            english_name: Set(input.english_name.map(|name| name.0)),
            level: Set(input.level.0),
            kind: Set(input.kind.0),
            sector_code: Set(input.sector_code.map(|code| code.0)),
            function_group: Set(input.function_group.map(|name| name.0)),
            region_code: Set(input.region_code.map(|code| code.0)),
            parent_id: Set(Some(parent.id)),
            path: Set(tree::path_under(&parent, id)),
            established_on: Set(input.established_on.map(|day| day.0)),
            ..Default::default()
        })
        .await?;
    Ok(row.id)
}
