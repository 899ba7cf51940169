//! Plan a look-back.

use inspectorate_entity::coverage::{
    coverage_object::{self, LookBackSelection},
    coverage_record,
};
use inspectorate_macros::{Input, verb};
use sea_orm::{ColumnTrait, IntoActiveModel, Set};
use uuid::Uuid;

use super::{coverage_object::CoverageObject, gates};
use crate::{
    access::change::Change,
    error::Result,
    graphql::{coded::Coded, node_id::GlobalId, scalars::Date, text::Paragraph},
};

/// What planning a look-back takes.
#[derive(Debug, Input)]
pub struct PlanLookBackInput {
    /// The object (对象).
    pub object: GlobalId<CoverageObject>,
    /// The version that you saw (版本).
    pub version: i32,
    /// The day on which it is to begin; leave it out to give the plan up (计划日期).
    pub on: Option<Date>,
    /// How the organization was selected; left out when that is not recorded, and when the plan is given up (抽取方式).
    pub selection: Option<Coded<LookBackSelection>>,
    /// Why it was selected; needed when it was by need, left out when there is nothing to say and when the plan is given up (选取理由).
    pub reason: Option<Paragraph>,
    /// Idempotency key: the same key with the same input within 24 hours does nothing again and answers the same (幂等键).
    pub client_mutation_id: Option<String>,
}

/// Plan a look-back at an object inspected before (计划回头看); only those who plan ever see the day, and how it was selected.
#[verb(CoverageObject)]
pub async fn plan_look_back(change: &mut Change, input: PlanLookBackInput) -> Result<Uuid> {
    let object = change
        .subject::<coverage_object::Entity, _>("object", &input.object, input.version)
        .await?;
    gates::own(change.viewer(), object.dispatcher_id, "input.object")?;
    let selection = input.selection.map(|selection| selection.0);
    gates::says_how_selected(input.on.is_some(), selection, input.reason.is_some())?;
    if let Some(Date(day)) = input.on {
        let records = change
            .rows::<coverage_record::Entity>(coverage_record::Column::ObjectId.eq(object.id))
            .await?;
        let inspected = records.iter().map(|record| record.started_on).min();
        gates::inspected_before(inspected, day, "input.on")?;
    }
    let mut planned = object.clone().into_active_model();
    planned.planned_look_back_on = Set(input.on.map(|day| day.0));
    planned.look_back_selection = Set(selection);
    planned.look_back_reason = Set(input.reason.map(|reason| reason.0));
    Ok(change.update(&object, planned).await?.id)
}
