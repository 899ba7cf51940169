//! Record the visit of a group of guidance.

use inspectorate_entity::{
    guidance::{guidance_group, guidance_operation, guidance_visit},
    organizations::organization,
};
use inspectorate_macros::{Input, verb};
use sea_orm::{ColumnTrait, Condition, IntoActiveModel, Set};
use uuid::Uuid;

use super::{
    below, gates, guidance_group::GuidanceGroup, guidance_visit::GuidanceVisit,
    operation_life_cycle::take,
};
use crate::{
    access::change::Change,
    domain::{
        coverage::gates::{day_done, not_before},
        organizations::organization::Organization,
    },
    error::{Error, Result},
    graphql::{node_id::GlobalId, scalars::Date, text::Paragraph},
};

/// What recording a visit of guidance takes.
#[derive(Debug, Input)]
pub struct RecordGuidanceVisitInput {
    /// The group that came (指导督导组).
    pub group: GlobalId<GuidanceGroup>,
    /// The dispatching Party organization that it visited, directly below the one that guides (被指导督导的派出机关).
    pub guided: GlobalId<Organization>,
    /// Its first day, not in the future, nor before the operation began; today when left out (走访日期).
    pub visited_on: Option<Date>,
    /// Its last day, not in the future; not recorded when left out (离开日期).
    pub left_on: Option<Date>,
    /// What the group looked at and found (走访情况).
    pub report: Option<Paragraph>,
    /// Idempotency key: the same key with the same input within 24 hours does nothing again and answers the same (幂等键).
    pub client_mutation_id: Option<String>,
}

/// Record the visit of a group of guidance to a dispatcher directly below (走访指导); from then on the guided body sees the operation.
#[verb(GuidanceVisit)]
pub async fn record_guidance_visit(
    change: &mut Change,
    input: RecordGuidanceVisitInput,
) -> Result<Uuid> {
    let group = change
        .related::<guidance_group::Entity, _>("group", &input.group)
        .await?;
    let operation = change
        .held::<guidance_operation::Entity>(group.operation_id)
        .await?;
    let status = take(change, &operation, "input.group").await?;
    let guided = change
        .related::<organization::Entity, _>("guided", &input.guided)
        .await?;
    let today = change.today();
    let day = day_done(input.visited_on, today, "input.visitedOn")?;
    not_before(day, operation.starts_on, "input.visitedOn")?;
    let left_on = match input.left_on {
        Some(last) => Some(day_done(Some(last), today, "input.leftOn")?),
        None => None,
    };
    if let Some(last) = left_on {
        not_before(last, day, "input.leftOn")?;
    }
    let below = below::on(change, operation.dispatcher_id, day).await?;
    gates::stands_below(guided.id, &below, "input.guided")?;
    let same = Condition::all()
        .add(guidance_visit::Column::GroupId.eq(group.id))
        .add(guidance_visit::Column::DispatcherId.eq(guided.id))
        .add(guidance_visit::Column::VisitedOn.eq(day));
    if !change
        .rows::<guidance_visit::Entity>(same)
        .await?
        .is_empty()
    {
        return Err(Error::conflict(
            "input.visitedOn",
            "The visit of this group to this body on that day is recorded already.",
            "该组当日对该单位的走访已登记。",
        ));
    }
    if status != operation.status {
        let mut under_way = operation.clone().into_active_model();
        under_way.status = Set(status);
        change.update(&operation, under_way).await?;
    }
    let visit = change
        .insert(guidance_visit::ActiveModel {
            operation_id: Set(operation.id),
            group_id: Set(group.id),
            dispatcher_id: Set(guided.id),
            visited_on: Set(day),
            left_on: Set(left_on),
            report: Set(input.report.map(|report| report.0)),
            ..Default::default()
        })
        .await?;
    Ok(visit.id)
}
