//! The earlier inspections of an organization, laid before those who inspect it again (上一轮整改落实情况).

use inspectorate_entity::inspections::{
    inspection::{self, InspectionForm},
    inspection_earlier,
};
use sea_orm::{ColumnTrait, Condition, Set};
use uuid::Uuid;

use crate::{access::change::Change, error::Result};

/// Attach every earlier inspection of the organization that was fed back and is not attached; answers how many.
pub async fn load(change: &mut Change, of: &inspection::Model) -> Result<usize> {
    let fed_back = Condition::all()
        .add(inspection::Column::OrganizationId.eq(of.organization_id))
        .add(inspection::Column::Id.ne(of.id))
        .add(inspection::Column::Form.eq(InspectionForm::Own))
        .add(inspection::Column::FedBackOn.is_not_null());
    let earlier = change.rows::<inspection::Entity>(fed_back).await?;
    let attached = change
        .rows::<inspection_earlier::Entity>(inspection_earlier::Column::InspectionId.eq(of.id))
        .await?;
    let attached: Vec<Uuid> = attached.into_iter().map(|row| row.earlier_id).collect();
    let missing: Vec<Uuid> = earlier
        .into_iter()
        .map(|row| row.id)
        .filter(|id| !attached.contains(id))
        .collect();
    for earlier in &missing {
        change
            .insert(inspection_earlier::ActiveModel {
                inspection_id: Set(of.id),
                earlier_id: Set(*earlier),
            })
            .await?;
    }
    Ok(missing.len())
}
