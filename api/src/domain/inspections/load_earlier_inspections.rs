//! Lay the earlier inspections of an organization before those who inspect it again.

use inspectorate_entity::inspections::inspection;
use inspectorate_macros::{Input, verb};
use sea_orm::IntoActiveModel;
use uuid::Uuid;

use super::{earlier, gates, inspection::Inspection};
use crate::{access::change::Change, error::Result, graphql::node_id::GlobalId};

/// What loading earlier inspections takes.
#[derive(Debug, Input)]
pub struct LoadEarlierInspectionsInput {
    /// The inspection (巡察).
    pub inspection: GlobalId<Inspection>,
    /// The version that you saw (版本).
    pub version: i32,
    /// Idempotency key: the same key with the same input within 24 hours does nothing again and answers the same (幂等键).
    pub client_mutation_id: Option<String>,
}

/// Lay every earlier inspection of the organization that was fed back before the team (加载以往巡察); without them no inspection of an
/// organization inspected before is approved.
#[verb(Inspection)]
pub async fn load_earlier_inspections(
    change: &mut Change,
    input: LoadEarlierInspectionsInput,
) -> Result<Uuid> {
    let inspection = change
        .subject::<inspection::Entity, _>("inspection", &input.inspection, input.version)
        .await?;
    gates::own(
        change.viewer(),
        inspection.dispatcher_id,
        "input.inspection",
    )?;
    gates::not_entered(inspection.status, "input.inspection")?;
    earlier::load(change, &inspection).await?;
    let loaded = inspection.clone().into_active_model();
    Ok(change.update(&inspection, loaded).await?.id)
}
