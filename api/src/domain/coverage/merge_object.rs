//! Merge an object into another one of the list.

use inspectorate_entity::coverage::coverage_object;
use inspectorate_macros::{Input, verb};
use uuid::Uuid;

use super::{
    coverage_object::CoverageObject,
    gates,
    withdrawal::{Withdrawal, may_leave, withdraw},
};
use crate::{
    access::change::Change,
    error::Result,
    graphql::{
        node_id::GlobalId,
        scalars::Date,
        text::{Name, Paragraph},
    },
};

/// What merging an object takes.
#[derive(Debug, Input)]
pub struct MergeObjectInput {
    /// The object that leaves the list (被并入的对象).
    pub object: GlobalId<CoverageObject>,
    /// The version that you saw (版本).
    pub version: i32,
    /// The object of the same list that takes it over (并入对象).
    pub into: GlobalId<CoverageObject>,
    /// Why (合并理由).
    pub reason: Paragraph,
    /// By whose decision, such as a body and the number of its document; leave it out when not known (决定依据).
    pub decision: Option<Name>,
    /// The day from which it is off the list, not in the future; today when left out (合并日期).
    pub on: Option<Date>,
    /// Idempotency key: the same key with the same input within 24 hours does nothing again and answers the same (幂等键).
    pub client_mutation_id: Option<String>,
}

/// Merge an object into another one of the same list, which stands for both from then on (合并对象); what was inspected stays on
/// record with the one that was inspected.
#[verb(CoverageObject)]
pub async fn merge_object(change: &mut Change, input: MergeObjectInput) -> Result<Uuid> {
    let object = change
        .subject::<coverage_object::Entity, _>("object", &input.object, input.version)
        .await?;
    let into = change
        .related::<coverage_object::Entity, _>("into", &input.into)
        .await?;
    let day = gates::day_done(input.on, change.today(), "input.on")?;
    may_leave(change, &object, day).await?;
    gates::own(change.viewer(), into.dispatcher_id, "input.into")?;
    gates::merges_within_a_list((object.id, object.plan_id), (into.id, into.plan_id))?;
    gates::object_on_list(into.withdrawn_on).map_err(|error| error.field("input.into"))?;
    let how = Withdrawal {
        day,
        reason: input.reason.0,
        decision: input.decision.map(|decision| decision.0),
        merged_into: Some(into.id),
    };
    withdraw(change, &object, how).await
}
