//! Link an inspection to a group.

use inspectorate_entity::{
    inspections::{inspection, link_group},
    organizations::organization,
};
use inspectorate_macros::{Input, verb};
use sea_orm::{ColumnTrait, Condition, IntoActiveModel, Set};
use uuid::Uuid;

use super::{gates, inspection::Inspection, link_group::LinkGroup, marking};
use crate::{
    access::change::Change, domain::coverage::gates::Days, error::Result,
    graphql::node_id::GlobalId,
};

/// What linking an inspection takes.
#[derive(Debug, Input)]
pub struct LinkInspectionInput {
    /// The inspection, not entered yet (巡察).
    pub inspection: GlobalId<Inspection>,
    /// The version that you saw (版本).
    pub version: i32,
    /// The group, of your dispatcher or of one above it; leave it out to take the inspection out of its group (联动组).
    pub group: Option<GlobalId<LinkGroup>>,
    /// Idempotency key: the same key with the same input within 24 hours does nothing again and answers the same (幂等键).
    pub client_mutation_id: Option<String>,
}

/// Link an inspection to a group (联动): it is of the group's block and shares days with the group and each of its inspections.
#[verb(Inspection)]
pub async fn link_inspection(change: &mut Change, input: LinkInspectionInput) -> Result<Uuid> {
    let before = change
        .subject::<inspection::Entity, _>("inspection", &input.inspection, input.version)
        .await?;
    gates::own(change.viewer(), before.dispatcher_id, "input.inspection")?;
    gates::not_entered(before.status, "input.inspection")?;
    let group = match &input.group {
        None => None,
        Some(group) => {
            let group = change
                .related_alone::<link_group::Entity, _>("group", group)
                .await?;
            fits(change, &before, &group).await?;
            Some(group.id)
        }
    };
    let mut linked = before.clone().into_active_model();
    linked.link_group_id = Set(group);
    let linked = change.update(&before, linked).await?;
    let id = linked.id;
    marking::renew(change, &[before, linked]).await?;
    Ok(id)
}

async fn fits(change: &Change, row: &inspection::Model, group: &link_group::Model) -> Result<()> {
    let organization = change
        .rows::<organization::Entity>(organization::Column::Id.eq(row.organization_id))
        .await?;
    let sector = organization
        .first()
        .and_then(|organization| organization.sector_code.as_deref());
    gates::of_the_same_block(group.sector_code.as_deref(), sector)?;
    let others = Condition::all()
        .add(inspection::Column::LinkGroupId.eq(group.id))
        .add(inspection::Column::Id.ne(row.id))
        .add(inspection::Column::WithdrawalReason.is_null());
    let others = change.rows::<inspection::Entity>(others).await?;
    let mut windows: Vec<Days> = others
        .iter()
        .map(|other| days(other.starts_on, other.ends_on))
        .collect();
    windows.push(days(group.starts_on, group.ends_on));
    gates::linked_windows_overlap(days(row.starts_on, row.ends_on), &windows)
}

const fn days(first: chrono::NaiveDate, last: chrono::NaiveDate) -> Days {
    Days { first, last }
}
