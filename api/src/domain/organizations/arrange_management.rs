//! Say how an inspection body is run.

use inspectorate_entity::organizations::{
    management_arrangement::{self, ManagementMode},
    organization,
};
use inspectorate_macros::{Input, verb};
use sea_orm::{ColumnTrait, Condition, IntoActiveModel, Set};
use uuid::Uuid;

use super::{gates, management_arrangement::ManagementArrangement, organization::Organization};
use crate::{
    access::change::Change,
    error::Result,
    graphql::{coded::Coded, node_id::GlobalId, scalars::Date, text::Paragraph},
};

/// What arranging management takes.
#[derive(Debug, Input)]
pub struct ArrangeManagementInput {
    /// The body (单位).
    pub organization: GlobalId<Organization>,
    /// The mode (模式).
    pub mode: Coded<ManagementMode>,
    /// The superior body that recognized and promoted it (认可单位).
    pub recognized_by: Option<GlobalId<Organization>>,
    /// The text that names it (出处).
    pub source: Option<Paragraph>,
    /// From which day on; what stood before ends the day before (起始日期).
    pub starts_on: Date,
}

/// Set the mode in which a body is run from a day on (确定管理模式); what was before stays on record.
#[verb(ManagementArrangement)]
pub async fn arrange_management(
    change: &mut Change,
    input: ArrangeManagementInput,
) -> Result<Uuid> {
    let organization = change
        .related_alone::<organization::Entity, _>("organization", &input.organization)
        .await?;
    let recognized_by = match &input.recognized_by {
        Some(id) => Some(
            change
                .related::<organization::Entity, _>("recognizedBy", id)
                .await?,
        ),
        None => None,
    };
    gates::exists(&organization, "input.organization")?;
    let open = change
        .rows::<management_arrangement::Entity>(
            Condition::all()
                .add(management_arrangement::Column::OrganizationId.eq(organization.id))
                .add(management_arrangement::Column::EndsOn.is_null()),
        )
        .await?;
    for before in open {
        let last = gates::day_before(before.starts_on, input.starts_on.0, "input.startsOn")?;
        let mut ended = before.clone().into_active_model();
        ended.ends_on = Set(Some(last));
        change.update(&before, ended).await?;
    }
    let row = change
        .insert(management_arrangement::ActiveModel {
            organization_id: Set(organization.id),
            mode: Set(input.mode.0),
            recognized_by_id: Set(recognized_by.map(|body| body.id)),
            source: Set(input.source.map(|text| text.0)),
            starts_on: Set(input.starts_on.0),
            ..Default::default()
        })
        .await?;
    Ok(row.id)
}
