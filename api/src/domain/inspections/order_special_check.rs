//! Carry a special check along with an inspection.

use inspectorate_entity::{
    inspections::{
        inspection,
        special_check::{self, CheckIntegration, SpecialCheckKind},
    },
    organizations::organization,
};
use inspectorate_macros::{Input, verb};
use sea_orm::Set;
use uuid::Uuid;

use super::{gates, inspection::Inspection, special_check::SpecialCheck};
use crate::{
    access::change::Change,
    domain::organizations::organization::Organization,
    error::Result,
    graphql::{coded::Coded, node_id::GlobalId, scalars::Date},
};

/// What carrying a special check along takes.
#[derive(Debug, Input)]
pub struct OrderSpecialCheckInput {
    /// The inspection, approved and not left yet (巡察).
    pub inspection: GlobalId<Inspection>,
    /// What it looks at; each kind once in an inspection (种类).
    pub kind: Coded<SpecialCheckKind>,
    /// The body that owns it; no check goes without one (牵头单位).
    pub owner: Option<GlobalId<Organization>>,
    /// How it is carried along; as part of the inspection's own work when left out (融入方式).
    pub integration: Option<Coded<CheckIntegration>>,
    /// The day on which it was ordered, not in the future; today when left out (日期).
    pub on: Option<Date>,
    /// Idempotency key: the same key with the same input within 24 hours does nothing again and answers the same (幂等键).
    pub client_mutation_id: Option<String>,
}

/// Carry a special check along with an inspection (结合巡察开展专项检查); the body that owns it sees it and the inspection.
#[verb(SpecialCheck)]
pub async fn order_special_check(
    change: &mut Change,
    input: OrderSpecialCheckInput,
) -> Result<Uuid> {
    let inspection = change
        .related_alone::<inspection::Entity, _>("inspection", &input.inspection)
        .await?;
    gates::own(
        change.viewer(),
        inspection.dispatcher_id,
        "input.inspection",
    )?;
    gates::can_be_asked(&inspection, "input.inspection")?;
    let owner = gates::check_has_an_owner(input.owner.as_ref())?;
    let owner = change
        .related::<organization::Entity, _>("owner", owner)
        .await?;
    let day = gates::day_done(input.on, change.today(), "input.on")?;
    let check = change
        .insert(special_check::ActiveModel {
            inspection_id: Set(inspection.id),
            dispatcher_id: Set(inspection.dispatcher_id),
            kind: Set(input.kind.0),
            owner_id: Set(owner.id),
            integration: Set(input
                .integration
                .map_or(CheckIntegration::Integrated, |how| how.0)),
            ordered_on: Set(day),
            finished_on: Set(None),
            ..Default::default()
        })
        .await?;
    Ok(check.id)
}
