//! Correct how an object stands on the list.

use inspectorate_entity::coverage::{
    coverage_object::{self, RequiredMode},
    coverage_record, sector_block,
};
use inspectorate_macros::{Input, verb};
use sea_orm::{ColumnTrait, IntoActiveModel, Set};
use uuid::Uuid;

use super::{coverage_object::CoverageObject, gates, listing, sector_block::SectorBlock, term_of};
use crate::{
    access::change::Change,
    error::{Error, Result},
    graphql::{coded::Coded, node_id::GlobalId, scalars::Date, text::Code},
};

/// What correcting an object takes; what is left out stays as it is.
#[derive(Debug, Input)]
pub struct CorrectObjectInput {
    /// The object (对象).
    pub object: GlobalId<CoverageObject>,
    /// The version that you saw (版本).
    pub version: i32,
    /// Its sector block, one of the same plan (板块).
    pub block: Option<GlobalId<SectorBlock>>,
    /// Its type, a code of the list `OBJECT_TYPE` (对象类型).
    pub object_type: Option<Code>,
    /// Which inspections cover it (所需方式).
    pub required_mode: Option<Coded<RequiredMode>>,
    /// Whether it is the first time that an organization of its type is inspected (首次纳入).
    pub first_inclusion: Option<bool>,
    /// Whether it is inspected as a pilot (试点).
    pub pilot: Option<bool>,
    /// The day from which it stands on the list; not after its first inspection (列入日期).
    pub listed_on: Option<Date>,
    /// Idempotency key: the same key with the same input within 24 hours does nothing again and answers the same (幂等键).
    pub client_mutation_id: Option<String>,
}

/// Correct the block, type, mode or day of an object on the list (更正对象信息); what stood there before stays in its history.
#[verb(CoverageObject)]
pub async fn correct_object(change: &mut Change, input: CorrectObjectInput) -> Result<Uuid> {
    let object = change
        .subject::<coverage_object::Entity, _>("object", &input.object, input.version)
        .await?;
    gates::own(change.viewer(), object.dispatcher_id, "input.object")?;
    gates::object_on_list(object.withdrawn_on)?;
    let term = term_of::of_object(change, &object).await?;
    gates::term_not_closed(&term, "input.object")?;
    let mut corrected = object.clone().into_active_model();
    if let Some(block) = &input.block {
        let block = change
            .related::<sector_block::Entity, _>("block", block)
            .await?;
        if block.plan_id != object.plan_id {
            return Err(Error::not_found("SectorBlock", "input.block"));
        }
        corrected.block_id = Set(Some(block.id));
    }
    if let Some(object_type) = input.object_type {
        let types = listing::codes(change, "OBJECT_TYPE").await?;
        gates::object_type_is_known(&types, &object_type.0, "input.objectType")?;
        corrected.object_type = Set(object_type.0);
    }
    if let Some(Coded(mode)) = input.required_mode {
        corrected.required_mode = Set(mode);
    }
    if let Some(first) = input.first_inclusion {
        corrected.first_inclusion = Set(first);
    }
    if let Some(pilot) = input.pilot {
        corrected.pilot = Set(pilot);
    }
    if let Some(Date(day)) = input.listed_on {
        gates::not_after(day, change.today(), "input.listedOn")?;
        gates::term_lasts(&term, day, "input.listedOn")?;
        let records = change
            .rows::<coverage_record::Entity>(coverage_record::Column::ObjectId.eq(object.id))
            .await?;
        if let Some(inspected) = records.iter().map(|record| record.started_on).min() {
            gates::not_after(day, inspected, "input.listedOn")?;
        }
        corrected.listed_on = Set(day);
    }
    Ok(change.update(&object, corrected).await?.id)
}
