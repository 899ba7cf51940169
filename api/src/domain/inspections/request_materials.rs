//! Ask the organization for materials.

use inspectorate_entity::inspections::{inspection, material_request};
use inspectorate_macros::{Input, verb};
use sea_orm::{ColumnTrait, Set};
use uuid::Uuid;

use super::{asking, gates, inspection::Inspection, special_check::SpecialCheck};
use crate::{
    access::change::Change,
    blocks::setting,
    error::Result,
    graphql::{node_id::GlobalId, scalars::Date, text::Name},
};

/// What asking for materials takes.
#[derive(Debug, Input)]
pub struct RequestMaterialsInput {
    /// The inspection, approved and not left yet (巡察).
    pub inspection: GlobalId<Inspection>,
    /// The special check for which they are needed; leave it out when the inspection itself needs them (专项检查).
    pub special_check: Option<GlobalId<SpecialCheck>>,
    /// What is asked for, each once (材料).
    pub materials: Vec<MaterialInput>,
    /// The day on which they were asked for, not in the future; today when left out (日期).
    pub on: Option<Date>,
    /// Idempotency key: the same key with the same input within 24 hours does nothing again and answers the same (幂等键).
    pub client_mutation_id: Option<String>,
}

/// A material that is asked for (材料).
#[derive(Debug, Input)]
pub struct MaterialInput {
    /// What it is called; asked once for the inspection and all its special checks (材料名称).
    pub name: Name,
    /// Whether it has to be written for the inspection; no when left out (需新撰写).
    pub newly_drafted: Option<bool>,
}

/// Ask the organization for materials (索取材料): not more than the setting allows before a routine inspection, nothing newly written
/// for a special or mobile one, and nothing twice.
#[verb(Inspection)]
pub async fn request_materials(change: &mut Change, input: RequestMaterialsInput) -> Result<Uuid> {
    let inspection = change
        .related_alone::<inspection::Entity, _>("inspection", &input.inspection)
        .await?;
    gates::can_be_asked(&inspection, "input.inspection")?;
    gates::something_is_asked(input.materials.len())?;
    let check = asking::check(change, &inspection, input.special_check.as_ref()).await?;
    let day = gates::day_done(input.on, change.today(), "input.on")?;
    let asked = change
        .rows::<material_request::Entity>(material_request::Column::InspectionId.eq(inspection.id))
        .await?;
    let mut known: Vec<String> = asked.into_iter().map(|one| one.search).collect();
    let settings = setting::of_change(change, inspection.dispatcher_id, day).await?;
    gates::materials_are_few(
        &inspection,
        known.len() + input.materials.len(),
        settings.number(setting::MATERIALS_BEFORE_ROUTINE),
    )?;
    for (number, material) in input.materials.into_iter().enumerate() {
        let drafted = material.newly_drafted.unwrap_or(false);
        let field = format!("input.materials.{number}");
        gates::nothing_newly_drafted(inspection.kind, drafted, &format!("{field}.newlyDrafted"))?;
        let folded = asking::folded(&material.name.0);
        gates::asked_once(&known, &folded, &format!("{field}.name"))?;
        known.push(folded.clone());
        change
            .insert(material_request::ActiveModel {
                inspection_id: Set(inspection.id),
                dispatcher_id: Set(inspection.dispatcher_id),
                special_check_id: Set(check),
                name: Set(material.name.0),
                search: Set(folded),
                newly_drafted: Set(drafted),
                asked_on: Set(day),
                ..Default::default()
            })
            .await?;
    }
    Ok(inspection.id)
}
